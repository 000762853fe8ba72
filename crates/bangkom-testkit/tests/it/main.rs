//! Tests of the invented city.

mod city;
mod outcome;
