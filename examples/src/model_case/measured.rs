use std::collections::BTreeMap;
use std::path::Path;

use bangkom::domain::evidence::Direction;
use bangkom::domain::id::IndicatorId;
use bangkom::domain::results::Results;
use bangkom::tabular::series::Step;
use bangkom::tabular::{
    People, ReadOptions, answers, benefits, cases, comparison, counts, designs, items,
};

use super::input::open;
use super::{Failure, FileReport};

/// Within how many days the city promises a permit.
const PROMISED: u32 = 14;

/// Reads what is asked beyond scores into the results.
pub(super) fn read(
    folder: &Path,
    people: &People,
    results: &mut Results,
    reports: &mut Vec<FileReport>,
) -> Result<(), Failure> {
    let options = ReadOptions::default();
    let file = |name| open(folder, name);
    let asked = items::read(file("butir.csv")?, &options)?;
    reports.push(FileReport::of_table("butir.csv", &asked));
    results.items = asked.value;
    let given = answers::read(file("jawaban.csv")?, &results.items, people, &options)?;
    reports.push(FileReport::of_table("jawaban.csv", &given));
    results.answers = given.value;
    let others = comparison::read(file("pembanding.csv")?, people, &options)?;
    reports.push(FileReport::of_table("pembanding.csv", &others));
    results.comparison = others.value;
    let designs = designs::read(file("desain.csv")?, &options)?;
    reports.push(FileReport::of_table("desain.csv", &designs));
    results.designs = designs.value;
    let promised = BTreeMap::from([(IndicatorId::new("IZIN")?, PROMISED)]);
    let logs = cases::read(file("kasus.csv")?, &promised, &options)?;
    reports.push(FileReport::of_table("kasus.csv", &logs));
    results.cases = logs.value;
    let complaints = IndicatorId::new("ADUAN-MINGGUAN")?;
    let (name, less) = ("pengaduan_mingguan.csv", Direction::LowerIsBetter);
    let counted = counts::read(file(name)?, &complaints, less, Step::Week, &options)?;
    reports.push(FileReport::of_table(name, &counted));
    results.counts = counted.value;
    let worth = benefits::read(file("manfaat.csv")?, &options)?;
    reports.push(FileReport::of_table("manfaat.csv", &worth));
    results.benefits = worth.value;
    Ok(())
}
