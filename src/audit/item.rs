//! One indicator: what was filled in, and what its rule makes of that.

use super::actual;
use super::taking::Taking;
use crate::evaluation::{Edit, InputKey, ItemEntry, Value, input};
use crate::import::{Filled, FilledRow};
use crate::number::plain;
use crate::scoring::{Around, Scorecard, comes_to, nothing_deducted, ways_to};
use crate::template::{Award, Id, Indicator, Label, Parts};
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

/// An indicator of a filled-in table beside what its rule gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Audited {
    /// The indicator.
    pub item: Id,
    /// 指标名称
    pub name: Label,
    /// As the sheet shows it, from 1.
    pub row: usize,
    /// 分值, in points.
    pub points: Decimal,
    /// 原表得分, in points; `None` where none stands there.
    pub stated: Option<Decimal>,
    /// What the rule gives by what the table says; `None` where that does not suffice.
    pub by_rule: Option<Decimal>,
    /// How the two stand.
    pub verdict: Verdict,
    /// 得分 or 扣分 as it is written there.
    pub typed: String,
    /// 扣分原因 of the table.
    pub reason: String,
}

/// How the score of a table stands to what its rule gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The rule gives the same.
    Agrees,
    /// The rule gives another score by what the table says was reached.
    Differs,
    /// The table does not say what the rule needs to come to the score, or several ways lead to it.
    Undecided,
    /// The table has no score.
    NoScore,
    /// It is no score of this indicator: above its 分值, below what it can lose, or no number.
    Impossible,
}

impl Verdict {
    /// Somebody has to look at it and may let the score of the table stand.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Differs | Self::Undecided)
    }
}

impl Audited {
    /// A remark with the score of the table behind it.
    pub(super) fn with_typed(&self, remark: &str) -> String {
        let mut remark = remark.to_owned();
        append(&mut remark, &Message::new("audit-score").with("score", &self.typed).text(Lang::Chinese));
        remark
    }

    /// Why a score counts that the rule cannot come to by what the table says: its own reason, else where it comes from.
    pub(super) fn provenance(&self) -> String {
        match self.reason.trim() {
            "" => Message::new("audit-provenance").with("row", self.row).text(Lang::Chinese),
            reason => reason.to_owned(),
        }
    }
}

/// Takes what was filled in for an indicator; nothing for a group.
pub(super) fn take(taking: &mut Taking<'_>, filled: &Filled, card: &Scorecard) -> Option<Audited> {
    let template = taking.template;
    let indicator = template.indicator(&filled.node)?;
    let row = filled.rows.first()?.number;
    let actual = joined(filled, |row| &row.actual);
    let stated = stated(taking, indicator, filled);
    let limits = indicator.override_limits(template.rounding.step);
    let possible = stated.filter(|stated| limits.check(*stated).is_ok());
    let trial = Trial { taking, indicator, card };
    let found = trial.found(filled, &actual, possible);
    let verdict = verdict(filled, (stated, possible), &found);
    let typed = [joined(filled, |row| &row.score), joined(filled, |row| &row.deduction)];
    let typed = typed.into_iter().find(|typed| !typed.is_empty()).unwrap_or_default();
    let (item, name) = (indicator.id.clone(), indicator.name.clone());
    let by_rule = found.by_rule.filter(|_| !found.is_partial);
    let unplaced = Some(actual.as_str()).filter(|actual| !found.is_actual_used && !actual.is_empty());
    let refused = (verdict == Verdict::Impossible).then_some(typed.as_str());
    if !found.inputs.is_empty() {
        taking.take(row, &name, Edit::SetInputs { item: item.clone(), inputs: found.inputs });
    }
    let reason = joined(filled, |row| &row.reason);
    let actual = unplaced.map(|actual| Message::new("audit-actual").with("actual", actual));
    let refused = refused.map(|score| Message::new("audit-score").with("score", score));
    words(taking, (indicator, filled), &reason, [actual, refused]);
    let points = indicator.points;
    Some(Audited { item, name, row, points, stated, by_rule, verdict, typed, reason })
}

