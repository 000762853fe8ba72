//! Training needs from many weighted sources of evidence, with coverage, reasons and honest uncertainty.
