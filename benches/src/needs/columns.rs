use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use bangkom::domain::evidence::SourceKind;
use bangkom::needs::columns::{Columns, ColumnsError, Observations};
use bytemuck::Pod;

/// How many competencies a profile has in the workload.
pub(super) const COMPETENCIES: usize = 40;

/// The sources of the workload: what stands for each code, weight, half-life in days.
pub(super) const SOURCES: [(SourceKind, f64, f64); 6] = [
    (SourceKind::Assessment, 0.30, 365.0),
    (SourceKind::Superior, 0.10, 270.0),
    (SourceKind::Peer, 0.20, 365.0),
    (SourceKind::Appraisal, 0.25, 1095.0),
    (SourceKind::Observation, 0.10, 180.0),
    (SourceKind::Subordinate, 0.05, 120.0),
];

/// The rows of a folder of the workload, read a part at a time.
#[derive(Debug)]
pub struct RowFiles {
    kinds: [SourceKind; 6],
    rows: usize,
    employee: Column,
    competency: Column,
    source: Column,
    level: Column,
    age: Column,
}

/// A part of the rows in memory.
#[derive(Debug, Default)]
pub struct Room {
    employee: Vec<u32>,
    competency: Vec<u16>,
    source: Vec<u8>,
    level: Vec<f32>,
    age: Vec<u16>,
}

impl RowFiles {
    /// Opens the rows of `DIR` in the order `kind`, `grouped` or `shuffled`.
    ///
    /// # Errors
    /// The file that could not be opened, and why.
    pub fn open(dir: &Path, kind: &str) -> Result<Self, ColumnError> {
        let dir = dir.join(kind);
        let employee = Column::open(dir.join("employee.u32"))?;
        Ok(Self {
            kinds: SOURCES.map(|(kind, ..)| kind),
            rows: employee.len::<u32>()?,
            employee,
            competency: Column::open(dir.join("competency.u16"))?,
            source: Column::open(dir.join("source.u8"))?,
            level: Column::open(dir.join("level.f32"))?,
            age: Column::open(dir.join("age.u16"))?,
        })
    }
}

impl Columns<u32> for RowFiles {
    type Room = Room;

    fn kinds(&self) -> &[SourceKind] {
        &self.kinds
    }

    fn rows(&self) -> usize {
        self.rows
    }

    fn persons<'r>(
        &'r self,
        rows: Range<usize>,
        room: &'r mut Room,
    ) -> Result<&'r [u32], ColumnsError> {
        self.employee.part(rows, &mut room.employee)
    }

    fn part<'r>(
        &'r self,
        rows: Range<usize>,
        room: &'r mut Room,
    ) -> Result<Observations<'r, u32>, ColumnsError> {
        Ok(Observations {
            kinds: &self.kinds,
            person: self.employee.part(rows.clone(), &mut room.employee)?,
            competency: self.competency.part(rows.clone(), &mut room.competency)?,
            source: self.source.part(rows.clone(), &mut room.source)?,
            level: self.level.part(rows.clone(), &mut room.level)?,
            age_days: self.age.part(rows, &mut room.age)?,
        })
    }
}

/// Why a column could not be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {}", path.display())]
pub struct ColumnError {
    path: PathBuf,
    source: std::io::Error,
}

/// A file of little-endian numbers; the machine must be little-endian, as nearly all are.
#[derive(Debug)]
pub(super) struct Column {
    path: PathBuf,
    file: File,
}

impl Column {
    pub(super) fn open(path: PathBuf) -> Result<Self, ColumnError> {
        match File::open(&path) {
            Ok(file) => Ok(Self { path, file }),
            Err(source) => Err(ColumnError { path, source }),
        }
    }

    fn error(&self, source: std::io::Error) -> ColumnError {
        let path = self.path.clone();
        ColumnError { path, source }
    }

    /// How many numbers there are.
    fn len<T>(&self) -> Result<usize, ColumnError> {
        let about = self.file.metadata().map_err(|error| self.error(error))?;
        Ok(about.len() as usize / size_of::<T>())
    }

    /// All numbers.
    pub(super) fn all<T: Pod>(&self) -> Result<Vec<T>, ColumnError> {
        let mut room = Vec::new();
        self.fill(0..self.len::<T>()?, &mut room)
            .map_err(|error| self.error(error))?;
        Ok(room)
    }

    /// A part of the numbers, read into a room that is used again.
    fn part<'r, T: Pod>(
        &self,
        rows: Range<usize>,
        room: &'r mut Vec<T>,
    ) -> Result<&'r [T], ColumnsError> {
        let (first, end) = (rows.start, rows.end);
        self.fill(rows, room).map_err(|error| ColumnsError::Read {
            first,
            end,
            source: self.error(error).into(),
        })?;
        Ok(&room[..end - first])
    }

    fn fill<T: Pod>(&self, rows: Range<usize>, room: &mut Vec<T>) -> std::io::Result<()> {
        if room.len() < rows.len() {
            room.resize(rows.len(), T::zeroed());
        }
        let bytes = bytemuck::cast_slice_mut(&mut room[..rows.len()]);
        let start = rows.start * size_of::<T>();
        self.file.read_exact_at(bytes, start as u64)
    }
}