/// What stands in this column in all rows of the indicator.
fn joined(filled: &Filled, of: fn(&FilledRow) -> &String) -> String {
    let mut texts: Vec<&str> = filled.rows.iter().map(|row| of(row).trim()).collect();
    texts.retain(|text| !text.is_empty());
    texts.dedup();
    texts.join("\n")
}

/// How the score that the table states, if it is possible at all, stands to what was found.
fn verdict(
    filled: &Filled,
    (stated, possible): (Option<Decimal>, Option<Decimal>),
    found: &Found,
) -> Verdict {
    let is_unread = stated.is_none() && filled.rows.iter().any(|row| !row.score.is_empty());
    match (stated, possible, found.by_rule) {
        (None, ..) if is_unread => Verdict::Impossible,
        (None, ..) => Verdict::NoScore,
        (Some(_), None, _) => Verdict::Impossible,
        (_, Some(stated), Some(by_rule)) if stated == by_rule => Verdict::Agrees,
        (_, Some(_), Some(_)) if !found.is_partial => Verdict::Differs,
        _ => Verdict::Undecided,
    }
}

/// 扣分原因, 佐证说明, 备注; `unplaced` is what found no other place.
fn words(
    taking: &mut Taking<'_>,
    (indicator, filled): (&Indicator, &Filled),
    reason: &str,
    unplaced: [Option<Message>; 2],
) {
    let mut remark = joined(filled, |row| &row.remark);
    for message in unplaced.into_iter().flatten() {
        append(&mut remark, &message.text(Lang::Chinese));
    }
    let item = || indicator.id.clone();
    let edits = [
        Edit::SetReason { item: item(), text: reason.to_owned() },
        Edit::SetEvidenceNote { item: item(), text: joined(filled, |row| &row.evidence) },
        Edit::SetRemark { item: item(), text: remark },
    ];
    let row = filled.rows.first().map(|row| row.number).unwrap_or_default();
    for edit in edits {
        let is_said = match &edit {
            Edit::SetReason { text, .. }
            | Edit::SetEvidenceNote { text, .. }
            | Edit::SetRemark { text, .. } => !text.is_empty(),
            _ => false,
        };
        if is_said {
            taking.take(row, &indicator.name, edit);
        }
    }
}

/// 得分 of its rows together, else 分值 less 扣分.
fn stated(taking: &mut Taking<'_>, indicator: &Indicator, filled: &Filled) -> Option<Decimal> {
    let sum = |of: fn(&FilledRow) -> &String| {
        let numbers = filled.rows.iter().filter_map(|row| points(of(row)));
        numbers.reduce(Decimal::saturating_add)
    };
    let score = sum(|row| &row.score);
    let deducted = sum(|row| &row.deduction).map(|deducted| deducted.abs());
    let rest = deducted.map(|deducted| indicator.points.saturating_sub(deducted));
    if let (Some(score), Some(rest), Some(deducted)) = (score, rest, deducted)
        && score != rest
    {
        let row = filled.rows.first().map(|row| row.number).unwrap_or_default();
        let message = Message::new("audit-deduction").with("row", row).with("name", &indicator.name);
        let message = message.with("points", plain(indicator.points)).with("score", plain(score));
        taking.findings.push(message.with("deducted", plain(deducted)));
    }
    score.or(rest)
}

/// `8`, `8分`, `扣2分`, `-2`.
pub(super) fn points(text: &str) -> Option<Decimal> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = text.trim_start_matches(['扣', '得']).trim_end_matches('分');
    crate::number::parse(bare).ok()
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

type Inputs = Vec<(InputKey, Option<Value>)>;

/// What was found for an indicator.
#[derive(Default)]
struct Found {
    inputs: Inputs,
    by_rule: Option<Decimal>,
    /// 实际完成值 is among the inputs.
    is_actual_used: bool,
    /// The rule gives `by_rule` only if nothing is deducted, which nobody said.
    is_partial: bool,
}

/// Tries what the rule makes of inputs.
struct Trial<'a> {
    taking: &'a Taking<'a>,
    indicator: &'a Indicator,
    /// By the form's funds.
    card: &'a Scorecard,
}

