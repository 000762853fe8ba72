use std::error::Error;
use std::fmt::Display;

use bangkom::domain::calendar::{
    CalendarSchema, CalendarYear, DayOff, DayOffKind, Period, Slot, WeekdaySlots,
};
use bangkom::domain::catalog::{Catalog, CatalogData};
use bangkom::domain::demand::{Demand, DemandRow, DemandSchema};
use bangkom::domain::finding::Findings;
use bangkom::domain::hours::{HoursEntry, HoursLedger};
use bangkom::domain::id::{FeatureId, FundId, PersonId, ProgramId};
use bangkom::domain::measure::{DemandValue, LearningHours, Permille, Rupiah};
use bangkom::domain::people::{Employee, EmploymentKind, Leave, LeaveKind};
use bangkom::domain::preset::{Confidence, Provenance, Source, Standing};
use bangkom::domain::privacy::Personal;
use bangkom::domain::program::{
    BatchLimits, DeliveryMethod, Module, Program, ProgramCost, SessionKind, SessionTemplate, Venue,
};
use bangkom::domain::resources::{
    Fund, Instructor, InstructorKind, Resources, ResourcesSchema, Room, Site, StaffingRule,
};
use bangkom::domain::roster::{Roster, RosterData};
use bangkom::domain::unit::{Unit, UnitKind};
use bangkom::schedule::{PlanPolicy, QualityWeights};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use uuid::Uuid;

use super::instance::{EmployeePart, InstructorPart, OfficePart, ProgramPart, RoomPart};
use super::{Documents, Instance};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The one source of money.
const FUND: &str = "BUDGET";

/// Learning hours of a slot: half a day.
const HOURS_PER_SLOT: u32 = 4;

/// The length of a slot in minutes; only the number of slots matters.
const SLOT_MINUTES: u32 = 30;

/// The code of the thing with this number; codes stand in the order of the numbers.
pub(super) fn code(letter: char, number: usize) -> String {
    format!("{letter}{number:05}")
}

/// The number in a code, if it is one of these.
pub(super) fn number(code: &str) -> Option<usize> {
    code.get(1..)?.parse().ok()
}

/// The id of the employee with this number.
pub(super) fn person(number: usize) -> PersonId {
    PersonId::new(Uuid::from_u128(number as u128 + 1))
}

/// The number of the employee with this id.
pub(super) fn person_number(person: PersonId) -> Option<usize> {
    usize::try_from(person.uuid().as_u128())
        .ok()?
        .checked_sub(1)
}

impl Instance {
    /// The documents that say what the instance says.
    ///
    /// # Errors
    /// When a value is outside what the documents can hold, or a document has findings.
    pub fn documents(&self) -> Result<Documents> {
        Ok(Documents {
            roster: self.roster()?,
            catalog: self.catalog()?,
            resources: self.resources()?,
            demand: self.demand()?,
            ledger: self.ledger()?,
            policy: self.plan_policy(),
            weights: self.weights(),
        })
    }

    pub(super) fn day(&self, index: usize) -> Result<NaiveDate> {
        let day = self.calendar.days.get(index);
        Ok(day.ok_or_else(|| format!("there is no day {index}"))?.date)
    }

    pub(super) fn horizon(&self) -> Result<Period> {
        let last = self.calendar.days.len().saturating_sub(1);
        Ok(Period::new(self.day(0)?, self.day(last)?)?)
    }

    fn periods(&self, days: &[usize]) -> Result<Vec<Period>> {
        let days = days.iter();
        days.map(|day| Ok(Period::day(self.day(*day)?))).collect()
    }

    fn roster(&self) -> Result<Roster> {
        let city = Unit {
            id: "CITY".parse()?,
            name: "City".to_owned(),
            kind: UnitKind::City,
            parent: None,
            site: None,
        };
        let offices = self.offices.iter().enumerate();
        let units = offices.map(|(row, office)| unit(row, office));
        let mut data = RosterData {
            units: units.collect::<Result<_>>()?,
            ..RosterData::default()
        };
        data.units.push(city);
        let employees = self.employees.iter().enumerate();
        let employees = employees.map(|(row, part)| self.employee(row, part));
        data.employees = employees.collect::<Result<_>>()?;
        sound(Roster::new(data).into_result())
    }

    fn employee(&self, row: usize, part: &EmployeePart) -> Result<Employee> {
        let unit = code('O', part.office).parse()?;
        let leave = |period| Leave {
            kind: Personal::new(LeaveKind::Annual),
            period,
        };
        let leaves = self.periods(&part.unavailable_days)?;
        Ok(Employee {
            leaves: leaves.into_iter().map(leave).collect(),
            ..Employee::new(person(row), EmploymentKind::Pns, unit, "STAFF".parse()?)
        })
    }

