//! The foot of the table: sums, 折算, total, grade, and what still makes them provisional.

use super::deductions::effect;
use super::language::LANG;
use crate::number::{fixed, in_full, plain, round};
use crate::print::PrintJob;
use crate::scoring::{self, CauseShown, Grading, Scaling, Scorecard, Strike};
use crate::template::{Consequence, Order};
use rust_decimal::Decimal;
use serde::Serialize;

/// Decimals of the printed 折算 factor; the total itself is worked out exactly.
const FACTOR_DECIMALS: u32 = 4;

/// What stands below the table, all numbers as text.
#[derive(Serialize)]
pub(in crate::print) struct TotalData {
    pub(in crate::print) points: String,
    pub(in crate::print) sum: String,
    pub(in crate::print) total: String,
    pub(in crate::print) deductions: String,
    /// How they come about, where that is not the sum of the column.
    pub(in crate::print) deductions_of: Option<String>,
    pub(in crate::print) bonus: Option<String>,
    pub(in crate::print) struck: Vec<StruckData>,
    pub(in crate::print) grade: Option<String>,
    /// What the grade is decided by.
    pub(in crate::print) grade_veto: Option<String>,
    /// Every 一票否决 of the grade that holds, also where the grade is no better anyway: what happened, where, and what
    /// follows.
    pub(in crate::print) vetoes: Vec<String>,
    pub(in crate::print) withheld: bool,
    /// From how many points on which grade is given, the best one first; 0 for the one that is left.
    pub(in crate::print) grades: Vec<(String, String)>,
    pub(in crate::print) rounding: RoundingData,
    pub(in crate::print) provisional: bool,
    pub(in crate::print) most: String,
    pub(in crate::print) after: Option<String>,
    pub(in crate::print) unfilled: Option<String>,
    pub(in crate::print) unscored: usize,
    pub(in crate::print) no_information: usize,
    pub(in crate::print) not_applicable: usize,
    /// Names of the indicators.
    pub(in crate::print) overridden: Vec<String>,
    pub(in crate::print) sections: Vec<SectionData>,
    pub(in crate::print) scaling: Option<ScalingData>,
    pub(in crate::print) workings: Vec<WorkingData>,
}

/// What strikes a group or the sheet as a whole.
#[derive(Serialize)]
pub(in crate::print) struct StruckData {
    pub(in crate::print) scope: Option<String>,
    pub(in crate::print) kind: &'static str,
    pub(in crate::print) label: String,
    pub(in crate::print) points: String,
}

/// 各部分得分.
#[derive(Serialize)]
pub(in crate::print) struct SectionData {
    pub(in crate::print) name: String,
    pub(in crate::print) points: String,
    pub(in crate::print) score: String,
}

/// How a group, or the total, came about.
#[derive(Serialize)]
pub(in crate::print) struct WorkingData {
    pub(in crate::print) name: Option<String>,
    pub(in crate::print) text: String,
}

/// Decimals of indicators, groups and total; `early`: each is rounded before it is added up.
#[derive(Serialize)]
pub(in crate::print) struct RoundingData {
    pub(in crate::print) early: bool,
    pub(in crate::print) item: u32,
    pub(in crate::print) group: u32,
    pub(in crate::print) total: u32,
}

/// 折算.
#[derive(Serialize)]
pub(in crate::print) struct ScalingData {
    pub(in crate::print) sum: String,
    pub(in crate::print) applicable: String,
    pub(in crate::print) scaled: Option<String>,
    pub(in crate::print) points: String,
    pub(in crate::print) adjust: Option<String>,
    pub(in crate::print) apart: String,
    pub(in crate::print) factor: Option<String>,
}

pub(in crate::print) fn total(job: &PrintJob<'_>) -> TotalData {
    let card = job.card;
    let overridden = card.items.iter().filter(|item| item.is_overridden()).map(|item| &item.name);
    TotalData {
        points: plain(card.points),
        sum: card.written(card.sum),
        total: fixed(card.total, card.total_decimals),
        deductions: card.written(card.deductions),
        deductions_of: deductions_of(card),
        bonus: (card.bonus > Decimal::ZERO).then(|| format!("+{}", card.written(card.bonus))),
        struck: struck(job),
        grade: card.grade.is_some().then(|| card.grading().text(LANG)),
        grade_veto: card.grade_veto.as_ref().map(ToString::to_string),
        vetoes: vetoes(card),
        withheld: card.grading() == Grading::Withheld,
        grades: grades(job),
        rounding: rounding(job),
        provisional: card.provisional,
        most: fixed(card.most, card.total_decimals),
        after: after(job),
        unfilled: (!card.unfilled.is_zero()).then(|| card.written_plain(card.unfilled)),
        unscored: card.progress.unscored,
        no_information: card.progress.no_information,
        not_applicable: card.progress.not_applicable,
        overridden: overridden.map(ToString::to_string).collect(),
        sections: sections(job),
        scaling: scaling(card),
        workings: workings(job),
    }
}

