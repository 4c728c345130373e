//! Names that were perhaps meant.

use crate::people::name::{Name, plain};

/// The names that are spelt most like `typed`, nearest first, at most so many. Each word typed may be
/// the whole name or its surname.
pub fn nearest(typed: &str, names: &[String], at_most: usize) -> Vec<String> {
    let key = plain(typed);
    let allowed = key.chars().count() / 3;
    let mut near: Vec<(usize, &String)> = names
        .iter()
        .filter_map(|name| {
            let distance = distance(&key, name);
            (distance <= allowed).then_some((distance, name))
        })
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter()
        .take(at_most)
        .map(|(_, name)| name.clone())
        .collect()
}

fn distance(key: &str, name: &str) -> usize {
    let whole = strsim::osa_distance(key, &plain(name));
    let parsed = Name::new(name);
    let surname = parsed
        .surname()
        .map(|part| strsim::osa_distance(key, &plain(&part.text)));
    surname.map_or(whole, |surname| whole.min(surname))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_leads_to_the_name() {
        let names = ["Wladimir Putin", "Angela Merkel", "Kim Jong Un"].map(str::to_owned);
        assert_eq!(nearest("Puttin", &names, 3), ["Wladimir Putin"]);
        assert_eq!(nearest("Angela Merkle", &names, 3), ["Angela Merkel"]);
        assert!(nearest("Quasthoff", &names, 3).is_empty());
    }
}
