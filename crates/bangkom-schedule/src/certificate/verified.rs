use super::CertificateTarget;

/// A bound that was recomputed from a problem and a certificate, and from nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    target: CertificateTarget,
    bound: i64,
}

impl Verified {
    pub(crate) fn new(target: CertificateTarget, bound: i64) -> Self {
        Self { target, bound }
    }

    /// What is bounded, and what that assumes.
    pub fn target(self) -> CertificateTarget {
        self.target
    }

    /// The least number of mandatory claims without a seat, or the greatest sum of values.
    pub fn bound(self) -> i64 {
        self.bound
    }

    /// Whether the bound holds for plans that leave this many mandatory claims without a seat.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_domain::progress::Silent;
    /// use bangkom_schedule::certificate::CertificateTarget;
    /// use bangkom_schedule::check::certificate::verify;
    /// use bangkom_schedule::{BoundOptions, Inputs, Problem, certify};
    ///
    /// # let mut city = small::city();
    /// # city.demand.rows[0].mandatory = true;
    /// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    /// let problem = Problem::new(inputs).value;
    /// let target = CertificateTarget::Value { mandatory_unseated: Some(0) };
    /// let certificate = certify(&problem, target, &BoundOptions::default(), &mut Silent);
    /// let verified = verify(&problem, &certificate).expect("the certificate is sound");
    /// assert!(verified.holds_at(0) && !verified.holds_at(1));
    /// ```
    pub fn holds_at(self, mandatory_unseated: u32) -> bool {
        match self.target {
            CertificateTarget::MandatoryUnseated => true,
            CertificateTarget::Value {
                mandatory_unseated: assumed,
            } => assumed.is_none_or(|most| mandatory_unseated <= most),
        }
    }
}
