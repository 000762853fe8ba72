//! Plans the year of a city with the library's own documents and planner.
//!
//! ```text
//! cargo run --release -p bangkom-benches --bin city -- INSTANCE.json --seconds S|--moves N \
//!     --seed N [--walkers W] [--threads T] --out PLAN.json [--repair OLD_PLAN.json] \
//!     [--certificate CERT.json] [--mandatory-certificate CERT.json] [--programs N] [--all-plans]
//! ```
//!
//! Reads a document `training-instance/1`, writes one `training-plan/1` and one JSON line. Seconds
//! are processor seconds of all threads, reading and writing included; `loading` is how many of
//! them pass before the planner begins. Walkers share the budget and may work on several threads.
//! Under `--repair` the batches of an older plan count as announced: they stay where they can, no
//! linear program guides the work, and `changed` says how many seats are lost or begin on another
//! day.
//!
//! A certificate bounds the value of plans that leave no more mandatory claims out than this one,
//! or with `--all-plans` of all; a mandatory one bounds how many must be left out, and with a
//! second thread it is found while the plan is made. `--programs` says how many linear programs
//! each may take, 1 by default. Their processor seconds come on top, in `bound_seconds`, and a
//! bound is printed only after the library's checker computed it again.

#![expect(clippy::print_stdout, reason = "the line is the program's result")]

use std::error::Error;
use std::fs;
use std::thread;

use bangkom::domain::progress::Silent;
use bangkom::schedule::certificate::{CertificateTarget, Verified};
use bangkom::schedule::check::certificate::verify;
use bangkom::schedule::search::Budget;
use bangkom::schedule::{BoundOptions, PlanOptions, Problem, Solution, certify, plan};
use bangkom_benches::city::{Instance, Outline};
use bangkom_benches::clock::{process_seconds, thread_seconds};
use bangkom_benches::memory::peak_bytes;
use lexopt::prelude::*;
use serde_json::json;

struct Arguments {
    instance: String,
    out: String,
    seed: u64,
    walkers: u32,
    threads: u32,
    moves: Option<u64>,
    seconds: Option<f64>,
    repair: Option<String>,
    certificate: Option<String>,
    mandatory_certificate: Option<String>,
    programs: u32,
    all_plans: bool,
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
    let loading = thread_seconds() - began;
    let budget = match (arguments.moves, arguments.seconds) {
        (Some(moves), None) => Budget::Moves(moves),
        (None, Some(seconds)) => Budget::Clock {
            clock: &thread_seconds,
            seconds: seconds - (1.0 + LAST) * loading,
        },
        _ => return Err("give either --seconds or --moves".into()),
    };
    let options = PlanOptions::default()
        .weights(documents.weights)
        .seed(arguments.seed)
        .walkers(arguments.walkers)
        .threads(arguments.threads)
        .guided(old.is_none())
        .budget(budget)
        .bound(BoundOptions::default().programs(0));
    let (solution, least) = thread::scope(|scope| {
        let least = || least(&arguments, &problem.value).map_err(|error| error.to_string());
        let beside = (arguments.threads > 1).then(|| scope.spawn(least));
        let solution = plan(&problem.value, &options, &mut Silent);
        let least = beside.map_or_else(|| Ok(least()), thread::ScopedJoinHandle::join);
        (solution, least)
    });
    let (solution, least) = (solution?, least.map_err(|_| "the bound panicked")??);
    let outline = Outline::of(solution.plan(), &instance)?;
    fs::write(&arguments.out, serde_json::to_string(&outline)?)?;
    let aside = least.map_or(0.0, |(_, seconds)| seconds);
    let mut line = line(&arguments, &solution, process_seconds() - aside);
    line["loading"] = loading.into();
    line["findings"] = problem.findings.len().into();
    if let Some(old) = old {
        line["changed"] = old.changes(&outline).into();
    }
    if let Some((bound, seconds)) = least {
        line["bound_L1"] = bound.into();
        line["bound_L1_seconds"] = seconds.into();
    }
    bounds(&arguments, &problem.value, &solution, &mut line)?;
    println!("{line}");
    Ok(())
}

/// Writes the certificate of how many mandatory claims must be left out, if it is asked for;
/// gives what it proves, and the processor seconds.
fn least(
    arguments: &Arguments,
    problem: &Problem<'_>,
) -> Result<Option<(i64, f64)>, Box<dyn Error>> {
    let Some(path) = &arguments.mandatory_certificate else {
        return Ok(None);
    };
    let began = thread_seconds();
    let verified = prove(
        arguments,
        problem,
        CertificateTarget::MandatoryUnseated,
        path,
    )?;
    Ok(Some((verified.bound(), thread_seconds() - began)))
}

/// Finds a bound, writes its certificate, and lets the checker compute it again.
fn prove(
    arguments: &Arguments,
    problem: &Problem<'_>,
    target: CertificateTarget,
    path: &str,
) -> Result<Verified, Box<dyn Error>> {
    let options = BoundOptions::default().programs(arguments.programs);
    let certificate = certify(problem, target, &options, &mut Silent);
    fs::write(path, serde_json::to_string(&certificate)?)?;
    verify(problem, &certificate)
        .map_err(|found| format!("the certificate has {} findings", found.len()).into())
}

/// Writes the certificate of the value asked for, and what it proves.
fn bounds(
    arguments: &Arguments,
    problem: &Problem<'_>,
    solution: &Solution,
    line: &mut serde_json::Value,
) -> Result<(), Box<dyn Error>> {
    let began = thread_seconds();
    let unseated = u32::try_from(-solution.score().mandatory).ok();
    let value = CertificateTarget::Value {
        mandatory_unseated: unseated.filter(|_| !arguments.all_plans),
    };
    if let Some(path) = &arguments.certificate {
        let solution = solution
            .clone()
            .with_bound(prove(arguments, problem, value, path)?);
        line["bound"] = solution.bound().value.into();
        line["gap"] = gap(&solution).into();
    }
    line["bound_seconds"] = (thread_seconds() - began).into();
    line["peak_bytes"] = peak_bytes().into();
    Ok(())
}

/// How far the value is below its bound, as a share of the bound.
fn gap(solution: &Solution) -> f64 {
    1.0 - solution.score().value as f64 / solution.bound().value as f64
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
        "gap": gap(solution),
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
    let (mut certificate, mut mandatory_certificate) = (None, None);
    let (mut programs, mut all_plans) = (1, false);
    let (mut walkers, mut threads) = (1, 1);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seed") => seed = parser.value()?.parse()?,
            Long("walkers") => walkers = parser.value()?.parse()?,
            Long("threads") => threads = parser.value()?.parse()?,
            Long("moves") => moves = Some(parser.value()?.parse()?),
            Long("seconds") => seconds = Some(parser.value()?.parse()?),
            Long("repair") => repair = Some(parser.value()?.string()?),
            Long("certificate") => certificate = Some(parser.value()?.string()?),
            Long("mandatory-certificate") => {
                mandatory_certificate = Some(parser.value()?.string()?);
            }
            Long("programs") => programs = parser.value()?.parse()?,
            Long("all-plans") => all_plans = true,
            Long("out") => out = Some(parser.value()?.string()?),
            Value(value) if instance.is_none() => instance = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Arguments {
        instance: instance.ok_or("name the instance")?,
        out: out.ok_or("name the file of the plan with --out")?,
        seed,
        walkers,
        threads,
        moves,
        seconds,
        repair,
        certificate,
        mandatory_certificate,
        programs,
        all_plans,
    })
}
