//! How the usual editors are told the line.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::command_line::CommandLine;

/// How an editor is told where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// `+LINE PATH`
    Plus,
    /// `+LINE,COLUMN PATH`
    PlusComma,
    /// `+LINE:COLUMN PATH`
    PlusColon,
    /// `PATH:LINE:COLUMN`
    Colons,
    /// `--goto PATH:LINE:COLUMN`
    Goto,
    /// `--line LINE --column COLUMN PATH`
    Options,
    /// `--line LINE PATH`
    Line,
    /// `PATH` alone: nothing is known of it.
    Unknown,
}

fn manner(program: &str) -> Manner {
    match program {
        "vi" | "vim" | "nvim" | "view" | "gvim" | "mvim" | "vimx" | "elvis" | "nvi" | "ex"
        | "joe" | "jmacs" | "mg" | "ed" | "gnome-text-editor" | "leafpad" | "pluma" | "xed" => {
            Manner::Plus
        }
        "nano" | "pico" | "ne" => Manner::PlusComma,
        "emacs" | "emacsclient" | "xemacs" | "gedit" | "micro" | "kak" | "jed" => Manner::PlusColon,
        "hx" | "helix" | "subl" | "sublime_text" | "zed" | "zeditor" | "lapce" | "mcedit" => {
            Manner::Colons
        }
        "code" | "code-insiders" | "codium" | "vscodium" | "code-oss" | "cursor" | "windsurf" => {
            Manner::Goto
        }
        "kate" | "kwrite" | "geany" | "mousepad" | "idea" | "pycharm" | "rustrover" => {
            Manner::Options
        }
        "mate" | "bbedit" => Manner::Line,
        _ => Manner::Unknown,
    }
}

/// Whether the editor can be told the line.
pub fn knows_line(editor: &CommandLine) -> bool {
    editor.is_template() || manner(&editor.program_name()) != Manner::Unknown
}

/// The editor, ready to be started at a place; line and column count from 1. A template is filled,
/// any other command gets the place in the manner of its program.
pub fn at(editor: &CommandLine, path: &Path, (line, column): (u32, u32)) -> Command {
    if editor.is_template() {
        return editor.filled(path, &[("{line}", line), ("{column}", column)]);
    }
    let path = path.as_os_str().to_owned();
    let behind_path = || {
        let mut place = path.clone();
        place.push(format!(":{line}:{column}"));
        place
    };
    let arguments: Vec<OsString> = match manner(&editor.program_name()) {
        Manner::Plus => vec![format!("+{line}").into(), path],
        Manner::PlusComma => vec![format!("+{line},{column}").into(), path],
        Manner::PlusColon => vec![format!("+{line}:{column}").into(), path],
        Manner::Colons => vec![behind_path()],
        Manner::Goto => vec!["--goto".into(), behind_path()],
        Manner::Options => vec![
            "--line".into(),
            line.to_string().into(),
            "--column".into(),
            column.to_string().into(),
            path,
        ],
        Manner::Line => vec!["--line".into(), line.to_string().into(), path],
        Manner::Unknown => vec![path],
    };
    editor.command(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(editor: &str) -> Vec<String> {
        let editor = CommandLine::read(editor).expect("it is sound");
        let command = at(&editor, Path::new("/a b.txt"), (11, 5));
        let typed = command.get_args();
        typed
            .map(|word| word.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_manner() {
        assert_eq!(arguments("vi"), ["+11", "/a b.txt"]);
        assert_eq!(arguments("/usr/bin/nvim -R"), ["-R", "+11", "/a b.txt"]);
        assert_eq!(arguments("nano"), ["+11,5", "/a b.txt"]);
        assert_eq!(arguments("emacsclient -n"), ["-n", "+11:5", "/a b.txt"]);
        assert_eq!(
            arguments("code --wait"),
            ["--wait", "--goto", "/a b.txt:11:5"]
        );
        assert_eq!(arguments("hx"), ["/a b.txt:11:5"]);
        assert_eq!(
            arguments("kate"),
            ["--line", "11", "--column", "5", "/a b.txt"]
        );
        assert_eq!(arguments("mate"), ["--line", "11", "/a b.txt"]);
        assert_eq!(arguments("unheard-of"), ["/a b.txt"]);
    }

    #[test]
    fn a_template_is_taken_at_its_word() {
        assert_eq!(
            arguments("x --at={line},{column} -- {path}"),
            ["--at=11,5", "--", "/a b.txt"]
        );
    }
}
