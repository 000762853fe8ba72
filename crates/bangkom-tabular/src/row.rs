//! One row of a table and the parsers of its cells.

use bangkom_domain::Language;
use bangkom_domain::finding::Sensitive;
use chrono::NaiveDate;
use csv::StringRecord;

use crate::header::Header;
use crate::text::fold;
use crate::{Expected, TableFinding};

/// One row; every parser reports what is wrong and gives `None`.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    table: &'static str,
    header: &'a Header,
    cells: &'a StringRecord,
    number: u64,
    findings: Vec<TableFinding>,
}

impl<'a> Row<'a> {
    pub(crate) fn new(
        table: &'static str,
        header: &'a Header,
        cells: &'a StringRecord,
        number: u64,
    ) -> Self {
        Self {
            table,
            header,
            cells,
            number,
            findings: Vec::new(),
        }
    }

    pub(crate) fn into_findings(self) -> Vec<TableFinding> {
        self.findings
    }

    /// The number of the row, counted from 1 below the header.
    pub(crate) fn number_of_row(&self) -> u64 {
        self.number
    }

    /// The table, for findings.
    pub(crate) fn table(&self) -> &'static str {
        self.table
    }

    /// Reports a finding that needs the number of the row.
    pub(crate) fn report(&mut self, finding: impl FnOnce(u64) -> TableFinding) {
        self.findings.push(finding(self.number));
    }

    pub(crate) fn check_width(&mut self) {
        let (expected, got) = (self.header.width(), self.cells.len());
        if got > expected {
            let table = self.table;
            self.report(|row| TableFinding::TooManyCells {
                table,
                row,
                expected,
                got,
            });
        }
    }

    /// The trimmed cell, if the column is there and the cell is not empty.
    pub(crate) fn text(&self, column: &'static str) -> Option<&'a str> {
        let position = self.header.position(column)?.1?;
        let cell = self
            .cells
            .get(position)?
            .trim_matches(|c: char| c.is_whitespace() || c == '\'');
        (!cell.is_empty() && cell != "-").then_some(cell)
    }

    /// The cell as it was written, if the column is there.
    pub(crate) fn raw(&self, column: &'static str) -> Option<&'a str> {
        self.cells.get(self.header.position(column)?.1?)
    }

    /// The cell of a column without which the row is of no use.
    pub(crate) fn need(&mut self, column: &'static str) -> Option<&'a str> {
        let cell = self.text(column);
        if cell.is_none() {
            let table = self.table;
            self.report(|row| TableFinding::EmptyCell { table, row, column });
        }
        cell
    }

    /// The value given, as its column allows it to be shown.
    ///
    /// Where cells ran into each other, any cell may hold what is personal.
    pub(crate) fn given(&self, column: &'static str, value: &str) -> Sensitive<String> {
        let column = self.header.position(column);
        let personal = column.is_some_and(|(column, _)| column.personal);
        let shifted = self.cells.len() != self.header.width();
        let value = value.to_owned();
        if personal || shifted || holds_a_number(&value) {
            Sensitive::personal(value)
        } else {
            Sensitive::open(value)
        }
    }

    /// A cell through a parser; what does not parse is reported as not being `expected`.
    pub(crate) fn parse<T>(
        &mut self,
        column: &'static str,
        expected: Expected,
        parser: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.need(column)?;
        self.parsed(column, expected, cell, parser)
    }

    /// The same for a cell that may be empty.
    pub(crate) fn parse_optional<T>(
        &mut self,
        column: &'static str,
        expected: Expected,
        parser: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.text(column)?;
        self.parsed(column, expected, cell, parser)
    }

    fn parsed<T>(
        &mut self,
        column: &'static str,
        expected: Expected,
        cell: &str,
        parser: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parser(cell);
        if value.is_none() {
            let (table, value) = (self.table, self.given(column, cell));
            self.report(|row| TableFinding::BadCell {
                table,
                row,
                column,
                expected,
                value,
            });
        }
        value
    }

    /// A date that must be there.
    pub(crate) fn date(&mut self, column: &'static str) -> Option<NaiveDate> {
        self.parse(column, Expected::Date, date)
    }

    /// A number that may be left out.
    pub(crate) fn optional_number(&mut self, column: &'static str) -> Option<f64> {
        self.parse_optional(column, Expected::Number, number)
    }

    /// A number that must be there.
    pub(crate) fn number(&mut self, column: &'static str) -> Option<f64> {
        self.parse(column, Expected::Number, number)
    }

    /// A number that must be there and lie between these bounds.
    pub(crate) fn number_within(
        &mut self,
        column: &'static str,
        low: f64,
        high: f64,
    ) -> Option<f64> {
        self.parse(column, Expected::OnScale, |cell| {
            number(cell).filter(|v| (low..=high).contains(v))
        })
    }
}

/// A date as day-month-year or year-month-day, separated by hyphen, slash or dot.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let day = text.split([' ', 'T']).next()?;
    let parts: Vec<u32> = day
        .split(['-', '/', '.'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [first, month, last] = parts[..] else {
        return None;
    };
    let (year, day) = if first > 31 {
        (first, last)
    } else {
        (last, first)
    };
    if !(1_900..=2_200).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year as i32, month, day)
}

/// A finite number with decimal point or decimal comma.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = match (text.contains(','), text.contains('.')) {
        (true, false) => text.replace(',', "."),
        (true, true) => text.replace('.', "").replace(',', "."),
        _ => text.to_owned(),
    };
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The member of an enumeration by its code or its name in either language.
pub(crate) fn member<T: Copy>(
    text: &str,
    members: &[T],
    code: fn(T) -> &'static str,
    label: fn(T, Language) -> &'static str,
) -> Option<T> {
    let folded = fold(text);
    let names = |one: T| {
        [
            code(one),
            label(one, Language::Id),
            label(one, Language::En),
        ]
    };
    let mut members = members.iter().copied();
    members.find(|one| names(*one).iter().any(|name| fold(name) == folded))
}

/// The member of a table of words, compared without case and punctuation.
pub(crate) fn word<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<T> {
    let folded = fold(text);
    words
        .iter()
        .find(|(word, _)| fold(word) == folded)
        .map(|(_, value)| *value)
}

/// Whether a text holds as many digits in a row as the shortest number of an employee.
fn holds_a_number(text: &str) -> bool {
    const SHORTEST: usize = 9;
    text.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_day_first_unless_the_year_is() {
        let expected = NaiveDate::from_ymd_opt(2026, 2, 1);
        for text in [
            "01-02-2026",
            "1/2/2026",
            "2026-02-01",
            "01.02.2026",
            "2026-02-01 00:00:00",
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
        for text in ["31-02-2026", "2026", "01-02-26", "", "a-b-c", "46023"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_take_either_decimal_sign() {
        assert_eq!(number("3,5"), Some(3.5));
        assert_eq!(number("3.5"), Some(3.5));
        assert_eq!(number("1.234,5"), Some(1234.5));
        assert_eq!(number("NaN"), None);
        assert_eq!(number("inf"), None);
    }
}
