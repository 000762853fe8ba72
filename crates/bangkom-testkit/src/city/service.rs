use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{Aspect, Direction, SourceKind, Subject, SurveyElement};
use bangkom_domain::id::{IdNamespace, RaterId, UnitId};
use bangkom_domain::results::{ServicePoint, ServiceSeries};
use chrono::{Days, NaiveDate};

use super::evidence::{PER_SERVICES, Recorder};
use super::units::CITY;
use crate::make::{date, id, rounded};
use crate::rng::Rng;
use crate::world::agencies::{Agency, Field};

/// The answers of one citizen to the satisfaction survey.
#[doc(alias = "SKM")]
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyAnswer {
    /// Who answered, under a pseudonym.
    pub respondent: RaterId,
    /// The agency that gave the service.
    pub unit: UnitId,
    /// The day.
    pub date: NaiveDate,
    /// 1 to 4 for each element in the order of [`SurveyElement::ALL`]; none where skipped.
    pub answers: [Option<u8>; 9],
}

/// One complaint of a citizen.
#[doc(alias = "SP4N-LAPOR!")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The number of the ticket.
    pub ticket: String,
    /// The agency complained about.
    pub unit: UnitId,
    /// The day.
    pub date: NaiveDate,
    /// What about, such as `waktu pelayanan`.
    pub category: &'static str,
    /// Whether it was settled.
    pub settled: bool,
}

/// What citizens saw of the service in 2025.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Service {
    pub(super) surveys: Vec<SurveyAnswer>,
    pub(super) complaints: Vec<Complaint>,
    pub(super) series: Vec<ServiceSeries>,
    units: Vec<(UnitId, u32)>,
}

/// How much the strain of a service lowers each element of the survey.
const BURDEN: [f64; 9] = [0.5, 0.8, 1.3, 0.2, 0.4, 1.0, 0.8, 0.9, 0.2];

/// What citizens complain about, and how often.
const CATEGORIES: [(&str, u32); 5] = [
    ("waktu pelayanan", 45),
    ("sikap petugas", 20),
    ("informasi persyaratan", 20),
    ("sarana dan prasarana", 10),
    ("biaya", 5),
];

impl Service {
    pub(super) fn draw(seed: u64, namespace: IdNamespace, agencies: &[Agency]) -> Self {
        let mut rng = Rng::new(seed, "service");
        let mut service = Self::default();
        for agency in agencies.iter().filter(|agency| agency.serves_citizens()) {
            let unit: UnitId = id(agency.code.as_str());
            service.survey(&mut rng, namespace, agency, &unit);
            service.complain(&mut rng, agency, &unit);
            service.units.push((unit, 20_000 + 100 * agency.staff));
            service.series.push(satisfaction(&mut rng, agency));
            if matches!(
                agency.field,
                Field::Permits | Field::Works | Field::Registry
            ) {
                service.series.push(response_days(&mut rng, agency));
            }
        }
        service.series.push(trust(&mut rng));
        service
    }

    fn survey(&mut self, rng: &mut Rng, namespace: IdNamespace, agency: &Agency, unit: &UnitId) {
        let respondents = 120 + rng.below(80);
        for number in 0..respondents {
            let mood = 0.35 * rng.normal();
            let answers = BURDEN.map(|burden| {
                let value = 3.5 - burden * agency.strain + mood + 0.4 * rng.normal();
                (!rng.chance(0.02)).then(|| value.round().clamp(1.0, 4.0) as u8)
            });
            self.surveys.push(SurveyAnswer {
                respondent: RaterId::derive(namespace, &format!("{unit}/{number}")),
                unit: unit.clone(),
                date: date(2025, 9, 1) + Days::new(u64::from(rng.below(90))),
                answers,
            });
        }
    }

    fn complain(&mut self, rng: &mut Rng, agency: &Agency, unit: &UnitId) {
        let number = (agency.strain * 120.0) as u32 + rng.below(20);
        for index in 0..number {
            let category = CATEGORIES[rng.weighted(CATEGORIES.iter().map(|(_, weight)| *weight))].0;
            self.complaints.push(Complaint {
                ticket: format!("LAPOR-{unit}-{index:04}"),
                unit: unit.clone(),
                date: date(2025, 1, 1) + Days::new(u64::from(rng.below(365))),
                category,
                settled: rng.chance(0.85 - 0.3 * agency.strain),
            });
        }
    }

    /// Writes the means of the survey and the rates of complaints as evidence about units.
    pub(super) fn record(&self, recorder: &mut Recorder) {
        for (unit, served) in &self.units {
            for (index, element) in SurveyElement::ALL.iter().enumerate() {
                self.record_element(recorder, unit, index, *element);
            }
            for (category, _) in CATEGORIES {
                self.record_complaints(recorder, unit, *served, category);
            }
        }
    }

