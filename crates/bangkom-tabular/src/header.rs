//! Which column of a file is which.

use bangkom_domain::finding::Sensitive;
use csv::StringRecord;

use crate::text::fold;
use crate::{ReadOptions, TableFinding};

/// A column of a table and the names under which systems export it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// The name in findings and in files we write.
    pub(crate) name: &'static str,
    /// Further names.
    pub(crate) aliases: &'static [&'static str],
    /// Whether a table without it cannot be read.
    pub(crate) required: bool,
    /// Whether its values are about a person and are shown as a shape only.
    pub(crate) personal: bool,
}

impl Column {
    pub(crate) const fn required(name: &'static str, aliases: &'static [&'static str]) -> Self {
        Self {
            name,
            aliases,
            required: true,
            personal: false,
        }
    }

    pub(crate) const fn optional(name: &'static str, aliases: &'static [&'static str]) -> Self {
        Self {
            name,
            aliases,
            required: false,
            personal: false,
        }
    }

    pub(crate) const fn personal(self) -> Self {
        Self {
            personal: true,
            ..self
        }
    }

    /// Its names, folded, the preferred one first: what the caller declared, its own, others.
    fn names<'a>(&'a self, options: &'a ReadOptions) -> impl Iterator<Item = String> + 'a {
        let declared = options.aliases.iter().filter(|(name, _)| name == self.name);
        declared
            .map(|(_, alias)| alias.as_str())
            .chain([self.name])
            .chain(self.aliases.iter().copied())
            .map(fold)
    }
}

/// Where each column of a table stands in a file.
#[derive(Debug)]
pub(crate) struct Header {
    columns: &'static [Column],
    positions: Vec<Option<usize>>,
    width: usize,
}

impl Header {
    /// Matches the cells of a line with the columns.
    pub(crate) fn of(
        columns: &'static [Column],
        line: &StringRecord,
        options: &ReadOptions,
    ) -> Self {
        let cells: Vec<String> = line.iter().map(fold).collect();
        let place = |name: String| {
            cells
                .iter()
                .position(|cell| !cell.is_empty() && *cell == name)
        };
        let find = |column: &Column| column.names(options).find_map(place);
        Self {
            columns,
            positions: columns.iter().map(find).collect(),
            width: line.len(),
        }
    }

    /// How many columns were found.
    pub(crate) fn matched(&self) -> usize {
        self.positions.iter().flatten().count()
    }

    /// How many cells the line had.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The column with this name and its position.
    pub(crate) fn position(&self, name: &str) -> Option<(&'static Column, Option<usize>)> {
        let index = self.columns.iter().position(|column| column.name == name)?;
        Some((&self.columns[index], self.positions[index]))
    }

    /// Whether every required column is there.
    pub(crate) fn is_complete(&self) -> bool {
        self.missing().next().is_none()
    }

    fn missing(&self) -> impl Iterator<Item = &'static Column> {
        self.columns
            .iter()
            .zip(&self.positions)
            .filter(|(column, position)| column.required && position.is_none())
            .map(|(column, _)| column)
    }

    /// What is wrong or noteworthy about the line.
    pub(crate) fn findings(
        &self,
        table: &'static str,
        line: &StringRecord,
        options: &ReadOptions,
    ) -> Vec<TableFinding> {
        let missing = self.missing().map(|column| TableFinding::MissingColumn {
            table,
            column: column.name,
            also: column.aliases.iter().map(ToString::to_string).collect(),
        });
        let others = line.iter().enumerate().filter_map(|(index, cell)| {
            let folded = fold(cell);
            let known = self
                .columns
                .iter()
                .find(|column| column.names(options).any(|name| name == folded));
            match known {
                // A line without any known column is data, not a header: show nothing of it.
                _ if folded.is_empty() || self.matched() == 0 => None,
                _ if self.positions.contains(&Some(index)) => None,
                Some(column) => Some(TableFinding::RepeatedColumn {
                    table,
                    column: column.name,
                }),
                None => Some(TableFinding::IgnoredColumn {
                    table,
                    column: shown(cell.trim()),
                }),
            }
        });
        missing.chain(others).collect()
    }
}

/// The name of a column; one with many digits may be data that ran into the header.
fn shown(name: &str) -> Sensitive<String> {
    const MOST_DIGITS: usize = 4;
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    if digits > MOST_DIGITS {
        Sensitive::personal(name.to_owned())
    } else {
        Sensitive::open(name.to_owned())
    }
}
