//! Lives here: which person of the article is meant by each name in it.
//! Comes in: the text, its blocks, and the names found in them.
//! Goes out: the persons of the article and its mentions.
//! Never enters: how names are found, other articles.

mod cast;
mod choice;
mod course;
mod figure;
mod neighbours;
mod nominative;
mod order;
mod reading;
mod relation;
mod scene;
mod sweep;

use super::detect::Found;
use super::mention::Names;
use crate::article::Block;

/// Gives each name to a person of the article.
pub(super) fn resolve(text: &str, blocks: &[Block], found: &[Found]) -> Names {
    if found.is_empty() {
        return Names::default();
    }
    let readings = reading::read(text, blocks, found);
    let all = sweep::with_repeated(text, blocks, &readings);
    let readings = if all == found {
        readings
    } else {
        reading::read(text, blocks, &all)
    };
    let scene = scene::Scene::new(text, blocks, &readings);
    order::names(course::run(scene))
}

#[cfg(test)]
mod tests;
