use std::collections::BTreeSet;

use super::{Fund, Instructor, Resources, ResourcesFinding, Room, Site, StaffingRule};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings, Sensitive};
use crate::id::SiteId;
use crate::measure::{Permille, Rupiah};

/// Sets aside what cannot be a resource, and says why of each row.
///
/// What is kept is ordered by code. Calendar files are checked by
/// [`Calendar::new`](crate::calendar::Calendar::new); whether programs and units exist is asked
/// elsewhere, by whoever has the catalog and the roster.
///
/// ```
/// use bangkom_domain::resources::{self, Resources};
/// use bangkom_domain::{finding::Explain, json};
///
/// let given: Resources = json::read(r#"{
///     "schema": "bangkom.resources/1",
///     "horizon": { "first": "2026-01-05", "last": "2026-12-18" },
///     "calendar": [], "rooms": [], "instructors": [], "staffing": [],
///     "sites": [{ "id": "HALL", "name": "Balai", "x_km": 1.0, "y_km": 2.0 }],
///     "funds": [{ "id": "APBD", "name": "APBD 2026", "amount": -5 }]
/// }"#)?;
/// let checked = resources::check(given);
/// assert_eq!(checked.findings.as_slice()[0].code(), "resources.fund_negative");
/// assert_eq!(checked.value.sites.len(), 1);
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
pub fn check(resources: Resources) -> Checked<Resources, ResourcesFinding> {
    let mut found = Vec::new();
    let mut sites = unique("sites", resources.sites, |site| site.id.clone(), &mut found);
    sites.retain(|site| note(site_finding(site), &mut found));
    let places: BTreeSet<SiteId> = sites.iter().map(|site| site.id.clone()).collect();
    let mut rooms = unique("rooms", resources.rooms, |room| room.id.clone(), &mut found);
    rooms.retain(|room| note(room_findings(room, &places), &mut found));
    let key = |instructor: &Instructor| instructor.id.clone();
    let mut instructors = unique("instructors", resources.instructors, key, &mut found);
    instructors.retain(|one| note(fee_finding(one), &mut found));
    found.extend(instructors.iter().filter_map(idle_instructor));
    let mut funds = unique("funds", resources.funds, |fund| fund.id.clone(), &mut found);
    funds.retain(|fund| note(fund_finding(fund), &mut found));
    let key = |rule: &StaffingRule| rule.unit.clone();
    let staffing = unique("staffing", resources.staffing, key, &mut found);
    found.extend(staffing.iter().filter_map(idle_rule));
    Checked {
        value: Resources {
            sites,
            rooms,
            instructors,
            funds,
            staffing,
            ..resources
        },
        findings: Findings::new(found),
    }
}

/// Each code once, ordered by code.
fn unique<K: Ord + Clone + ToString, T: PartialEq>(
    list: &str,
    rows: Vec<T>,
    key: impl Fn(&T) -> K,
    found: &mut Vec<ResourcesFinding>,
) -> Vec<T> {
    let rows = distinct(rows, key);
    found.extend(
        rows.repeated
            .iter()
            .map(|id| ResourcesFinding::RowRepeated {
                list: list.to_owned(),
                id: id.to_string(),
            }),
    );
    found.extend(
        rows.conflicting
            .iter()
            .map(|id| ResourcesFinding::RowConflict {
                list: list.to_owned(),
                id: id.to_string(),
            }),
    );
    rows.kept.into_values().collect()
}

/// Notes what was found, and says whether there was nothing.
fn note(
    findings: impl IntoIterator<Item = ResourcesFinding>,
    found: &mut Vec<ResourcesFinding>,
) -> bool {
    let before = found.len();
    found.extend(findings);
    found.len() == before
}

fn site_finding(site: &Site) -> Option<ResourcesFinding> {
    let known = site.x_km.is_finite() && site.y_km.is_finite();
    (!known).then(|| ResourcesFinding::SiteNowhere {
        site: site.id.clone(),
        given: Sensitive::open(format!("{} {}", site.x_km, site.y_km)),
    })
}

fn room_findings(room: &Room, sites: &BTreeSet<SiteId>) -> Vec<ResourcesFinding> {
    let id = || room.id.clone();
    let mut found = Vec::new();
    if !sites.contains(&room.site) {
        found.push(ResourcesFinding::RoomSiteUnknown {
            room: id(),
            site: room.site.clone(),
        });
    }
    if room.capacity == 0 {
        found.push(ResourcesFinding::RoomWithoutSeats { room: id() });
    }
    if room.cost_per_slot < Rupiah::ZERO {
        found.push(ResourcesFinding::RoomCostNegative {
            room: id(),
            given: room.cost_per_slot,
        });
    }
    found
}

fn fee_finding(instructor: &Instructor) -> Option<ResourcesFinding> {
    (instructor.fee_per_slot < Rupiah::ZERO).then(|| ResourcesFinding::InstructorFeeNegative {
        instructor: instructor.id.clone(),
        given: instructor.fee_per_slot,
    })
}

fn idle_instructor(instructor: &Instructor) -> Option<ResourcesFinding> {
    (instructor.max_slots == 0).then(|| ResourcesFinding::InstructorWithoutSlots {
        instructor: instructor.id.clone(),
    })
}

fn fund_finding(fund: &Fund) -> Option<ResourcesFinding> {
    (fund.amount < Rupiah::ZERO).then(|| ResourcesFinding::FundNegative {
        fund: fund.id.clone(),
        given: fund.amount,
    })
}

fn idle_rule(rule: &StaffingRule) -> Option<ResourcesFinding> {
    let restricts = rule.max_away < Permille::MAX
        || rule.min_on_duty > 0
        || !rule.blackout.is_empty()
        || rule.max_person_days.is_some();
    (!restricts).then(|| ResourcesFinding::StaffingIdle {
        unit: rule.unit.clone(),
    })
}
