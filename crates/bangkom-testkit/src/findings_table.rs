use std::collections::BTreeMap;

use bangkom_domain::finding::{FindingCode, Severity};

/// Where the table of findings and the code of one crate differ; empty when they agree.
///
/// The table of a crate stands below the heading `## <crate>`. Its columns are code, severity,
/// meaning, cause and action; the last three hold Indonesian, `<br>`, English.
///
/// ```
/// use bangkom_domain::roster::CrossFinding;
/// use bangkom_testkit::differences_from_table;
///
/// let codes = CrossFinding::TABLE.iter().map(|code| (*code).into());
/// let missing = differences_from_table("## bangkom-domain\n", "bangkom-domain", codes);
/// assert_eq!(missing.len(), CrossFinding::TABLE.len());
/// ```
pub fn differences_from_table(
    markdown: &str,
    krate: &str,
    codes: impl IntoIterator<Item = FindingCode<String>>,
) -> Vec<String> {
    let mut differences = Vec::new();
    let mut rows = BTreeMap::<&str, Vec<&str>>::new();
    for cells in section(markdown, krate).filter_map(cells) {
        let code = cells.first().copied().unwrap_or_default();
        if rows.insert(code, cells).is_some() {
            differences.push(format!("{code} has two rows"));
        }
    }
    for code in codes {
        match rows.remove(code.code) {
            None => differences.push(format!("{} has no row", code.code)),
            Some(cells) => differences.extend(difference(&code, &cells)),
        }
    }
    differences.extend(
        rows.keys()
            .map(|code| format!("{code} is no code of {krate}")),
    );
    differences
}

/// The lines below the heading of the crate, up to the next heading of that rank.
fn section<'a>(markdown: &'a str, krate: &str) -> impl Iterator<Item = &'a str> {
    let heading = format!("## {krate}");
    markdown
        .lines()
        .skip_while(move |line| line.trim_end() != heading)
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
}

/// The cells of a row whose first cell is a code.
fn cells(line: &str) -> Option<Vec<&str>> {
    let line = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let mut cells: Vec<_> = line.split('|').map(str::trim).collect();
    let code = cells.first()?.strip_prefix('`')?.strip_suffix('`')?;
    cells[0] = code;
    Some(cells)
}

fn difference(code: &FindingCode<String>, cells: &[&str]) -> Option<String> {
    let name = code.code;
    let [_, severity, meaning, cause, action] = cells else {
        return Some(format!("{name} has {} columns, not 5", cells.len()));
    };
    let expected = match code.severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let written = format!("{}<br>{}", code.action_id, code.action_en);
    if *severity != expected {
        Some(format!("{name} is of severity {expected}, not {severity}"))
    } else if *action != written {
        Some(format!(
            "the action of {name} is {written:?}, not {action:?}"
        ))
    } else if [meaning, cause].iter().any(|cell| !in_both_languages(cell)) {
        Some(format!(
            "meaning or cause of {name} is not in both languages"
        ))
    } else {
        None
    }
}

fn in_both_languages(cell: &str) -> bool {
    cell.split_once("<br>")
        .is_some_and(|(id, en)| !id.trim().is_empty() && !en.trim().is_empty())
}
