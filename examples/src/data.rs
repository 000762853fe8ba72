use std::error::Error;
use std::fs;
use std::path::PathBuf;

/// The folder with the data of an example.
///
/// ```
/// assert!(bangkom_examples::data_dir("layanan_publik").ends_with("data/layanan_publik"));
/// ```
pub fn data_dir(example: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "data", example]
        .iter()
        .collect()
}

/// Columns of a small file of the evaluation data, by name; an empty cell is NaN.
///
/// # Errors
/// A file that is not there, a column that it does not have, or a cell that is no number.
///
/// ```
/// let [before] = bangkom_examples::columns("hciprepost.csv", ["score.pre"])?;
/// assert_eq!(before.len(), 16);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn columns<const N: usize>(
    file: &str,
    names: [&str; N],
) -> Result<[Vec<f64>; N], Box<dyn Error>> {
    let text = fs::read_to_string(data_dir("evaluation").join(file))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().ok_or("empty file")?.split(',').collect();
    let mut columns = [const { Vec::new() }; N];
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        for (column, name) in columns.iter_mut().zip(names) {
            let index = header.iter().position(|cell| *cell == name);
            let cell = index
                .and_then(|index| cells.get(index))
                .ok_or("no such column")?;
            column.push(if cell.is_empty() {
                f64::NAN
            } else {
                cell.parse()?
            });
        }
    }
    Ok(columns)
}