fn vetoes(card: &Scorecard) -> Vec<String> {
    let effects = card.items.iter().flat_map(|item| item.effects.iter().map(move |struck| (item, struck)));
    let of_grade = effects.filter_map(|(item, struck)| {
        let follows = match &struck.strike {
            Strike::Veto(Consequence::Fail) => "评为最低等级".to_owned(),
            Strike::Veto(Consequence::Grade(name)) => format!("等级定为{name}"),
            Strike::Veto(Consequence::GradeAtMost(name)) => format!("最高评为{name}"),
            _ => return None,
        };
        Some(format!("{}（{}），{follows}", struck.label, item.name))
    });
    of_grade.collect()
}

/// 追加扣除, 封顶, 一票否决 of groups and of the sheet: where, what, how many points, and why.
fn struck(job: &PrintJob<'_>) -> Vec<StruckData> {
    let struck = job.card.strikes().map(|CauseShown { group, cause, points, decimals }| StruckData {
        scope: group.map(|group| group.name.to_string()),
        kind: cause.kind.of_strike(),
        label: cause.label.text(LANG),
        points: effect(points, decimals.max(points.normalize().scale().min(6))),
    });
    struck.collect()
}

fn sections(job: &PrintJob<'_>) -> Vec<SectionData> {
    let section = |group: &crate::scoring::GroupScore| SectionData {
        name: group.name.to_string(),
        points: plain(group.counted_points()),
        score: fixed(group.score, job.card.group_decimals),
    };
    job.card.sections(job.template).map(section).collect()
}

/// How groups and the total came about, groups first; nothing where all of them are merely added up.
fn workings(job: &PrintJob<'_>) -> Vec<WorkingData> {
    let (template, card) = (job.template, job.card);
    let all = (0..card.groups.len()).map(Some).chain([None]);
    if all.clone().all(|group| scoring::workings(template, card, group).is_none()) {
        return Vec::new();
    }
    let one = |group: Option<usize>| {
        // 折算 has a line of its own.
        if group.is_none() && card.scaling.is_some() {
            return None;
        }
        let name = group.and_then(|index| card.groups.get(index)).map(|group| group.name.to_string());
        let text = scoring::workings_in_full(template, card, group)?.text(LANG);
        Some(WorkingData { name, text })
    };
    all.filter_map(one).collect()
}

/// With so many digits that with what is kept apart it comes to the total, for who adds what is printed.
fn scaled_digits(card: &Scorecard, scaled: Decimal, apart: Decimal) -> String {
    let least = card.total_decimals;
    let taken = card.causes.iter().fold(Decimal::ZERO, |sum, cause| sum.saturating_add(cause.points));
    let comes_to_it = |digits: &u32| {
        let sum = round(scaled, *digits).saturating_sub(apart).saturating_sub(taken);
        round(sum, least) == card.total
    };
    fixed(scaled, (least..=least + 4).find(comes_to_it).unwrap_or(least))
}

/// Σ of the top level, with so many digits that a reader who scales it comes to what is printed.
fn scaled_sum(card: &Scorecard, scaling: &Scaling) -> String {
    let Some(shown) = scaling.scaled().map(|scaled| scaled_digits(card, scaled, -scaling.apart)) else {
        return card.written(scaling.sum);
    };
    let decimals_of = |text: &str| {
        text.split_once('.').map_or(0, |(_, digits)| u32::try_from(digits.len()).unwrap_or_default())
    };
    let (least, decimals) = (decimals_of(&card.written(scaling.sum)), decimals_of(&shown));
    let comes_to_it = |digits: &u32| {
        let sum = Scaling { sum: round(scaling.sum, *digits), ..*scaling };
        sum.scaled().is_some_and(|scaled| fixed(scaled, decimals) == shown)
    };
    match (least..=12).find(comes_to_it) {
        Some(digits) => in_full(round(scaling.sum, digits), card.item_decimals),
        None => card.written(scaling.sum),
    }
}

