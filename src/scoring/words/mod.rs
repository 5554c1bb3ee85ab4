//! A derivation as one would write it under 扣分原因.

mod source;

use crate::number::{fixed, percent, plain};
use crate::scoring::card::{Chosen, Comparison, Derivation, Source, StepTerm, Term, Waiting};
use crate::template::{Band, Counting, Direction, Edge, Side};
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

impl Derivation {
    /// The derivation as one would write it under 扣分原因, ending with the score:
    /// `7 − 2.00（支出依据不合规）= 5.00`. `decimals` are those of the score.
    pub fn text(&self, score: Option<Decimal>, decimals: u32) -> String {
        let result = score.map(|score| fixed(score, decimals)).unwrap_or_default();
        match self {
            Self::None(waiting) => Message::new(waiting.key()).text(Lang::Chinese),
            Self::NoInformation => Message::new("state-no-information").text(Lang::Chinese),
            Self::NotApplicable => Message::new("state-not-applicable").text(Lang::Chinese),
            Self::Gates { unmet } => format!("关键要素未满足（{}），不得分 = {result}", joined(unmet)),
            Self::Parts { met, unmet } => parts(met, unmet, &result),
            Self::AllParts { unmet } if unmet.is_empty() => format!("全部符合 = {result}"),
            Self::AllParts { unmet } => format!("不符合 {}，不得分 = {result}", joined(unmet)),
            Self::Tier { option } => format!("{option} = {result}"),
            Self::Band { option, from, to, to_included } => {
                let close = if *to_included { ']' } else { ')' };
                let (from, to) = (fixed(*from, decimals), fixed(*to, decimals));
                format!("{option}，得分区间 [{from}, {to}{close}，评定 {result}")
            }
            Self::Rate { points, source, direction, quotient, share, cut_off } => {
                let words = source.words(Some(*direction));
                rate(words, *points, *direction, source, [*quotient, *share], *cut_off, &result)
            }
            Self::InBand { source, value, band, worth } => {
                let source = with_value(source, *value, true);
                match &**worth {
                    Self::Band { .. } => format!("{source}，属 {}", worth.text(score, decimals)),
                    _ => format!("{source}，属“{band}”一档 = {result}"),
                }
            }
            Self::Steps { source, value, share, start, terms } => {
                steps(&with_value(source, *value, *share), *share, *start, terms, decimals, &result)
            }
            Self::Curve { source, value, share, cut } => {
                let source = with_value(source, *value, *share);
                let how = if *cut { "低于起算值，不得分" } else { "按分段直线计算" };
                format!("{source}，{how} = {result}")
            }
            Self::PerUnit { source, counted, points } => {
                format!("{}，计 {} × {} 分 = {result}", source.words(None), plain(*counted), plain(*points))
            }
            Self::Value { source, value } => format!("{} = {result}", with_value(source, *value, false)),
            Self::Target(comparison) => target(comparison, &result),
            Self::Alternatives { chosen, left } => alternatives(chosen, left, decimals, &result),
            Self::ZeroDenominator => format!("分母为 0，按模板规定 = {result}"),
            Self::Free => format!("酌定 {result}"),
            Self::Full => result,
            Self::Less { from, base, taken, floor } => less(from, *base, taken, *floor, decimals, &result),
            Self::Overridden { rule, computed, reason } => {
                let computed_text = computed_text(rule, *computed, decimals);
                format!("规则计算：{computed_text}；人工改为 {result}，理由：{reason}")
            }
            Self::Vetoed { rule, computed, label } => {
                let computed_text = computed_text(rule, *computed, decimals);
                format!("{label}，计 {result}；原为 {computed_text}")
            }
        }
    }
}

fn computed_text(rule: &Derivation, computed: Option<Decimal>, decimals: u32) -> String {
    match computed {
        Some(_) => rule.text(computed, decimals),
        None => Message::new("state-unscored").text(Lang::Chinese),
    }
}

