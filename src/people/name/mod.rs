//! Lives here: a name taken apart, its keys, and the lists of names, titles and roles.
//! Comes in: the words of a name as they stand in a text or were typed.
//! Goes out: given names, surname and numeral with keys; whether two names can be one person's.
//! Never enters: the text around a name, articles, collections.

mod compare;
mod eastern;
mod genitive;
mod key;
mod lists;
mod parts;
mod roles;

pub(super) use compare::Agreement;
pub(super) use genitive::{
    Ending, ending, is_common, is_known, is_lower, is_name, is_noun, without_ending,
};
pub(super) use key::{given as given_key, plain, skeleton, surname as surname_key};
pub(super) use lists::{
    Gender, family_gender, given_gender, is_particle, is_surname_first, other_names, spellings_of,
};
pub(super) use parts::{Name, PartKind, without_article};
pub(super) use roles::{Role, role};