    fn catalog(&self) -> Result<Catalog> {
        let programs = self.programmes.iter().enumerate();
        let programs = programs.map(|(row, part)| self.program(row, part));
        let data = CatalogData {
            programs: programs.collect::<Result<_>>()?,
            ..CatalogData::default()
        };
        sound(Catalog::new(data).into_result())
    }

    fn program(&self, row: usize, part: &ProgramPart) -> Result<Program> {
        let deadline = part.deadline_day.map(|day| self.day(day)).transpose()?;
        let before = part.prerequisites.iter();
        Ok(Program {
            id: code('P', row).parse()?,
            name: code('P', row),
            modules: vec![module(part)?],
            sessions: vec![session(part)?],
            prerequisites: before
                .map(|row| Ok(ProgramId::new(code('P', *row))?))
                .collect::<Result<_>>()?,
            limits: BatchLimits {
                min_seats: part.min_batch,
                max_seats: part.max_batch,
                max_batches: part.max_batches,
                max_one_unit: Permille::new(part.max_one_office_permille)?,
                min_units: part.min_offices,
            },
            cost: ProgramCost {
                per_batch: thousands(part.batch_cost),
                per_seat: thousands(part.seat_cost),
                fund: FundId::new(FUND)?,
            },
            mandatory: part.mandatory,
            deadline,
            certificate_months: None,
        })
    }

    fn resources(&self) -> Result<Resources> {
        let horizon = self.horizon()?;
        let years = horizon.first().year()..=horizon.last().year();
        let rooms = self.rooms.iter().enumerate();
        let instructors = self.instructors.iter().enumerate();
        let offices = self.offices.iter().enumerate();
        Ok(Resources {
            schema: ResourcesSchema::default(),
            horizon,
            calendar: years.map(|year| self.year(year)).collect::<Result<_>>()?,
            sites: self.sites()?,
            rooms: rooms
                .map(|(row, part)| self.room(row, part))
                .collect::<Result<_>>()?,
            instructors: instructors
                .map(|(row, part)| self.instructor(row, part))
                .collect::<Result<_>>()?,
            funds: vec![Fund {
                id: FundId::new(FUND)?,
                name: FUND.to_owned(),
                amount: thousands(self.budget),
            }],
            staffing: offices
                .map(|(row, part)| self.staffing(row, part))
                .collect::<Result<_>>()?,
        })
    }

    fn year(&self, year: i32) -> Result<CalendarYear> {
        let off = self.calendar.days.iter();
        let off = off.filter(|day| !day.working && day.date.year() == year);
        Ok(CalendarYear {
            schema: CalendarSchema::default(),
            year,
            source: Source {
                regulation: "training-instance/1".to_owned(),
                article: String::new(),
                effective_from: None,
                effective_to: None,
                confidence: Confidence::SourceRead,
            },
            days_off: off
                .map(|day| DayOff {
                    date: day.date,
                    kind: DayOffKind::Local,
                    name: "off".to_owned(),
                })
                .collect(),
            week: self.week()?,
            fasting_month: None,
        })
    }

