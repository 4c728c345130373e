//! The fuzz targets of beleg: each hands its bytes to [`run`].

mod targets;

pub use targets::Target;

use beleg::source::Limits;

/// Reads bytes, by way of a file of this process.
pub fn run(target: Target, bytes: &[u8]) {
    let name = format!("beleg-fuzz-{}-{}", std::process::id(), target.file_name());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, bytes).expect("the input can be written");
    target.run(&path, &Limits::default());
}
