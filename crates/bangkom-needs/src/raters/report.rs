use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::Evidence;
use bangkom_domain::measure::Nano;
use bangkom_domain::preset::Provenance;
use bangkom_domain::roster::Roster;
use bangkom_stats::raters::AdditiveSeverity;

use super::adjust::Adjusted;
use super::panel::{Panel, panels};
use super::withhold::Withheld;
use super::{
    AbsentWhy, AdjustedLevel, Figure, PanelPart, RaterAgreement, RaterPanel, RaterReport,
    RaterReportSchema, RaterSeverity,
};
use crate::analysis::NeedsError;
use crate::intake::Intake;
use crate::policy::NeedsPolicy;

/// How severe raters are, how far they agree, and levels freed of severity.
///
/// One panel for each kind of source in which people rate others (superior, peers,
/// subordinates, assessment, observation) and each competency. Ratings without a rater stay
/// out. Severity compares within a part of a panel only: raters who share no person, directly
/// or in a chain, cannot be told apart from the people they rate. A rater with fewer ratings
/// than `min_group` and a person with fewer raters than the least number of answers of the kind
/// are withheld, and so is whoever else would give them away; agreement is withheld of fewer
/// people than `min_group`.
///
/// # Formula
///
/// ```text
/// rating = level of the person - severity of the rater + noise,  least squares within a part
/// ```
///
/// All ratings count alike, old and new.
///
/// # Errors
/// [`NeedsError`] with every problem of the policy.
///
/// # Examples
///
/// ```
/// # fn show(
/// #     evidence: &bangkom_domain::evidence::Evidence,
/// #     roster: &bangkom_domain::roster::Roster,
/// #     catalog: &bangkom_domain::catalog::Catalog,
/// #     policy: &bangkom_needs::NeedsPolicy,
/// # ) -> Result<(), bangkom_needs::NeedsError> {
/// let report = bangkom_needs::rater_report(evidence, roster, catalog, policy)?;
/// for panel in &report.panels {
///     assert!(panel.severities.len() as u32 + panel.withheld_raters == panel.raters);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # References
/// Searle 1971, least squares on tables with gaps; the figures of agreement name theirs in
/// `bangkom_stats::agreement`.
pub fn rater_report(
    evidence: &Evidence,
    roster: &Roster,
    catalog: &Catalog,
    policy: &NeedsPolicy,
) -> Result<RaterReport, NeedsError> {
    let problems = policy.check(catalog);
    if !problems.is_empty() {
        return Err(NeedsError::new(problems));
    }
    let intake = Intake::new(evidence, roster, catalog, policy);
    let reporter = Reporter {
        roster,
        catalog,
        policy,
    };
    let plain = intake.adjusted.as_ref().map(Adjusted::plain);
    let panels = panels(plain.unwrap_or(&intake.persons).iter());
    Ok(RaterReport {
        schema: RaterReportSchema::V1,
        provenance: Provenance {
            presets: catalog.presets().to_vec(),
            ..Provenance::proposal("needs.raters", "1")
        },
        as_of: policy.as_of,
        panels: panels.iter().map(|panel| reporter.panel(panel)).collect(),
        findings: intake.findings,
    })
}

struct Reporter<'a> {
    roster: &'a Roster,
    catalog: &'a Catalog,
    policy: &'a NeedsPolicy,
}

impl Reporter<'_> {
    fn panel(&self, panel: &Panel) -> RaterPanel {
        let cells = panel.cells();
        let severity = panel.severity(&self.policy.raters).ok();
        let small = (panel.people.len() as u64) < u64::from(self.policy.min_group);
        let mut shown = RaterPanel {
            kind: panel.kind,
            competency: self.catalog.competencies()[panel.competency as usize]
                .id
                .clone(),
            ratings: panel.ratings.len() as u32,
            people: panel.people.len() as u32,
            raters: panel.raters.len() as u32,
            parts: Vec::new(),
            noise: Figure::Absent(AbsentWhy::TooFew),
            severities: Vec::new(),
            withheld_raters: panel.raters.len() as u32,
            levels: Vec::new(),
            withheld_people: panel.people.len() as u32,
            agreement: if small {
                RaterAgreement::absent(AbsentWhy::SmallGroup)
            } else {
                RaterAgreement::of(&cells, severity.as_ref())
            },
        };
        if let Some(severity) = severity {
            let mut raters_of = vec![0; panel.people.len()];
            for (person, _) in cells.keys() {
                raters_of[*person] += 1;
            }
            self.fill(&mut shown, panel, &severity, &raters_of);
            if small {
                shown.noise = Figure::Absent(AbsentWhy::SmallGroup);
            }
        }
        shown
    }

    /// Adds what follows from the severity of the raters, as far as it may be shown.
    fn fill(
        &self,
        shown: &mut RaterPanel,
        panel: &Panel,
        severity: &AdditiveSeverity,
        raters_of: &[u32],
    ) {
        let rule = self.policy.rule(panel.kind);
        let min_raters = rule.map_or(1, |rule| rule.min_answers);
        let withheld = Withheld::of(severity, raters_of, self.policy.min_group, min_raters);
        shown.parts = severity.components.iter().map(part).collect();
        if let Some(variance) = severity.residual_variance {
            shown.noise = Figure::Value(variance.sqrt());
        }
        shown.severities = severities(panel, severity, &withheld);
        shown.levels = self.levels(panel, severity, &withheld, raters_of);
        shown.withheld_raters = withheld.raters.len() as u32;
        shown.withheld_people = withheld.people.len() as u32;
    }

    fn levels(
        &self,
        panel: &Panel,
        severity: &AdditiveSeverity,
        withheld: &Withheld,
        raters_of: &[u32],
    ) -> Vec<AdjustedLevel> {
        let people = panel.people.iter().zip(&severity.targets).enumerate();
        let kept = people.filter(|(number, _)| !withheld.people.contains(number));
        kept.filter_map(|(number, (place, level))| {
            let level = (*level)?;
            Some(AdjustedLevel {
                person: self.roster.employees()[*place as usize].id,
                part: level.component as u32,
                raters: raters_of[number],
                mean: grid(level.mean).into(),
                adjusted: grid(level.adjusted).into(),
                standard_error: level.se.map(|se| grid(se).into()),
            })
        })
        .collect()
    }
}

fn severities(
    panel: &Panel,
    severity: &AdditiveSeverity,
    withheld: &Withheld,
) -> Vec<RaterSeverity> {
    let raters = panel.raters.iter().zip(&severity.raters).enumerate();
    let kept = raters.filter(|(number, _)| !withheld.raters.contains(number));
    kept.filter_map(|(_, (rater, effect))| {
        let effect = (*effect)?;
        Some(RaterSeverity {
            rater: *rater,
            part: effect.component as u32,
            ratings: effect.n_ratings as u32,
            severity: grid(-effect.effect).into(),
            standard_error: effect.se.map(|se| grid(se).into()),
            applied: grid(-effect.applied).into(),
        })
    })
    .collect()
}

fn part(component: &bangkom_stats::raters::AdditiveComponent) -> PanelPart {
    PanelPart {
        people: component.targets.len() as u32,
        raters: component.raters.len() as u32,
    }
}

fn grid(levels: f64) -> Nano {
    Nano::from_f64(levels).unwrap_or_default().or_zero()
}
