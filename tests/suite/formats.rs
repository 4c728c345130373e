//! Formats as users meet them: what is found, what stands around it, what is known and from where,
//! and what hostile files do.

mod apart;
pub(crate) mod archives;
mod around;
mod found;
mod hostile;
mod metadata;