    fn record_element(
        &self,
        recorder: &mut Recorder,
        unit: &UnitId,
        index: usize,
        element: SurveyElement,
    ) {
        let answers: Vec<f64> = self
            .surveys
            .iter()
            .filter(|answer| answer.unit == *unit)
            .filter_map(|answer| answer.answers[index].map(f64::from))
            .collect();
        let count = answers.len() as u32;
        let mean = rounded(answers.iter().sum::<f64>() / f64::from(count.max(1)));
        let subject = Subject::Unit(unit.clone());
        let aspect = Aspect::SurveyElement(element);
        let record = recorder.add(SourceKind::SatisfactionSurvey, subject, aspect, mean, None);
        record.count = count;
        record.exposure = Some(f64::from(count));
    }

    /// Complaints for every thousand services, on a scale of 100.
    fn record_complaints(
        &self,
        recorder: &mut Recorder,
        unit: &UnitId,
        served: u32,
        category: &str,
    ) {
        let count = self
            .complaints
            .iter()
            .filter(|complaint| complaint.unit == *unit && complaint.category == category)
            .count() as u32;
        let rate =
            rounded((f64::from(count) * f64::from(PER_SERVICES) / f64::from(served)).min(100.0));
        let subject = Subject::Unit(unit.clone());
        let aspect = Aspect::Complaint(category.to_owned());
        let record = recorder.add(SourceKind::Complaints, subject, aspect, rate, None);
        record.count = count.max(1);
        record.exposure = Some(f64::from(served));
    }
}

/// The mean response time of each week of 2025, in working days.
fn response_days(rng: &mut Rng, agency: &Agency) -> ServiceSeries {
    let usual = usual_response_days(agency.strain);
    let points = (0..52)
        .map(|week| ServicePoint {
            period: week_of(date(2024, 12, 30), week),
            value: rounded((usual + 0.6 * rng.normal()).max(0.5)),
            count: Some(80 + rng.below(60)),
        })
        .collect();
    ServiceSeries {
        unit: id(agency.code.as_str()),
        indicator: id(RESPONSE_DAYS),
        measured_in: "hari kerja".to_owned(),
        direction: Direction::LowerIsBetter,
        points,
    }
}

/// The index of the satisfaction survey of each quarter of 2025, 25 to 100.
fn satisfaction(rng: &mut Rng, agency: &Agency) -> ServiceSeries {
    let points = (0..4)
        .map(|quarter| ServicePoint {
            period: quarter_of(2025, quarter),
            value: rounded(usual_satisfaction(agency.strain) + 0.7 * rng.normal()),
            count: Some(120 + rng.below(80)),
        })
        .collect();
    ServiceSeries {
        unit: id(agency.code.as_str()),
        indicator: id(SATISFACTION),
        measured_in: "nilai SKM 25-100".to_owned(),
        direction: Direction::HigherIsBetter,
        points,
    }
}

/// The code of the indicator of the satisfaction survey.
pub(crate) const SATISFACTION: &str = "SKM-INDEX";

/// The index of a service of this strain: four levels of the mean answer make 100.
pub(crate) fn usual_satisfaction(strain: f64) -> f64 {
    let burden = BURDEN.iter().sum::<f64>() / BURDEN.len() as f64;
    25.0 * (3.5 - burden * strain)
}

/// The code of the indicator of the response time.
pub(crate) const RESPONSE_DAYS: &str = "RESPONSE-DAYS";
/// The code of the indicator of public trust.
pub(crate) const TRUST: &str = "TRUST-INDEX";

/// How many working days a service of this strain takes.
pub(crate) fn usual_response_days(strain: f64) -> f64 {
    4.0 + 7.0 * strain
}

/// The week of seven days that begins this many weeks after a Monday.
pub(crate) fn week_of(monday: NaiveDate, week: u64) -> Period {
    let first = monday + Days::new(7 * week);
    crate::make::period(first, first + Days::new(6))
}

/// A survey of trust in the services of the city, four rounds of 2025, 0 to 100.
fn trust(rng: &mut Rng) -> ServiceSeries {
    let points = (0..4)
        .map(|quarter| ServicePoint {
            period: quarter_of(2025, quarter),
            value: rounded(61.0 + 0.8 * rng.normal()),
            count: Some(1_200),
        })
        .collect();
    ServiceSeries {
        unit: id(CITY),
        indicator: id(TRUST),
        measured_in: "indeks 0-100".to_owned(),
        direction: Direction::HigherIsBetter,
        points,
    }
}

/// One quarter of a year, counted from 0.
pub(crate) fn quarter_of(year: i32, quarter: u32) -> Period {
    let first = date(year, 1 + 3 * quarter, 1);
    let last = first
        .checked_add_months(chrono::Months::new(3))
        .and_then(|next| next.pred_opt())
        .unwrap_or(first);
    crate::make::period(first, last)
}
