//! Checking claims, as a fact-checker meets it.

mod cli;
mod gold;
mod honesty;
mod json;
