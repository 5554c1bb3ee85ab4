//! A score that is typed into the table: taken where the rule takes one, else asked about.

use super::document::Document;
use crate::evaluation::{Applicability, Edit, Override};
use crate::number::parse;
use crate::scoring::{ItemState, Way, ways_to};
use crate::template::{Id as NodeId, Indicator};
use crate::text::{Explain as _, Message};
use rust_decimal::Decimal;

/// Why a score is not taken that has to be asked about.
pub(crate) const ASKS: &str = "score-asks";

/// A score that is typed, of an indicator that can have it.
pub(crate) struct TypedScore<'a> {
    document: &'a Document,
    pub indicator: &'a Indicator,
    pub points: Decimal,
    /// How the rule comes to it.
    pub ways: Vec<Way>,
}

impl<'a> TypedScore<'a> {
    /// # Errors
    /// Why it is no score of this indicator.
    pub(crate) fn read(document: &'a Document, item: &NodeId, text: &str) -> Result<Self, Message> {
        let indicator = document.template.indicator(item).ok_or_else(|| Message::new(ASKS))?;
        let points = parse(text).map_err(|error| error.message())?;
        let limits = indicator.override_limits(document.template.rounding.step);
        limits.check(points).map_err(|error| error.message())?;
        let entry = document.evaluation().item(item);
        let ways = ways_to(document.around(), indicator, entry, points);
        Ok(Self { document, indicator, points, ways })
    }

    /// 不适用, 资料不足, 人工改分: what was decided with a reason is not undone by a digit.
    pub(crate) fn is_decided(&self) -> bool {
        self.document.item_score(&self.indicator.id).is_some_and(|item| {
            matches!(item.state, ItemState::NotApplicable { .. } | ItemState::NoInformation)
                || item.is_overridden()
        })
    }

    /// The one way that needs no question.
    pub(crate) fn plain_way(&self) -> Option<&Way> {
        match self.ways.as_slice() {
            [way] if way.kind.is_said_by_the_score() && !self.is_decided() => Some(way),
            _ => None,
        }
    }

    /// The only way there is: one more Enter takes it.
    pub(crate) fn only_way(&self) -> Option<&Way> {
        match self.ways.as_slice() {
            [way] => Some(way),
            _ => None,
        }
    }

    /// The edit that takes this way, and what was decided before back.
    pub(crate) fn by(&self, way: &Way) -> Edit {
        let item = || self.indicator.id.clone();
        let drop_override = self.is_overridden().then(|| Edit::SetOverride { item: item(), to: None });
        let inputs = Edit::SetInputs { item: item(), inputs: way.inputs.clone() };
        together(self.applies_again().into_iter().chain(drop_override).chain([inputs]))
    }

    /// 直接给分: the score by hand, with its reason.
    pub(crate) fn by_hand(&self, reason: &str) -> Edit {
        let to = Some(Override { score: self.points, reason: reason.trim().to_owned() });
        let by_hand = Edit::SetOverride { item: self.indicator.id.clone(), to };
        together(self.applies_again().into_iter().chain([by_hand]))
    }

    fn is_overridden(&self) -> bool {
        let item = self.document.item_score(&self.indicator.id);
        item.is_some_and(crate::scoring::ItemScore::is_overridden)
    }

    fn applies_again(&self) -> Option<Edit> {
        let entry = self.document.evaluation().item(&self.indicator.id)?;
        let to = Applicability::Applicable;
        (entry.applicability != to).then(|| Edit::SetApplicability { item: self.indicator.id.clone(), to })
    }
}

/// One edit of all of them.
fn together(edits: impl Iterator<Item = Edit>) -> Edit {
    let mut edits: Vec<Edit> = edits.collect();
    match edits.len() {
        1 => edits.remove(0),
        _ => Edit::Together(edits),
    }
}

/// The edit that the text means by itself.
///
/// # Errors
/// It is no score, or it has to be asked how it comes about.
pub(crate) fn edit(document: &Document, item: &NodeId, text: &str) -> Result<Edit, Message> {
    let typed = TypedScore::read(document, item, text)?;
    let way = typed.plain_way().ok_or_else(|| Message::new(ASKS))?;
    Ok(Edit::SetInputs { item: item.clone(), inputs: way.inputs.clone() })
}
