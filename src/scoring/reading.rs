//! What the measure of a rule reads at present, for the control that is being filled in: also where that does not
//! suffice for a score yet.

use super::around::Around;
use super::award::band_of;
use super::card::Source;
use super::earned::Context;
use super::inputs::Inputs;
use crate::evaluation::ItemEntry;
use crate::number::exact::{Exact, exact};
use crate::template::{Band, CurvePoint, Indicator, Measure, Side, Step};
use rust_decimal::Decimal;

/// The number of a measure, with its origin.
pub struct Reading {
    value: Exact,
    source: Source,
    is_share: bool,
    shown: Decimal,
}

impl Reading {
    /// What `measure` of `indicator` reads; `None` while something is missing. `prefix` leads to its inputs: empty, or
    /// `<id>/` within an alternative.
    pub fn of(around: Around<'_>, indicator: &Indicator, measure: &Measure, prefix: &str) -> Option<Self> {
        let untouched = ItemEntry::default();
        let entry = around.evaluation.item(&indicator.id).unwrap_or(&untouched);
        let full = indicator.points;
        let top = indicator.rule.ceiling.unwrap_or(full);
        let cx = Context { rounding: &around.template.rounding, indicator, around, full, top };
        let measured = cx.measured(measure, &Inputs::at(entry, prefix)).ok()?;
        let value = measured.value().ok()?;
        let shown = cx.shown(&value);
        Some(Self { value, source: measured.source, is_share: measure.is_share(), shown })
    }

    /// The number, rounded as derivations show it.
    pub fn shown(&self) -> Decimal {
        self.shown
    }

    /// Where the number came from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// People read it in per cent.
    pub fn is_share(&self) -> bool {
        self.is_share
    }

    /// The position of the band that holds it.
    pub fn band(&self, bands: &[Band]) -> Option<usize> {
        let hit = band_of(bands, &self.value)?;
        bands.iter().position(|band| std::ptr::eq(band, hit))
    }

    /// It lies beyond the threshold of `step`.
    pub fn is_beyond(&self, step: &Step) -> bool {
        let at = exact(step.at);
        match step.side {
            Side::Below => self.value < at,
            Side::Above => self.value > at,
            Side::Both => self.value != at,
        }
    }

    /// The position of the last node that it has reached; the first one below all.
    pub fn node(&self, nodes: &[CurvePoint]) -> usize {
        nodes.iter().rposition(|node| exact(node.at) <= self.value).unwrap_or_default()
    }
}
