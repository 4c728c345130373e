//! What goes wrong on disks: nothing committed is lost, and what is left out is told.

mod damage;
mod hostile;
mod interrupted;
mod sources;
