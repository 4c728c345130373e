use super::*;
use crate::cli::config::Origin;

fn nothing_typed() -> CommonArguments {
    CommonArguments {
        corpus: Vec::new(),
        index: None,
        color: None,
        links: None,
        no_pager: false,
    }
}

fn resolved(
    typed: &CommonArguments,
    pairs: &[(&'static str, &'static str)],
    written: Written,
) -> Resolved {
    let value = |name: &str| pairs.iter().find(|pair| pair.0 == name);
    let variable = |name: &str| value(name).map(|pair| pair.1.into());
    Resolved::of(typed, variable, written, None).expect("nothing is faulty")
}

fn at_line<T>(value: T, line: usize) -> Option<Held<T>> {
    let path = "beleg.toml".into();
    let origin = Origin::File { path, line };
    Some(Held { value, origin })
}

#[test]
fn without_a_word_the_index_beside_is_meant_and_what_it_remembers() {
    let held = resolved(&nothing_typed(), &[], Written::default());
    assert_eq!(held.roots, Held::by_default(Vec::new()));
    assert_eq!(held.index, Held::by_default("index".into()));
}

#[test]
fn arguments_win_over_the_environment_and_that_over_files() {
    let written = || Written {
        index: at_line("f".into(), 1),
        ..Written::default()
    };
    let pairs = [("BELEG_CORPUS", "a:b"), ("BELEG_INDEX", "i")];
    let of_files = resolved(&nothing_typed(), &[], written());
    assert_eq!(Some(of_files.index), at_line("f".into(), 1));
    let of_variables = resolved(&nothing_typed(), &pairs, written());
    assert_eq!(
        of_variables.index,
        Held::from_variable("i".into(), "BELEG_INDEX")
    );
    assert_eq!(
        of_variables.roots.value,
        [PathBuf::from("a"), PathBuf::from("b")]
    );
    let typed = CommonArguments {
        corpus: vec!["c".into()],
        index: Some("j".into()),
        ..nothing_typed()
    };
    let of_flags = resolved(&typed, &pairs, written());
    assert_eq!(of_flags.index, Held::from_flag("j".into(), "--index"));
    assert_eq!(of_flags.roots.value, [PathBuf::from("c")]);
}

#[test]
fn colours_follow_the_conventions() {
    let color = |typed, pairs| {
        let typed = CommonArguments {
            color: typed,
            ..nothing_typed()
        };
        resolved(&typed, pairs, Written::default()).color.value
    };
    use WhenChoice::{Always, Auto, Never};
    assert_eq!(color(None, &[]), Auto);
    assert_eq!(color(None, &[("NO_COLOR", "1")]), Never);
    assert_eq!(color(None, &[("NO_COLOR", "")]), Auto);
    assert_eq!(color(None, &[("CLICOLOR", "0")]), Never);
    assert_eq!(color(None, &[("CLICOLOR", "1")]), Auto);
    assert_eq!(color(None, &[("CLICOLOR_FORCE", "1")]), Always);
    assert_eq!(color(None, &[("CLICOLOR_FORCE", "0")]), Auto);
    assert_eq!(
        color(None, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]),
        Never
    );
    assert_eq!(color(Some(Always), &[("NO_COLOR", "1")]), Always);
    assert_eq!(color(Some(Auto), &[("NO_COLOR", "1")]), Never);
}

#[test]
fn a_variable_of_colour_wins_over_a_file() {
    let written = Written {
        color: at_line(WhenChoice::Always, 1),
        ..Written::default()
    };
    let held = resolved(&nothing_typed(), &[("NO_COLOR", "1")], written);
    assert_eq!(
        held.color,
        Held::from_variable(WhenChoice::Never, "NO_COLOR")
    );
}

#[test]
fn a_pager_is_looked_for_where_git_looks() {
    let pager = |pairs, written| {
        let held = resolved(&nothing_typed(), pairs, written).pager;
        (held.value.text(), held.origin)
    };
    let file = || Written {
        pager: at_line(CommandLine::of("moor"), 3),
        ..Written::default()
    };
    assert_eq!(
        pager(&[], Written::default()),
        ("less".to_owned(), Origin::Default)
    );
    assert_eq!(pager(&[("PAGER", "more")], Written::default()).0, "more");
    assert_eq!(pager(&[("PAGER", "more")], file()).0, "moor");
    assert_eq!(pager(&[("BELEG_PAGER", "less -R")], file()).0, "less -R");
    assert_eq!(pager(&[("BELEG_PAGER", "")], file()).0, "");
    assert_eq!(pager(&[("PAGER", "cat")], Written::default()).0, "");
}

#[test]
fn an_editor_is_looked_for_where_git_looks() {
    let editor = |pairs| {
        resolved(&nothing_typed(), pairs, Written::default())
            .editor
            .value
            .text()
    };
    assert_eq!(editor(&[]), "");
    assert_eq!(
        editor(&[("EDITOR", "vi"), ("VISUAL", "code -w")]),
        "code -w"
    );
    assert_eq!(editor(&[("EDITOR", "vi"), ("VISUAL", "")]), "vi");
    assert_eq!(
        editor(&[("EDITOR", "vi"), ("BELEG_EDITOR", "nano")]),
        "nano"
    );
}
