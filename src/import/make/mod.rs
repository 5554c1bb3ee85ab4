//! From the drafts that the rows made to a template.

mod fits;
mod frame;
mod grades;
mod indicator;
mod points;
mod weights;

use super::error::ImportError;
use super::filled::{Filled, FilledIn};
use super::grid::Grid;
use super::headings::Mapping;
use super::recognise::classes;
use super::result::{Imported, Reading, scores_note};
use super::rows::{self, Draft, Kind, Table};
use super::words::flattened;
use crate::number::plain;
use crate::template::{Combine, Group, Id, Node, Rounding};
use crate::text::Message;
use points::sum;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use weights::Weights;

/// Makes a template of the table in `grid`, its columns understood by `mapping`.
///
/// # Errors
/// The columns yield no indicator at all.
pub fn import(grid: &Grid, mapping: &Mapping) -> Result<Imported, ImportError> {
    let table = rows::read(grid, mapping);
    let mut maker = Maker {
        table: &table,
        readings: Vec::new(),
        step: Rounding::default().step,
        findings: findings(grid, mapping, &table),
        class: class(&table),
        filled: Vec::new(),
    };
    let (nodes, combine) = maker.nodes(None, "");
    if maker.readings.is_empty() {
        return Err(ImportError::NoIndicator);
    }
    let (readings, mut findings, nodes_filled) = (maker.readings, maker.findings, maker.filled);
    let mut notes: Vec<Message> = scores_note(grid, mapping).into_iter().collect();
    let template = frame::template(&table, mapping, (nodes, combine), &mut notes, &mut findings);
    let fits = fits::fitting(&template, &table);
    match &fits {
        Some(fits) if fits.is_blank_form => {
            findings.push(Message::new("import-blank-form").with("title", &fits.title).with("id", &fits.id));
        }
        Some(fits) => notes.push(Message::new("import-fits").with("title", &fits.title).with("id", &fits.id)),
        None => {}
    }
    let filled = FilledIn {
        head: table.head,
        nodes: nodes_filled,
        total: table.total_row,
        grade: table.grade,
        other_scores: table.other_scores,
    };
    Ok(Imported { template, readings, rows: table.report, notes, findings, filled, fits })
}

/// What the table says and the template does not hold, as far as the table as a whole tells.
fn findings(grid: &Grid, mapping: &Mapping, table: &Table) -> Vec<Message> {
    let mut findings = Vec::new();
    let unknown = mapping.unknown(grid);
    if !unknown.is_empty() {
        findings.push(Message::new("import-note-unknown").with("columns", unknown.join("、")));
    }
    if table.lost > Decimal::ZERO {
        findings.push(Message::new("import-note-lost").with("points", plain(table.lost)));
    }
    findings
}

struct Maker<'a> {
    table: &'a Table,
    readings: Vec<Reading>,
    step: Decimal,
    findings: Vec<Message>,
    filled: Vec<Filled>,
    /// The class of places that most rules with classes are for.
    class: Option<String>,
}

/// What the points of most rules say, where they are stated by class.
fn class(table: &Table) -> Option<String> {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for draft in &table.drafts {
        let (Some(words), Some(points)) = (draft.words(), draft.points) else { continue };
        if let Some(class) = classes::class_of(&flattened(&words.standard), points) {
            *counted.entry(class).or_default() += 1;
        }
    }
    counted.into_iter().max_by_key(|(_, count)| *count).map(|(class, _)| class)
}

impl Maker<'_> {
    /// The children of `parent` and how they become its score; ids follow the place in the tree: `n2-1-3`.
    fn nodes(&mut self, parent: Option<usize>, path: &str) -> (Vec<Node>, Combine) {
        let table = self.table;
        let drafts: Vec<(usize, &Draft)> =
            table.drafts.iter().enumerate().filter(|(_, d)| d.parent == parent).collect();
        let mut nodes = Vec::new();
        let mut made = Vec::new();
        for (place, draft) in drafts {
            let id = match path {
                "" => format!("n{}", nodes.len() + 1),
                path => format!("{path}-{}", nodes.len() + 1),
            };
            self.fill(&id, draft);
            match &draft.kind {
                Kind::Indicator(words) => {
                    nodes.push(Node::Indicator(self.indicator(id.into(), draft, words)))
                }
                Kind::Group => {
                    let (children, combine) = self.nodes(Some(place), &id);
                    // A group whose rows were all refused: the report says so, an empty group would be an error.
                    if children.is_empty() {
                        continue;
                    }
                    nodes.push(Node::Group(group(id.into(), draft, children, combine)));
                }
                Kind::Refused => continue,
            }
            made.push(draft);
        }
        let whole = parent
            .and_then(|parent| table.drafts.get(parent))
            .and_then(|draft| draft.weight.or(draft.points));
        let combine = match Weights::of(&made, whole) {
            Weights::Shares(shares) => {
                for (node, share) in nodes.iter_mut().zip(shares) {
                    set_weight(node, share);
                }
                Combine::Weighted
            }
            Weights::Unused(message) => {
                self.findings.push(message);
                Combine::Sum
            }
            Weights::None => Combine::Sum,
        };
        (nodes, combine)
    }
}

impl Maker<'_> {
    fn fill(&mut self, id: &str, draft: &Draft) {
        if !draft.filled.is_empty() && !matches!(draft.kind, Kind::Refused) {
            let target = draft.words().map(|words| words.target.clone()).unwrap_or_default();
            self.filled.push(Filled { node: id.into(), target, rows: draft.filled.clone() });
        }
    }
}

fn set_weight(node: &mut Node, share: Decimal) {
    match node {
        Node::Group(group) => group.weight = Some(share),
        Node::Indicator(indicator) => indicator.weight = Some(share),
    }
}

fn group(id: Id, draft: &Draft, children: Vec<Node>, combine: Combine) -> Group {
    let own = match combine {
        Combine::Weighted => Decimal::ONE_HUNDRED,
        _ => sum(&children),
    };
    Group {
        id,
        name: draft.name.clone(),
        points: draft.points.unwrap_or(own),
        weight: None,
        combine,
        cap: None,
        floor: None,
        open: None,
        children,
    }
}
