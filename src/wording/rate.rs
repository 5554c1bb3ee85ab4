//! Points times a rate.

use super::digits::{MOST, enough, percent_to, percent_where, share_as_printed};
use super::source::of_pair;
use super::{in_turn, kept, listed_clauses, percent_plain};
use crate::number::{plain, round};
use crate::scoring::{Kept, RateLimit, Source};
use crate::template::Direction;
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// What was measured, what counts of it; as shares.
pub(super) struct Rate<'a> {
    pub points: Decimal,
    pub source: &'a Source,
    pub direction: Direction,
    pub quotient: Decimal,
    pub share: Decimal,
    pub fraction: Option<(Decimal, Decimal)>,
    pub limit: RateLimit,
    pub kept: Kept,
}

impl Rate<'_> {
    /// `实际 90 ÷ 目标 120；10 × 75.00% = 7.50`.
    pub(super) fn words(&self, lang: Lang, score: Option<Decimal>, decimals: u32, result: &str) -> String {
        let is_pair = self.source.divided().is_some();
        let before = match self.direction == Direction::Complement && !is_pair {
            true => self.complement(lang, self.digits(score, decimals)),
            false => self.measured(lang),
        };
        let product = kept(
            lang,
            format!("{} × {}", plain(self.points), self.counted(lang, score, decimals)),
            self.kept,
        );
        in_turn(lang, before.into_iter().chain([format!("{product} = {result}")]))
    }

    /// The rate as the product has it: in per cent, or as a fraction where no number of digits leads to the score.
    fn counted(&self, lang: Lang, score: Option<Decimal>, decimals: u32) -> String {
        if self.limit != RateLimit::None {
            return percent_plain(self.share);
        }
        match self.fraction.filter(|_| self.is_tie(score, decimals)) {
            Some(parts) => self.divided(lang, parts),
            None => percent_to(self.share, self.digits(score, decimals)),
        }
    }

    /// It repeats, and no number of decimals leads to the score.
    fn is_tie(&self, score: Option<Decimal>, decimals: u32) -> bool {
        self.fraction.is_some() && !(2..=MOST).any(|digits| self.leads_to(score, decimals, digits))
    }

    /// The product with so many decimals of a per cent rounds to the score.
    fn leads_to(&self, score: Option<Decimal>, decimals: u32, digits: u32) -> bool {
        match (self.points.checked_mul(share_as_printed(self.share, digits)), score) {
            (Some(product), Some(score)) if self.kept == Kept::default() => {
                round(product, decimals) == round(score, decimals)
            }
            _ => true,
        }
    }

    /// Decimals of a per cent that lead to the score.
    fn digits(&self, score: Option<Decimal>, decimals: u32) -> u32 {
        match self.is_tie(score, decimals) {
            true => 2,
            false => enough(2, |digits| self.leads_to(score, decimals, digits)),
        }
    }

    /// `9.61 ÷ 12`, or what stands before, worked out as far as it goes.
    fn divided(&self, lang: Lang, (numerator, denominator): (Decimal, Decimal)) -> String {
        let Some((target, actual)) = self.source.divided() else {
            return format!("{} ÷ {}", plain(numerator), plain(denominator));
        };
        // Their names stand before it already.
        let words = of_pair(lang, Some(self.direction), plain(target), plain(actual));
        match self.direction {
            Direction::Positive | Direction::Equal | Direction::ReverseRatio => words,
            Direction::ReverseLinear | Direction::Complement => {
                Message::new("words-bracketed").with("inner", words).text(lang)
            }
        }
    }

    /// Where the rate came from and what keeps it from counting as it is.
    fn measured(&self, lang: Lang) -> Vec<String> {
        if let Some(words) = self.source.without_quotient(lang, self.direction) {
            return vec![words];
        }
        let source = self.source.words(lang, Some(self.direction));
        let typed = matches!(self.source.innermost(), Source::Rate { .. });
        let said = match &self.source {
            Source::Rate { name, .. } => format!("{name} {}", percent_plain(self.quotient)),
            other if typed => other.with_number(lang, percent_plain(self.quotient), true),
            _ => source,
        };
        let mut parts = vec![said];
        // What does not conform is no rate by itself: it is read as one.
        if matches!(self.source.innermost(), Source::Risks { .. }) && matches!(self.limit, RateLimit::None) {
            let rate = percent_where(self.quotient, |_| true);
            parts.push(Message::new("why-rate-is").with("rate", rate).text(lang));
        }
        match self.limit {
            RateLimit::None => {}
            RateLimit::CutOff(cut_off) => {
                if !typed && self.quotient >= Decimal::ZERO {
                    parts.push(self.is(lang, cut_off));
                }
                parts.push(below(lang, cut_off));
            }
            RateLimit::AtMost(most) => {
                if !typed && self.source.divided().is_none() {
                    let rate = percent_where(self.quotient, |shown| shown > most);
                    parts.push(Message::new("why-rate-is").with("rate", rate).text(lang));
                }
                parts.push(at_most(lang, most));
            }
            RateLimit::Negative => parts.push(tr(lang, "why-rate-not-negative")),
        }
        vec![listed_clauses(lang, parts)]
    }

    /// `为 41.67%`, with digits that tell it from `edge`.
    fn is(&self, lang: Lang, edge: Decimal) -> String {
        let rate = percent_where(self.quotient, |shown| (shown < edge) == (self.quotient < edge));
        Message::new("why-rate-is").with("rate", rate).text(lang)
    }

    /// The rate, what it leaves of 1, and what counts of that; with the digits of the product, `least`.
    fn complement(&self, lang: Lang, least: u32) -> Vec<String> {
        let measured = Decimal::ONE.saturating_sub(self.quotient);
        let rate = match self.source {
            Source::Rate { .. } => {
                Message::new("why-rate-typed").with("rate", percent_plain(measured)).text(lang)
            }
            source => source.with_number(lang, percent_to(measured, least), true),
        };
        let left = self.quotient.max(Decimal::ZERO);
        let negative = self.quotient < Decimal::ZERO;
        let mut parts = vec![rate];
        if negative {
            parts.push(at_most(lang, Decimal::ONE));
        }
        let digits = enough(least, |decimals| {
            let shown = share_as_printed(left, decimals);
            match self.limit {
                RateLimit::CutOff(edge) => shown < edge,
                RateLimit::AtMost(edge) => shown > edge,
                RateLimit::None | RateLimit::Negative => true,
            }
        });
        let left = percent_to(left, digits);
        let complement = Message::new("why-rate-complement").with("share", &left).text(lang);
        let limited = match self.limit {
            RateLimit::CutOff(cut_off) => Some(listed_clauses(lang, [left, below(lang, cut_off)])),
            RateLimit::AtMost(most) => Some(listed_clauses(lang, [left, at_most(lang, most)])),
            RateLimit::None | RateLimit::Negative => None,
        };
        [Some(listed_clauses(lang, parts)), Some(complement), limited].into_iter().flatten().collect()
    }
}

fn below(lang: Lang, cut_off: Decimal) -> String {
    Message::new("why-rate-below").with("cut-off", percent_plain(cut_off)).text(lang)
}

fn at_most(lang: Lang, most: Decimal) -> String {
    Message::new("why-rate-at-most").with("most", percent_plain(most)).text(lang)
}
