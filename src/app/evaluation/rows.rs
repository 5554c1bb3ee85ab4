//! Which rows of the sheet the table shows: filter and search, worked out once per change.

use crate::app::evaluation::document::Document;
use crate::evaluation::ItemEntry;
use crate::scoring::{ItemScore, ItemState, entries};
use crate::searchable::searchable;
use crate::template::{Indicator, Row, Template};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What the table is narrowed down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Filter {
    /// 未评分, 资料不足 among them
    Unscored,
    /// 有扣分; 未达到 where targets are compared
    Deducted,
    /// 缺佐证
    NoEvidence,
    /// 不适用
    NotApplicable,
}

impl Filter {
    /// In the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Unscored, Self::Deducted, Self::NoEvidence, Self::NotApplicable];

    /// It can find something: what is not scored asks for no evidence.
    pub fn is_offered(self, has_points: bool) -> bool {
        has_points || self != Self::NoEvidence
    }

    /// Key of its label.
    pub fn label_key(self, has_points: bool) -> &'static str {
        match self {
            Self::Unscored if !has_points => "filter-not-filled",
            Self::Deducted if !has_points => "state-not-met",
            Self::Unscored => "filter-unscored",
            Self::Deducted => "filter-deducted",
            Self::NoEvidence => "filter-no-evidence",
            Self::NotApplicable => "filter-not-applicable",
        }
    }

    fn keeps(self, indicator: &Indicator, entry: Option<&ItemEntry>, item: &ItemScore) -> bool {
        match self {
            Self::Unscored => matches!(item.state, ItemState::Unscored(_) | ItemState::NoInformation),
            Self::Deducted => match item.state {
                ItemState::Compared { met } => met == Some(false),
                _ => item.deduction.is_some_and(|deduction| deduction > Decimal::ZERO),
            },
            Self::NoEvidence => lacks(indicator, entry, item),
            Self::NotApplicable => matches!(item.state, ItemState::NotApplicable { .. }),
        }
    }
}

/// Evidence is given in words.
pub(crate) fn has_note(document: &Document, indicator: &Indicator) -> bool {
    document.evaluation().item(&indicator.id).is_some_and(|entry| !entry.evidence_note.trim().is_empty())
}

/// A score stands without any evidence, in files or in words, though the indicator expects some.
pub(crate) fn lacks_evidence(document: &Document, indicator: &Indicator, item: &ItemScore) -> bool {
    lacks(indicator, document.evaluation().item(&indicator.id), item)
}

fn lacks(indicator: &Indicator, entry: Option<&ItemEntry>, item: &ItemScore) -> bool {
    let noted = || entry.is_some_and(|entry| !entry.evidence_note.trim().is_empty());
    let scored = item.state == ItemState::Scored && item.score.is_some_and(|score| score > Decimal::ZERO);
    indicator.evidence_expected && scored && item.evidence == 0 && !noted()
}

/// Rows in sight, remembered until evaluation, filter or search change.
#[derive(Default)]
pub(crate) struct RowCache {
    key: Option<(u64, Option<Filter>, String)>,
    rows: Vec<Row>,
    /// Number of indicators that each filter would keep.
    counts: [usize; 4],
    /// Name, pinyin and pinyin initials of each indicator, lower case, for the search.
    names: Vec<String>,
    /// Template that `names` belong to: an evaluation may change its own.
    named: Option<Arc<Template>>,
}

impl RowCache {
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn count(&self, filter: Filter) -> usize {
        Filter::ALL.iter().position(|&other| other == filter).map_or(0, |at| self.counts[at])
    }

    pub(crate) fn update(&mut self, document: &Document, filter: Option<Filter>, search: &str) {
        let key = (document.revision(), filter, search.trim().to_lowercase());
        self.name(document);
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let template = &document.template;
        let mut keep = Vec::with_capacity(self.names.len());
        self.counts = [0; 4];
        let all = entries(template, document.evaluation()).zip(&document.card().items).zip(&self.names);
        for (((indicator, entry), item), name) in all {
            let kept = Filter::ALL.map(|filter| filter.keeps(indicator, entry, item));
            for (count, kept) in self.counts.iter_mut().zip(kept) {
                *count += usize::from(kept);
            }
            let chosen = filter.is_none_or(|filter| {
                Filter::ALL.into_iter().zip(kept).any(|(other, kept)| kept && other == filter)
            });
            keep.push(chosen && (key.2.is_empty() || name.contains(&key.2)));
        }
        // A group to which nothing was added yet is shown too, unless something is looked for.
        self.rows = match filter.is_none() && key.2.is_empty() {
            true => template.outline().rows().to_vec(),
            false => with_groups(document, &keep),
        };
        self.key = Some(key);
    }

    fn name(&mut self, document: &Document) {
        let template = &document.template;
        if self.named.as_ref().is_some_and(|named| Arc::ptr_eq(named, template)) {
            return;
        }
        self.names = template.indicators().map(|indicator| searchable(&indicator.name)).collect();
        self.named = Some(template.clone());
        self.key = None;
    }

    /// Indicators in sight, by position.
    pub(crate) fn positions(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter_map(|row| match row {
            Row::Indicator(position) => Some(*position),
            Row::Group(_) => None,
        })
    }
}

/// The kept indicators and the groups above them.
fn with_groups(document: &Document, keep: &[bool]) -> Vec<Row> {
    let outline = document.template.outline();
    let mut groups = vec![false; outline.groups().len()];
    for (leaf, _) in outline.leaves().iter().zip(keep).filter(|(_, keep)| **keep) {
        for group in outline.ancestry(leaf.group) {
            groups[group] = true;
        }
    }
    let shown = |row: &Row| match row {
        Row::Group(group) => groups[*group],
        Row::Indicator(position) => keep[*position],
    };
    outline.rows().iter().copied().filter(shown).collect()
}
