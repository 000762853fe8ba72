//! Plans the year of a city with the library's own documents and planner.
//!
//! ```text
//! cargo run --release -p bangkom-benches --bin city -- INSTANCE.json --seconds S|--moves N \
//!     --seed N [--threads T] --out PLAN.json [--repair OLD_PLAN.json]
//! ```
//!
//! Reads a document `training-instance/1`, writes one `training-plan/1` and one JSON line. Seconds
//! are processor seconds, reading and writing included; the planner works on one thread. Under
//! `--repair` the batches of an older plan count as announced: they stay where they can, and
//! `changed` says how many of its seats are lost or begin on another day.

#![expect(clippy::print_stdout, reason = "the line is the program's result")]

use std::error::Error;
use std::fs;

use bangkom::domain::progress::Silent;
use bangkom::schedule::search::Budget;
use bangkom::schedule::{PlanOptions, Problem, Solution, plan};
use bangkom_benches::city::{Instance, Outline};
use bangkom_benches::clock::thread_seconds;
use bangkom_benches::memory::peak_bytes;
use lexopt::prelude::*;
use serde_json::json;

struct Arguments {
    instance: String,
    out: String,
    seed: u64,
    moves: Option<u64>,
    seconds: Option<f64>,
    repair: Option<String>,
}

/// What completing, explaining and writing the plan takes, in terms of reading the documents.
const LAST: f64 = 1.3;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let began = thread_seconds();
    let instance = Instance::read(&fs::read_to_string(&arguments.instance)?)?;
    let documents = instance.documents()?;
    let old = arguments.repair.as_ref();
    let old = old.map(|path| -> Result<Outline, Box<dyn Error>> {
        Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
    });
    let old = old.transpose()?;
    let announced = old.as_ref().map(|old| old.plan(&instance)).transpose()?;
    let problem = Problem::new(documents.inputs().fixed(announced.as_ref()));
    let budget = match (arguments.moves, arguments.seconds) {
        (Some(moves), None) => Budget::Moves(moves),
        (None, Some(seconds)) => Budget::Clock {
            clock: &thread_seconds,
            seconds: seconds - (1.0 + LAST) * (thread_seconds() - began),
        },
        _ => return Err("give either --seconds or --moves".into()),
    };
    let options = PlanOptions::default()
        .weights(documents.weights)
        .seed(arguments.seed)
        .budget(budget);
    let solution = plan(&problem.value, &options, &mut Silent)?;
    let outline = Outline::of(solution.plan(), &instance)?;
    fs::write(&arguments.out, serde_json::to_string(&outline)?)?;
    let mut line = line(&arguments, &solution, thread_seconds() - began);
    line["findings"] = problem.findings.len().into();
    if let Some(old) = old {
        line["changed"] = old.changes(&outline).into();
    }
    println!("{line}");
    Ok(())
}

fn line(arguments: &Arguments, solution: &Solution, seconds: f64) -> serde_json::Value {
    let score = solution.score();
    let batches = &solution.plan().batches;
    json!({
        "instance": arguments.instance,
        "hard": -score.hard,
        "L1": -score.mandatory,
        "L2": score.value,
        "L3": -score.quality,
        "bound": solution.bound().value,
        "gap": 1.0 - score.value as f64 / solution.bound().value as f64,
        "batches": batches.len(),
        "seats": batches.iter().map(|batch| batch.seats.len()).sum::<usize>(),
        "seconds": seconds,
        "peak_bytes": peak_bytes(),
        "stop": solution.stop(),
    })
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let (mut instance, mut out, mut seed) = (None, None, 1);
    let (mut moves, mut seconds, mut repair) = (None, None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seed") => seed = parser.value()?.parse()?,
            Long("threads") => _ = parser.value()?.parse::<u32>()?,
            Long("moves") => moves = Some(parser.value()?.parse()?),
            Long("seconds") => seconds = Some(parser.value()?.parse()?),
            Long("repair") => repair = Some(parser.value()?.string()?),
            Long("out") => out = Some(parser.value()?.string()?),
            Value(value) if instance.is_none() => instance = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Arguments {
        instance: instance.ok_or("name the instance")?,
        out: out.ok_or("name the file of the plan with --out")?,
        seed,
        moves,
        seconds,
        repair,
    })
}
