/// What the columns of blocks touch: seats and days of units, and the coupling rows themselves.
///
/// A coordinate of a unit stands for many rows at once: a seat of a program counts in each row
/// of the program, and perhaps in rows of the unit.
#[derive(Debug, Clone, Default)]
pub(in crate::annual::bound) struct Space {
    /// What each coupling row allows.
    pub(in crate::annual::bound) rhs: Vec<f64>,
    /// For each program its rows and what a seat counts in them.
    pub(in crate::annual::bound) common: Vec<Vec<(u32, f64)>>,
    /// The coordinates of the units, unit by unit.
    pub(in crate::annual::bound) coordinates: Vec<Coordinate>,
    /// For each unit where its coordinates begin; one more entry ends the last.
    pub(in crate::annual::bound) first: Vec<u32>,
}

/// A coordinate of a unit.
#[derive(Debug, Clone, Default)]
pub(in crate::annual::bound) struct Coordinate {
    /// The program whose rows it counts in.
    pub(in crate::annual::bound) program: Option<u32>,
    /// The rows of the unit that it counts in besides.
    pub(in crate::annual::bound) local: Vec<(u32, f64)>,
}

impl Space {
    pub(in crate::annual::bound) fn rows(&self) -> usize {
        self.rhs.len()
    }

    /// The coordinate that is a row itself.
    pub(in crate::annual::bound) fn direct(&self, row: usize) -> u32 {
        (self.coordinates.len() + row) as u32
    }

    pub(super) fn row_of(&self, coordinate: u32) -> usize {
        coordinate as usize - self.coordinates.len()
    }

    pub(super) fn units(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    pub(super) fn unit(&self, unit: usize) -> std::ops::Range<usize> {
        self.first[unit] as usize..self.first[unit + 1] as usize
    }

    /// The prices of coordinates that prices of rows give.
    pub(in crate::annual::bound) fn spread(&self, rows: &[f64]) -> Vec<f64> {
        let of = |list: &[(u32, f64)]| -> f64 {
            list.iter()
                .map(|(row, amount)| amount * rows[*row as usize])
                .sum()
        };
        let common: Vec<f64> = self.common.iter().map(|list| of(list)).collect();
        let mut all: Vec<f64> = self
            .coordinates
            .iter()
            .map(|at| of(&at.local) + at.program.map_or(0.0, |p| common[p as usize]))
            .collect();
        all.extend_from_slice(rows);
        all
    }

    /// What amounts at coordinates count in the rows.
    pub(in crate::annual::bound) fn gather(&self, amounts: &[f64]) -> Vec<f64> {
        let mut rows = amounts[self.coordinates.len()..].to_vec();
        let mut programs = vec![0.0; self.common.len()];
        for (at, amount) in self.coordinates.iter().zip(amounts) {
            if let Some(program) = at.program {
                programs[program as usize] += amount;
            }
            for (row, each) in &at.local {
                rows[*row as usize] += each * amount;
            }
        }
        for (list, amount) in self.common.iter().zip(programs) {
            for (row, each) in list {
                rows[*row as usize] += each * amount;
            }
        }
        rows
    }

    /// Coordinates in all: those of units, then the rows.
    pub(super) fn size(&self) -> usize {
        self.coordinates.len() + self.rows()
    }
}
