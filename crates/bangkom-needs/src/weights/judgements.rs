use super::{WeightFinding, WeightsError};

/// How far a judgement times its mirror may be from one; the upper triangle then counts.
const RECIPROCAL: f64 = 1e-6;
/// The least and the greatest judgement.
const RANGE: std::ops::RangeInclusive<f64> = 1e-3..=1e3;

/// Pairwise judgements: how many times as important the item of the row is as that of the column.
///
/// Every cell is positive, the diagonal is one, and mirrored cells are each other's inverse.
///
/// ```
/// use bangkom_needs::weights::Judgements;
///
/// let judgements = Judgements::from_upper(&[vec![3.0, 5.0], vec![3.0]])?;
/// assert_eq!(judgements.len(), 3);
/// assert_eq!(judgements.get(2, 0), 1.0 / 5.0);
/// let torn = [vec![1.0, 3.0], vec![0.5, 1.0]];
/// assert!(Judgements::new(&torn).is_err());
/// # Ok::<(), bangkom_needs::weights::WeightsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Judgements {
    size: usize,
    cells: Vec<f64>,
}

impl Judgements {
    /// The judgements of a whole matrix, by rows.
    ///
    /// A mirrored pair may miss each other's inverse by one in a million, as written decimals
    /// do; the cell above the diagonal then counts.
    ///
    /// # Errors
    /// [`WeightsError`] with every row of a wrong length, every cell that is not a number from
    /// 1/1000 to 1000, every diagonal cell other than one and every pair that is not reciprocal.
    pub fn new<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, WeightsError> {
        let size = rows.len();
        let mut found = Vec::new();
        if size == 0 {
            found.push(WeightFinding::Nothing);
        }
        for (row, cells) in rows.iter().enumerate() {
            check_row(row, cells.as_ref(), size, &mut found);
        }
        check_mirrors(rows, &mut found);
        WeightsError::unless_empty(found)?;
        let upper = |row: usize| rows[row].as_ref()[row + 1..].to_vec();
        let upper: Vec<Vec<f64>> = (0..size - 1).map(upper).collect();
        Ok(Self::mirrored(&upper))
    }

