//! Solves an instance of ITC-2007 track 3 with the library's own solver and rules.
//!
//! ```text
//! cargo run --release -p bangkom-benches --bin cbctt -- INSTANCE --seconds S|--moves N --seed N \
//!     [--threads T] [--method annealing|steps:N|late:N] --out SOLUTION
//! ```
//!
//! Seconds are processor seconds of all threads together. Writes the solution in the format of
//! the competition and one JSON line. A move counts when a change of time, room or session got
//! its complete score difference (`differences`) or was refused by a hard rule (`refused`).

#![expect(clippy::print_stdout, reason = "the line is the program's result")]

use std::error::Error;
use std::fs;

use bangkom::domain::progress::Silent;
use bangkom::schedule::search::Budget;
use bangkom::schedule::timetable::{Method, Problem, SolveOptions, TimetableSolution, solve};
use bangkom_benches::cbctt::{Instance, problem, solution_lines};
use bangkom_benches::clock::{process_seconds, thread_seconds};
use lexopt::prelude::*;
use serde_json::json;

struct Arguments {
    instance: String,
    out: String,
    seed: u64,
    threads: u32,
    moves: Option<u64>,
    seconds: Option<f64>,
    method: Method,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let began = thread_seconds();
    let instance: Instance = fs::read_to_string(&arguments.instance)?.parse()?;
    let problem = Problem::new(problem(&instance)?)
        .into_result()
        .map_err(|findings| format!("the instance has findings: {:?}", findings.as_slice()))?;
    let budget = match (arguments.moves, arguments.seconds) {
        (Some(moves), None) => Budget::Moves(moves),
        (None, Some(seconds)) => Budget::Clock {
            clock: &thread_seconds,
            seconds: seconds - (thread_seconds() - began),
        },
        _ => return Err("give either --seconds or --moves".into()),
    };
    let options = SolveOptions::default()
        .seed(arguments.seed)
        .budget(budget)
        .walkers(arguments.threads)
        .threads(arguments.threads)
        .method(arguments.method);
    let solution = solve(&problem, &options, &mut Silent);
    let one_thread = arguments.threads <= 1;
    let spent = if one_thread {
        thread_seconds() - began
    } else {
        process_seconds()
    };
    let seconds = arguments.seconds.unwrap_or(spent);
    fs::write(&arguments.out, solution_lines(&instance, solution.plan()))?;
    println!("{}", line(&arguments, &solution, seconds));
    Ok(())
}

fn line(arguments: &Arguments, solution: &TimetableSolution, seconds: f64) -> serde_json::Value {
    let (score, counts) = (solution.score(), solution.counts());
    let moves = counts.evaluated + counts.refused;
    json!({
        "instance": arguments.instance,
        "seed": arguments.seed,
        "cost": -score.quality,
        "hard": -score.hard - score.mandatory,
        "moves": moves,
        "differences": counts.evaluated,
        "refused": counts.refused,
        "taken": counts.taken,
        "seconds": seconds,
        "moves_per_second": (moves as f64 / seconds).round(),
        "differences_per_second": (counts.evaluated as f64 / seconds).round(),
        "threads": arguments.threads,
        "stop": solution.stop(),
    })
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let (mut instance, mut out) = (None, None);
    let (mut seed, mut threads, mut method) = (1, 1, Method::Annealing);
    let (mut moves, mut seconds) = (None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seed") => seed = parser.value()?.parse()?,
            Long("threads") => threads = parser.value()?.parse()?,
            Long("moves") => moves = Some(parser.value()?.parse()?),
            Long("seconds") => seconds = Some(parser.value()?.parse()?),
            Long("method") => method = self::method(&parser.value()?.string()?)?,
            Long("out") => out = Some(parser.value()?.string()?),
            Value(value) if instance.is_none() => instance = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Arguments {
        instance: instance.ok_or("name the instance")?,
        out: out.ok_or("name the file of the solution with --out")?,
        seed,
        threads,
        moves,
        seconds,
        method,
    })
}

fn method(text: &str) -> Result<Method, Box<dyn Error>> {
    match text.split_once(':') {
        None if text == "annealing" => Ok(Method::Annealing),
        Some(("steps", count)) => Ok(Method::StepCounting(count.parse()?)),
        Some(("late", length)) => Ok(Method::LateAcceptance(length.parse()?)),
        _ => Err(format!("there is no method {text}").into()),
    }
}
