use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Batch, Plan, Session};
use crate::Language;
use crate::calendar::Period;
use crate::catalog::Catalog;
use crate::competency::CompetencyGroup;
use crate::id::{BatchId, ProgramId};
use crate::measure::Rupiah;
use crate::program::{DeliveryMethod, Program};

/// One batch in the seven columns that the regulation asks of a plan.
///
/// # References
/// PP 11/2017 art. 207(3), letters a to g.
#[doc(alias = "rencana pengembangan kompetensi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRow {
    /// The batch.
    pub batch: BatchId,
    /// a: the competencies developed, by group and name; empty for an unknown program.
    #[doc(alias = "jenis kompetensi")]
    pub competencies: BTreeSet<(CompetencyGroup, String)>,
    /// b: how many people it is for.
    #[doc(alias = "target PNS")]
    pub participants: u32,
    /// c: the forms of delivery; each is classical or not.
    #[doc(alias = "jenis dan jalur")]
    pub methods: BTreeSet<DeliveryMethod>,
    /// d: who organises it.
    #[doc(alias = "penyelenggara")]
    pub organiser: String,
    /// e: its first and last day; none for a batch without dates.
    #[doc(alias = "jadwal")]
    pub schedule: Option<Period>,
    /// f: the standard curriculum that it follows; none where nobody has said.
    #[doc(alias = "kesesuaian kurikulum")]
    pub curriculum: Option<String>,
    /// g: what it costs.
    #[doc(alias = "anggaran")]
    pub cost: Rupiah,
}

/// The plan in the seven columns of the regulation, one row for each batch.
///
/// `curricula` says for each program which standard curriculum of the supervising agency it
/// follows; the plan itself does not know.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use bangkom_domain::plan::{self, Plan};
/// use bangkom_domain::{Language, catalog::{Catalog, CatalogData}, json};
///
/// let plan: Plan = json::read(r#"{ "schema": "bangkom.plan/1",
///     "provenance": { "standing": "proposed", "rules": [], "presets": [], "input_sha256": null },
///     "horizon": { "first": "2026-01-05", "last": "2026-12-18" },
///     "batches": [{ "id": "DATA/b01", "program": "DATA", "cost": 5000000, "seats": [],
///         "publication": "draft", "sessions": [{ "id": "DATA/b01/s1", "kind": "class",
///         "times": [{ "date": "2026-02-02", "first": 0, "count": 2 }] }] }] }"#)?;
/// let catalog = Catalog::new(CatalogData::default()).value;
/// let rows = plan::seven_columns(&plan, &catalog, "BKPSDM", &BTreeMap::new());
/// let cells = rows[0].cells(Language::Id);
/// assert_eq!(cells[3..5], ["BKPSDM", "2026-02-02 s.d. 2026-02-02"]);
/// assert_eq!(cells[6], "Rp5.000.000");
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
///
/// # References
/// PP 11/2017 art. 207(3).
pub fn seven_columns(
    plan: &Plan,
    catalog: &Catalog,
    organiser: &str,
    curricula: &BTreeMap<ProgramId, String>,
) -> Vec<PlanRow> {
    plan.batches
        .iter()
        .map(|batch| {
            let program = catalog.program(&batch.program);
            PlanRow {
                batch: batch.id.clone(),
                competencies: program
                    .map_or_else(BTreeSet::new, |program| taught(program, catalog)),
                participants: batch.seats.len() as u32,
                methods: program.map_or_else(BTreeSet::new, methods),
                organiser: organiser.to_owned(),
                schedule: schedule(batch),
                curriculum: curricula.get(&batch.program).cloned(),
                cost: batch.cost,
            }
        })
        .collect()
}

fn taught(program: &Program, catalog: &Catalog) -> BTreeSet<(CompetencyGroup, String)> {
    program
        .modules
        .iter()
        .flat_map(|module| &module.outcomes)
        .filter_map(|outcome| catalog.competency(&outcome.competency))
        .map(|competency| (competency.group, competency.name.clone()))
        .collect()
}

fn methods(program: &Program) -> BTreeSet<DeliveryMethod> {
    program.modules.iter().map(|module| module.method).collect()
}

fn schedule(batch: &Batch) -> Option<Period> {
    let first = batch.sessions.iter().filter_map(Session::first_day).min()?;
    let last = batch.sessions.iter().filter_map(Session::last_day).max()?;
    Period::new(first, last).ok()
}

impl PlanRow {
    /// The headings of the seven columns.
    ///
    /// ```
    /// use bangkom_domain::{Language, plan::PlanRow};
    ///
    /// assert_eq!(PlanRow::headings(Language::Id)[0], "Jenis kompetensi");
    /// ```
    pub const fn headings(language: Language) -> [&'static str; 7] {
        match language {
            Language::Id => [
                "Jenis kompetensi",
                "Target peserta",
                "Jenis dan jalur",
                "Penyelenggara",
                "Jadwal",
                "Kesesuaian kurikulum",
                "Anggaran",
            ],
            Language::En => [
                "Competencies",
                "Participants",
                "Form and pathway",
                "Organiser",
                "Schedule",
                "Standard curriculum",
                "Budget",
            ],
        }
    }

    /// The seven cells as text; a dash stands for what is not known.
    ///
    /// ```
    /// # use bangkom_domain::{Language, measure::Rupiah, plan::PlanRow};
    /// # let mut row: PlanRow = serde_json::from_str(r#"{ "batch": "B", "competencies": [],
    /// #     "participants": 30, "methods": ["KL07"], "organiser": "BKPSDM", "schedule": null,
    /// #     "curriculum": null, "cost": 0 }"#).unwrap();
    /// let cells = row.cells(Language::En);
    /// assert_eq!(cells[1..3], ["30", "KL07 workshop (classical)"]);
    /// assert_eq!(cells[5], "–");
    /// ```
    pub fn cells(&self, language: Language) -> [String; 7] {
        let to = match language {
            Language::Id => "s.d.",
            Language::En => "to",
        };
        let competency = |(group, name): &(CompetencyGroup, String)| {
            format!("{name} ({})", group.label(language))
        };
        let method = |method: &DeliveryMethod| {
            let pathway = method.pathway().label(language);
            format!("{} {} ({pathway})", method.code(), method.label(language))
        };
        [
            joined(self.competencies.iter().map(competency)),
            self.participants.to_string(),
            joined(self.methods.iter().map(method)),
            self.organiser.clone(),
            joined(
                self.schedule
                    .iter()
                    .map(|days| format!("{} {to} {}", days.first(), days.last())),
            ),
            joined(self.curriculum.iter().cloned()),
            self.cost.to_string(),
        ]
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        "–".to_owned()
    } else {
        parts.join("; ")
    }
}
