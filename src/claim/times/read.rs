//! Reading the times of a sentence.

use super::calendar::cut;
use super::{Hint, Time};
use crate::claim::word::Word;
use crate::german::{DateInterval, WordClass};
use crate::span::TextSpan;

const MONTHS: [&[&str]; 12] = [
    &["januar", "jaenner"],
    &["februar", "feber"],
    &["maerz"],
    &["april"],
    &["mai"],
    &["juni"],
    &["juli"],
    &["august"],
    &["september"],
    &["oktober"],
    &["november"],
    &["dezember"],
];

const WEEKDAYS: [&[&str]; 7] = [
    &["montag"],
    &["dienstag"],
    &["mittwoch"],
    &["donnerstag"],
    &["freitag"],
    &["samstag", "sonnabend"],
    &["sonntag"],
];

/// What may hang on a weekday: `Dienstagabend`, `Montags`.
const DAYTIMES: [&str; 9] = [
    "",
    "s",
    "abend",
    "morgen",
    "nachmittag",
    "vormittag",
    "nacht",
    "mittag",
    "frueh",
];

/// Four digits are a year between these.
const YEARS: std::ops::RangeInclusive<i32> = 1200..=2199;

/// The times of a sentence, in order; `calendar` are the days that the analysis has read in it.
pub(in crate::claim) fn times(
    text: &str,
    words: &[Word],
    calendar: &[(TextSpan, DateInterval)],
) -> Vec<Time> {
    let reader = Reader {
        text,
        words,
        calendar,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reader.time(at) {
            Some(time) => {
                at = time.words.1.max(at + 1);
                found.push(time);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    calendar: &'a [(TextSpan, DateInterval)],
}

impl Reader<'_> {
    fn time(&self, at: usize) -> Option<Time> {
        self.written_day(at)
            .or_else(|| self.part_of(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.years(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.ago(at))
    }

    /// `17. Juni 2024`, `12.9.23`: the analysis knows them, with a weekday before or not.
    fn written_day(&self, at: usize) -> Option<Time> {
        let start = self.words[at].span.start();
        let (span, day) = self
            .calendar
            .iter()
            .find(|(span, _)| span.start() == start)?;
        let behind = self.words[at..]
            .iter()
            .take_while(|word| word.span.start() < span.end());
        let to = at + behind.count();
        Some(Time {
            interval: Some(*day),
            hint: Hint::Dated,
            ..self.found(at, to)
        })
    }

    /// `Anfang 2008`, `Mitte September 2023`, `Ende der 1990er Jahre`, `Sommer 2005`, `erstes Halbjahr 2005`.
    fn part_of(&self, at: usize) -> Option<Time> {
        let exact = self.exact(at);
        let next = at + 1 + usize::from(matches!(self.exact(at + 1), "der" | "des" | "im"));
        let (from, to) = match exact {
            "anfang" | "beginn" => (0, 33),
            "mitte" => (25, 75),
            "ende" => (66, 100),
            "fruehjahr" | "fruehling" => (16, 50),
            "sommer" => (41, 75),
            "herbst" => (66, 94),
            _ => return self.half_year(at),
        };
        let is_season = matches!(exact, "fruehjahr" | "fruehling" | "sommer" | "herbst");
        let whole = if is_season {
            self.years(next)
        } else {
            self.month(next)
                .or_else(|| self.decade(next))
                .or_else(|| self.years(next))
        }?;
        Some(self.cut(at, whole, from, to))
    }

    fn half_year(&self, at: usize) -> Option<Time> {
        let place = ["erst", "zweit", "dritt", "viert"]
            .iter()
            .position(|name| self.exact(at).starts_with(name))? as i64;
        let share = match self.exact(at + 1) {
            "halbjahr" | "halbjahres" | "halbjahrs" => 50,
            "quartal" | "quartals" => 25,
            _ => return None,
        };
        let (from, to) = (place * share, (place + 1) * share);
        match self.years(at + 2) {
            Some(whole) => Some(self.cut(at, whole, from, to)),
            None => Some(Time {
                hint: Hint::YearsBefore(0),
                share: Some((from, to)),
                ..self.found(at, at + 2)
            }),
        }
    }

    /// A share of a span of time, in per cent of its days.
    fn cut(&self, at: usize, whole: Time, from: i64, to: i64) -> Time {
        let part = whole
            .interval
            .and_then(|interval| cut(interval, (from, to)));
        let share = whole.interval.is_none().then_some((from, to));
        Time {
            interval: part.or(whole.interval),
            share,
            words: (at, whole.words.1),
            span: self.span(at, whole.words.1),
            ..whole
        }
    }

    /// `12. September`, `Samstag, den 23. August`; a year behind it was read before.
    fn day_and_month(&self, at: usize) -> Option<Time> {
        let day = self.words[at]
            .number
            .filter(|day| (1.0..=31.0).contains(day))?;
        let month = self.month_number(at + 1)?;
        Some(Time {
            month: Some(month),
            day: Some(day as i8),
            ..self.found(at, at + 2)
        })
    }

    fn month(&self, at: usize) -> Option<Time> {
        let month = self.month_number(at)?;
        if let Some(year) = self.year(at + 1) {
            return Some(Time {
                month: Some(month),
                interval: DateInterval::month(year, month),
                hint: Hint::Dated,
                ..self.found(at, at + 2)
            });
        }
        let of_the_year = (self.exact(at + 1), self.exact(at + 2));
        let hint = match of_the_year {
            ("des" | "desselben" | "dieses" | "jenes", "jahres") => Hint::LastYearNamed,
            ("vergangenen" | "letzten" | "vorigen", "jahres") => Hint::YearsBefore(1),
            _ => Hint::Nearest,
        };
        let end = if hint == Hint::Nearest {
            at + 1
        } else {
            at + 3
        };
        Some(Time {
            month: Some(month),
            hint,
            ..self.found(at, end)
        })
    }

    /// `1990er Jahre`, `80er Jahren`, `1960er-Jahre`.
    fn decade(&self, at: usize) -> Option<Time> {
        let named = self.exact(at + 1).starts_with("jahr");
        let first = match decade_in_words(self.exact(at)) {
            Some(first) => first,
            None => {
                let digits = self.exact(at).strip_suffix("er")?;
                match digits.len() {
                    2 => 1900 + digits.parse::<i16>().ok()?,
                    4 => digits.parse().ok()?,
                    _ => return None,
                }
            }
        };
        let range = DateInterval::year(first)
            .zip(DateInterval::year(first + 9))
            .and_then(|(from, to)| DateInterval::range(from, to).ok());
        Some(Time {
            interval: Some(range?),
            hint: Hint::Dated,
            ..self.found(at, at + 1 + usize::from(named))
        })
    }

    /// `2006`, `1950-53`, `von 2001 bis 2005`.
    fn years(&self, at: usize) -> Option<Time> {
        let named = usize::from(matches!(
            self.exact(at),
            "jahr" | "jahre" | "jahres" | "jahren"
        ));
        let at_year = at + named;
        let first = self.year(at_year)?;
        if named == 0 && !self.is_year(at_year) {
            return None;
        }
        let (last, end) = self
            .range_end(at_year, first)
            .unwrap_or((first, at_year + 1));
        let range = DateInterval::year(first)
            .zip(DateInterval::year(last))
            .and_then(|(from, to)| DateInterval::range(from, to).ok());
        Some(Time {
            interval: range.or_else(|| DateInterval::year(first)),
            hint: Hint::Dated,
            ..self.found(at, end)
        })
    }

    fn range_end(&self, at: usize, first: i16) -> Option<(i16, usize)> {
        let word = self.words.get(at)?;
        let next = self.words.get(at + 1)?;
        let between = &self.text[word.span.end()..next.span.start()];
        if matches!(between.trim(), "-" | "–" | "/") {
            let written = &self.text[next.span.range()];
            let number: i16 = written.parse().ok()?;
            let last = match written.len() {
                2 => first / 100 * 100 + number,
                4 => number,
                _ => return None,
            };
            return (last >= first).then_some((last, at + 2));
        }
        let from = at > 0 && matches!(self.exact(at - 1), "von" | "zwischen");
        let joins = matches!(self.exact(at + 1), "bis" | "und");
        let last = self
            .year(at + 2)
            .filter(|last| from && joins && *last >= first)?;
        Some((last, at + 3))
    }

    fn weekday(&self, at: usize) -> Option<Time> {
        let number = weekday_number(self.exact(at))?;
        let day = usize::from(matches!(self.exact(at + 1), "den" | "dem" | "der")) + at + 1;
        if let Some(dated) = self
            .words
            .get(day)
            .and_then(|_| self.written_day(day).or_else(|| self.day_and_month(day)))
        {
            return Some(Time {
                words: (at, dated.words.1),
                span: self.span(at, dated.words.1),
                weekday: Some(number),
                ..dated
            });
        }
        Some(Time {
            weekday: Some(number),
            ..self.found(at, at + 1)
        })
    }

    /// `gestern`, `im vergangenen Jahr`, `vergangene Woche`.
    fn relative(&self, at: usize) -> Option<Time> {
        let one = match self.exact(at) {
            "heute" => Some(Hint::DaysBefore(0)),
            "gestern" => Some(Hint::DaysBefore(1)),
            "vorgestern" => Some(Hint::DaysBefore(2)),
            "heuer" => Some(Hint::YearsBefore(0)),
            "vorjahr" | "vorjahres" => Some(Hint::YearsBefore(1)),
            "vormonat" | "vormonats" => Some(Hint::MonthsBefore(1)),
            _ => None,
        };
        if let Some(hint) = one {
            return Some(Time {
                hint,
                ..self.found(at, at + 1)
            });
        }
        let back = match self.exact(at) {
            "vergangenen" | "vergangenes" | "letzten" | "letztes" | "vorigen" | "voriges" => 1,
            "diesem" | "dieses" | "laufenden" => 0,
            "naechsten" | "naechstes" | "kommenden" | "kommendes" => -1,
            _ => return None,
        };
        let hint = match self.exact(at + 1) {
            "jahr" | "jahres" => Hint::YearsBefore(back),
            "monat" | "monats" => Hint::MonthsBefore(back),
            _ => return None,
        };
        Some(Time {
            hint,
            ..self.found(at, at + 2)
        })
    }

    /// `vor fünf Jahren`.
    fn ago(&self, at: usize) -> Option<Time> {
        let number = self
            .words
            .get(at + 1)?
            .number
            .filter(|number| self.exact(at) == "vor" && *number < 500.0)?;
        let hint = match self.exact(at + 2) {
            "jahren" => Hint::YearsBefore(number as i16),
            "monaten" => Hint::MonthsBefore(number as i16),
            "tagen" => Hint::DaysBefore(number as i16),
            _ => return None,
        };
        Some(Time {
            hint,
            ..self.found(at, at + 3)
        })
    }

    /// Four digits that may be a year.
    fn year(&self, at: usize) -> Option<i16> {
        let word = self.words.get(at)?;
        let written = &self.text[word.span.range()];
        let number: i32 = written.parse().ok().filter(|_| written.len() == 4)?;
        YEARS.contains(&number).then_some(number as i16)
    }

    /// Whether four digits without more are a year: no noun that they count stands behind them.
    fn is_year(&self, at: usize) -> bool {
        let is_behind_noun = at > 0 && {
            let before = &self.words[at - 1];
            let gap = &self.text[before.span.end()..self.words[at].span.start()];
            before.capital && before.class == WordClass::Content && gap == " "
        };
        let introduced = is_behind_noun
            || at > 0
                && matches!(
                    self.exact(at - 1),
                    "seit"
                        | "bis"
                        | "ab"
                        | "von"
                        | "in"
                        | "nach"
                        | "anfang"
                        | "mitte"
                        | "ende"
                        | "zwischen"
                );
        let Some(next) = self.words.get(at + 1) else {
            return true;
        };
        let gap = &self.text[self.words[at].span.end()..next.span.start()];
        let counts = gap == " " && next.is_noun() && !self.is_one(at, next);
        let unit = matches!(
            &*next.exact,
            "euro" | "dollar" | "prozent" | "meter" | "uhr"
        );
        let share = matches!(&*next.exact, "der" | "von");
        if unit || gap.starts_with('%') || (share && self.is_counted(at)) {
            return false;
        }
        introduced || !counts
    }

    /// Whether a noun behind four digits is not what they count, by its form: `wurde 1997 Präsident`, `kamen 2005
    /// Zehntausende`. A round number counts.
    fn is_one(&self, at: usize, noun: &Word) -> bool {
        let is_round = self.words[at]
            .number
            .is_some_and(|year| year % 100.0 == 0.0);
        let is_number = noun.exact.ends_with("tausende") || noun.exact.ends_with("hunderte");
        !is_round && (is_number || noun.exact == noun.stem)
    }

    /// Whether the word before four digits says how many they are: `lediglich 1900 der 15.300`.
    fn is_counted(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.exact(before),
                "lediglich"
                    | "nur"
                    | "insgesamt"
                    | "rund"
                    | "etwa"
                    | "knapp"
                    | "fast"
                    | "gut"
                    | "ueber"
                    | "bloss"
            )
        })
    }

    fn month_number(&self, at: usize) -> Option<i8> {
        let exact = self.exact(at);
        let word = self.words.get(at).filter(|word| word.capital)?;
        let place = MONTHS
            .iter()
            .position(|names| names.contains(&exact) || names.contains(&&*word.stem))?;
        Some(place as i8 + 1)
    }

    fn exact(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.exact)
    }

    fn span(&self, from: usize, to: usize) -> TextSpan {
        let last = to.min(self.words.len()) - 1;
        TextSpan::new(self.words[from].span.start(), self.words[last].span.end())
    }

    fn found(&self, from: usize, to: usize) -> Time {
        Time {
            span: self.span(from, to),
            words: (from, to),
            month: None,
            day: None,
            weekday: None,
            interval: None,
            hint: Hint::Nearest,
            share: None,
        }
    }
}

/// The first year of `achtziger`, `Neunzigern`.
fn decade_in_words(exact: &str) -> Option<i16> {
    const TENS: [&str; 8] = [
        "zwanzig", "dreissig", "vierzig", "fuenfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ];
    let word = exact
        .strip_suffix("ern")
        .or_else(|| exact.strip_suffix("er"))?;
    let place = TENS.iter().position(|ten| *ten == word)?;
    Some(1920 + 10 * place as i16)
}

fn weekday_number(exact: &str) -> Option<i8> {
    let is_named = |names: &&&[&str]| {
        names.iter().any(|name| {
            exact
                .strip_prefix(name)
                .is_some_and(|rest| DAYTIMES.contains(&rest))
        })
    };
    let place = WEEKDAYS.iter().position(|names| is_named(&names))?;
    Some(place as i8 + 1)
}
