use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{ContentArrangement, Table};

/// A table for people: a header and its rows.
///
/// ```
/// let table = bangkom_examples::table(&["unit", "people"], [["DPMPTSP", "180"]]);
/// assert!(table.contains("DPMPTSP"));
/// ```
pub fn table<R>(header: &[&str], rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator,
    R::Item: ToString,
{
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(140)
        .set_header(header);
    for row in rows {
        table.add_row(row.into_iter().map(|cell| cell.to_string()));
    }
    table.to_string()
}