    fn week(&self) -> Result<Vec<WeekdaySlots>> {
        let at = |slot: u32| {
            let minutes = 6 * 60 + slot * SLOT_MINUTES;
            NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).ok_or("too many slots in a day")
        };
        let slots = (0..u32::from(self.calendar.slots_per_day)).map(|slot| {
            Ok(Slot {
                from: at(slot)?,
                to: at(slot + 1)?,
            })
        });
        let slots: Vec<Slot> = slots.collect::<Result<_>>()?;
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let day = |weekday| WeekdaySlots {
            weekday,
            slots: slots.clone(),
        };
        Ok(days.into_iter().map(day).collect())
    }

    fn sites(&self) -> Result<Vec<Site>> {
        let sites = self.sites.iter().enumerate();
        let site = |(row, part): (usize, &super::instance::SitePart)| {
            Ok(Site {
                id: code('S', row).parse()?,
                name: code('S', row),
                x_km: f64::from(part.x_km),
                y_km: f64::from(part.y_km),
            })
        };
        sites.map(site).collect()
    }

    fn room(&self, row: usize, part: &RoomPart) -> Result<Room> {
        Ok(Room {
            id: code('R', row).parse()?,
            site: code('S', part.site).parse()?,
            capacity: part.capacity,
            features: features(&part.features)?,
            cost_per_slot: thousands(part.slot_cost),
            unavailable: self.periods(&part.unavailable_days)?,
        })
    }

    fn instructor(&self, row: usize, part: &InstructorPart) -> Result<Instructor> {
        let programs = part.programmes.iter();
        Ok(Instructor {
            id: code('I', row).parse()?,
            kind: InstructorKind::Staff,
            qualified_for: programs
                .map(|row| Ok(ProgramId::new(code('P', *row))?))
                .collect::<Result<_>>()?,
            max_slots: part.max_slots,
            fee_per_slot: thousands(part.slot_cost),
            contract: Vec::new(),
            unavailable: self.periods(&part.unavailable_days)?,
        })
    }

    fn staffing(&self, row: usize, part: &OfficePart) -> Result<StaffingRule> {
        Ok(StaffingRule {
            unit: code('O', row).parse()?,
            max_away: Permille::new(part.max_away_permille)?,
            min_on_duty: 0,
            blackout: self.periods(&part.blackout_days)?,
            max_person_days: Some(part.release_person_days),
            at_least_one: true,
        })
    }

    fn demand(&self) -> Result<Demand> {
        let row = |(employee, program, value): &(usize, usize, u32)| {
            Ok(DemandRow {
                person: person(*employee),
                program: code('P', *program).parse()?,
                value: Personal::new(DemandValue::new(*value)),
                mandatory: false,
                needed_by: None,
                standing: Standing::Decided,
                closes: Vec::new(),
            })
        };
        let mut rows: Vec<DemandRow> = self.demand.iter().map(row).collect::<Result<_>>()?;
        rows.sort_by(|a, b| (a.person, &a.program).cmp(&(b.person, &b.program)));
        Ok(Demand {
            schema: DemandSchema::V1,
            provenance: Provenance::proposal("training-instance", "1"),
            rows,
        })
    }

    fn ledger(&self) -> Result<HoursLedger> {
        let before = self.horizon()?.first().pred_opt().ok_or("no day before")?;
        let mut ledger = HoursLedger::default();
        for (row, employee) in self.employees.iter().enumerate() {
            for program in &employee.completed {
                ledger.entries.push(HoursEntry {
                    person: person(row),
                    date: before,
                    hours: Personal::new(LearningHours::new(HOURS_PER_SLOT)?),
                    method: DeliveryMethod::ALL[0],
                    program: Some(code('P', *program).parse()?),
                    valid_until: None,
                });
            }
        }
        Ok(ledger)
    }

    fn plan_policy(&self) -> PlanPolicy {
        let employees = self.employees.iter().enumerate();
        let limits = employees.map(|(row, part)| (person(row), part.max_training_slots));
        PlanPolicy::default()
            .duties(Vec::new())
            .max_pause_days(Some(self.calendar.max_gap_days))
            .training_slots(limits.collect())
    }

    fn weights(&self) -> QualityWeights {
        let policy = &self.policy;
        QualityWeights {
            mixing: policy.mixing_shortfall,
            travel: policy.travel_km,
            lateness: policy.late_week,
            waste: policy.room_waste_seat,
            idle: policy.instructor_idle_gap,
            unevenness: 1,
        }
    }
}

fn sound<T, F: std::fmt::Debug>(checked: std::result::Result<T, Findings<F>>) -> Result<T> {
    checked.map_err(|findings| {
        let first = findings.as_slice().iter().take(3);
        let shown: Vec<String> = first.map(|finding| format!("{finding:?}")).collect();
        format!("{} findings: {}", findings.len(), shown.join("; ")).into()
    })
}

fn unit(row: usize, office: &OfficePart) -> Result<Unit> {
    Ok(Unit {
        id: code('O', row).parse()?,
        name: code('O', row),
        kind: UnitKind::Agency,
        parent: Some("CITY".parse()?),
        site: Some(code('S', office.site).parse()?),
    })
}

fn module(part: &ProgramPart) -> Result<Module> {
    Ok(Module {
        id: "M1".parse()?,
        name: "M1".to_owned(),
        outcomes: Vec::new(),
        hours: LearningHours::new(HOURS_PER_SLOT * u32::from(part.duration_slots))?,
        method: DeliveryMethod::ALL[0],
    })
}

fn session(part: &ProgramPart) -> Result<SessionTemplate> {
    Ok(SessionTemplate {
        kind: SessionKind::Class,
        module: None,
        slots: part.duration_slots,
        venue: Venue::Room(features(&part.needs)?),
        instructors: 1,
        experts: 0,
        gap: None,
    })
}

fn features(words: &[String]) -> Result<Vec<FeatureId>> {
    let words = words.iter();
    words.map(|word| Ok(FeatureId::new(word)?)).collect()
}

fn thousands(amount: i64) -> Rupiah {
    Rupiah::new(amount.saturating_mul(1_000))
}

impl Instance {
    /// Reads a document `training-instance/1`.
    ///
    /// # Errors
    /// When it is not one, or names an employee or program that is not there.
    pub fn read(text: &str) -> Result<Self> {
        let instance: Self = serde_json::from_str(text)?;
        let known = |what: &dyn Display, row: usize, all: usize| {
            (row < all)
                .then_some(())
                .ok_or_else(|| format!("there is no {what} {row}"))
        };
        for (employee, program, _) in &instance.demand {
            known(&"employee", *employee, instance.employees.len())?;
            known(&"program", *program, instance.programmes.len())?;
        }
        Ok(instance)
    }
}
