use super::interior::{Blocks, Coordinate, Space};
use super::intervals::Intervals;
use super::people::People;
use super::relaxation::{ProgramPart, Relaxation};
use super::rows::{Row, Rows};

/// The price of more than there is, in units of an average seat.
const DEAR: f64 = 1e4;

/// A linear program over people, batches and instructors, with its rows.
#[derive(Debug)]
pub(super) struct Model<'a> {
    relaxation: &'a Relaxation,
    rows: &'a Rows,
    /// The least number of mandatory claims with a seat.
    mandatory: Option<u64>,
}

/// Batches and instructors as blocks.
#[derive(Debug)]
pub(super) struct Means {
    pub(super) blocks: Blocks,
    /// The program of each of the first blocks; those of instructors follow.
    pub(super) programs: Vec<usize>,
}

/// Entries of a column before they have places in the support of its block.
type Entries = Vec<(u32, f64)>;

impl<'a> Model<'a> {
    pub(super) fn new(relaxation: &'a Relaxation, rows: &'a Rows, mandatory: Option<u64>) -> Self {
        Self {
            relaxation,
            rows,
            mandatory,
        }
    }

    /// What numbers of a row are divided by, so that they are about one.
    pub(super) fn scale(&self, row: Row) -> f64 {
        let program = |p: usize| &self.relaxation.programs[p];
        let scale = match row {
            Row::SeatsAtMost(p, _) => program(p).max_seats,
            Row::SeatsAtLeast(p) => program(p).min_seats,
            Row::Teaching(p) => program(p).teaching,
            Row::Experts(p) => program(p).experts,
            Row::Share(..) => 1_000,
            Row::PerBatch(p, unit) => self.relaxation.per_batch(p, unit),
            Row::Room(_) => 4,
            Row::Least(_) | Row::Release(_) | Row::Mandatory => 1,
            Row::Fund(fund) => return self.fund_scale(fund),
        };
        f64::from(scale.max(1))
    }

    fn fund_scale(&self, fund: usize) -> f64 {
        let programs = self.relaxation.programs.iter();
        let of_fund = programs.filter(|program| program.fund == Some(fund));
        of_fund
            .map(|program| program.per_batch.max(program.per_seat))
            .fold(1, i64::max) as f64
    }

    pub(super) fn space(&self, people: &People, intervals: &Intervals) -> Space {
        let rhs = self
            .rows
            .iter()
            .map(|row| self.rhs(row, intervals) / self.scale(row));
        let programs = 0..self.relaxation.programs.len();
        let mut space = Space {
            rhs: rhs.collect(),
            common: programs.map(|p| self.seat_rows(p)).collect(),
            coordinates: Vec::with_capacity(people.spots.len()),
            first: people.first.clone(),
        };
        for unit in 0..self.relaxation.units.len() {
            let range = people.first[unit] as usize..people.first[unit + 1] as usize;
            for spot in &people.spots[range] {
                space.coordinates.push(match spot {
                    Some((p, mandatory)) => Coordinate {
                        program: Some(*p as u32),
                        local: self.unit_rows(*p, unit, *mandatory),
                    },
                    None => Coordinate {
                        program: None,
                        local: self.entries([(Row::Release(unit), 1.0)]),
                    },
                });
            }
        }
        space
    }

    fn rhs(&self, row: Row, intervals: &Intervals) -> f64 {
        let standing = |p: usize| f64::from(self.relaxation.programs[p].standing);
        match row {
            Row::SeatsAtMost(p, _) | Row::PerBatch(p, _) => standing(p),
            Row::Share(p, _) => 1_000.0 * standing(p),
            Row::SeatsAtLeast(_) | Row::Teaching(_) | Row::Experts(_) => 0.0,
            Row::Least(p) => -f64::from(intervals.least(p)),
            Row::Release(unit) => self.relaxation.units[unit].release as f64,
            Row::Room(room) => self.relaxation.rooms[room].slots as f64,
            Row::Fund(fund) => self.relaxation.funds[fund] as f64,
            Row::Mandatory => -(self.mandatory.unwrap_or(0) as f64),
        }
    }

    /// Those of the rows that are in use, scaled.
    fn entries(&self, rows: impl IntoIterator<Item = (Row, f64)>) -> Entries {
        rows.into_iter()
            .filter_map(|(row, amount)| Some((self.rows.get(row)?, amount / self.scale(row))))
            .collect()
    }

    /// What a seat counts in the rows of its program.
    fn seat_rows(&self, p: usize) -> Entries {
        let program = &self.relaxation.programs[p];
        let sessions = numbers(program).map(|number| (Row::SeatsAtMost(p, number), 1.0));
        let shares = (0..self.relaxation.units.len())
            .map(|unit| (Row::Share(p, unit), -f64::from(program.share)));
        let least = [(Row::SeatsAtLeast(p), -1.0)];
        let money = program
            .fund
            .map(|fund| (Row::Fund(fund), program.per_seat as f64));
        self.entries(sessions.chain(least).chain(money).chain(shares))
    }

    /// What a seat counts in the rows of its unit.
    fn unit_rows(&self, p: usize, unit: usize, mandatory: bool) -> Entries {
        let rows = [
            (Row::Share(p, unit), 1_000.0),
            (Row::PerBatch(p, unit), 1.0),
        ];
        let must = mandatory.then_some((Row::Mandatory, -1.0));
        self.entries(rows.into_iter().chain(must))
    }

