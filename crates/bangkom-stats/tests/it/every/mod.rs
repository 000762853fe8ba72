//! Every method at once: what each result carries, and what bad input does to any of them.

mod catalogue;
mod hostile;
mod methods;
mod results;
