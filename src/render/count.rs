//! Numbers with their nouns.

/// `1 article`, `3 articles`, `12,488 articles`.
pub fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// Digits in groups of three: `1,204,311`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `512 bytes`, `1.4 MB`: decimal units, as file managers show them.
pub fn bytes(number: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    if number < 1000 {
        return counted(number, "byte");
    }
    let mut value = number as f64 / 1000.0;
    let mut unit = 0;
    while value >= 999.95 && unit + 1 < UNITS.len() {
        value /= 1000.0;
        unit += 1;
    }
    format!("{value:.1} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_thousands_are_grouped() {
        assert_eq!(counted(1, "passage"), "1 passage");
        assert_eq!(counted(0, "passage"), "0 passages");
        assert_eq!(counted(1_204_311, "passage"), "1,204,311 passages");
    }

    #[test]
    fn sizes_change_unit_where_they_would_round_to_a_thousand() {
        assert_eq!(bytes(999), "999 bytes");
        assert_eq!(bytes(1_440_000), "1.4 MB");
        assert_eq!(bytes(999_960), "1.0 MB");
    }
}