    /// The judgements above the diagonal, by rows: `n - 1` cells, then `n - 2`, and so on.
    ///
    /// # Errors
    /// [`WeightsError`] with every row of a wrong length and every cell that is not a number
    /// from 1/1000 to 1000.
    pub fn from_upper<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, WeightsError> {
        let mut found = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            let (needed, got) = (rows.len() - row, cells.as_ref().len());
            found.extend(wrong_length(row, needed, got));
            for (column, cell) in cells.as_ref().iter().enumerate() {
                found.extend(out_of_range(row, row + 1 + column, *cell));
            }
        }
        WeightsError::unless_empty(found)?;
        Ok(Self::mirrored(rows))
    }

    /// The judgements of a group: of each cell the geometric mean over the judges.
    ///
    /// The order of the judges has no meaning.
    ///
    /// # Errors
    /// [`WeightsError`] without a judge, and with every judge who compared another number of
    /// items than the first.
    ///
    /// # Examples
    /// ```
    /// use bangkom_needs::weights::Judgements;
    ///
    /// let one = Judgements::from_upper(&[[2.0]])?;
    /// let other = Judgements::from_upper(&[[8.0]])?;
    /// let group = Judgements::of_group(&[one, other])?;
    /// assert!((group.get(0, 1) - 4.0).abs() < 1e-14);
    /// # Ok::<(), bangkom_needs::weights::WeightsError>(())
    /// ```
    ///
    /// # References
    /// Aczel and Saaty 1983: the only mean that keeps judgements reciprocal.
    pub fn of_group(judges: &[Self]) -> Result<Self, WeightsError> {
        let size = judges.first().map_or(0, Self::len);
        let mut found: Vec<WeightFinding> = judges
            .iter()
            .zip(1..)
            .filter(|(judge, _)| judge.len() != size)
            .map(|(other, judge)| WeightFinding::Sizes {
                judge,
                needed: size,
                got: other.len(),
            })
            .collect();
        if judges.is_empty() {
            found.push(WeightFinding::Nothing);
        }
        WeightsError::unless_empty(found)?;
        let mean = |row: usize, column: usize| {
            let mut logs: Vec<f64> = judges
                .iter()
                .map(|judge| libm::log(judge.get(row, column)))
                .collect();
            // Sorted, so that the order of the judges changes no bit of the sum.
            logs.sort_unstable_by(f64::total_cmp);
            libm::exp(logs.iter().sum::<f64>() / logs.len() as f64)
        };
        let upper: Vec<Vec<f64>> = (0..size - 1)
            .map(|row| (row + 1..size).map(|column| mean(row, column)).collect())
            .collect();
        Ok(Self::mirrored(&upper))
    }

    /// How many items are compared, at least one.
    #[expect(clippy::len_without_is_empty, reason = "there is always an item")]
    pub fn len(&self) -> usize {
        self.size
    }

    /// How many times as important the item `row` is as the item `column`, counted from 0.
    ///
    /// # Panics
    /// Where there is no such item.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        assert!(row < self.size && column < self.size, "no such item");
        self.cells[row * self.size + column]
    }

    /// The rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks_exact(self.size)
    }

    /// The same judgements with one replaced, and its mirror.
    pub(super) fn with(&self, row: usize, column: usize, judgement: f64) -> Self {
        let mut changed = self.clone();
        changed.cells[row * self.size + column] = judgement;
        changed.cells[column * self.size + row] = 1.0 / judgement;
        changed
    }

    fn mirrored<R: AsRef<[f64]>>(upper: &[R]) -> Self {
        let size = upper.len() + 1;
        let mut all = Self {
            size,
            cells: vec![1.0; size * size],
        };
        for (row, cells) in upper.iter().enumerate() {
            for (cell, column) in cells.as_ref().iter().zip(row + 1..) {
                all.cells[row * size + column] = *cell;
                all.cells[column * size + row] = 1.0 / *cell;
            }
        }
        all
    }
}

fn check_row(row: usize, cells: &[f64], size: usize, found: &mut Vec<WeightFinding>) {
    found.extend(wrong_length(row, size, cells.len()));
    for (column, cell) in cells.iter().enumerate() {
        let range = out_of_range(row, column, *cell);
        let diagonal = row == column && (cell - 1.0).abs() > RECIPROCAL;
        if range.is_none() && diagonal {
            found.push(WeightFinding::Diagonal {
                row: row + 1,
                given: cell.to_string(),
            });
        }
        found.extend(range);
    }
}

fn check_mirrors<R: AsRef<[f64]>>(rows: &[R], found: &mut Vec<WeightFinding>) {
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.as_ref().iter().enumerate().skip(row + 1) {
            let mirror = rows.get(column).and_then(|cells| cells.as_ref().get(row));
            let Some(mirror) = mirror.filter(|mirror| RANGE.contains(*mirror)) else {
                continue;
            };
            if RANGE.contains(cell) && (cell * mirror - 1.0).abs() > RECIPROCAL {
                found.push(WeightFinding::NotReciprocal {
                    row: row + 1,
                    column: column + 1,
                    given: cell.to_string(),
                    mirrored: mirror.to_string(),
                });
            }
        }
    }
}

fn wrong_length(row: usize, needed: usize, got: usize) -> Option<WeightFinding> {
    let row = row + 1;
    (needed != got).then_some(WeightFinding::NotSquare { row, needed, got })
}

fn out_of_range(row: usize, column: usize, cell: f64) -> Option<WeightFinding> {
    (!RANGE.contains(&cell)).then(|| WeightFinding::JudgementRange {
        row: row + 1,
        column: column + 1,
        given: cell.to_string(),
    })
}
