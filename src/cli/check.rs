//! `beleg check`: a claim, a file of claims, or the sentences of a manuscript.

use std::collections::BTreeMap;
use std::io::{BufRead, Read, Write};
use std::path::Path;

use anyhow::Context;

use super::arguments::CheckArguments;
use super::batch::BatchLine;
use super::complaints::Complaints;
use super::settings::{self, Settings};
use super::{Outcome, search, stream};
use crate::archive::{Archive, ArchiveError, Statement};
use crate::evidence::{CheckedClaim, VerdictKind};
use crate::query;
use crate::render::Printer;

/// Checks what was asked; found is that all claims are backed.
pub fn run(settings: &Settings, typed: CheckArguments) -> anyhow::Result<Outcome> {
    let claim = typed.claim.join(" ");
    if typed.file.is_none() && typed.text.is_none() {
        anyhow::ensure!(
            !query::plain(&claim).leaves().is_empty(),
            "the claim holds no word to check; write a whole statement, like \"Kim Il Sung starb 1994.\""
        );
    }
    let archive = search::open_with(settings, &typed.aliases, &typed.own, &typed.freshness)?;
    let format = settings.check_format(typed.format);
    let mut checker = Checker {
        archive,
        limit: settings::evidence_limit(&typed),
        printer: settings.printer(format),
        complaints: settings.complaints(format),
        checked: Vec::new(),
    };
    match (&typed.file, &typed.text) {
        (Some(file), _) => checker.file(file)?,
        (None, Some(text)) => checker.manuscript(text)?,
        (None, None) => checker.check(None, &claim)?,
    }
    checker.finish()
}

/// Checks claims and remembers what came out.
struct Checker<W: Write> {
    archive: Archive,
    limit: Option<usize>,
    // Dropped before the complaints, which wait for its pager.
    printer: Printer<W>,
    complaints: Complaints,
    checked: Vec<CheckedClaim>,
}

impl<W: Write> Checker<W> {
    /// Checks a claim; `id` is its name among many.
    fn check(&mut self, id: Option<&str>, claim: &str) -> anyhow::Result<()> {
        let checked = self.archive.check(claim, self.limit)?;
        self.printer.begin(claim, id)?;
        self.printer.verdict(&checked.verdict)?;
        for found in &checked.evidence {
            self.printer.evidence(found)?;
        }
        self.printer.check_summary(&checked.summary)?;
        self.checked.push(CheckedClaim {
            id: id.unwrap_or_default().to_owned(),
            claim: claim.to_owned(),
            kind: checked.verdict.kind,
            citation: checked.evidence.first().map(|first| first.citation.clone()),
        });
        Ok(())
    }

    /// Checks every line that can be read, and says which cannot.
    fn file(&mut self, file: &Path) -> anyhow::Result<()> {
        for (number, line) in (1..).zip(stream::input(file)?.split(b'\n')) {
            let line = line.with_context(|| format!("cannot read {}", stream::name(file)))?;
            if line.trim_ascii().is_empty() {
                continue;
            }
            match BatchLine::read(number, &line) {
                Ok(line) => {
                    if let Err(error) = self.check(Some(&line.id), &line.query.text) {
                        let fault = claimless(error)?;
                        self.complain(file, number, fault);
                    }
                }
                Err(fault) => self.complain(file, number, fault),
            }
        }
        anyhow::ensure!(
            !self.checked.is_empty(),
            "{} holds no claim; write one a line, or id<TAB>claim",
            stream::name(file)
        );
        self.printer.check_table(&self.checked)?;
        Ok(())
    }

    fn complain(&mut self, file: &Path, number: u64, fault: &str) {
        let complaint = format!("{}:{number}: {fault}", stream::name(file));
        self.complaints.complain(complaint);
    }

    /// Checks the sentences of a manuscript that can be checked, and says how many cannot, and why.
    fn manuscript(&mut self, file: &Path) -> anyhow::Result<()> {
        let mut bytes = Vec::new();
        let reading = || format!("cannot read {}", stream::name(file));
        stream::input(file)?
            .read_to_end(&mut bytes)
            .with_context(reading)?;
        let not_utf8 = || format!("{} is not UTF-8; convert it first", stream::name(file));
        let text = String::from_utf8(bytes).with_context(not_utf8)?;
        let mut left_out: BTreeMap<&str, u64> = BTreeMap::new();
        for statement in self.archive.statements(&text) {
            match statement {
                Statement::Claim { place, text } => self.check(Some(&place), &text)?,
                Statement::LeftOut { reason } => *left_out.entry(reason).or_default() += 1,
            }
        }
        let reasons: Vec<String> = left_out
            .iter()
            .map(|(reason, count)| format!("{count} ({reason})"))
            .collect();
        if !reasons.is_empty() {
            let told = format!("sentences not checked: {}", reasons.join(", "));
            self.complaints.remark(told);
        }
        anyhow::ensure!(
            !self.checked.is_empty(),
            "{} holds no sentence that can be checked: a whole statement with a name, number or date",
            stream::name(file)
        );
        self.printer.check_table(&self.checked)?;
        Ok(())
    }

    fn finish(mut self) -> anyhow::Result<Outcome> {
        self.printer.flush()?;
        stream::draw(self.printer.remarks());
        let backed = |claim: &CheckedClaim| claim.kind == VerdictKind::Backed;
        Ok(if self.checked.iter().all(backed) {
            Outcome::Found
        } else {
            Outcome::Nothing
        })
    }
}

/// What is wrong with a line that holds nothing to check; any other error goes on.
fn claimless(error: anyhow::Error) -> anyhow::Result<&'static str> {
    match error.downcast_ref() {
        Some(ArchiveError::NoWords) => Ok("no statement to check; this line is left out"),
        _ => Err(error),
    }
}
