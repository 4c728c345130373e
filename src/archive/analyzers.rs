//! One analysis chain for each kind of language.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

use crate::german::{Analyzer, Knowledge};

/// The chains of one thread.
pub(super) struct Analyzers {
    german: Analyzer,
    /// Made when the first article in another language comes.
    plain: Option<Analyzer>,
}

impl Analyzers {
    /// Chains that know what was learnt from the collection.
    pub fn new(knowledge: Knowledge) -> Self {
        Self {
            german: Analyzer::german(knowledge),
            plain: None,
        }
    }

    /// The chain for German, which queries go through.
    pub fn german(&mut self) -> &mut Analyzer {
        &mut self.german
    }

    /// The chain for articles in a language (ISO 639-1).
    pub fn of(&mut self, language: &str) -> &mut Analyzer {
        if language == "de" {
            &mut self.german
        } else {
            self.plain()
        }
    }

    /// The chain that stems and cuts nothing. Its folded forms and positions are those of the
    /// German one, at a fraction of the cost.
    pub fn plain(&mut self) -> &mut Analyzer {
        self.plain.get_or_insert_with(Analyzer::plain)
    }
}

/// The chains of a collection between its queries. They keep the words they have met, and a query
/// whose hits hold known words is answered several times as fast.
pub(super) struct AnalyzerPool {
    knowledge: Knowledge,
    idle: Mutex<Vec<Analyzers>>,
}

impl AnalyzerPool {
    /// A pool whose chains know what was learnt from the collection.
    pub fn new(knowledge: Knowledge) -> Self {
        Self {
            knowledge,
            idle: Mutex::default(),
        }
    }

    /// Idle chains, or new ones where none are; dropping them puts them back.
    pub fn lend(&self) -> Lent<'_> {
        let idle = self.idle().pop();
        let analyzers = idle.unwrap_or_else(|| Analyzers::new(self.knowledge.clone()));
        Lent {
            pool: self,
            analyzers: Some(analyzers),
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Analyzers>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Chains in use for one query.
pub(super) struct Lent<'a> {
    pool: &'a AnalyzerPool,
    /// Taken when dropped, and never before.
    analyzers: Option<Analyzers>,
}

impl Deref for Lent<'_> {
    type Target = Analyzers;

    fn deref(&self) -> &Analyzers {
        self.analyzers.as_ref().expect("only dropping takes them")
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Analyzers {
        self.analyzers.as_mut().expect("only dropping takes them")
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.pool.idle().extend(self.analyzers.take());
    }
}
