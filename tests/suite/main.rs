//! The one integration binary: `beleg` as its users meet it, and the house rules of its code.

mod claims;
mod cli;
mod compounds;
mod concordance;
mod duplicates;
mod export;
mod faults;
mod fixtures;
mod folders;
mod formats;
mod german;
mod harness;
mod index;
mod library;
mod marks;
mod mentions;
mod offsets;
mod overview;
mod people;
mod persons;
mod query;
mod readme;
mod refresh;
mod regression;
mod render;
mod search;
mod source;
mod speech;
#[cfg(unix)]
mod terminal;
mod tidy;
