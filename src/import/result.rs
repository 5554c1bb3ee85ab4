//! The template that a table makes, with what its rules were read from.

use super::filled::FilledIn;
use super::fitting::Fitting;
use super::grid::Grid;
use super::headings::Mapping;
use super::recognise::Proposal;
use super::report::RowReport;
use crate::template::{Award, Id, Label, Node, Problem, Rule, Template, check};
use crate::text::Message;
use rust_decimal::Decimal;

/// A template made from a table, and how it came about.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// With the chosen proposals as rules. It may be unsound: see [`Imported::problems`].
    pub template: Template,
    /// One for each indicator, in the order of the sheet.
    pub readings: Vec<Reading>,
    /// What became of each row of the sheet.
    pub rows: RowReport,
    /// What was assumed for the table as a whole.
    pub notes: Vec<Message>,
    /// What the table says and the template does not hold: columns that are not understood, weights that are not used,
    /// points of rows that were not taken. Somebody has to look at each.
    pub findings: Vec<Message>,
    /// How the table was filled in: what no template holds, and an evaluation does.
    pub filled: FilledIn,
    /// A shipped template that says the same, to be used instead.
    pub fits: Option<Fitting>,
}

/// What was read from the rule of an indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The indicator of [`Imported::template`].
    pub item: Id,
    /// Row of the sheet.
    pub row: usize,
    /// Its 指标名称.
    pub name: Label,
    /// Its 分值, in points; 0 where the table states none.
    pub points: Decimal,
    /// The words that it was read from.
    pub text: Label,
    /// Ways to read it, the likeliest first. None of them: it is left to be entered by hand.
    pub proposals: Vec<Proposal>,
    /// Why there is no proposal.
    pub why_not: Option<Message>,
    /// The proposal that the template uses; `None` by hand (酌定).
    pub chosen: Option<usize>,
}

impl Reading {
    /// The proposal that the template uses; `None` where it is entered by hand (酌定).
    pub fn proposal(&self) -> Option<&Proposal> {
        self.proposals.get(self.chosen?)
    }
}

/// Key of [`scores_note`].
pub const SCORES_NOTE: &str = "import-note-scores";

/// What the table has and no template holds, so that nobody believes it was taken over.
pub fn scores_note(grid: &Grid, mapping: &Mapping) -> Option<Message> {
    let columns = mapping.scores_left_out(grid);
    (!columns.is_empty()).then(|| Message::new(SCORES_NOTE).with("columns", columns.join("、")))
}

impl Imported {
    /// Uses another of the proposals for the rule of the reading at `index`, or `None` to enter it by hand.
    pub fn choose(&mut self, index: usize, proposal: Option<usize>) {
        let step = self.template.rounding.step;
        let Some(reading) = self.readings.get_mut(index) else { return };
        let rule = match proposal.and_then(|proposal| reading.proposals.get(proposal)) {
            Some(proposal) => proposal.rule.clone(),
            None => by_hand(step),
        };
        reading.chosen = proposal.filter(|proposal| *proposal < reading.proposals.len());
        set_rule(&mut self.template.nodes, &reading.item, &rule);
        self.template = std::mem::replace(&mut self.template, Template::blank("")).outlined();
    }

    /// What [`check`] finds in the template.
    pub fn problems(&self) -> Vec<Problem> {
        check(&self.template)
    }

    /// Rules that are left to be entered by hand.
    pub fn by_hand(&self) -> usize {
        self.readings.iter().filter(|reading| reading.proposal().is_none()).count()
    }
}

pub(super) fn by_hand(step: Decimal) -> Rule {
    Rule::of(Award::Free { step })
}

fn set_rule(nodes: &mut [Node], item: &Id, rule: &Rule) -> bool {
    nodes.iter_mut().any(|node| match node {
        Node::Group(group) => set_rule(&mut group.children, item, rule),
        Node::Indicator(indicator) if indicator.id == *item => {
            indicator.rule = rule.clone();
            true
        }
        Node::Indicator(_) => false,
    })
}
