//! Numbers of employees: what is read, what is refused, and by which name.

use bangkom_domain::people::{
    EmployeeNumber, EmploymentKind, LegacyNumber, Nip, NumberError, ParsedNumber, PppkNumber, Sex,
};
use proptest::prelude::*;

use crate::sample::day;

fn pns(text: &str) -> Result<ParsedNumber, NumberError> {
    EmployeeNumber::new(text).parse(EmploymentKind::Pns)
}

#[test]
fn the_printed_form_of_the_regulation_is_read() {
    // The example of Perka BKN 22/2007, grouped 8-6-1-3.
    let ParsedNumber::Nip(nip) = pns("19660801 198803 1 001").unwrap() else {
        panic!("not a civil servant's number");
    };
    assert_eq!(nip.birth_date(), day(1966, 8, 1));
    assert_eq!((nip.appointment_year(), nip.appointment_month()), (1988, 3));
    assert_eq!((nip.sex(), nip.serial()), (Sex::Male, 1));
}

#[test]
fn each_kind_of_damage_has_its_name() {
    let cases = [
        ("", NumberError::Empty),
        ("  '' ", NumberError::Empty),
        ("1.96608E+17", NumberError::FloatDamaged),
        ("1,96608e17", NumberError::FloatDamaged),
        ("196608011988031000", NumberError::FloatDamaged),
        ("196608011988031001.0", NumberError::FloatDamaged),
        ("19660801198803100l", NumberError::NotDigits),
        ("１96608011988031001", NumberError::NotDigits),
        ("19660801198803101", NumberError::WrongLength { digits: 17 }),
        (
            "1966080119880310011",
            NumberError::WrongLength { digits: 19 },
        ),
        ("196602301988031001", NumberError::BirthDate),
        ("000008011988031001", NumberError::BirthDate),
        ("196608011988131001", NumberError::AppointmentMonth),
        ("196608011988001001", NumberError::AppointmentMonth),
        ("196608011988033001", NumberError::SexDigit),
        ("196608011988030001", NumberError::SexDigit),
    ];
    for (text, error) in cases {
        assert_eq!(pns(text), Err(error), "{text}");
    }
}

#[test]
fn a_month_is_asked_of_civil_servants_only() {
    let number = EmployeeNumber::new("199112242023211043");
    assert_eq!(
        number.parse(EmploymentKind::Pns),
        Err(NumberError::AppointmentMonth)
    );
    for kind in [EmploymentKind::Pppk, EmploymentKind::PppkPartTime] {
        let Ok(ParsedNumber::Pppk(number)) = number.parse(kind) else {
            panic!("not a contract employee's number");
        };
        assert_eq!(number.agreement(), 21);
    }
}

#[test]
fn what_stands_between_the_digits_is_left_out() {
    let written = [
        "19660801.198803.1.001",
        " 19660801\u{a0}198803\u{a0}1\u{a0}001 ",
        "'196608011988031001",
        "\"196608011988031001\"",
    ];
    for text in written {
        let number = pns(text).unwrap().number();
        assert_eq!(number.reveal(), "196608011988031001", "{text}");
        let number = EmployeeNumber::new(text);
        assert!(number.is_spaced() || number.is_quoted(), "{text}");
    }
    let plain = EmployeeNumber::new("196608011988031001");
    assert!(!plain.is_spaced() && !plain.is_quoted());
}

#[test]
fn no_error_and_no_debug_shows_a_number() {
    let text = "196608011988031001";
    let shown = [
        format!("{:?}", EmployeeNumber::new(text)),
        format!("{:?}", Nip::new(text)),
        format!("{:?}", PppkNumber::new(text)),
        format!("{:?}", LegacyNumber::new("131263190")),
        format!("{:?}", pns(text)),
        NumberError::BirthDate.to_string(),
    ];
    for shown in shown {
        assert!(
            !shown.contains("1966") && !shown.contains("1312"),
            "{shown}"
        );
    }
}

proptest! {
    #[test]
    fn a_sound_number_is_read_back(
        days in 0_i64..30_000,
        year in 1950_u32..2030,
        month in 1_u32..=12,
        sex in 1_u32..=2,
        serial in 1_u32..=999,
    ) {
        let born = day(1930, 1, 1) + chrono::TimeDelta::days(days);
        let text = format!("{}{year}{month:02}{sex}{serial:03}", born.format("%Y%m%d"));
        let nip = Nip::new(&text).unwrap();
        prop_assert_eq!(nip.birth_date(), born);
        prop_assert_eq!(nip.appointment_year(), year);
        prop_assert_eq!(nip.appointment_month(), month);
        prop_assert_eq!(nip.serial(), serial);
        prop_assert_eq!(nip.reveal(), text.as_str());
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let number = EmployeeNumber::new(text);
        for kind in EmploymentKind::ALL {
            let _ = number.parse(*kind);
        }
        if let Ok(parsed) = number.parse_any() {
            let again = parsed.number().parse_any();
            prop_assert_eq!(again, Ok(parsed));
        }
    }

    #[test]
    fn number_like_text_is_read_or_refused(text in "['\" ]?[0-9.,eE+ ]{0,24}") {
        let _ = EmployeeNumber::new(text.as_str()).parse_any();
        let _ = (Nip::new(&text), PppkNumber::new(&text), LegacyNumber::new(&text));
    }
}
