//! What an edit changed, anew; the rest as it was. [`super::whole`] is the definition.

use super::attachments::{attachments, count_evidence};
use super::groups::Before;
use super::sheet::rolled_up;
use super::strikes::{strike_items, zeroed};
use crate::evaluation::Evaluation;
use crate::scoring::card::{ItemScore, Scorecard};
use crate::scoring::funds::summarise;
use crate::scoring::item;
use crate::template::{Alternatives, Award, Id, Indicator, Measure, Template};
use std::cmp::Ordering;
use std::sync::Arc;

/// Makes of `card`, which is that of `before`, the one of `after`: only what differs is scored anew.
pub(in crate::scoring) fn rescore(
    card: &mut Scorecard,
    template: &Template,
    before: &Evaluation,
    after: &Evaluation,
) {
    let mut items = std::mem::take(&mut card.items);
    let mut funds = std::mem::take(&mut card.funds);
    let mut attachments = std::mem::take(&mut card.attachments);
    let mut anew: Vec<usize> =
        changed(before, after).into_iter().filter_map(|id| template.outline().position(id)).collect();
    if !Arc::ptr_eq(&before.funds, &after.funds) {
        funds = summarise(&after.funds);
        let all = template.indicators().enumerate();
        anew.extend(all.filter(|(_, indicator)| by_funds(indicator)).map(|(position, _)| position));
    }
    for &position in &anew {
        let Some(indicator) = template.indicator_at(position) else { continue };
        let item = item::score(template, indicator, after.item(&indicator.id), &funds);
        items[position] = ItemScore { evidence: items[position].evidence, ..item };
    }
    let zeroed = zeroed(template, &items);
    let concerned = |position: &usize| {
        let group = template.outline().leaf(*position).and_then(|leaf| leaf.group);
        let mut around = template.outline().ancestry(group);
        around.any(|group| zeroed.iter().any(|(zeroed, _)| *zeroed == group))
    };
    if zeroed != card.zeroed || anew.iter().any(concerned) {
        strike_items(template, &mut items, &zeroed);
    }
    if before.evidence != after.evidence {
        attachments = self::attachments(template, after);
        items.iter_mut().for_each(|item| item.evidence = 0);
        count_evidence(template, &attachments, &mut items);
    }
    // An effect may reach any group.
    let reaching = |position: &usize| template.outline().with_effects().contains(position);
    let local = zeroed == card.zeroed && !anew.iter().any(reaching);
    let groups = std::mem::take(&mut card.groups);
    let before = local.then(|| Before::of(template, groups, &anew));
    *card = rolled_up(template, items, zeroed, funds, attachments, before);
}

/// Its score depends on the funds form.
fn by_funds(indicator: &Indicator) -> bool {
    fn uses(award: &Award) -> bool {
        match award {
            Award::Alternatives(Alternatives { options, .. }) => {
                options.iter().any(|option| uses(&option.award))
            }
            other => matches!(other.measure(), Some(Measure::Funds(_))),
        }
    }
    uses(&indicator.rule.award)
}

/// Indicators whose entries differ. Entries that are shared are the same, so hardly any is looked into.
fn changed<'e>(before: &'e Evaluation, after: &'e Evaluation) -> Vec<&'e Id> {
    let mut changed = Vec::new();
    let (mut old, mut new) = (before.items.iter().peekable(), after.items.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changed,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((a, _)), Some((b, _))) if Arc::ptr_eq(a, b) => Ordering::Equal,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let was = if order.is_le() { old.next() } else { None };
        let is = if order.is_ge() { new.next() } else { None };
        match (was, is) {
            (Some((_, was)), Some((_, is))) if Arc::ptr_eq(was, is) => {}
            (was, is) => changed.extend(was.or(is).map(|(id, _)| id)),
        }
    }
}
