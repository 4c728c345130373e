//! Reading the numbers of a sentence.

mod counted;

use super::units::{self, Unit};
use super::words::{bound_of, loosened, number_word, ordinal_number, scale, scale_of};
use super::{Bound, Quantity};
use crate::claim::word::Word;
use crate::german::country;
use crate::span::TextSpan;

/// The numbers of a sentence with their units, in order; words that `taken` says belong to dates are
/// left alone.
pub(in crate::claim) fn quantities(text: &str, words: &[Word], taken: &[bool]) -> Vec<Quantity> {
    let reader = Reader { text, words, taken };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reader.quantity(at) {
            Some(quantity) => {
                at = quantity.words.1.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    taken: &'a [bool],
}

/// A number before its unit is known.
struct Number {
    /// One past its last word.
    end: usize,
    amount: f64,
    other: Option<f64>,
}

impl Reader<'_> {
    fn quantity(&self, at: usize) -> Option<Quantity> {
        if self.taken[at] {
            return None;
        }
        self.fraction(at)
            .or_else(|| self.one_in(at))
            .or_else(|| self.number_of(at))
            .or_else(|| self.adjective(at))
            .or_else(|| self.inside(at))
            .or_else(|| self.ordinal(at))
            .or_else(|| self.dozens(at))
            .or_else(|| self.article(at))
    }

    /// `drei Container`, `11 Milliarden Dollar`, `32:31`, `10 bis 12 Tage`.
    fn number_of(&self, at: usize) -> Option<Quantity> {
        let number = self.number(at)?;
        if self.words[at].hyphened && number.end == at + 1 && !self.is_adjective(number.end) {
            return None;
        }
        if let Some(clock) = self.clock(at, &number) {
            return Some(clock);
        }
        let in_words = number.end >= at + 3 && &*self.words[number.end - 2].exact == "zu";
        if number.other.is_some() && (self.between(number.end - 2, ":") || in_words) {
            return Some(self.finished(at, number.end, number.amount, number.other, Unit::Score));
        }
        let sign = self.sign_before(at).map(|unit| (unit, 1.0, number.end));
        match sign.or_else(|| self.unit_at(number.end)) {
            Some((unit, factor, end)) => {
                let other = number.other.map(|other| other * factor);
                let mut quantity = self.finished(at, end, number.amount * factor, other, unit);
                quantity.of = self.measured(end);
                quantity.age = self.is_age(at, end, unit);
                Some(quantity)
            }
            None if self.is_ordinal(at, &number) && self.is_time(number.end) => {
                Some(self.finished(at, number.end + 1, number.amount, None, Unit::Occasion))
            }
            None if self.is_ordinal(at, &number) => {
                let mut place = self.finished(at, number.end, number.amount, None, Unit::Ordinal);
                place.of = self.counted(number.end);
                Some(place)
            }
            None => {
                let mut count =
                    self.finished(at, number.end, number.amount, number.other, Unit::Count);
                count.of = self.counted(number.end);
                Some(count)
            }
        }
    }

    /// The unit that begins at a word, its factor, and one past its last word. A currency may have its country
    /// before it: `US-Dollar`, `Schweizer Franken`.
    fn unit_at(&self, at: usize) -> Option<(Unit, f64, usize)> {
        let word = self.words.get(at)?;
        let adjective = || {
            let (before, unit, factor) = units::adjective(&word.exact)?;
            before.is_empty().then_some((unit, factor))
        };
        if let Some((unit, factor)) = units::unit(&word.exact, &word.stem).or_else(adjective) {
            return Some((unit, factor, at + 1));
        }
        let next = self.words.get(at + 1)?;
        let of_country = word.hyphened || country(&word.stem).is_some();
        match units::unit(&next.exact, &next.stem).filter(|_| of_country)? {
            (unit @ Unit::Money(_), factor) => Some((unit, factor, at + 2)),
            _ => None,
        }
    }

    /// Whether a time is how old somebody is: `der 28-Jährige`, `28 Jahre alt`, `im Alter von 28 Jahren`.
    fn is_age(&self, from: usize, to: usize, unit: Unit) -> bool {
        let exact = |at: usize| self.words.get(at).map_or("", |word| &*word.exact);
        let noun = to > 0 && {
            let last = &self.words[to - 1];
            last.exact.starts_with("jaehrig")
                && self.text[last.span.range()].starts_with(char::is_uppercase)
        };
        let old = exact(to).starts_with("alt");
        let aged = from >= 2 && exact(from - 1) == "von" && exact(from - 2) == "alter";
        unit == Unit::Time && (noun || old || aged)
    }

    /// A number in digits or words, with its scale and the end of its range.
    fn number(&self, at: usize) -> Option<Number> {
        let mut number = self.scaled(at)?;
        let joint = self.words.get(number.end);
        let is_range = joint.is_some_and(|word| &*word.exact == "bis");
        let next = if is_range { number.end + 1 } else { number.end };
        if let Some(score) = self.score_in_words(&number) {
            return Some(score);
        }
        let touches = self.between(number.end - 1, "-")
            || self.between(number.end - 1, "–")
            || self.between(number.end - 1, ":");
        if (is_range || touches)
            && let Some(behind) = self.scaled(next)
        {
            if is_range && number.amount < behind.amount / 1000.0 {
                number.amount *= scale_of(behind.amount);
            }
            return Some(Number {
                end: behind.end,
                amount: number.amount,
                other: Some(behind.amount),
            });
        }
        Some(number)
    }

    /// `90 zu neun Stimmen` is what `90:9` is.
    fn score_in_words(&self, number: &Number) -> Option<Number> {
        let joint = self.words.get(number.end)?;
        let other = (&*joint.exact == "zu").then(|| self.scaled(number.end + 1))??;
        Some(Number {
            end: other.end,
            amount: number.amount,
            other: Some(other.amount),
        })
    }

    fn scaled(&self, at: usize) -> Option<Number> {
        if at >= self.words.len() || self.taken[at] {
            return None;
        }
        let mut end = at + 1;
        let mut amount = match self.words[at].number {
            Some(amount) => amount,
            None => {
                let before_scale = match &*self.words[at].exact {
                    "ein" | "eine" | "einer" | "einen" | "einem" => 1.0,
                    "halbe" | "halben" | "halber" => 0.5,
                    _ => return None,
                };
                scale(self.words.get(end)?)?;
                before_scale
            }
        };
        if let Some(decimals) = self.decimals(end) {
            amount += decimals;
            end += 1;
        }
        if let Some(factor) = self.words.get(end).and_then(scale) {
            amount *= factor;
            end += 1;
        }
        Some(Number {
            end,
            amount,
            other: None,
        })
    }

    /// Decimals behind a full stop: `1.5 Mio.`.
    fn decimals(&self, at: usize) -> Option<f64> {
        let word = self.words.get(at)?;
        let written = &self.text[word.span.range()];
        let fits = self.between(at - 1, ".")
            && written.len() <= 2
            && written.bytes().all(|byte| byte.is_ascii_digit());
        let digits = word.number.filter(|_| fits)?;
        Some(digits / 10_f64.powi(written.len() as i32))
    }

    /// `21.00 Uhr`, `15:26 Uhr`, `17 Uhr`.
    fn clock(&self, at: usize, number: &Number) -> Option<Quantity> {
        let word = self.words.get(number.end)?;
        if &*word.exact != "uhr" {
            return None;
        }
        let whole = self.words[at].number?;
        let minutes = if number.end == at + 2 {
            self.words[at + 1].number?
        } else {
            0.0
        };
        let amount = whole * 60.0 + minutes;
        Some(self.finished(at, number.end + 1, amount, None, Unit::Clock))
    }

    /// `zwei Drittel`, `die Hälfte`, `drei Viertel`, `ein Fünftel`.
    fn fraction(&self, at: usize) -> Option<Quantity> {
        let word = &self.words[at];
        let half = &*word.stem == "haelft" || &*word.exact == "haelfte";
        if half {
            let mut share = self.finished(at, at + 1, 50.0, None, Unit::Share);
            share.bound = loosened(share.bound);
            share.of = self.measured(at + 1);
            return Some(share);
        }
        let next = self.words.get(at + 1)?;
        let parts = match &*next.exact {
            "drittel" => 3.0,
            "viertel" => 4.0,
            "fuenftel" => 5.0,
            "sechstel" => 6.0,
            "siebtel" => 7.0,
            "achtel" => 8.0,
            "zehntel" => 10.0,
            _ => return None,
        };
        let count = match &*word.exact {
            "ein" | "eines" | "einem" => 1.0,
            _ => word.number?,
        };
        let mut share = self.finished(at, at + 2, 100.0 * count / parts, None, Unit::Share);
        share.bound = loosened(share.bound);
        share.of = self.measured(at + 2);
        Some(share)
    }

    /// `jeder dritte Betrieb`, `zwei von fünf`.
    fn one_in(&self, at: usize) -> Option<Quantity> {
        let word = &self.words[at];
        let (end, share) = if matches!(&*word.exact, "jeder" | "jede" | "jedes" | "jedem" | "jeden")
        {
            let place = ordinal_number(&self.words.get(at + 1)?.exact)?;
            (at + 2, 100.0 / place)
        } else {
            let part = match &*word.exact {
                "einer" | "eine" | "eines" => 1.0,
                _ => word.number?,
            };
            let is_from = &*self.words.get(at + 1)?.exact == "von";
            let whole = self.words.get(at + 2).filter(|_| is_from)?.number?;
            (at + 3, 100.0 * part / whole)
        };
        let mut quantity = self.finished(at, end, share, None, Unit::Share);
        quantity.bound = loosened(quantity.bound);
        quantity.of = self.counted(end);
        Some(quantity)
    }

    /// `zweitägig`, `79-jährig` where both are one word, `dreimal`.
    fn adjective(&self, at: usize) -> Option<Quantity> {
        let word = &self.words[at];
        if &*word.exact == "einmal" {
            return None;
        }
        let (before, unit, factor) = units::adjective(&word.exact)?;
        let amount = number_word(before)?;
        let mut quantity = self.finished(at, at + 1, amount * factor, None, unit);
        quantity.of = self.counted(at + 1);
        quantity.age = unit == Unit::Time && word.capital && quantity.of.is_none();
        Some(quantity)
    }

    /// `Zweijahresvertrag`.
    fn inside(&self, at: usize) -> Option<Quantity> {
        let word = self.words.get(at).filter(|word| word.capital)?;
        let (before, days) = units::time_inside(&word.exact)?;
        let amount = number_word(before)?;
        Some(self.finished(at, at + 1, amount * days, None, Unit::Time))
    }

    /// `der zweite Besuch`, `zum dritten Mal`, `erstmals`; `erst` alone is an adverb.
    fn ordinal(&self, at: usize) -> Option<Quantity> {
        if matches!(&*self.words[at].exact, "erstmals" | "erstmalig") {
            return Some(self.finished(at, at + 1, 1.0, None, Unit::Occasion));
        }
        let amount = ordinal_number(&self.words[at].exact)?;
        if self.is_time(at + 1) {
            return Some(self.finished(at, at + 2, amount, None, Unit::Occasion));
        }
        let mut place = self.finished(at, at + 1, amount, None, Unit::Ordinal);
        place.of = self.counted(at + 1);
        Some(place)
    }

    /// `zwei Dutzend`, `Hunderte`, `Hunderttausende`.
    fn dozens(&self, at: usize) -> Option<Quantity> {
        let amount = match &*self.words[at].exact {
            "dutzend" | "dutzende" | "dutzenden" | "dutzender" => 12.0,
            "hunderte" | "hunderten" | "hunderter" => 100.0,
            "tausende" | "tausenden" | "tausender" => 1000.0,
            "zehntausende" | "zehntausenden" | "zehntausender" => 10_000.0,
            "hunderttausende" | "hunderttausenden" | "hunderttausender" => 100_000.0,
            "millionen" => 1_000_000.0,
            "milliarden" => 1_000_000_000.0,
            _ => return None,
        };
        let mut quantity = self.finished(at, at + 1, amount, None, Unit::Count);
        quantity.bound = Bound::Above;
        quantity.of = self.counted(at + 1);
        Some(quantity)
    }

    /// `ein Toter` may be one dead man, or any.
    fn article(&self, at: usize) -> Option<Quantity> {
        let is_article = matches!(
            &*self.words[at].exact,
            "ein" | "eine" | "einer" | "einen" | "einem" | "eines"
        );
        let counted = self.counted(at + 1).filter(|_| is_article)?;
        let mut quantity = self.finished(at, at + 1, 1.0, None, Unit::Count);
        quantity.of = Some(counted);
        quantity.article = true;
        Some(quantity)
    }

    fn finished(
        &self,
        from: usize,
        to: usize,
        amount: f64,
        other: Option<f64>,
        unit: Unit,
    ) -> Quantity {
        let last = to.min(self.words.len()) - 1;
        let (bound, before) = self.bound(from);
        let first = from - before;
        Quantity {
            span: TextSpan::new(self.words[first].span.start(), self.words[last].span.end()),
            words: (first, to),
            amount,
            other,
            bound,
            unit,
            of: None,
            age: false,
            article: false,
        }
    }

    /// How exact a number is meant, by the words before it, and how many these are.
    fn bound(&self, at: usize) -> (Bound, usize) {
        let before = |back: usize| {
            let word = at.checked_sub(back).map(|place| &self.words[place]);
            word.map_or("", |word| &*word.exact)
        };
        match (before(2), before(1)) {
            ("mehr" | "groesser" | "hoeher" | "laenger" | "aelter", "als") => (Bound::Above, 2),
            ("weniger" | "kleiner" | "niedriger" | "juenger" | "kuerzer", "als") => {
                (Bound::Below, 2)
            }
            ("bis", "zu") => (Bound::Below, 2),
            ("an" | "um", "die") => (Bound::About, 2),
            (_, word) => match bound_of(word) {
                Bound::Exact => (Bound::Exact, 0),
                bound => (bound, 1),
            },
        }
    }

    fn breaks_before(&self, place: usize) -> bool {
        place > 0 && {
            let between = self.words[place - 1].span.end()..self.words[place].span.start();
            self.text[between].contains([',', ';', '(', ')', ':', '–'])
        }
    }

    /// Whether just this stands between a word and the next.
    fn between(&self, place: usize, sign: &str) -> bool {
        match (self.words.get(place), self.words.get(place + 1)) {
            (Some(word), Some(next)) => &self.text[word.span.end()..next.span.start()] == sign,
            _ => false,
        }
    }

    /// A currency sign before a number.
    fn sign_before(&self, at: usize) -> Option<Unit> {
        let before = self.text[..self.words[at].span.start()].trim_end();
        if before.ends_with('$') {
            Some(Unit::Money("dollar"))
        } else if before.ends_with('€') {
            Some(Unit::Money("euro"))
        } else {
            None
        }
    }

    fn is_adjective(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| {
            units::adjective(&word.exact).is_some_and(|(before, ..)| before.is_empty())
        })
    }

    /// The `Mal` of `zum dritten Mal`.
    fn is_time(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| word.capital && matches!(&*word.exact, "mal" | "male"))
    }

    /// `der 2. Sieg`.
    fn is_ordinal(&self, at: usize, number: &Number) -> bool {
        let word = &self.words[at];
        let written = &self.text[word.span.range()];
        let in_digits = written.len() <= 3 && written.bytes().all(|byte| byte.is_ascii_digit());
        let behind = self.text[word.span.end()..].strip_prefix(". ");
        in_digits
            && number.end == at + 1
            && number.other.is_none()
            && behind.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    }
}
