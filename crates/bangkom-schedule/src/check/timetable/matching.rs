/// Whether every row can have a column of its own, of those that it may have.
///
/// # References
/// Kuhn 1955; augmenting paths, O(rows × edges).
pub(super) fn each_has_one(rows: &[&[u32]], columns: usize) -> bool {
    let mut owner: Vec<Option<usize>> = vec![None; columns];
    (0..rows.len()).all(|row| augment(row, rows, &mut owner, &mut vec![false; columns]))
}

/// Finds a column for the row, moving others to other columns.
fn augment(start: usize, rows: &[&[u32]], owner: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    // A path of (row, the next column to try); explicit, because paths can be long.
    let mut path = vec![(start, 0)];
    while let Some((row, next)) = path.last_mut() {
        let Some(column) = rows[*row].get(*next).map(|column| *column as usize) else {
            path.pop();
            continue;
        };
        *next += 1;
        if seen[column] {
            continue;
        }
        seen[column] = true;
        if let Some(other) = owner[column] {
            path.push((other, 0));
            continue;
        }
        for (row, next) in path {
            owner[rows[row][next - 1] as usize] = Some(row);
        }
        return true;
    }
    false
}
