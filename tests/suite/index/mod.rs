//! The index over time: what a refresh changes and what it must not.

mod changes;
mod documents;
mod frozen;
mod locks;
mod scores;
mod versions;