impl Trial<'_> {
    /// By what was reached; else by the only way that leads to the score.
    fn found(&self, filled: &Filled, actual: &str, stated: Option<Decimal>) -> Found {
        if let Some(inputs) = self.parts(filled) {
            let by_rule = self.comes_to(&inputs);
            return Found { inputs, by_rule, ..Found::default() };
        }
        let by_actual = self.by_actual(&filled.target, actual, stated);
        if let Some(found) = by_actual.or_else(|| self.by_itself()) {
            return found;
        }
        let Some(stated) = stated else { return Found::default() };
        let ways = ways_to(self.around(), self.indicator, None, stated);
        match ways.as_slice() {
            [way] => Found { inputs: way.inputs.clone(), by_rule: Some(stated), ..Found::default() },
            _ => Found::default(),
        }
    }

    fn by_actual(&self, target: &str, actual: &str, stated: Option<Decimal>) -> Option<Found> {
        if actual.is_empty() {
            return None;
        }
        let inputs = actual::given(&self.indicator.rule.award, target, actual)?;
        if !self.fits(&inputs) {
            return None;
        }
        let found = |inputs, by_rule| Found { inputs, by_rule, is_actual_used: true, is_partial: false };
        let with = |more: Inputs| inputs.iter().cloned().chain(more).collect::<Inputs>();
        if let Some(by_rule) = self.comes_to(&inputs) {
            return Some(found(inputs, Some(by_rule)));
        }
        let said = |key: &str, value| vec![(InputKey::from(key), Some(value))];
        let full = stated.filter(|stated| [Decimal::ZERO, self.indicator.points].contains(stated));
        let met = full.map(|stated| said(input::MET, Value::Flag(!stated.is_zero())));
        let within = stated.map(|stated| said(input::POINTS, Value::Number(stated)));
        for inputs in [met, within].into_iter().flatten().map(with) {
            if self.fits(&inputs) && self.comes_to(&inputs).is_some_and(|by_rule| Some(by_rule) == stated) {
                return Some(found(inputs, stated));
            }
        }
        let undisturbed = with(nothing_deducted(self.indicator));
        match self.comes_to(&undisturbed) {
            Some(by_rule) if Some(by_rule) == stated => Some(found(undisturbed, stated)),
            Some(by_rule) => {
                // Less than that may be a deduction that the table does not name; more is none.
                let is_partial = stated.is_none_or(|stated| stated < by_rule);
                Some(Found { is_partial, ..found(inputs, Some(by_rule)) })
            }
            None => Some(found(inputs, None)),
        }
    }

    /// Rules that ask for nothing: from the funds form.
    fn by_itself(&self) -> Option<Found> {
        let by_rule = self.comes_to(&Inputs::new())?;
        Some(Found { by_rule: Some(by_rule), is_actual_used: true, ..Found::default() })
    }

    /// Parts in rows of their own, each with its score: met where it is full.
    fn parts(&self, filled: &Filled) -> Option<Inputs> {
        let Award::Parts(Parts { parts, partial: false, .. }) = &self.indicator.rule.award else {
            return None;
        };
        let score = |place: usize| {
            let row = filled.rows.iter().find(|row| row.part == Some(place))?;
            points(&row.score)
        };
        let flags = parts.iter().enumerate().map(|(place, part)| match score(place)? {
            score if score == part.points => Some((part.id.clone(), Some(Value::Flag(true)))),
            score if score.is_zero() => Some((part.id.clone(), Some(Value::Flag(false)))),
            _ => None,
        });
        flags.collect()
    }

    fn around(&self) -> Around<'_> {
        Around::of(self.taking.template, &self.taking.evaluation, self.card)
    }

    fn fits(&self, inputs: &Inputs) -> bool {
        let edit = Edit::SetInputs { item: self.indicator.id.clone(), inputs: inputs.clone() };
        self.taking.evaluation.apply(self.taking.template, &edit).is_ok()
    }

    fn comes_to(&self, inputs: &Inputs) -> Option<Decimal> {
        let given = inputs.iter().filter_map(|(key, value)| Some((key.clone(), value.clone()?)));
        let entry = ItemEntry { inputs: given.collect(), ..ItemEntry::default() };
        comes_to(self.around(), self.indicator, &entry)
    }
}
