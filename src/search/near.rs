//! Which articles of a collection may be near copies of each other, by their signatures.
//!
//! Signatures also agree by chance. How many bytes must agree therefore depends on the size of the
//! collection, so that the texts of only a few articles have to be compared.

use crate::article::Signature;

/// How likely two unlike texts agree in at least so many bytes of eight (binomial, one in 256 each).
const BY_CHANCE: [f64; 6] = [1.0, 3.1e-2, 4.2e-4, 3.3e-6, 1.6e-8, 5.1e-11];

/// How many articles may agree with one by chance.
const STRANGERS: f64 = 5.0;

/// How many pairs of a collection may agree by chance.
const STRANGE_PAIRS: f64 = 100_000.0;

/// With fewer articles each is compared with each.
const FEW: usize = 2_000;

/// In a band an article is compared with so many others at most. Only texts of one form, a newsletter
/// for instance, are so many; they are still grouped, one with the next.
const NEIGHBOURS: usize = 64;

/// The number of an article with its signature.
pub type Signed = (u64, Signature);

/// The articles whose texts are worth comparing with that of `one`, those that agree most first.
pub fn similar(all: &[Signed], one: Signed) -> Vec<u64> {
    let least = least_agreement(|chance| all.len() as f64 * chance <= STRANGERS);
    let mut found: Vec<(u32, u64)> = all
        .iter()
        .filter(|other| other.0 != one.0)
        .map(|other| (other.1.agreement(one.1), other.0))
        .filter(|(agreement, _)| *agreement >= least)
        .collect();
    found.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    found.into_iter().map(|(_, article)| article).collect()
}

/// The pairs of articles whose texts are worth comparing, by their places in `all`, in order.
///
/// Articles are sorted by each pair of bytes in turn, so that those that agree in two bytes stand
/// together in one of these orders: the work grows little faster than the collection.
pub fn similar_pairs(all: &[Signed]) -> Vec<(u32, u32)> {
    let count = all.len() as f64;
    let least = least_agreement(|chance| count * count / 2.0 * chance <= STRANGE_PAIRS);
    let mut pairs = Vec::new();
    if all.len() <= FEW {
        for one in 0..all.len() {
            let others = (one + 1)..all.len();
            let alike = others.filter(|other| all[one].1.agreement(all[*other].1) >= least);
            pairs.extend(alike.map(|other| (one as u32, other as u32)));
        }
        return pairs;
    }
    for first in 0..8 {
        for second in first + 1..8 {
            band_pairs(all, (first, second), least, &mut pairs);
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Adds the pairs of which the bytes of a band are the first two that agree, and that agree in `least`
/// bytes in all; so none is added twice.
fn band_pairs(
    all: &[Signed],
    (first, second): (usize, usize),
    least: u32,
    pairs: &mut Vec<(u32, u32)>,
) {
    let band = |place: u32| {
        let bytes = all[place as usize].1.number().to_le_bytes();
        (bytes[first], bytes[second])
    };
    let mut order: Vec<u32> = (0..all.len() as u32).collect();
    order.sort_unstable_by_key(|place| (band(*place), all[*place as usize].1.number(), *place));
    for alike in order.chunk_by(|one, other| band(*one) == band(*other)) {
        for (at, one) in alike.iter().enumerate() {
            for other in alike[at + 1..].iter().take(NEIGHBOURS) {
                let agreement = all[*one as usize].1.agreement(all[*other as usize].1);
                let is_first = || first_agreeing(all, *one, *other) == (first, second);
                if agreement >= least && is_first() {
                    pairs.push((*one.min(other), *one.max(other)));
                }
            }
        }
    }
}

/// The first two bytes in which two signatures agree that agree in two.
fn first_agreeing(all: &[Signed], one: u32, other: u32) -> (usize, usize) {
    let bytes = |place: u32| all[place as usize].1.number().to_le_bytes();
    let (one, other) = (bytes(one), bytes(other));
    let mut agreeing = (0..8).filter(|byte| one[*byte] == other[*byte]);
    let (first, second) = (agreeing.next(), agreeing.next());
    (first.unwrap_or(8), second.unwrap_or(8))
}

/// The least agreement of which few enough come by chance.
fn least_agreement(is_bearable: impl Fn(f64) -> bool) -> u32 {
    let least = (1..).zip(&BY_CHANCE[1..]);
    let mut bearable = least.filter(|(_, chance)| is_bearable(**chance));
    bearable
        .next()
        .map_or(BY_CHANCE.len() as u32, |(least, _)| least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(articles: u64) -> Vec<Signed> {
        let scrambled = |article: u64| {
            let bits = (article + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            (bits ^ (bits >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
        };
        (0..articles)
            .map(|article| (article, Signature::from_number(scrambled(article))))
            .collect()
    }

    #[test]
    fn a_copy_is_found_among_many_articles_and_hardly_any_other() {
        let mut all = signed(30_000);
        let copied = all[77].1.number() ^ 0xff00_00ff_0000_0000;
        all.push((30_000, Signature::from_number(copied)));
        assert_eq!(similar(&all, all[77]).first(), Some(&30_000));
        assert!(similar(&all, all[77]).len() < 20);
        let pairs = similar_pairs(&all);
        assert!(pairs.contains(&(77, 30_000)));
        assert!(pairs.len() < 5_000, "{}", pairs.len());
    }

    #[test]
    fn many_texts_of_one_form_are_no_quadratic_work() {
        let all: Vec<Signed> = (0..10_000)
            .map(|article| (article, Signature::from_number(7)))
            .collect();
        assert!(similar_pairs(&all).len() <= all.len() * NEIGHBOURS);
    }
}
