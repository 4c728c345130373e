//! Inputs made by chance out of the fixtures: nothing may bring the program down, take forever, or cite
//! a word that does not stand there.
//!
//! `cargo bench --bench fuzz -- SECONDS [SEED] [TARGET]` takes each target of `tests/fuzz` in turn and
//! says how many inputs it took. An input that fails stays in a folder, which is named. Where
//! cargo-fuzz can run, it finds more (see `tests/fuzz/README.md`); this needs nothing but cargo.

#[path = "../fuzz/src/targets.rs"]
mod targets;

mod fuzz {
    pub mod mutation;
    pub mod seeds;
}

use std::env;
use std::error::Error;
use std::fs;
use std::io;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use beleg::archive::read_apart;
use beleg::source::{Limits, ReadApart};
use fuzz::mutation::{Chance, mutated};
use fuzz::seeds::{packed_again, seeds};
use targets::Target;

/// An input that takes longer is a failure.
const LONGEST: Duration = Duration::from_secs(20);
/// The word with which this program is started for one target.
const CHILD: &str = "one-target";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    // PDF is read by this program, started again.
    let typed: Vec<_> = env::args_os().collect();
    if read_apart(&typed, io::stdin().lock(), io::stdout().lock())? {
        return Ok(ExitCode::SUCCESS);
    }
    let arguments: Vec<String> = env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    if let [child, folder, name, seconds, seed] = &arguments[..]
        && child == CHILD
    {
        return one(Path::new(folder), name, seconds.parse()?, seed.parse()?);
    }
    let Some(seconds) = arguments.first() else {
        println!("fuzz: skipped, no time given (SECONDS [SEED] [TARGET])");
        return Ok(ExitCode::SUCCESS);
    };
    let seconds: u64 = seconds.parse()?;
    let seed = arguments.get(1).map_or(Ok(1), |seed| seed.parse())?;
    let wanted = arguments.get(2).map(String::as_str);
    all(seconds, seed, wanted)
}

/// Each target in a process of its own, which may die.
fn all(seconds: u64, seed: u64, wanted: Option<&str>) -> Result<ExitCode, Box<dyn Error>> {
    let names = Target::all().into_iter().map(Target::file_name);
    let names: Vec<String> = names
        .filter(|name| wanted.is_none_or(|wanted| name.ends_with(wanted)))
        .collect();
    let each = seconds / names.len().max(1) as u64;
    let folder = env::temp_dir().join(format!("beleg-fuzz-{seed}"));
    fs::create_dir_all(&folder)?;
    let mut failed = false;
    for name in names {
        let status = Command::new(env::current_exe()?)
            .arg(CHILD)
            .arg(&folder)
            .args([&name, &each.to_string(), &seed.to_string()])
            .status()?;
        if !status.success() {
            let kept = folder.join(format!("failed-{name}"));
            fs::copy(folder.join(&name), &kept)?;
            println!("{name}: {status}; the input is {}", kept.display());
            failed = true;
        }
    }
    Ok(ExitCode::from(u8::from(failed)))
}

/// Feeds one target for so many seconds. An input stands on the disk before it is read, so that it is
/// still there when the process is not.
fn one(folder: &Path, name: &str, seconds: u64, seed: u64) -> Result<ExitCode, Box<dyn Error>> {
    let target = Target::all()
        .into_iter()
        .find(|target| target.file_name() == name);
    let target = target.ok_or("no such target")?;
    let limits = Limits {
        apart: ReadApart::new(env::current_exe().ok(), 15, 1_000_000_000),
        record_bytes: 4_000_000,
        ..Limits::default()
    };
    let path = folder.join(name);
    let seeds = seeds(target);
    let mut chance = Chance::new(seed);
    let started = Instant::now();
    let (mut count, mut slowest, mut found) = (0u64, Duration::ZERO, 0u32);
    while started.elapsed() < Duration::from_secs(seconds) {
        let bytes = input(target, &seeds, &mut chance);
        fs::write(&path, &bytes)?;
        let before = Instant::now();
        let outcome = panic::catch_unwind(|| target.run(&path, &limits));
        let took = before.elapsed();
        slowest = slowest.max(took);
        count += 1;
        if outcome.is_err() || took > LONGEST {
            found += 1;
            let kept: PathBuf = folder.join(format!("found-{found}-{name}"));
            fs::copy(&path, &kept)?;
            println!("{name}: {took:.1?}; the input is {}", kept.display());
        }
        if found == 5 {
            break;
        }
    }
    println!(
        "{name:<16} {count:>9} inputs from {} seeds, slowest {:.2} s, {found} found",
        seeds.len(),
        slowest.as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// An input made out of the seeds. Half of those of packed formats are changed inside, since what
/// unpacks notices nearly every change outside.
fn input(target: Target, seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let seed = &seeds[chance.below(seeds.len())];
    let other = &seeds[chance.below(seeds.len())];
    match chance.below(2) {
        0 => packed_again(target, seed, chance).unwrap_or_else(|| mutated(seed, other, chance)),
        _ => mutated(seed, other, chance),
    }
}
