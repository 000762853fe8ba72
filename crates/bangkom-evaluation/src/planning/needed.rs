use bangkom_stats::power::{PowerOptions, paired_t_size, two_sample_t_size};
use bangkom_stats::{ConfidenceLevel, StatsError};

use super::{Needed, Planned};

/// How many participants are needed to see an effect.
///
/// # Formula
///
/// ```text
/// n          least n whose noncentral t test reaches the power
/// measured   n (1 + (agency size - 1) correlation), rounded up
/// invited    measured / (1 - attrition), rounded up
/// ```
///
/// # Errors
/// [`StatsError::OutOfRange`] for an effect of zero, a power that cannot be, a size below 1, a
/// correlation outside 0 to 1 or an attrition outside 0 to below 1; [`StatsError::Undefined`]
/// for more people than can be counted.
///
/// # Examples
///
/// ```
/// use bangkom_evaluation::{Planned, participants_needed};
/// use bangkom_stats::ConfidenceLevel;
///
/// // Cohen's medium effect at a power of 80 %: 34 pairs.
/// let needed = participants_needed(&Planned::new(0.5), ConfidenceLevel::default())?;
/// assert_eq!(needed.invited, 34);
/// let lost = Planned::new(0.5).agencies(5.0, 0.1).attrition(0.2);
/// assert_eq!(participants_needed(&lost, ConfidenceLevel::default())?.invited, 60);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Cohen 1988; Kish 1965, the design effect.
pub fn participants_needed(
    planned: &Planned,
    level: ConfidenceLevel,
) -> Result<Needed, StatsError> {
    let unit = [
        ("agency_size", planned.agency_size, 1.0, 1e6),
        ("agency_correlation", planned.agency_correlation, 0.0, 1.0),
        ("attrition", planned.attrition, 0.0, 0.99),
    ];
    for (argument, value, low, high) in unit {
        if !(low..=high).contains(&value) {
            return Err(StatsError::OutOfRange {
                argument,
                index: None,
                value,
                low,
                high,
            });
        }
    }
    let options = PowerOptions::default().alpha(level.alpha());
    let size = if planned.compared {
        two_sample_t_size(planned.effect, planned.power, &options)?
    } else {
        paired_t_size(planned.effect, planned.power, &options)?
    };
    let design_effect = 1.0 + (planned.agency_size - 1.0) * planned.agency_correlation;
    let measured = (size.n as f64 * design_effect).ceil();
    let invited = (measured / (1.0 - planned.attrition)).ceil();
    if invited > f64::from(u32::MAX) {
        return Err(StatsError::Undefined {
            what: "the number of participants",
            why: "the effect is too small to be seen",
        });
    }
    Ok(Needed {
        measured: measured as u32,
        invited: invited as u32,
        power: size.achieved,
        design_effect,
    })
}
