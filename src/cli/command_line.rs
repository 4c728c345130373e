//! Programs that the user names with their arguments, started without a shell.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

/// A program and its arguments, as `less -R` or `code --goto {path}:{line}`. Without words it stands
/// for no program at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    words: Vec<String>,
}

/// Why a command cannot be understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandLineError {
    /// A quotation mark without its other half.
    #[error("the quotation mark {0} has no other half")]
    OpenQuote(char),
}

impl CommandLine {
    /// Cuts a text into words as a shell does: blanks part words, quotation marks and `\` hold them
    /// together. Nothing else of a shell is known.
    ///
    /// # Errors
    /// When a quotation mark has no other half.
    pub fn read(text: &str) -> Result<Self, CommandLineError> {
        let mut words = Vec::new();
        let mut word: Option<String> = None;
        let mut signs = text.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\'' | '"' => quoted(sign, &mut signs, word.get_or_insert_default())?,
                '\\' => word.get_or_insert_default().extend(signs.next()),
                sign if sign.is_whitespace() => words.extend(word.take()),
                sign => word.get_or_insert_default().push(sign),
            }
        }
        words.extend(word);
        Ok(Self { words })
    }

    /// A program without arguments.
    pub fn of(program: &str) -> Self {
        Self {
            words: vec![program.to_owned()],
        }
    }

    /// Whether it names no program.
    pub fn is_empty(&self) -> bool {
        self.words.first().is_none_or(String::is_empty)
    }

    /// The program without its folder and ending, in small letters.
    pub fn program_name(&self) -> String {
        let program = Path::new(self.words.first().map_or("", String::as_str));
        let name = program.file_stem().unwrap_or_default();
        name.to_string_lossy().to_lowercase()
    }

    /// Whether a place stands in it.
    pub fn is_template(&self) -> bool {
        self.words.iter().any(|word| word.contains("{path}"))
    }

    /// The program, ready to be started with these arguments behind its own.
    pub fn command(&self, arguments: impl IntoIterator<Item = OsString>) -> Command {
        let mut words = self.words.iter();
        let mut command = Command::new(words.next().map_or("", String::as_str));
        command.args(words).args(arguments);
        command
    }

    /// The program, ready to be started, its places filled: `{path}` by the path, the others by
    /// their numbers.
    pub fn filled(&self, path: &Path, numbers: &[(&str, u32)]) -> Command {
        let mut words = self.words.iter();
        let mut command = Command::new(words.next().map_or("", String::as_str));
        for word in words {
            let mut word = word.clone();
            for (name, number) in numbers {
                word = word.replace(name, &number.to_string());
            }
            command.arg(with_path(&word, path.as_os_str()));
        }
        command
    }

    /// As it could be typed.
    pub fn text(&self) -> String {
        let quote = |word: &String| match word.contains(char::is_whitespace) || word.is_empty() {
            true => format!("'{word}'"),
            false => word.clone(),
        };
        self.words.iter().map(quote).collect::<Vec<_>>().join(" ")
    }
}

/// Takes what stands up to the other half of a quotation mark.
fn quoted(
    mark: char,
    signs: &mut std::str::Chars<'_>,
    word: &mut String,
) -> Result<(), CommandLineError> {
    while let Some(sign) = signs.next() {
        match sign {
            sign if sign == mark => return Ok(()),
            '\\' if mark == '"' => word.extend(signs.next()),
            sign => word.push(sign),
        }
    }
    Err(CommandLineError::OpenQuote(mark))
}

/// A word with the path in its place; a path need not be Unicode.
fn with_path(word: &str, path: &OsStr) -> OsString {
    let mut filled = OsString::new();
    for (i, piece) in word.split("{path}").enumerate() {
        if i > 0 {
            filled.push(path);
        }
        filled.push(piece);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        CommandLine::read(text).expect("it is sound").words
    }

    #[test]
    fn words_are_parted_as_a_shell_does() {
        assert_eq!(words("less  -R"), ["less", "-R"]);
        assert_eq!(
            words("'my editor' \"a \\\" b\" c\\ d ''"),
            ["my editor", "a \" b", "c d", ""]
        );
        assert_eq!(words("  "), [] as [&str; 0]);
        assert_eq!(
            CommandLine::read("less '"),
            Err(CommandLineError::OpenQuote('\''))
        );
    }

    #[test]
    fn nothing_of_a_shell_is_obeyed() {
        assert_eq!(
            words("less; rm $HOME `x` | y"),
            ["less;", "rm", "$HOME", "`x`", "|", "y"]
        );
    }

    #[test]
    fn a_path_with_blanks_stays_one_argument() {
        let line = CommandLine::read("code --goto {path}:{line}").expect("it is sound");
        let command = line.filled(Path::new("/a b/{line}.txt"), &[("{line}", 7)]);
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["--goto", "/a b/{line}.txt:7"]);
        assert_eq!(line.program_name(), "code");
    }
}
