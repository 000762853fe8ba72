//! Times the statistics beside their peers in one run: one JSON line a task.
//!
//! ```text
//! pip install -r benches/peers/requirements.txt
//! cargo run --release -p bangkom-benches --bin evaluation -- --python PATH --rscript PATH
//! ```
//!
//! The programs may also be named by `BANGKOM_PYTHON` and `BANGKOM_RSCRIPT`; a peer that is not
//! there is left out, and its line says why.

#![expect(clippy::print_stdout, reason = "the lines are the program's result")]

use bangkom_benches::clock::{self, Timing};
use bangkom_benches::evaluation::peers::{self, PeerLine};
use bangkom_benches::evaluation::tasks::{TASKS, Task};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let python = program("--python", "BANGKOM_PYTHON", "python3");
    let rscript = program("--rscript", "BANGKOM_RSCRIPT", "Rscript");
    let mut lines = peers::run(&python, "run.py", "python");
    lines.extend(peers::run(&rscript, "run.R", "r"));
    let clock = if clock::tells_cpu_time() {
        "cpu"
    } else {
        "wall"
    };
    let missing: Vec<_> = lines.iter().filter_map(absence).collect();
    println!(
        "{}",
        json!({"clock": clock, "threads": 1, "peers_left_out": missing})
    );
    for task in TASKS {
        println!("{}", line(task, &lines)?);
    }
    Ok(())
}

/// A program named by an argument, by the environment, or by default.
fn program(option: &str, variable: &str, default: &str) -> String {
    let mut arguments = std::env::args().skip_while(|argument| argument != option);
    let named = arguments.nth(1).or_else(|| std::env::var(variable).ok());
    named.unwrap_or_else(|| default.to_owned())
}

fn absence(line: &PeerLine) -> Option<Value> {
    let why = line.absent.as_ref()?;
    Some(json!({"peer": line.peer, "why": why}))
}

fn line(task: &Task, lines: &[PeerLine]) -> Result<Value, bangkom_stats::StatsError> {
    let mut run = (task.prepare)();
    // The first call shows an error; the timed ones cannot have another.
    run()?;
    let ours = clock::best(|| run().unwrap_or(f64::NAN));
    let of_task = lines
        .iter()
        .filter(|line| line.task.as_deref() == Some(task.name));
    let peers: Vec<Value> = of_task.map(|line| compared(task, ours, line)).collect();
    Ok(json!({
        "task": task.name,
        "what": task.what,
        "seconds": ours.seconds,
        "value": ours.value,
        "peers": peers,
    }))
}

fn compared(task: &Task, ours: Timing, line: &PeerLine) -> Value {
    let seconds = line.seconds.unwrap_or(f64::NAN);
    let ratio = seconds / ours.seconds;
    let required = task
        .required
        .iter()
        .find(|(peer, _)| *peer == line.peer)
        .map(|(_, r)| *r);
    let whole = line.part.is_none_or(|part| part == 1.0);
    let same = task
        .same_within
        .zip(line.check)
        .filter(|_| whole)
        .map(|(within, check)| (check - ours.value).abs() <= within * check.abs());
    json!({
        "peer": line.peer,
        "version": line.version,
        "package": line.package,
        "seconds": seconds,
        "part_run": line.part,
        "ratio": ratio,
        "required": required,
        "met": required.map(|required| ratio >= required),
        "same_value": same,
    })
}
