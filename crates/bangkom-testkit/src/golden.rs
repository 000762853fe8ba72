use bangkom_domain::json::{self, Document};

/// What is wrong with a golden file, the document being written as it is now; `None` where
/// nothing is.
///
/// The document must be written as the file, and the file must be the same after reading and
/// writing, byte for byte. Numbers written now may differ by a share of themselves: 0 for
/// documents that are the same bytes everywhere, more for those with statistics, which promise
/// the same bytes on one platform alone.
///
/// ```
/// use bangkom_domain::decision::Decisions;
/// use bangkom_domain::json;
/// use bangkom_testkit::golden_fault;
///
/// let document = Decisions::default();
/// let file = json::write(&document)?;
/// assert_eq!(golden_fault(&file, &document, 0.0), None);
/// assert!(golden_fault(&format!("{file} "), &document, 0.0).is_some());
/// # Ok::<(), bangkom_domain::json::WriteError>(())
/// ```
pub fn golden_fault<D: Document>(file: &str, document: &D, tolerance: f64) -> Option<String> {
    let written = match json::write(document) {
        Ok(written) => written,
        Err(error) => return Some(format!("it cannot be written: {error}")),
    };
    let again = match json::read::<D>(file).map(|read| json::write(&read)) {
        Ok(Ok(again)) => again,
        Ok(Err(error)) => return Some(format!("what was read cannot be written: {error}")),
        Err(error) => return Some(format!("the file cannot be read: {error}")),
    };
    difference("written now", &written, file, tolerance)
        .or_else(|| difference("read and written", &again, file, 0.0))
}

/// The first line in which a text is not as the file.
fn difference(what: &str, text: &str, file: &str, tolerance: f64) -> Option<String> {
    let (lines, kept) = (text.split('\n'), file.split('\n'));
    let mut pairs = (1..).zip(lines.clone().zip(kept.clone()));
    if let Some((number, (now, then))) = pairs.find(|(_, (now, then))| !same(now, then, tolerance))
    {
        return Some(format!("{what}, line {number} is {now:?}, not {then:?}"));
    }
    let (now, then) = (lines.count(), kept.count());
    (now != then).then(|| format!("{what}, there are {now} lines, not {then}"))
}

/// Whether two lines are alike but for a number that differs by a share of itself.
fn same(now: &str, then: &str, tolerance: f64) -> bool {
    let number = |line: &str| -> Option<(String, f64)> {
        let line = line.strip_suffix(',').unwrap_or(line);
        let start = line.rfind(' ')? + 1;
        Some((line[..start].to_owned(), line[start..].parse().ok()?))
    };
    let near = || {
        let ((now_key, now), (then_key, then)) = number(now).zip(number(then))?;
        Some(now_key == then_key && (now - then).abs() <= tolerance * then.abs())
    };
    now == then || (tolerance > 0.0 && near() == Some(true))
}
