//! The one integration binary: `beleg` as its users meet it, and the house rules of its code.

mod claims;
mod cli;
mod compounds;
mod duplicates;
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
mod tidy;
