//! An indicator and the rule that its words were read as.

use super::Maker;
use crate::import::recognise::{Proposal, Source, by_form, recognise};
use crate::import::result::{Reading, by_hand};
use crate::import::rows::{Draft, Words};
use crate::import::words::{folded, pattern, squeezed};
use crate::template::{Id, Indicator, Node, Severity, Template, check};
use crate::text::Message;
use rust_decimal::Decimal;

impl Maker<'_> {
    pub(super) fn indicator(&mut self, id: Id, draft: &Draft, words: &Words) -> Indicator {
        let points = draft.points.unwrap_or_default();
        let mut indicator = Indicator {
            id: id.clone(),
            name: draft.name.clone(),
            points,
            weight: None,
            criterion: criterion(words).into(),
            standard: words.standard.as_str().into(),
            unit: words.unit.as_str().into(),
            rule: by_hand(self.step),
            evidence_expected: true,
            always_applies: words.is_execution,
        };
        let read = self.proposals(&indicator, draft, words);
        let (proposals, why_not) = match read {
            Ok(proposals) => sound(&indicator, proposals),
            Err(why) => (Vec::new(), Some(why)),
        };
        if let Some(first) = proposals.first() {
            indicator.rule = first.rule.clone();
        }
        let text = match words.standard.is_empty() {
            true => indicator.criterion.clone(),
            false => indicator.standard.clone(),
        };
        let chosen = (!proposals.is_empty()).then_some(0);
        let (name, row) = (draft.name.clone(), draft.row);
        self.readings.push(Reading { item: id, row, name, points, text, proposals, why_not, chosen });
        indicator
    }

    fn proposals(
        &self,
        indicator: &Indicator,
        draft: &Draft,
        words: &Words,
    ) -> Result<Vec<Proposal>, Message> {
        if words.is_execution {
            return Ok(vec![by_form::execution()]);
        }
        if let Some(worth) = words.entry {
            return Ok(vec![by_form::entries(&indicator.name, worth, most_of(&words.remark))]);
        }
        if words.pieces.len() > 1 {
            return Ok(vec![by_form::of_rows(&words.pieces, words.are_tiers)]);
        }
        if draft.points.is_none() && !words.target.is_empty() {
            return Ok(vec![Proposal::comparison(&words.target)]);
        }
        let source = Source::of(indicator, &words.target).of_class(self.class.as_deref());
        match recognise(&source) {
            Err(_)
                if words.standard.is_empty() && self.table.is_self_evaluation && !words.target.is_empty() =>
            {
                Ok(by_form::by_target(&words.target))
            }
            read => read,
        }
    }
}

pattern!(MOST, r"(?:最多|最高|至多|不超过|上限)(?:累计)?(?:加|扣|得|计)?([0-9]+(?:\.[0-9]+)?)分");

/// 每年最多加3分: the most that all of a kind come to.
fn most_of(remark: &str) -> Option<Decimal> {
    crate::import::words::number(MOST.captures(&squeezed(&folded(remark)))?.get(1)?.as_str())
}

/// 具体指标, and the target that the indicator is measured by.
fn criterion(words: &Words) -> String {
    let target = || format!("指标值：{}", words.target);
    match (words.criterion.is_empty(), words.target.is_empty()) {
        (_, true) => words.criterion.clone(),
        (true, false) => target(),
        (false, false) => format!("{}\n{}", words.criterion, target()),
    }
}

/// Only rules that the check of templates accepts; where none is, what it says against the first.
fn sound(indicator: &Indicator, proposals: Vec<Proposal>) -> (Vec<Proposal>, Option<Message>) {
    let mut why_not = None;
    let mut sound = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        let indicator = Indicator { rule: proposal.rule.clone(), ..indicator.clone() };
        let mut alone = Template::blank("");
        (alone.points, alone.nodes) = (indicator.points, vec![Node::Indicator(indicator)]);
        let error = check(&alone.outlined()).into_iter().find(|problem| problem.severity == Severity::Error);
        match error {
            Some(problem) => why_not = why_not.or(Some(problem.message)),
            None => sound.push(proposal),
        }
    }
    let why_not = why_not.filter(|_| sound.is_empty());
    (sound, why_not)
}
