//! From the top level to the total, and the whole of the scorecard.

use super::grade::{grade, next_grade};
use super::groups::{Before, deductions, groups};
use super::strikes::Strikes;
use crate::number::exact::{Exact, exact, rounded};
use crate::scoring::card::{
    Attachment, Cause, CauseKind, FundsSummary, ItemScore, Naming, Progress, Scaling, Scorecard,
};
use crate::scoring::combine::{self, Children};
use crate::scoring::earned::WORKING_DECIMALS;
use crate::template::{Label, NotApplicablePolicy, Template, TotalCap};
use rust_decimal::Decimal;

/// The scorecard of `items`, with `before` where only some of the groups have to be worked out anew.
pub(super) fn rolled_up(
    template: &Template,
    items: Vec<ItemScore>,
    zeroed: Vec<(usize, Label)>,
    funds: FundsSummary,
    attachments: Vec<Attachment>,
    before: Option<Before>,
) -> Scorecard {
    let mut progress = Progress::default();
    items.iter().for_each(|item| progress.count(&item.state));
    let (groups, mut top, mut unfilled) = groups(template, &items, &zeroed, before);
    if template.outline().groups().iter().any(|group| group.open) {
        unfilled = unfilled.saturating_add(top.await_own(&template.combine, template.points));
    }
    let sheet = Sheet::of(template, &items, &top);
    let root = top.combined(template, &template.combine, template.points);
    // A sheet on which nothing applies has no grade, rather than the worst. Nor has one that nobody has begun: 差
    // would be a judgement.
    let anything = root.applies > Decimal::ZERO;
    let begun = items.iter().any(|item| item.score.is_some());
    let (grade, grade_veto) =
        if anything { grade(template, &items, (sheet.total, &sheet.exact), begun) } else { (None, None) };
    let sum = root.score.saturating_add(root.adjust);
    let pending = root.most.saturating_sub(root.score);
    Scorecard {
        points: template.points,
        sum,
        total: sheet.total,
        deductions: deductions(template.points, root, sum, pending),
        bonus: root.bonus,
        causes: sheet.causes,
        pending,
        scaling: sheet.scaling,
        unfilled,
        provisional: progress.settled() < progress.all || !unfilled.is_zero(),
        grade,
        next_grade: next_grade(template, sheet.total, sheet.most)
            .filter(|_| anything && grade_veto.is_none()),
        grade_veto,
        progress,
        funds,
        attachments,
        items,
        groups,
        zeroed,
        item_decimals: combine::shown_item_decimals(template),
        group_decimals: combine::shown_decimals(template),
        total_decimals: template.rounding.total_decimals,
    }
}

/// From the top level to the total: 折算, 追加扣除, 否决, 封顶, 四舍五入.
struct Sheet {
    total: Decimal,
    /// The total before rounding.
    exact: Exact,
    /// The total if everything pending earned full marks.
    most: Decimal,
    scaling: Option<Scaling>,
    causes: Vec<Cause>,
}

impl Sheet {
    fn of(template: &Template, items: &[ItemScore], top: &Children) -> Self {
        let root = top.sheet(template);
        let plain = |value: &Exact| rounded(value, WORKING_DECIMALS).unwrap_or_default();
        let scaling = scaling(template, plain(&root.applies), plain(&root.score), top.sum.adjust);
        let strikes = Strikes::on_sheet(template, items);
        let mut causes = strikes.overflow_causes();
        let scaled = |score: &Exact| {
            let factor = match scaling {
                Some(Scaling { applicable, points, .. }) => combine::scaled(Decimal::ONE, points, applicable),
                None => exact(Decimal::ONE),
            };
            score * factor + exact(top.sum.adjust)
        };
        let before = |score: &Exact| scaled(score) - exact(strikes.overflow());
        let ceiling = match template.cap {
            TotalCap::FullMarks => Some(template.points),
            TotalCap::At(cap) => Some(cap),
            TotalCap::Unlimited => None,
        };
        let decimals = template.rounding.total_decimals;
        let limited = |total: Exact| {
            let total = strikes.veto_cap().map_or(total.clone(), |(_, cap)| total.min(exact(cap)));
            let total = ceiling.map_or(total.clone(), |ceiling| total.min(exact(ceiling)));
            total.max(exact(Decimal::ZERO))
        };
        let raw = before(&root.score);
        let exact_total = limited(raw.clone());
        let total = rounded(&exact_total, decimals).unwrap_or_default();
        // What is left of what the sheet came to as it is shown: the two are rounded apart, and must add up.
        let lost = match raw == exact_total {
            true => Decimal::ZERO,
            false => {
                let shown = rounded(&scaled(&root.score), decimals).unwrap_or_default();
                shown.saturating_sub(strikes.overflow()).saturating_sub(total)
            }
        };
        if !lost.is_zero() {
            let (kind, label) = match strikes.veto_cap() {
                Some((label, cap)) if exact(cap) >= exact_total => (CauseKind::Veto, Naming::Given(label)),
                _ if lost > Decimal::ZERO => (CauseKind::Limit, Naming::Cap),
                _ => (CauseKind::Limit, Naming::Floor),
            };
            causes.push(Cause { kind, label, points: lost });
        }
        let most = rounded(&limited(before(&root.most)), decimals).unwrap_or_default();
        Self { total, exact: exact_total, most, scaling, causes }
    }
}

fn scaling(template: &Template, applicable: Decimal, sum: Decimal, adjust: Decimal) -> Option<Scaling> {
    let rescaled =
        template.not_applicable == NotApplicablePolicy::Rescale && combine::is_sum(&template.combine);
    let partly = applicable < template.points;
    (rescaled && partly).then_some(Scaling { applicable, points: template.points, sum, adjust })
}
