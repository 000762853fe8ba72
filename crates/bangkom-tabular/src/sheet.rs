//! A file as header and rows.

use std::io::Read;

use bangkom_domain::finding::Findings;
use csv::{ReaderBuilder, StringRecord};

use crate::header::{Column, Header};
use crate::row::Row;
use crate::text::{decode, separator};
use crate::{ReadOptions, Reading, TableError, TableFinding};

/// How many lines may stand above the header.
const TITLE_LINES: usize = 20;

/// Reads every row of a table with `parse`, which gives `None` for a row to be set aside.
pub(crate) fn read<T>(
    mut input: impl Read,
    table: &'static str,
    columns: &'static [Column],
    options: &ReadOptions,
    mut parse: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Result<Reading<Vec<T>>, TableError> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(TableError::read)?;
    let (text, encoding) = decode(&bytes);
    let mut findings: Vec<TableFinding> = encoding
        .map(|encoding| TableFinding::Encoding { table, encoding })
        .into_iter()
        .collect();
    let lines = lines(&text, table, options, &mut findings);
    let (first, header) = find_header(&lines, columns, options);
    let title = lines.get(first).cloned().unwrap_or_default();
    findings.extend(header.findings(table, &title, options));
    let mut reading = Reading {
        value: Vec::new(),
        rows: 0,
        kept: 0,
        findings: Findings::default(),
    };
    for (index, line) in lines.iter().skip(first + 1).enumerate() {
        if line.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        reading.rows += 1;
        let mut row = Row::new(table, &header, line, index as u64 + 1);
        let value = if *line == title {
            row.report(|row| TableFinding::RepeatedHeader { table, row });
            None
        } else if header.is_complete() {
            row.check_width();
            parse(&mut row)
        } else {
            None
        };
        findings.append(&mut row.into_findings());
        reading.kept += usize::from(value.is_some());
        reading.value.extend(value);
    }
    reading.findings = Findings::new(findings);
    Ok(reading)
}

/// The records of the text; without quoting when a quote was never closed.
fn lines(
    text: &str,
    table: &'static str,
    options: &ReadOptions,
    findings: &mut Vec<TableFinding>,
) -> Vec<StringRecord> {
    let quoting = text
        .bytes()
        .filter(|byte| *byte == b'"')
        .count()
        .is_multiple_of(2);
    if !quoting {
        findings.push(TableFinding::OpenQuote { table });
    }
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .delimiter(options.separator.unwrap_or_else(|| separator(text)))
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
        .collect()
}

/// The first line, among the uppermost, that names the most columns.
fn find_header(
    lines: &[StringRecord],
    columns: &'static [Column],
    options: &ReadOptions,
) -> (usize, Header) {
    lines
        .iter()
        .take(TITLE_LINES)
        .map(|line| Header::of(columns, line, options))
        .enumerate()
        .rev()
        .max_by_key(|(_, header)| header.matched())
        .unwrap_or_else(|| (0, Header::of(columns, &StringRecord::new(), options)))
}
