//! The control words of RTF that matter for its text.

/// Where the text of a group belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into the document.
    Text,
    /// Its title.
    Title,
    /// Its author.
    Author,
    /// When it was made.
    Created,
    /// What is not shown as text.
    Nowhere,
}

/// What a control word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// The group belongs elsewhere.
    Goes(Destination),
    /// The group holds the mark of a list item.
    ListText,
    /// Ends a paragraph, a page or a row.
    Paragraph,
    /// The next paragraph looks like any.
    Reset,
    /// Parts words.
    Blank,
    /// The paragraph is a heading of this level.
    Outline,
    /// Stands for a character.
    Character(char),
    /// Stands for the character of its number.
    Unicode,
    /// Sets how many characters follow that stand for the same.
    Fallbacks,
    /// Sets the code page.
    CodePage,
    /// Year, month or day, by its place.
    Date(usize),
}

/// What a control word does; `None` when that is nothing to the text.
pub(super) fn control(word: &str) -> Option<Control> {
    Some(match word {
        "par" | "sect" | "page" | "row" | "nestrow" | "column" => Control::Paragraph,
        "pard" | "plain" => return (word == "pard").then_some(Control::Reset),
        "line" | "lbr" | "tab" | "cell" | "nestcell" | "emspace" | "enspace" => Control::Blank,
        "outlinelevel" => Control::Outline,
        "u" => Control::Unicode,
        "uc" => Control::Fallbacks,
        "ansicpg" => Control::CodePage,
        "emdash" => Control::Character('—'),
        "endash" => Control::Character('–'),
        "lquote" => Control::Character('‘'),
        "rquote" => Control::Character('’'),
        "ldblquote" => Control::Character('“'),
        "rdblquote" => Control::Character('”'),
        "bullet" => Control::Character('•'),
        "yr" => Control::Date(0),
        "mo" => Control::Date(1),
        "dy" => Control::Date(2),
        "title" => Control::Goes(Destination::Title),
        "author" => Control::Goes(Destination::Author),
        "creatim" => Control::Goes(Destination::Created),
        "listtext" | "pntext" => Control::ListText,
        "fldrslt" | "shptxt" => Control::Goes(Destination::Text),
        "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "header" | "headerl"
        | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "object"
        | "fldinst" | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl" | "generator"
        | "themedata" | "colorschememapping" | "datastore" | "latentstyles" | "xmlnstbl"
        | "nonshppict" | "bkmkstart" | "bkmkend" | "pgdsctbl" | "template" | "operator"
        | "company" | "subject" | "keywords" | "doccomm" | "comment" | "annotation" | "revtim"
        | "printim" | "buptim" => Control::Goes(Destination::Nowhere),
        _ => return None,
    })
}
