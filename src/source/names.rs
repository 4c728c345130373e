//! The names of the records of a file, each unique there.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The names given in a file so far, as hashes, with the number that each was last given behind it: a
/// million of them take 24 MB. Without the numbers a file in which all records have one name would
/// take time by the square of their count.
#[derive(Default)]
pub(super) struct Names(HashMap<u64, u32>);

impl Names {
    /// `id` itself, or with `~2`, `~3` … when it was given before.
    pub(super) fn unique(&mut self, id: String) -> String {
        self.given(id, |id, number| format!("{id}~{number}"))
    }

    /// The name of a file itself, or `a~2.txt`, `a~3.txt` … when it was given before.
    pub(super) fn unique_file(&mut self, name: String) -> String {
        self.given(name, numbered)
    }

    fn given(&mut self, id: String, numbered: fn(&str, u32) -> String) -> String {
        let own = hash_of(&id);
        let mut count = self.0.get(&own).copied().unwrap_or(0);
        let mut name = id.clone();
        if count > 0 {
            loop {
                count += 1;
                name = numbered(&id, count);
                if let Entry::Vacant(free) = self.0.entry(hash_of(&name)) {
                    free.insert(1);
                    break;
                }
            }
        }
        self.0.insert(own, count.max(1));
        name
    }
}

/// The name of a file in an archive, numbered before its endings, which tell what is in it.
fn numbered(name: &str, number: u32) -> String {
    let start = name.rfind(['/', '\\']).map_or(0, |last| last + 1);
    // A dot at the beginning begins no ending.
    let rest = name[start..]
        .find(|letter| letter != '.')
        .map_or(name.len(), |first| start + first);
    let stem = name[rest..].find('.').map_or(name.len(), |dot| rest + dot);
    format!("{}~{number}{}", &name[..stem], &name[stem..])
}

fn hash_of(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_given_before_is_numbered() {
        let mut names = Names::default();
        let given = ["a", "a~2", "a", "a", "b", "a~2"].map(|id| names.unique(id.to_owned()));
        assert_eq!(given, ["a", "a~2", "a~3", "a~4", "b", "a~2~2"]);
    }

    #[test]
    fn files_keep_their_endings_which_tell_their_formats() {
        let mut names = Names::default();
        for (name, second) in [
            ("a.txt", "a~2.txt"),
            ("b/c.d/e.tar.gz", "b/c.d/e~2.tar.gz"),
            ("f", "f~2"),
            (".g.txt", ".g~2.txt"),
        ] {
            assert_eq!(names.unique_file(name.to_owned()), name);
            assert_eq!(names.unique_file(name.to_owned()), second);
        }
    }

    #[test]
    fn a_file_in_which_all_records_have_one_name_once_took_forever() {
        let mut names = Names::default();
        let last = (0..200_000).map(|_| names.unique("1".to_owned())).last();
        assert_eq!(last.as_deref(), Some("1~200000"));
    }
}
