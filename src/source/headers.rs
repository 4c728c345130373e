//! Lines `Name: value` above a body, as in captures of the web and in HTTP.

/// Headers, and where the body begins.
pub(super) struct Headers {
    fields: Vec<(String, String)>,
}

impl Headers {
    /// The headers in these lines; what is no header is passed over.
    pub(super) fn of(lines: &[u8]) -> Self {
        let lines = String::from_utf8_lossy(lines);
        let fields = lines.lines().filter_map(|line| line.split_once(':'));
        Self {
            fields: fields
                .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned()))
                .collect(),
        }
    }

    /// The value of a header, whose name is given in small letters.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        let (_, value) = fields.find(|(field, _)| field == name)?;
        Some(value)
    }

    /// Whether a header holds a word, whatever its case.
    pub(super) fn says(&self, name: &str, word: &str) -> bool {
        self.get(name)
            .is_some_and(|value| value.to_lowercase().contains(word))
    }
}

/// Where the blank line ends that parts headers from the body.
pub(super) fn body_start(bytes: &[u8]) -> Option<usize> {
    let ends = [&b"\r\n\r\n"[..], b"\n\n"];
    let found = ends.map(|end| Some(memchr::memmem::find(bytes, end)? + end.len()));
    found.into_iter().flatten().min()
}