/// From how many points on which grade is given, the best one first; 0 for the one that is left.
fn grades(job: &PrintJob<'_>) -> Vec<(String, String)> {
    let grade = |grade: &crate::template::Grade| (grade.name.to_string(), plain(grade.from));
    job.template.grades.iter().map(grade).collect()
}

/// Decimals of indicators, groups and total; `early`: each is rounded before it is added up.
fn rounding(job: &PrintJob<'_>) -> RoundingData {
    let (card, order) = (job.card, job.template.rounding.order);
    RoundingData {
        early: order == Order::RoundThenAdd,
        item: card.item_decimals,
        group: card.group_decimals,
        total: card.total_decimals,
    }
}

/// How 扣分 of the total comes about where it is not the sum of the column: what counts, less what is open, less what
/// was scored, and 加分 back.
fn deductions_of(card: &Scorecard) -> Option<String> {
    let decimals = card.item_decimals;
    let column = card.items.iter().filter_map(|item| item.shown_deduction(decimals));
    let column = column.fold(Decimal::ZERO, |sum, points| sum.saturating_add(points));
    if column == card.deductions {
        return None;
    }
    let scored = if card.causes.is_empty() {
        "得分"
    } else {
        "追加扣除、否决、封顶、保底以前的得分"
    };
    let parts = [(card.pending, "未评等"), (card.sum, scored), (-card.bonus, "加分")];
    // Whole, or with as few digits as make it true for who reckons with what is printed.
    let with = |digits: u32| {
        let parts = parts.map(|(points, name)| (round(points, digits), name));
        let deductions = round(card.deductions, digits);
        let counts = parts.iter().fold(deductions, |sum, (points, _)| sum.saturating_add(*points));
        (parts, counts, deductions)
    };
    let exact = parts.iter().fold(card.deductions, |sum, (points, _)| sum.saturating_add(*points));
    let is_true = |digits: &u32| {
        let (_, counts, deductions) = with(*digits);
        counts == exact && in_full(deductions, decimals) == card.written(card.deductions)
    };
    let (parts, counts, deductions) = with((decimals..=12).find(is_true)?);
    let mut text = format!("{}（计分的分值）", in_full(counts, decimals));
    for (points, name) in parts.iter().filter(|(points, _)| !points.is_zero()) {
        let sign = if points.is_sign_negative() { '+' } else { '−' };
        text += &format!(" {sign} {}（{name}）", in_full(points.abs(), decimals));
    }
    Some(format!("{text} = {}", in_full(deductions, decimals)))
}

/// From what the top level came to, to the total: what strikes the sheet is taken from it.
fn after(job: &PrintJob<'_>) -> Option<String> {
    let card = job.card;
    if card.causes.is_empty() || scoring::workings(job.template, card, None).is_none() {
        return None;
    }
    let taken = card.causes.iter().fold(Decimal::ZERO, |sum, cause| sum.saturating_add(cause.points));
    let before = card.total.saturating_add(taken);
    let decimals = card.total_decimals.max(before.normalize().scale());
    let mut text = fixed(before, decimals);
    for cause in &card.causes {
        let sign = if cause.points.is_sign_negative() { '+' } else { '−' };
        let points = in_full(cause.points.abs(), card.total_decimals);
        text += &format!(" {sign} {points}（{}）", cause.label.text(LANG));
    }
    Some(format!("{text} = {}", fixed(card.total, card.total_decimals)))
}

fn scaling(card: &Scorecard) -> Option<ScalingData> {
    let scaling = card.scaling?;
    Some(ScalingData {
        sum: scaled_sum(card, &scaling),
        applicable: plain(scaling.applicable),
        scaled: scaling.scaled().map(|scaled| scaled_digits(card, scaled, -scaling.apart)),
        points: plain(scaling.points),
        adjust: (!scaling.adjust.is_zero()).then(|| card.written(scaling.adjust)),
        apart: effect(-scaling.apart, card.total_decimals.max(scaling.apart.scale())),
        factor: scaling.factor().map(|factor| fixed(factor, FACTOR_DECIMALS)),
    })
}
