//! The index follows its sources: what a run would do, is doing and has done.

mod changing;
mod content;
mod encodings;
mod forecast;
mod lists;
mod sections;
mod stopping;
mod watching;
