//! The command line as a person at the keyboard meets it.

mod aliases;
mod analyze;
mod batch;
mod config;
mod examples;
mod help;
mod index;
mod itself;
mod newcomer;
mod places;
mod search;
mod streams;
