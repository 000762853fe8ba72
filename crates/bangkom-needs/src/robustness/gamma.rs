use bangkom_stats::bootstrap::Stream;

/// A uniform number strictly between 0 and 1.
pub(super) fn unit(stream: &mut Stream) -> f64 {
    ((stream.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
}

/// A standard normal number, by the cosine half of Box and Muller.
fn normal(stream: &mut Stream) -> f64 {
    let radius = (-2.0 * libm::log(unit(stream))).sqrt();
    radius * libm::cos(std::f64::consts::TAU * unit(stream))
}

/// The logarithm of a gamma number of this positive shape and scale one.
///
/// In logarithms a shape far below one does not end at zero.
///
/// # References
/// Marsaglia and Tsang 2000, with their lift of shapes below one.
pub(super) fn log_gamma(shape: f64, stream: &mut Stream) -> f64 {
    let lift = if shape < 1.0 {
        libm::log(unit(stream)) / shape
    } else {
        0.0
    };
    let d = if shape < 1.0 { shape + 1.0 } else { shape } - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(stream);
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        let log_v = libm::log(v);
        if libm::log(unit(stream)) < 0.5 * x * x + d - d * v + d * log_v {
            return libm::log(d) + log_v + lift;
        }
    }
}
