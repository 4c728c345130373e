//! Addresses of the web, in which no sign is an operator.

/// Where the address ends that a text begins with, without the bracket and punctuation of the
/// sentence around it; `None` when it begins with none.
pub(super) fn end(text: &str) -> Option<usize> {
    let stretch = text
        .split(ends)
        .next()
        .filter(|stretch| is_address(stretch))?;
    let mut address = stretch;
    loop {
        address = address.trim_end_matches(['?', '!', ',', ';', '.', ':']);
        let has_own_bracket = address.matches('(').count() >= address.matches(')').count();
        match address.strip_suffix(')') {
            Some(inner) if !has_own_bracket => address = inner,
            _ => return Some(address.len()),
        }
    }
}

fn ends(sign: char) -> bool {
    sign.is_whitespace() || super::quote::opens(sign)
}

fn is_address(stretch: &str) -> bool {
    let has_scheme = stretch.split_once("://").is_some_and(|(scheme, rest)| {
        !scheme.is_empty() && scheme.chars().all(char::is_alphabetic) && !rest.is_empty()
    });
    has_scheme || stretch.starts_with("www.")
}
