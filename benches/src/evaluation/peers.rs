//! Starting the peers' scripts and reading what they print.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// One line of a peer's script.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeerLine {
    /// Name of the peer, in small letters.
    pub peer: String,
    /// Why the peer was not run.
    #[serde(default)]
    pub absent: Option<String>,
    /// Version of the peer.
    #[serde(default)]
    pub version: Option<String>,
    /// Package of R that did the work.
    #[serde(default)]
    pub package: Option<String>,
    /// Task that was timed.
    #[serde(default)]
    pub task: Option<String>,
    /// CPU seconds, scaled to the whole task.
    #[serde(default)]
    pub seconds: Option<f64>,
    /// Value to compare with ours.
    #[serde(default)]
    pub check: Option<f64>,
    /// Part of the task that was really run, 0..1.
    #[serde(default)]
    pub part: Option<f64>,
}

/// Runs a script of `benches/peers/evaluation` in one thread.
///
/// A program that cannot be started is one line that says so.
///
/// # Examples
///
/// ```
/// let lines = bangkom_benches::evaluation::peers::run("no-such-program", "run.py", "python");
/// assert!(lines[0].absent.is_some());
/// ```
pub fn run(program: &str, script: &str, name: &str) -> Vec<PeerLine> {
    let output = Command::new(program)
        .arg(folder().join(script))
        .env("OMP_NUM_THREADS", "1")
        .env("OPENBLAS_NUM_THREADS", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output();
    match output {
        Err(error) => vec![absent(name, format!("{program}: {error}"))],
        Ok(output) if !output.status.success() => {
            let text = String::from_utf8_lossy(&output.stderr);
            let last = text.trim_end().lines().last().unwrap_or_default();
            vec![absent(name, format!("{script} failed: {last}"))]
        }
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            text.lines().map(|line| parse(line, name)).collect()
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/evaluation")
}

fn parse(line: &str, name: &str) -> PeerLine {
    serde_json::from_str(line).unwrap_or_else(|error| absent(name, format!("{error}: {line}")))
}

fn absent(name: &str, why: String) -> PeerLine {
    PeerLine {
        peer: name.to_owned(),
        absent: Some(why),
        version: None,
        package: None,
        task: None,
        seconds: None,
        check: None,
        part: None,
    }
}
