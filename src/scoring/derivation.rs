//! Why a score is what it is: data first, words from it.

use super::card::Waiting;
use crate::number::{fixed, percent, plain};
use crate::template::{Direction, Label};
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

/// A labelled number of points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    pub label: Label,
    pub points: Decimal,
}

/// How a score came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Derivation {
    /// There is none, because of what is missing.
    None(Waiting),
    NoInformation,
    NotApplicable,
    /// Points of the parts that are met.
    Parts {
        met: Vec<Term>,
        unmet: Vec<Term>,
    },
    /// The option that holds, at its fixed points.
    Tier {
        option: Label,
    },
    /// The option that holds, and the range within which the points were chosen.
    Band {
        option: Label,
        from: Decimal,
        to: Decimal,
        to_included: bool,
    },
    /// Points times a rate: `quotient` is what was measured, `share` what counts of it (capped at 1, nothing
    /// below `cut_off`).
    Rate {
        points: Decimal,
        rate: Rate,
        quotient: Decimal,
        share: Decimal,
        cut_off: Option<Decimal>,
    },
    /// Chosen freely.
    Free,
    /// The full marks, before deductions.
    Full,
    /// Taken away from what comes first, down to the floor.
    Less {
        from: Box<Derivation>,
        base: Decimal,
        taken: Vec<Term>,
        floor: Option<Decimal>,
    },
    /// Set by hand, over what the rule yields.
    Overridden {
        rule: Box<Derivation>,
        computed: Option<Decimal>,
        reason: std::sync::Arc<str>,
    },
}

/// The measured rate as it was entered or taken over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rate {
    /// Typed as a rate, a share.
    Direct(Decimal),
    /// Worked out from 目标值 (A) and 实际值 (B).
    Ratio { target: Decimal, actual: Decimal, direction: Direction },
    /// From the funds form: numerator and denominator in the form's unit.
    Funds { numerator: Decimal, denominator: Decimal },
    /// Divided by zero; the template says what that is worth.
    ZeroDenominator,
}

impl Derivation {
    /// The derivation as one would write it under 扣分原因, ending with the score:
    /// `7 − 2.00（支出依据不合规）= 5.00`. `decimals` are those of the score.
    pub fn text(&self, score: Option<Decimal>, decimals: u32) -> String {
        self.words(score, decimals, Lang::Chinese)
    }

    fn words(&self, score: Option<Decimal>, decimals: u32, lang: Lang) -> String {
        let result = score.map(|score| fixed(score, decimals)).unwrap_or_default();
        match self {
            Self::None(waiting) => Message::new(waiting.key()).text(lang),
            Self::NoInformation => Message::new("state-no-information").text(lang),
            Self::NotApplicable => Message::new("state-not-applicable").text(lang),
            Self::Parts { met, unmet } => parts(met, unmet, &result),
            Self::Tier { option } => format!("{option} = {result}"),
            Self::Band { option, from, to, to_included } => {
                let close = if *to_included { ']' } else { ')' };
                let (from, to) = (fixed(*from, decimals), fixed(*to, decimals));
                format!("{option}，得分区间 [{from}, {to}{close}，评定 {result}")
            }
            Self::Rate { points, rate, quotient, share, cut_off } => {
                let counted = match cut_off.filter(|cut_off| quotient < cut_off) {
                    Some(cut_off) => {
                        Some(format!("{} 低于 {}，不得分", percent(*quotient), percent(cut_off)))
                    }
                    None if quotient != share => {
                        Some(format!("{} 按 {} 计", percent(*quotient), percent(*share)))
                    }
                    None => None,
                };
                let product = format!("{} × {} = {result}", plain(*points), percent(*share));
                [rate.words(), counted, Some(product)].into_iter().flatten().collect::<Vec<_>>().join("；")
            }
            Self::Free => format!("酌定 {result}"),
            Self::Full => result,
            Self::Less { from, base, taken, floor } => less(from, *base, taken, *floor, decimals, &result),
            Self::Overridden { rule, computed, reason } => {
                let computed_text = match computed {
                    Some(_) => rule.words(*computed, decimals, lang),
                    None => Message::new("state-unscored").text(lang),
                };
                format!("规则计算：{computed_text}；人工改为 {result}，理由：{reason}")
            }
        }
    }
}

fn parts(met: &[Term], unmet: &[Term], result: &str) -> String {
    let list = |terms: &[Term], joint: &str| {
        terms
            .iter()
            .map(|term| format!("{}（{}）", plain(term.points), term.label))
            .collect::<Vec<_>>()
            .join(joint)
    };
    let sum =
        if met.is_empty() { format!("0 = {result}") } else { format!("{} = {result}", list(met, " + ")) };
    if unmet.is_empty() { sum } else { format!("{sum}；未得 {}", list(unmet, "、")) }
}

fn less(
    from: &Derivation,
    base: Decimal,
    taken: &[Term],
    floor: Option<Decimal>,
    decimals: u32,
    result: &str,
) -> String {
    let mut text = match from {
        Derivation::Full => plain(base),
        other => format!("{}；{}", other.text(Some(base), decimals), fixed(base, decimals)),
    };
    for term in taken {
        text += &format!(" − {}（{}）", fixed(term.points, decimals), term.label);
    }
    if taken.is_empty() {
        return match from {
            Derivation::Full => format!("{} − 0（无扣分情形）= {result}", plain(base)),
            other => other.text(Some(base), decimals),
        };
    }
    match floor {
        Some(floor) => format!("{text}，扣至 {} 为止 = {result}", plain(floor)),
        None => format!("{text}= {result}"),
    }
}

impl Rate {
    fn words(&self) -> Option<String> {
        match self {
            Self::Direct(_) => None,
            Self::Ratio { target, actual, direction } => {
                let (a, b) = (plain(*target), plain(*actual));
                Some(match direction {
                    Direction::Complement => format!("1 − 实际 {b} ÷ 目标 {a}"),
                    Direction::Positive | Direction::Equal => format!("实际 {b} ÷ 目标 {a}"),
                    Direction::ReverseRatio => format!("目标 {a} ÷ 实际 {b}"),
                    Direction::ReverseLinear => format!("1 −（实际 {b} − 目标 {a}）÷ 目标 {a}"),
                })
            }
            Self::Funds { numerator, denominator } => {
                Some(format!("{} ÷ {}", plain(*numerator), plain(*denominator)))
            }
            Self::ZeroDenominator => Some("分母为 0".to_owned()),
        }
    }
}

impl Waiting {
    /// Key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inputs => "state-unscored",
            Self::PointsInBand => "waiting-points-in-band",
            Self::PointsOutsideBand => "waiting-points-outside-band",
            Self::PointsOfDeduction => "waiting-points-of-deduction",
            Self::LedgerRow => "waiting-ledger-row",
            Self::Funds => "waiting-funds",
            Self::ZeroTarget => "waiting-zero-target",
            Self::OutOfRange => "waiting-out-of-range",
            Self::TooLarge => "waiting-too-large",
        }
    }
}
