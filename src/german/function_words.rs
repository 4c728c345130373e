//! Word classes: which words carry the meaning of a text, and which only hold it together.
//!
//! Function words weigh little in ranking, though they stay searchable. The lists are closed: articles,
//! pronouns, prepositions, conjunctions, auxiliaries, particles and the adverbs that stand in any text
//! whatever it is about. All are in folded spelling.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does in its sentence, as far as ranking has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// It carries meaning.
    Content,
    /// It only holds the sentence together: `der`, `und`, `wurde`.
    Function,
    /// It belongs to the question and not to what is asked: `welche`, `zufolge`.
    Question,
    /// A number.
    Number,
}

/// The class of a word, given in folded spelling.
pub(super) fn class(exact: &str) -> WordClass {
    CLASSES.get(exact).copied().unwrap_or(WordClass::Content)
}

/// Words of questions: interrogatives, and what tests and examiners put around a question (`Welche der
/// folgenden Aussagen ist dem Abschnitt zufolge richtig?`). None of them says what is sought.
const QUESTION: &str = "
    abschnitt erwaehnt erwaehnten folgende folgendem folgenden folgender folgendes genannt genannten
    laut textabschnitt textauszug textpassage wann warum was welche welchem welchen welcher welches
    wem wen wer weshalb wessen weswegen wie wieso wieviel wieviele wo wodurch wofuer wogegen woher
    wohin womit wonach woran worauf woraus worin worueber worum wovon wozu zufolge zutreffend
";

/// Articles.
const ARTICLES: &str = "
    der die das des dem den ein eine einer eines einem einen kein keine keiner keines keinem keinen
";

/// Personal, possessive, demonstrative, indefinite and relative pronouns.
const PRONOUNS: &str = "
    ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein meine meiner meines
    meinem meinen dein deine deiner deines deinem deinen sein seine seiner seines seinem seinen ihre
    ihrer ihres ihrem ihren unser unsere unserer unseres unserem unseren euer eure eurer eures eurem
    euren dieser diese dieses diesem diesen dies jener jene jenes jenem jenen derjenige diejenige
    dasjenige denjenigen diejenigen derselbe dieselbe dasselbe demselben denselben derselben
    dieselben man jemand jemanden jemandem niemand niemanden niemandem etwas nichts alle aller alles
    allem allen jeder jede jedes jedem jeden einige einiger einiges einigen einigem mehrere mehrerer
    mehreren manche mancher manches manchen manchem viele vieler vielen viel wenig wenige weniger
    wenigen beide beider beiden beides solche solcher solches solchem solchen anderer andere anderes
    anderen anderem ander selbst selber sich einander dessen deren denen
";

/// Prepositions, with the article they may have swallowed.
const PREPOSITIONS: &str = "
    in im an am auf aus bei beim mit nach von vom vor zu zum zur ueber unter um fuer durch gegen
    ohne bis seit seitdem waehrend wegen trotz statt anstatt zwischen hinter neben entlang innerhalb
    ausserhalb ab ausser gegenueber gemaess mittels ins ans aufs fuers ums uebers vors binnen
    angesichts aufgrund infolge anhand bezueglich hinsichtlich mithilfe per pro samt nebst
";

/// Conjunctions.
const CONJUNCTIONS: &str = "
    und oder aber denn sondern doch jedoch sowie sowohl weder noch entweder als dass wenn falls ob
    weil da damit obwohl obgleich indem sodass bevor ehe nachdem sobald solange sofern soweit wobei
    waehrenddessen beziehungsweise bzw
";

/// Auxiliary and modal verbs.
const AUXILIARIES: &str = "
    bin bist ist sind seid war warst waren wart sei seien seist waere waeren gewesen habe hast hat
    haben habt hatte hatten hattest haette haetten gehabt werde wirst wird werden werdet wurde
    wurden wuerde wuerden geworden worden kann kannst koennen koennt konnte konnten koennte koennten
    muss musst muessen muesst musste mussten muesste muessten soll sollst sollen sollte sollten will
    willst wollen wollt wollte wollten darf darfst duerfen durfte durften duerfte duerften mag
    moegen mochte moechte moechten laesst lassen
";

/// Particles, and adverbs that stand in any text whatever it is about.
const PARTICLES: &str = "
    nicht nur auch schon sehr so mehr etwa immer wieder bereits erst dann dort hier nun jetzt heute
    also dabei dafuer dagegen daher daran darauf daraus darin darueber darum davon davor dazu
    deshalb deswegen dadurch danach daneben allerdings ausserdem dennoch trotzdem zudem ebenfalls
    ebenso eben gar ganz fast kaum sogar zwar wohl ja nein mal einmal bisher bislang oft meist
    meistens manchmal nie niemals vielleicht rund circa ca zusammen zurueck weg hin her hinaus
    heraus herum dahin darunter hingegen indes schliesslich natuerlich eigentlich insgesamt
    besonders weiterhin weiter sonst stets genau gerade gleich ziemlich zumindest mindestens
    hoechstens jeweils damals zb dh ua usw etc sog
";

static CLASSES: LazyLock<HashMap<&str, WordClass>> = LazyLock::new(|| {
    let function = [
        ARTICLES,
        PRONOUNS,
        PREPOSITIONS,
        CONJUNCTIONS,
        AUXILIARIES,
        PARTICLES,
    ];
    let function = function
        .into_iter()
        .flat_map(str::split_whitespace)
        .map(|word| (word, WordClass::Function));
    let question = QUESTION
        .split_whitespace()
        .map(|word| (word, WordClass::Question));
    function.chain(question).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_listed_once_and_folded() {
        let lists = [
            QUESTION,
            ARTICLES,
            PRONOUNS,
            PREPOSITIONS,
            CONJUNCTIONS,
            AUXILIARIES,
            PARTICLES,
        ];
        let words: Vec<&str> = lists.into_iter().flat_map(str::split_whitespace).collect();
        assert_eq!(words.len(), CLASSES.len());
        assert!(
            words
                .iter()
                .all(|word| crate::german::fold::fold(word) == **word)
        );
    }

    #[test]
    fn words_that_carry_meaning_are_content() {
        for word in ["munition", "kim", "liefern", "krieg", "haus", "macht"] {
            assert_eq!(class(word), WordClass::Content);
        }
        assert_eq!(class("ueber"), WordClass::Function);
        assert_eq!(class("zufolge"), WordClass::Question);
    }
}
