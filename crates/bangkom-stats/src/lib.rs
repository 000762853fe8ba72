//! Statistics an examiner would sign: tests, effect sizes, exact intervals, agreement, reliability, regression, survival.
