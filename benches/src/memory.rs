//! How much memory the process has held.

/// The most bytes that were resident at once, where the system tells.
///
/// # Examples
///
/// ```
/// assert!(bangkom_benches::memory::peak_bytes().is_none_or(|bytes| bytes > 1_000_000));
/// ```
pub fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}
