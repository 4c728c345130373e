//! What the name of a member of an archive says before it is read.

/// What is done with a member of an archive by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    /// It is read.
    Shown,
    /// It is passed over, as hidden files of a folder are.
    Hidden,
    /// It would lie outside the folder the archive is unpacked in. Nothing is ever unpacked to a
    /// disk here, but who made such a name meant harm, and no citation could be followed.
    Outside,
}

/// What is done with the member called `name`.
pub(super) fn visibility(name: &str) -> Visibility {
    let is_absolute = name.starts_with(['/', '\\']) || name.as_bytes().get(1) == Some(&b':');
    let mut parts = name.split(['/', '\\']).filter(|part| !part.is_empty());
    match () {
        () if is_absolute || parts.clone().any(|part| part == "..") => Visibility::Outside,
        () if name.contains('\0') => Visibility::Outside,
        () if parts.any(|part| part.starts_with('.') && part != "." || part == "__MACOSX") => {
            Visibility::Hidden
        }
        () => Visibility::Shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_of_the_archive_are_seen() {
        for name in [
            "../a.txt",
            "a/../../b.txt",
            "/etc/passwd",
            "C:\\a.txt",
            "a\\..\\b.txt",
        ] {
            assert_eq!(visibility(name), Visibility::Outside, "{name}");
        }
        for name in ["a..b.txt", "./a/b.txt", "a.txt", "…/a.txt"] {
            assert_eq!(visibility(name), Visibility::Shown, "{name}");
        }
    }

    #[test]
    fn what_a_mac_puts_into_archives_is_passed_over() {
        for name in ["__MACOSX/._a.txt", ".DS_Store", "a/.git/b.txt"] {
            assert_eq!(visibility(name), Visibility::Hidden, "{name}");
        }
    }
}
