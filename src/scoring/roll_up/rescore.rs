//! What an edit changed, anew; the rest as it was. [`super::whole`] is the definition.

use super::attachments::{attachments, count_evidence};
use super::groups::Before;
use super::sheet::rolled_up;
use super::strikes::{strike_items, zeroed};
use super::whole::score_at;
use crate::evaluation::Evaluation;
use crate::scoring::card::{Rescored, Scorecard};
use crate::scoring::funds::summarise;
use crate::template::{Id, Indicator, Measure, Template};
use imbl::ordmap::DiffItem;
use std::collections::HashSet;
use std::sync::Arc;

/// Makes of `card`, which is that of `before`, the one of `after`: only what differs is scored anew.
pub(in crate::scoring) fn rescore(
    card: &mut Scorecard,
    template: &Template,
    before: &Evaluation,
    after: &Evaluation,
) -> Rescored {
    let mut items = std::mem::take(&mut card.items);
    let mut funds = std::mem::take(&mut card.funds);
    let mut attachments = std::mem::take(&mut card.attachments);
    let mut anew: Vec<usize> =
        changed(before, after).filter_map(|id| template.outline().position(id)).collect();
    if !Arc::ptr_eq(&before.funds, &after.funds) {
        funds = summarise(&after.funds);
        let all = template.indicators().enumerate();
        anew.extend(all.filter(|(_, indicator)| by_funds(indicator)).map(|(position, _)| position));
    }
    if before.last_year != after.last_year {
        anew.extend(0..items.len());
    }
    anew.sort_unstable();
    anew.dedup();
    let in_order = with_takers(template, &anew);
    for &position in &in_order {
        score_at(template, after, &funds, &mut items, position);
    }
    anew = in_order;
    anew.sort_unstable();
    let zeroed = zeroed(template, &items);
    let concerned = |position: &usize| {
        let group = template.outline().leaf(*position).and_then(|leaf| leaf.group);
        let mut around = template.outline().ancestry(group);
        around.any(|group| zeroed.iter().any(|(zeroed, _)| *zeroed == group))
    };
    let struck = zeroed != card.zeroed || anew.iter().any(concerned);
    if struck {
        strike_items(template, &mut items, &zeroed);
    }
    let attached = before.evidence != after.evidence;
    if attached {
        attachments = self::attachments(template, after);
        items.iter_mut().for_each(|item| item.evidence = 0);
        count_evidence(template, &attachments, &mut items);
    }
    // An effect may reach any group.
    let reaching = |position: &usize| template.outline().with_effects().contains(position);
    let local = zeroed == card.zeroed && !anew.iter().any(reaching);
    let groups = std::mem::take(&mut card.groups);
    let before = local.then(|| Before::of(template, groups, &anew));
    let decimals = card.item_decimals;
    *card = rolled_up(template, items, zeroed, funds, attachments, before);
    // Findings say points with the digits of the card.
    match struck || attached || card.item_decimals != decimals {
        true => Rescored::All,
        false => Rescored::Items(anew),
    }
}

/// The indicators at `changed`, and those that take numbers from them, in the order in which they can be scored.
fn with_takers(template: &Template, changed: &[usize]) -> Vec<usize> {
    let takers = template.outline().references().in_order();
    if takers.is_empty() {
        return changed.to_vec();
    }
    let mut anew: HashSet<usize> = changed.iter().copied().collect();
    let mut in_order = changed.to_vec();
    let is_taker: HashSet<usize> = takers.iter().map(|(position, _)| *position).collect();
    in_order.retain(|position| !is_taker.contains(position));
    for (position, others) in takers {
        if anew.contains(position) || others.iter().any(|other| anew.contains(other)) {
            anew.insert(*position);
            in_order.push(*position);
        }
    }
    in_order
}

/// Its score depends on the funds form.
fn by_funds(indicator: &Indicator) -> bool {
    indicator.rule.measures().iter().any(|measure| matches!(measure, Measure::Funds(_)))
}

/// Indicators whose entries differ. Both share what is the same, so hardly any is looked into.
fn changed<'e>(before: &'e Evaluation, after: &'e Evaluation) -> impl Iterator<Item = &'e Id> {
    before.items.diff(&after.items).map(|difference| match difference {
        DiffItem::Add(id, _) | DiffItem::Remove(id, _) | DiffItem::Update { new: (id, _), .. } => id,
    })
}
