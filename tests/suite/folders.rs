//! Walking folders: what is passed over is told, and the rest is found.

use beleg::source::walk;
use std::path::{Path, PathBuf};
use std::{fs, io};
use tempfile::TempDir;

/// What a walk through a folder with these files finds, and what it skips.
fn walked(folder: &Path) -> (Vec<String>, Vec<(PathBuf, String)>) {
    let (mut found, mut skipped) = (Vec::new(), Vec::new());
    for entry in walk(&[folder.to_owned()]) {
        match entry {
            Ok(candidate) => found.push(candidate.relative),
            Err(skip) => {
                let path = skip.path.strip_prefix(folder).unwrap().to_owned();
                skipped.push((path, skip.reason.to_string()));
            }
        }
    }
    (found, skipped)
}

#[test]
fn a_folder_is_walked_in_order_and_without_heeding_gitignore() -> io::Result<()> {
    let folder = TempDir::new()?;
    fs::create_dir_all(folder.path().join("b/c"))?;
    fs::create_dir(folder.path().join(".git"))?;
    for name in [
        "z.txt",
        "b/c/d.jsonl",
        "b/a.MD",
        "a.txt",
        ".gitignore",
        "scan.xyz",
        "README",
    ] {
        fs::write(folder.path().join(name), "*")?;
    }
    let (found, skipped) = walked(folder.path());
    assert_eq!(found, ["a.txt", "b/a.MD", "b/c/d.jsonl", "z.txt"]);
    let expected = [
        (
            "README".into(),
            "format not known: the file name has no ending".to_owned(),
        ),
        (
            "scan.xyz".into(),
            "format not supported yet: .xyz".to_owned(),
        ),
    ];
    assert_eq!(skipped, expected);
    Ok(())
}

#[cfg(unix)]
#[test]
fn loops_pipes_and_dangling_links_are_told_and_the_rest_is_found() -> io::Result<()> {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let folder = TempDir::new()?;
    let inside = |name: &str| folder.path().join(name);
    fs::create_dir(inside("b"))?;
    fs::write(inside("b/text.txt"), "Text.")?;
    fs::write(
        folder
            .path()
            .join(std::ffi::OsStr::from_bytes(b"n\xFF.txt")),
        "Text.",
    )?;
    symlink(folder.path(), inside("b/loop"))?;
    symlink("nowhere.txt", inside("c.txt"))?;
    symlink(inside("b/text.txt"), inside("link.txt"))?;
    assert!(
        std::process::Command::new("mkfifo")
            .arg(inside("pipe.txt"))
            .status()?
            .success()
    );
    let (found, skipped) = walked(folder.path());
    assert_eq!(found, ["b/text.txt", "link.txt"]);
    let reason = |name: &str| {
        let entry = skipped
            .iter()
            .find(|(path, _)| path.to_string_lossy() == name);
        entry
            .unwrap_or_else(|| panic!("{name} in {skipped:?}"))
            .1
            .clone()
    };
    assert!(reason("b/loop").starts_with("a symbolic link that leads back to "));
    assert_eq!(
        reason("c.txt"),
        "a symbolic link that leads nowhere, not a file"
    );
    assert_eq!(reason("pipe.txt"), "a named pipe, not a file");
    assert!(reason("n\u{fffd}.txt").contains("not valid Unicode"));
    Ok(())
}

#[test]
fn a_missing_folder_is_told() {
    let missing = PathBuf::from("does/not/exist");
    let found: Vec<_> = walk(std::slice::from_ref(&missing)).collect();
    assert_eq!(found[0].as_ref().unwrap_err().path, missing);
}
