//! Did the training help, whom, how much, how sure are we, and who still needs support?
