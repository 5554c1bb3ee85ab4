//! From the top level to the total, and the whole of the scorecard.

use super::digits::{self, Top};
use super::grade::{self, next_grade};
use super::groups::{Before, deductions, groups};
use super::strikes::Strikes;
use crate::number::exact::{Exact, exact, rounded};
use crate::scoring::card::{
    Attachment, Cause, CauseKind, FundsSummary, ItemScore, Naming, Progress, Scaling, Scorecard, Worth,
};
use crate::scoring::combine::{self, Children};
use crate::scoring::earned::WORKING_DECIMALS;
use crate::template::{Label, NotApplicablePolicy, Order, Template, TotalCap};
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
    let anything = sheet.applies;
    let begun = items.iter().any(|item| item.score.is_some());
    let (grade, grade_veto) = if anything {
        grade::grade(template, &items, (sheet.total, &sheet.exact), begun)
    } else {
        (None, None)
    };
    let best = (sheet.most, exact(sheet.most));
    let reachable_grade =
        if anything { grade::grade(template, &items, (best.0, &best.1), begun).0 } else { None };
    let (sum, bonus) = sheet.sum(template, root);
    let pending = root.most.saturating_sub(root.score);
    let shown = Top { sum, scaling: sheet.scaling, causes: &sheet.causes, total: sheet.total };
    let (item_decimals, group_decimals) = digits::shown(template, &items, &groups, &shown);
    // What is weighed is rounded with the total.
    let of_sums = if combine::is_sum(&template.combine) { 0 } else { template.rounding.total_decimals };
    let sum_decimals = (template.rounding.order == Order::AddThenRound).then_some(item_decimals.max(of_sums));
    Scorecard {
        points: template.points,
        sum,
        total: sheet.total,
        most: sheet.most,
        deductions: deductions(template.points, Worth { bonus, ..root }, sum, pending),
        bonus,
        causes: sheet.causes,
        pending,
        scaling: sheet.scaling,
        unfilled,
        provisional: progress.settled() < progress.all || !unfilled.is_zero(),
        grade,
        next_grade: next_grade(template, sheet.total, sheet.most)
            .filter(|_| anything && grade_veto.is_none()),
        grade_veto,
        reachable_grade,
        progress,
        funds,
        attachments,
        items,
        groups,
        zeroed,
        sum_decimals,
        item_decimals,
        group_decimals,
        total_decimals: template.rounding.total_decimals,
    }
}

/// From the top level to the total: 折算, 追加扣除, 否决, 封顶, 四舍五入.
struct Sheet {
    total: Decimal,
    /// Some points apply.
    applies: bool,
    /// Σ of the top level, where nothing is weighed.
    added: Decimal,
    /// The total before rounding.
    exact: Exact,
    /// The total if everything pending earned full marks.
    most: Decimal,
    scaling: Option<Scaling>,
    causes: Vec<Cause>,
}

impl Sheet {
    /// What the top level comes to before the sheet's own causes, and what of it goes beyond full marks. What is
    /// weighed or scaled is rounded once, with the total.
    fn sum(&self, template: &Template, root: Worth) -> (Decimal, Decimal) {
        let is_added = combine::is_sum(&template.combine)
            && !combine::is_rescaled(template, root.applies, template.points);
        if is_added || self.scaling.is_some() {
            return (self.added, root.bonus);
        }
        let sum = self.causes.iter().fold(self.total, |sum, cause| sum.saturating_add(cause.points));
        (sum, sum.saturating_sub(template.points).max(Decimal::ZERO))
    }

    fn of(template: &Template, items: &[ItemScore], top: &Children) -> Self {
        let root = top.sheet(template);
        let plain = |value: &Exact| rounded(value, WORKING_DECIMALS).unwrap_or_default();
        let scaling = scaling(template, plain(&root.applies), plain(&root.score), top.sum.adjust);
        let factor = scaling.map_or_else(|| exact(Decimal::ONE), |scaling| scaling.exact_factor());
        let strikes = Strikes::on_sheet(template, items);
        let mut causes = strikes.overflow_causes();
        let scaled = |score: &Exact| score * &factor + exact(top.sum.adjust);
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
        let lost = match raw == exact_total {
            true => Decimal::ZERO,
            false => lost(&scaled(&root.score), strikes.overflow(), total, decimals),
        };
        if !lost.is_zero() {
            let (kind, label) = match strikes.veto_cap() {
                Some((label, cap)) if exact(cap) >= exact_total => (CauseKind::Veto, Naming::Given(label)),
                _ if lost > Decimal::ZERO => (CauseKind::Limit, Naming::Cap(total)),
                _ => (CauseKind::Limit, Naming::Floor),
            };
            causes.push(Cause { kind, label, points: lost });
        }
        let taken = strikes.overflow().saturating_add(lost);
        let scaling = scaling.map(|scaling| scaling.kept_apart(taken, total, decimals));
        let most = rounded(&limited(before(&root.most)), decimals).unwrap_or_default();
        let applies = root.applies > exact(Decimal::ZERO);
        let added = top.sum.score.saturating_add(top.sum.adjust);
        Self { total, applies, added, exact: exact_total, most, scaling, causes }
    }
}

/// What a cap or floor takes of what the sheet came to, so that both the sheet as it is shown and the unrounded one add
/// up to the total: a tie that is rounded twice needs a digit more.
fn lost(scaled: &Exact, overflow: Decimal, total: Decimal, decimals: u32) -> Decimal {
    let left = |decimals: u32| {
        rounded(scaled, decimals).unwrap_or_default().saturating_sub(overflow).saturating_sub(total)
    };
    let adds_up = |lost: &Decimal| {
        let unrounded = scaled - exact(overflow) - exact(*lost);
        rounded(&unrounded, decimals) == Some(total)
    };
    (decimals..=WORKING_DECIMALS).map(left).find(adds_up).unwrap_or_else(|| left(decimals))
}

fn scaling(template: &Template, applicable: Decimal, score: Decimal, adjust: Decimal) -> Option<Scaling> {
    let rescaled =
        template.not_applicable == NotApplicablePolicy::Rescale && combine::is_sum(&template.combine);
    // Where nothing applies, there is nothing to scale.
    let partly = applicable > Decimal::ZERO && applicable < template.points;
    let sum = score.saturating_add(adjust);
    let unscaled = Scaling { applicable, points: template.points, sum, adjust, apart: Decimal::ZERO };
    (rescaled && partly).then_some(unscaled)
}

impl Scaling {
    fn exact_factor(self) -> Exact {
        combine::scaled(Decimal::ONE, self.points, self.applicable)
    }

    /// With what it changes that 加减分 are not scaled, in as many decimals as lead to the total when `taken` is off.
    fn kept_apart(self, taken: Decimal, total: Decimal, decimals: u32) -> Self {
        let factor = self.exact_factor();
        let apart = exact(self.adjust) * (exact(Decimal::ONE) - &factor);
        let scaled = exact(self.sum) * factor - exact(taken);
        let leads = |apart: &Decimal| rounded(&(&scaled + exact(*apart)), decimals) == Some(total);
        let mut ways = (decimals..=WORKING_DECIMALS).filter_map(|decimals| rounded(&apart, decimals));
        let apart = ways.find(leads).or_else(|| rounded(&apart, decimals)).unwrap_or_default();
        Self { apart, ..self }
    }
}
