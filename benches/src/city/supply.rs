use bangkom::domain::calendar::{
    CalendarSchema, CalendarYear, DayOff, DayOffKind, Slot, WeekdaySlots,
};
use bangkom::domain::id::{FundId, ProgramId};
use bangkom::domain::measure::Permille;
use bangkom::domain::preset::{Confidence, Source};
use bangkom::domain::resources::{
    Fund, Instructor, InstructorKind, Resources, ResourcesSchema, Room, Site, StaffingRule,
};
use chrono::{Datelike, NaiveTime, Weekday};

use super::Instance;
use super::codes::{FUND, code, features, thousands};
use super::instance::{InstructorPart, OfficePart, RoomPart};
use super::translate::Result;

/// The length of a slot in minutes; only the number of slots matters.
const SLOT_MINUTES: u32 = 30;

impl Instance {
    pub(super) fn resources(&self) -> Result<Resources> {
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
}
