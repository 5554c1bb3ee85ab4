//! What effects do beyond their own indicator: which groups and indicators they strike, and what they take there.

use crate::scoring::card::{Cause, CauseKind, ItemScore, Naming, Strike, Struck};
use crate::scoring::item;
use crate::template::{Consequence, Label, Scope, Template};
use rust_decimal::Decimal;

/// The group that an effect of the indicator at `position` strikes.
pub(super) fn struck_group(template: &Template, position: usize, scope: &Scope) -> Option<usize> {
    let outline = template.outline();
    match scope {
        Scope::Group => outline.leaf(position)?.group,
        Scope::Node(id) => outline.group_position(id),
        Scope::Item | Scope::Sheet => None,
    }
}

/// Effects that happen, each with the position of the indicator that they come from.
pub(super) fn effects<'c>(
    template: &'c Template,
    items: &'c [ItemScore],
) -> impl Iterator<Item = (usize, &'c Struck)> + use<'c> {
    let positions = template.outline().with_effects().iter();
    positions.flat_map(|&position| {
        let effects = items.get(position).map(|item| item.effects.as_slice()).unwrap_or_default();
        effects.iter().map(move |struck| (position, struck))
    })
}

/// Groups of which a veto leaves nothing (大项不得分).
pub(super) fn zeroed(template: &Template, items: &[ItemScore]) -> Vec<(usize, Label)> {
    let zero = effects(template, items)
        .filter(|(_, struck)| struck.strike == Strike::Veto(Consequence::Zero))
        .filter_map(|(position, struck)| {
            Some((struck_group(template, position, &struck.scope)?, struck.label.clone()))
        });
    let mut zeroed: Vec<(usize, Label)> = zero.collect();
    zeroed.sort();
    zeroed.dedup();
    zeroed
}

/// Every indicator in a zeroed group scores 0; those that were struck before and are no longer get their own again.
pub(super) fn strike_items(template: &Template, items: &mut [ItemScore], zeroed: &[(usize, Label)]) {
    for (item, leaf) in items.iter_mut().zip(template.outline().leaves()) {
        if let Some(own) = item.unstruck.take() {
            *item = ItemScore { evidence: item.evidence, ..*own };
        }
        let mut around = template.outline().ancestry(leaf.group);
        let veto = around.find_map(|group| zeroed.iter().find(|(zeroed, _)| *zeroed == group));
        if let Some((index, label)) = veto {
            let own = item.clone();
            let group = template.outline().groups().get(*index).map(|group| group.name.clone());
            let group = group.unwrap_or_default();
            item::veto(item, &Naming::Zeroed { group, label: label.clone() }, None);
            if *item != own {
                item.unstruck = Some(Box::new(own));
            }
        }
    }
}

/// What the effects do to one scope.
#[derive(Default)]
pub(super) struct Strikes<'c> {
    overflows: Vec<(&'c Label, Decimal)>,
    /// The lowest cap; 0 for a veto that leaves nothing.
    caps: Vec<(&'c Label, Decimal)>,
}

impl<'c> Strikes<'c> {
    pub(super) fn take(&mut self, struck: &'c Struck) {
        match &struck.strike {
            Strike::Overflow(points) => self.overflows.push((&struck.label, *points)),
            Strike::Veto(Consequence::Zero) => self.caps.push((&struck.label, Decimal::ZERO)),
            Strike::Veto(Consequence::Cap(cap)) => self.caps.push((&struck.label, *cap)),
            Strike::Veto(Consequence::Grade(_) | Consequence::GradeAtMost(_) | Consequence::Fail) => {}
        }
    }

    pub(super) fn on_sheet(template: &'c Template, items: &'c [ItemScore]) -> Self {
        let mut strikes = Self::default();
        let all = effects(template, items).filter(|(_, struck)| struck.scope == Scope::Sheet);
        all.for_each(|(_, struck)| strikes.take(struck));
        strikes
    }

    pub(super) fn overflow(&self) -> Decimal {
        self.overflows.iter().fold(Decimal::ZERO, |sum, (_, points)| sum.saturating_add(*points))
    }

    pub(super) fn overflow_causes(&self) -> Vec<Cause> {
        let cause = |(label, points): &(&Label, Decimal)| Cause {
            kind: CauseKind::Overflow,
            label: (*label).into(),
            points: *points,
        };
        self.overflows.iter().map(cause).collect()
    }

    pub(super) fn veto_cap(&self) -> Option<(Label, Decimal)> {
        self.caps.iter().min_by_key(|(_, cap)| *cap).map(|(label, cap)| ((*label).clone(), *cap))
    }
}