    pub(super) fn means(&self, space: &Space, intervals: &Intervals) -> Means {
        let mut means = Means {
            blocks: Blocks::new(),
            programs: Vec::new(),
        };
        for (p, program) in self.relaxation.programs.iter().enumerate() {
            let most = intervals.greatest(p);
            let columns: Vec<Entries> = choices(program, &self.relaxation.rooms)
                .iter()
                .map(|rooms| self.batch_rows(p, rooms))
                .collect();
            if most > 0 && !columns.is_empty() {
                open(&mut means.blocks, space, f64::from(most), &columns);
                means.programs.push(p);
            }
        }
        for instructor in &self.relaxation.instructors {
            let columns: Vec<Entries> = instructor
                .programs
                .iter()
                .map(|p| {
                    let expert = instructor.expert.then_some((Row::Experts(*p), -1.0));
                    let fund = self.relaxation.programs[*p].fund;
                    let money = fund.map(|fund| (Row::Fund(fund), instructor.fee as f64));
                    let taught = [(Row::Teaching(*p), -1.0)];
                    self.entries(taught.into_iter().chain(money).chain(expert))
                })
                .collect();
            if instructor.slots > 0 && !columns.is_empty() {
                open(
                    &mut means.blocks,
                    space,
                    f64::from(instructor.slots),
                    &columns,
                );
            }
        }
        means
    }

    /// What a batch counts, its sessions in rooms of these classes.
    fn batch_rows(&self, p: usize, rooms: &[usize]) -> Entries {
        let program = &self.relaxation.programs[p];
        let mut cost = program.per_batch;
        let mut rows = vec![
            (Row::SeatsAtLeast(p), f64::from(program.min_seats)),
            (Row::Teaching(p), f64::from(program.teaching)),
            (Row::Experts(p), f64::from(program.experts)),
            (Row::Least(p), -1.0),
        ];
        if rooms.is_empty() {
            rows.push((Row::SeatsAtMost(p, 0), -f64::from(program.max_seats)));
        }
        for (session, room) in program.sessions.iter().zip(rooms) {
            let class = &self.relaxation.rooms[*room];
            let seats = program.max_seats.min(class.capacity);
            rows.push((Row::SeatsAtMost(p, session.number), -f64::from(seats)));
            rows.push((Row::Room(*room), f64::from(session.slots)));
            cost = cost.saturating_add(class.cost.saturating_mul(i64::from(session.slots)));
        }
        rows.extend(program.fund.map(|fund| (Row::Fund(fund), cost as f64)));
        for unit in 0..self.relaxation.units.len() {
            let most = f64::from(self.relaxation.per_batch(p, unit));
            rows.push((Row::PerBatch(p, unit), -most));
        }
        self.entries(rows)
    }
}

/// The numbers of the rows that hold the seats of a program: its sessions with rooms, or none.
fn numbers(program: &ProgramPart) -> impl Iterator<Item = u16> + '_ {
    let none = program.sessions.is_empty().then_some(0);
    none.into_iter()
        .chain(program.sessions.iter().map(|session| session.number))
}

/// How the sessions of a batch can be given rooms.
///
/// Of one session every class is a choice; of several, each takes the smallest class that
/// seats as many as the others.
fn choices(program: &ProgramPart, rooms: &[super::relaxation::RoomClass]) -> Vec<Vec<usize>> {
    match program.sessions.as_slice() {
        [] => vec![Vec::new()],
        [one] => one.rooms.iter().map(|room| vec![*room]).collect(),
        many => {
            let mut sizes: Vec<u32> = many
                .iter()
                .flat_map(|session| &session.rooms)
                .map(|room| rooms[*room].capacity)
                .collect();
            sizes.sort_unstable();
            sizes.dedup();
            let fit = |size: u32| -> Option<Vec<usize>> {
                many.iter()
                    .map(|session| {
                        let fits = session.rooms.iter().copied();
                        fits.filter(|room| rooms[*room].capacity >= size)
                            .min_by_key(|room| (rooms[*room].capacity, rooms[*room].cost, *room))
                    })
                    .collect()
            };
            sizes.into_iter().filter_map(fit).collect()
        }
    }
}

/// Opens a block whose columns touch rows only.
fn open(blocks: &mut Blocks, space: &Space, limit: f64, columns: &[Entries]) {
    let mut support: Vec<u32> = columns
        .iter()
        .flatten()
        .filter(|(_, amount)| *amount != 0.0)
        .map(|(row, _)| space.direct(*row as usize))
        .collect();
    support.sort_unstable();
    support.dedup();
    blocks.open(&support, limit, None);
    for column in columns {
        let mut entries: Vec<(u16, f64)> = column
            .iter()
            .filter(|(_, amount)| *amount != 0.0)
            .map(|(row, amount)| {
                let at = space.direct(*row as usize);
                (support.partition_point(|other| *other < at) as u16, *amount)
            })
            .collect();
        entries.sort_unstable_by_key(|(place, _)| *place);
        // Two sessions in rooms of one class count in one row.
        entries.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
        blocks.column(
            0.0,
            entries
                .into_iter()
                .map(|(place, amount)| (place, amount as f32)),
        );
    }
}

/// A little more of each row at a price that nothing is worth.
///
/// Where the rows leave no room at all, prices would grow without end.
pub(super) fn spare(space: &Space) -> Blocks {
    let mut blocks = Blocks::new();
    for row in 0..space.rows() {
        blocks.open(&[space.direct(row)], 1.0, None);
        blocks.column(-DEAR, [(0, -1.0)]);
    }
    blocks
}
