//! Figures of groups, and what must not be seen in them.

use bangkom_needs::{UnitNeeds, roll_up};

use crate::city::{City, nano};

fn staffed(units: &[(&str, u128)]) -> City {
    let mut city = City::new();
    let mut number = 0;
    for (unit, people) in units {
        for _ in 0..*people {
            number += 1;
            let somebody = city.hire(number, unit);
            city.agree(somebody, "service", if number % 2 == 0 { 4.0 } else { 2.0 });
        }
    }
    city
}

fn figures(city: &City) -> Vec<(String, Option<u32>)> {
    let rows = roll_up(&city.analyze(), &city.roster(), 5);
    let shape = |row: &UnitNeeds| (row.unit.to_string(), row.figure.map(|figure| figure.people));
    rows.iter().map(shape).collect()
}

fn named(expected: &[(&str, Option<u32>)]) -> Vec<(String, Option<u32>)> {
    expected
        .iter()
        .map(|(unit, people)| ((*unit).to_owned(), *people))
        .collect()
}

#[test]
fn a_figure_includes_everybody_below() {
    let city = staffed(&[("A", 5), ("A1", 5), ("B", 10)]);
    let rows = roll_up(&city.analyze(), &city.roster(), 5);
    let whole = rows
        .iter()
        .find(|row| row.unit.as_str() == "CITY")
        .unwrap()
        .figure
        .unwrap();
    assert_eq!((whole.people, whole.with_gap), (20, 10));
    assert_eq!((whole.mean_gap, whole.priority), (nano(1.0), nano(100.0)));
    let expected = [
        ("A", Some(10)),
        ("A1", Some(5)),
        ("B", Some(10)),
        ("CITY", Some(20)),
    ];
    assert_eq!(figures(&city), named(&expected));
}

#[test]
fn small_groups_and_what_could_be_subtracted_are_hidden() {
    // B has 3: hidden; the city minus A would show B, so A is hidden too, and all below it.
    let city = staffed(&[("A", 6), ("A1", 8), ("B", 3)]);
    let expected = [("A", None), ("A1", None), ("B", None), ("CITY", Some(17))];
    assert_eq!(figures(&city), named(&expected));
    // A has 2 of its own beside A1: A1 is hidden, A stays.
    let city = staffed(&[("A", 2), ("A1", 8), ("B", 9)]);
    let expected = [
        ("A", Some(10)),
        ("A1", None),
        ("B", Some(9)),
        ("CITY", Some(19)),
    ];
    assert_eq!(figures(&city), named(&expected));
}

#[test]
fn too_few_in_all_show_nothing() {
    let city = staffed(&[("A", 2), ("B", 2)]);
    assert!(figures(&city).iter().all(|(_, people)| people.is_none()));
}
