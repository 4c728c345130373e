#![no_main]

use beleg::source::Format;
use beleg_fuzz::{Target, run};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| run(Target::Source(Format::Mail), bytes));