fn joined(labels: &[crate::template::Label]) -> String {
    labels.iter().map(|label| &**label).collect::<Vec<_>>().join("、")
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

fn rate(
    words: String,
    points: Decimal,
    direction: Direction,
    source: &Source,
    [quotient, share]: [Decimal; 2],
    cut_off: Option<Decimal>,
    result: &str,
) -> String {
    let is_pair = matches!(source, Source::Ratio { .. } | Source::Funds { .. });
    let complement =
        (direction == Direction::Complement && !is_pair).then(|| format!("1 − 率 = {}", percent(quotient)));
    let counted = match cut_off.filter(|cut_off| quotient < *cut_off) {
        Some(cut_off) => Some(format!("{} 低于 {}，不得分", percent(quotient), percent(cut_off))),
        None if quotient != share => Some(format!("{} 按 {} 计", percent(quotient), percent(share))),
        None => None,
    };
    let product = format!("{} × {} = {result}", plain(points), percent(share));
    let words = Some(words).filter(|words| !words.is_empty());
    [words, complement, counted, Some(product)].into_iter().flatten().collect::<Vec<_>>().join("；")
}

/// The source and the number it yields; `share`: in per cent.
pub(in crate::scoring) fn with_value(source: &Source, value: Decimal, share: bool) -> String {
    let number = match source {
        // The number was typed: it stands there already.
        Source::Number { .. } | Source::Ledger { .. } => return source.words(None),
        Source::Rate(percent) => return format!("{}%", plain(*percent)),
        Source::Panel { .. } | Source::SubSheets { .. } => plain(value),
        Source::Peers { yields, .. } if *yields == crate::template::PeerYield::Rank => {
            return source.words(None);
        }
        Source::Risks { yields, .. } if *yields == crate::template::RiskYield::Points => plain(value),
        _ if share => percent(value),
        _ => plain(value),
    };
    format!("{}，为 {number}", source.words(None))
}

fn steps(
    source: &str,
    share: bool,
    start: Decimal,
    terms: &[StepTerm],
    decimals: u32,
    result: &str,
) -> String {
    if terms.is_empty() {
        return format!("{source}，未偏离标准 = {result}");
    }
    let number = |value: Decimal| if share { percent_plain(value) } else { plain(value) };
    let mut text = format!("{source}；{}", plain(start));
    let mut left = start;
    for StepTerm { step, units, change } in terms {
        let (beyond, each) = match step.side {
            Side::Below => ("低于", "每低"),
            Side::Above => ("高于", "每高"),
            Side::Both => ("偏离", "每偏离"),
        };
        let (sign, does) = if step.gives { ('+', "加") } else { ('−', "扣") };
        let counting = match step.counting {
            Counting::Whole => "，不满不计",
            Counting::Begun => "，不足按一个计",
            Counting::Proportional => "，按比例",
        };
        let most = step.most.map(|most| format!("，最多{does} {} 分", plain(most))).unwrap_or_default();
        text += &format!(
            " {sign} {}（{beyond} {}，{each} {} {does} {} 分{counting}，计 {} 个{most}）",
            fixed(*change, decimals),
            number(step.at),
            number(step.unit),
            plain(step.points),
            plain(*units),
        );
        left = if step.gives { left.saturating_add(*change) } else { left.saturating_sub(*change) };
    }
    let floor = if left < Decimal::ZERO { "，扣完为止" } else { "" };
    format!("{text}{floor} = {result}")
}

/// A share in per cent with as few digits as say the same.
fn percent_plain(share: Decimal) -> String {
    share
        .checked_mul(Decimal::ONE_HUNDRED)
        .map_or_else(|| plain(share), |percent| format!("{}%", plain(percent)))
}

fn target(comparison: &Comparison, result: &str) -> String {
    let verdict = match comparison.met {
        Some(true) => "达成",
        Some(false) => "未达成",
        None => "未判定",
    };
    let tail = if result.is_empty() { String::new() } else { format!(" = {result}") };
    format!("预期 {}，实际 {}：{verdict}{tail}", comparison.target, comparison.actual)
}

fn alternatives(chosen: &[Chosen], left: &[crate::template::Label], decimals: u32, result: &str) -> String {
    let terms: Vec<String> = chosen
        .iter()
        .map(|one| format!("{}：{}", one.label, one.derivation.text(Some(one.points), decimals)))
        .collect();
    let sum = match chosen.len() {
        1 => terms.join(""),
        _ => format!("{}；合计 {result}", terms.join("；")),
    };
    if left.is_empty() { sum } else { format!("{sum}（未选：{}）", joined(left)) }
}

fn less(
    from: &Derivation,
    base: Decimal,
    taken: &[Term],
    floor: Option<Decimal>,
    decimals: u32,
    result: &str,
) -> String {
    if taken.is_empty() {
        return match from {
            Derivation::Full => format!("{} − 0（无扣分情形）= {result}", plain(base)),
            other => other.text(Some(base), decimals),
        };
    }
    let mut text = match from {
        Derivation::Full => plain(base),
        other => format!("{}；{}", other.text(Some(base), decimals), fixed(base, decimals)),
    };
    for term in taken {
        text += &format!(" − {}（{}）", fixed(term.points, decimals), term.label);
    }
    match floor {
        Some(floor) => format!("{text}，扣至 {} 为止 = {result}", plain(floor)),
        None => format!("{text}= {result}"),
    }
}

/// A band as tables write it: `≥95%`, `[90%, 95%)`. `share`: in per cent.
pub fn band_text(band: &Band, share: bool) -> String {
    let number = |value: Decimal| if share { percent_plain(value) } else { plain(value) };
    let lower = |edge: Edge| match edge {
        Edge::Including(value) => (format!("≥{}", number(value)), format!("[{}", number(value))),
        Edge::Excluding(value) => (format!(">{}", number(value)), format!("({}", number(value))),
    };
    let upper = |edge: Edge| match edge {
        Edge::Including(value) => (format!("≤{}", number(value)), format!("{}]", number(value))),
        Edge::Excluding(value) => (format!("<{}", number(value)), format!("{})", number(value))),
    };
    match (band.from, band.to) {
        (None, None) => "全部".to_owned(),
        (Some(from), None) => lower(from).0,
        (None, Some(to)) => upper(to).0,
        (Some(from), Some(to)) => format!("{}, {}", lower(from).1, upper(to).1),
    }
}

impl Waiting {
    /// Key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inputs => "state-unscored",
            Self::Gate => "waiting-gate",
            Self::PointsInBand => "waiting-points-in-band",
            Self::PointsOutsideBand => "waiting-points-outside-band",
            Self::PointsOfDeduction => "waiting-points-of-deduction",
            Self::Funds => "waiting-funds",
            Self::ZeroTarget => "waiting-zero-target",
            Self::NoAnswers => "waiting-no-answers",
            Self::NothingApplies => "waiting-nothing-applies",
            Self::ChosenDoNotAddUp => "waiting-chosen-do-not-add-up",
            Self::NotAMeasurement => "waiting-not-a-measurement",
            Self::Met => "waiting-met",
            Self::LedgerRow => "waiting-ledger-row",
            Self::NoBand => "waiting-no-band",
            Self::OutOfRange => "waiting-out-of-range",
            Self::TooLarge => "waiting-too-large",
        }
    }
}

/// A band as one would say it: `不低于 90%、低于 95%`.
pub(in crate::scoring) fn band_words(band: &Band, share: bool) -> String {
    let number = |value: Decimal| if share { percent_plain(value) } else { plain(value) };
    let from = band.from.map(|edge| match edge {
        Edge::Including(value) => format!("不低于 {}", number(value)),
        Edge::Excluding(value) => format!("高于 {}", number(value)),
    });
    let to = band.to.map(|edge| match edge {
        Edge::Including(value) => format!("不高于 {}", number(value)),
        Edge::Excluding(value) => format!("低于 {}", number(value)),
    });
    let words: Vec<String> = from.into_iter().chain(to).collect();
    if words.is_empty() { "全部".to_owned() } else { words.join("、") }
}
