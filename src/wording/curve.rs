//! A point on a line between nodes.

use super::digits::enough;
use super::{in_turn, kept, listed_clauses, percent_plain};
use crate::number::exact::{Exact, exact, fraction, rounded};
use crate::number::{plain, round};
use crate::scoring::{Kept, OnCurve, Source};
use crate::template::CurvePoint;
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

pub(super) struct OnLine<'a> {
    pub source: &'a Source,
    pub value: Decimal,
    /// `value` is read in per cent.
    pub share: bool,
    /// M, of which the nodes state shares.
    pub full: Option<Decimal>,
    pub on: OnCurve,
    pub kept: Kept,
}

/// The y at `x` on the line through two nodes.
fn height(a: CurvePoint, b: CurvePoint, x: Decimal) -> Option<Exact> {
    let part = fraction(x.checked_sub(a.at)?, b.at.checked_sub(a.at)?)?;
    Some(exact(a.worth) + (exact(b.worth) - exact(a.worth)) * part)
}

impl OnLine<'_> {
    pub(super) fn words(&self, lang: Lang, score: Option<Decimal>, decimals: u32, result: &str) -> String {
        let (a, b) = match self.on {
            OnCurve::CutOff(cut_off) => return self.cut(lang, cut_off, result),
            OnCurve::First(node) => return self.end(lang, ("why-curve-first", node), result),
            OnCurve::Last(node) => return self.end(lang, ("why-curve-last", node), result),
            OnCurve::Between(a, b) => (a, b),
        };
        let leads_to_score = |digits: u32| {
            let x = round(self.value, digits + if self.share { 2 } else { 0 });
            let height = height(a, b, x);
            let points = height.map(|y| self.full.map_or(y.clone(), |full| exact(full) * y));
            match (points, score) {
                (Some(points), Some(score)) if self.kept == Kept::default() => {
                    rounded(&points, decimals) == Some(round(score, decimals).normalize())
                }
                _ => true,
            }
        };
        let least = if self.share { 2 } else { self.value.normalize().scale().min(4) };
        let digits = enough(least, leads_to_score);
        let x = match self.share {
            true => super::digits::percent_to(self.value, digits),
            false => plain(round(self.value, digits)),
        };
        let (at, worth) =
            (|node: CurvePoint| self.number(node.at), |node: CurvePoint| self.worth(node.worth));
        let line = Message::new("why-curve-line")
            .with("y0", worth(a))
            .with("y1", worth(b))
            .with("x", &x)
            .with("x0", at(a))
            .with("x1", at(b))
            .text(lang);
        let line = match self.full {
            Some(full) => {
                Message::new("why-curve-of").with("full", plain(full)).with("line", line).text(lang)
            }
            None => line,
        };
        let source = self.source.with_number(lang, x, self.share);
        let first = listed_clauses(lang, [source, tr(lang, "why-curve")]);
        in_turn(lang, [first, format!("{} = {result}", kept(lang, line, self.kept))])
    }

    fn number(&self, value: Decimal) -> String {
        if self.share { percent_plain(value) } else { plain(value) }
    }

    fn worth(&self, worth: Decimal) -> String {
        if self.full.is_some() { percent_plain(worth) } else { plain(worth) }
    }

    fn cut(&self, lang: Lang, cut_off: Decimal, result: &str) -> String {
        let source = self.source.with_value(lang, self.value, self.share, |shown| shown < cut_off);
        let message = Message::new("why-curve-cut").with("source", source);
        message.with("cut-off", self.number(cut_off)).with("result", result).text(lang)
    }

    fn end(&self, lang: Lang, (key, node): (&'static str, CurvePoint), result: &str) -> String {
        let source = self.source.with_value(lang, self.value, self.share, |_| true);
        let beside = Message::new(key).with("at", self.number(node.at)).text(lang);
        let worth = self.worth(node.worth);
        let points = match self.full {
            Some(full) => {
                let message = Message::new("why-curve-end-of").with("full", plain(full));
                message.with("worth", worth).text(lang)
            }
            None => Message::new("why-curve-end").with("worth", worth).text(lang),
        };
        let first = listed_clauses(lang, [source, beside]);
        in_turn(lang, [first, format!("{} = {result}", kept(lang, points, self.kept))])
    }
}
