//! Changes by chance.

/// Numbers by chance, the same for the same seed (splitmix64, Steele and others, 2014).
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// What means something somewhere: marks of formats, numbers at their limits, characters of all widths.
const TOKENS: [&[u8]; 72] = [
    b"\0",
    b"\xff",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x1b[31m",
    b"\r\n",
    b"\n\n",
    b"\r",
    b"\t",
    b" ",
    b"\"",
    b"'",
    b"\\",
    b"\\u0000",
    b"\\ud83d",
    b"\\u00fc",
    b"{",
    b"}",
    b"[",
    b"]",
    b"(",
    b")",
    b"<",
    b">",
    b"</",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"&amp;",
    b"&#0;",
    b"&#x110000;",
    b"&uuml",
    b"<p>",
    b"</p>",
    b"<br>",
    b"<table><tr><td>",
    b"</td></tr></table>",
    b"<script>",
    b"</script>",
    b"<title>",
    b"<pre>",
    b"<nav>",
    b"---\n",
    b"+++\n",
    b"> ",
    b"- ",
    b"# ",
    b"```\n",
    b"|",
    b"*",
    b"[^1]",
    b",",
    b";",
    b":",
    b"From a\n",
    b"Content-Type: multipart/mixed; boundary=a\n",
    b"--a\n",
    b"=?utf-8?B?",
    b"%PDF-",
    b"endstream",
    b"0",
    b"-1",
    b"65536",
    b"4294967295",
    b"9223372036854775807",
    "ä".as_bytes(),
    "\u{308}".as_bytes(),
    "„".as_bytes(),
    "😀".as_bytes(),
    "\u{feff}".as_bytes(),
];

/// `bytes` with a few changes; `other` lends stretches.
pub fn mutated(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(6) {
        change(&mut bytes, other, chance);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let length = match chance.below(3) {
        0 => chance.below(4),
        1 => chance.below(64),
        _ => chance.below(bytes.len() + 1),
    };
    let end = (at + length).min(bytes.len());
    match chance.below(9) {
        0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
        1 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
        2 => drop(bytes.drain(at..end)),
        3 => {
            let token = TOKENS[chance.below(TOKENS.len())];
            bytes.splice(at..at, token.iter().copied());
        }
        4 => {
            let token = TOKENS[chance.below(TOKENS.len())];
            bytes.splice(at..end.min(at + token.len()), token.iter().copied());
        }
        5 => {
            let stretch = bytes[at..end].to_vec();
            let place = chance.below(bytes.len() + 1);
            bytes.splice(place..place, stretch);
        }
        6 => {
            let from = chance.below(other.len() + 1);
            let to = (from + length).min(other.len());
            bytes.splice(at..at, other[from..to].iter().copied());
        }
        7 => {
            // The same again and again, nested or in a row.
            let stretch = bytes[at..end.min(at + 40)].to_vec();
            let times = 1 << chance.below(10);
            bytes.splice(at..at, stretch.repeat(times));
        }
        _ => bytes.truncate(at),
    }
}
