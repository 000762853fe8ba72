//! Scores the needs workload and prints its totals, then one JSON line with the cost.
//!
//! ```text
//! cargo run --release -p bangkom-benches --bin needs -- DIR grouped|shuffled [--mode exact|fast] [--threads N]
//! ```
//!
//! `seconds` runs from opening the column files to the six results.

#![expect(clippy::print_stdout, reason = "the lines are the program's result")]

use std::path::PathBuf;
use std::time::Instant;

use bangkom::needs::ScoreMode;
use bangkom_benches::memory::peak_bytes;
use bangkom_benches::needs::{Failure, run};
use lexopt::prelude::*;
use serde_json::json;

struct Arguments {
    dir: PathBuf,
    kind: String,
    mode: ScoreMode,
    threads: usize,
}

fn main() -> Result<(), Failure> {
    let arguments = arguments()?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads);
    let pool = threads.build()?;
    let start = Instant::now();
    let results = pool.install(|| run(&arguments.dir, &arguments.kind, arguments.mode))?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{}", results.line());
    println!(
        "{}",
        json!({
            "seconds": seconds,
            "peak_bytes": peak_bytes(),
            "digest": results.digest(),
            "mode": arguments.mode,
            "order": arguments.kind,
            "threads": arguments.threads,
        })
    );
    Ok(())
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let (mut dir, mut kind) = (None, None);
    let (mut mode, mut threads) = (ScoreMode::Exact, 2);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) if dir.is_none() => dir = Some(PathBuf::from(value)),
            Value(value) if kind.is_none() => kind = Some(value.string()?),
            Long("mode") => {
                mode = match parser.value()?.string()?.as_str() {
                    "exact" => ScoreMode::Exact,
                    "fast" => ScoreMode::Fast,
                    other => return Err(format!("unknown mode {other}: exact or fast").into()),
                }
            }
            Long("threads") => threads = parser.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    let kind: String = kind.ok_or("which order? grouped or shuffled")?;
    if !matches!(kind.as_str(), "grouped" | "shuffled") {
        return Err(format!("unknown order {kind}: grouped or shuffled").into());
    }
    Ok(Arguments {
        dir: dir.ok_or("which folder of columns?")?,
        kind,
        mode,
        threads,
    })
}
