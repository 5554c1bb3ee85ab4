//! 每相差…扣 beside what is counted or ticked: `出勤率低于95%的，每低1%扣1分；迟到每人次扣0.5分`.

use super::compose::compose;
use super::proposal::{Form, Proposal};
use super::source::Source;
use super::steps;
use crate::import::words::{is_label, label, pattern};
use crate::template::{Award, Deduction, Label, Measure, Rule, StepsDeduction};
use rust_decimal::Decimal;

// What goes on with the piece before: how parts of a unit count, where nothing is left, the most that is taken.
pattern!(
    GOES_ON,
    r"^(?:不足|不满|低于|小于|未达|最多|最高|至多|累计|扣完|直至|直到|本项扣完|分值扣完|按比例|按同比例|[^,;。]{0,4}封顶)"
);
// 得满分, does not end what a step is about.
pattern!(TAKEN, r"(?P<taken>扣(?:除|减)?%n分),");
pattern!(TOGETHER, r"(?:以上|上述|各项|合计|累计|共计|本项|该项)[^,;。]{0,6}(?:最多|最高|至多|不超过|封顶)");
// 95%以上得满分。 says where the steps behind it begin.
pattern!(FULL_AT, r"%[^扣]*得(?:满分|%n分)$");
pattern!(FLOOR, r"^(?:直至|直到)?(?:本项|该项|此项)?(?:分值)?扣完(?:本项|该项|此项)?(?:分值?)?(?:为止|止)?$");

/// One for each way in which parts of a unit may count. `None` where not each piece is read, or one of them gives instead
/// of taking.
pub(super) fn mixed(source: &Source) -> Option<Vec<Proposal>> {
    let first = counted_as(source, 0)?;
    let others = (1..3).filter_map(|way| counted_as(source, way)).filter(|other| other.rule != first.rule);
    let mut all: Vec<Proposal> = others.collect();
    all.insert(0, first);
    Some(all)
}

/// By the `way`th reading of each piece that has several.
fn counted_as(source: &Source, way: usize) -> Option<Proposal> {
    // What all of them take together at most is no part of any.
    if TOGETHER.is_match(&source.standard) {
        return None;
    }
    let pieces = with_full_marks(pieces(&source.standard));
    let (stepped, others): (Vec<&String>, Vec<&String>) =
        pieces.iter().partition(|piece| steps::IS_STEP.is_match(piece));
    if pieces.len() < 2 || stepped.is_empty() {
        return None;
    }
    let mut proposal = of_others(source, &others)?;
    let mut deductions = Vec::new();
    for (place, piece) in stepped.into_iter().enumerate() {
        let of_piece = Source { standard: piece.clone(), ..source.clone() };
        let mut readings = steps::read(&of_piece)?.ok()?;
        let read = readings.swap_remove(way.min(readings.len().checked_sub(1)?));
        let Award::Steps(award) = read.rule.award else { return None };
        let named = named(piece, &award.measure).unwrap_or_else(|| source.name.clone());
        proposal.assumed.extend(read.assumed);
        deductions.push(Deduction::Steps(StepsDeduction {
            measure: award.measure,
            steps: award.steps,
            ..StepsDeduction::blank(format!("s{}", place + 1).into(), named)
        }));
    }
    deductions.append(&mut proposal.rule.deductions);
    proposal.rule.deductions = deductions;
    proposal.rule.floor.get_or_insert(Decimal::ZERO);
    Some(proposal)
}

/// 出勤率低于95%, where the piece says that before its steps; else 完成率每降低1%.
fn named(piece: &str, measure: &Measure) -> Option<Label> {
    let (before, steps) = piece.split_once('每')?;
    let named = label(before);
    if before.contains(|c: char| c.is_ascii_digit()) && is_label(before) {
        return Some(named);
    }
    let rate = match measure {
        Measure::Entered(entered) => &*entered.rate,
        Measure::Number(number) => &*number.label,
        _ => "",
    };
    Some(format!("{rate}每{}", steps.split('扣').next()?).into())
}

/// Full marks with the steps that begin there.
fn with_full_marks(pieces: Vec<String>) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for piece in pieces {
        match whole.last_mut() {
            Some(before) if FULL_AT.is_match(before) && steps::IS_STEP.is_match(&piece) => {
                before.push(',');
                before.push_str(&piece);
            }
            _ => whole.push(piece),
        }
    }
    whole
}

/// What the pieces without steps take, from full marks.
fn of_others(source: &Source, others: &[&String]) -> Option<Proposal> {
    // 扣完为止 is of all, and makes no count of the one before it.
    let rest: Vec<&str> =
        others.iter().map(|piece| piece.as_str()).filter(|piece| !FLOOR.is_match(piece)).collect();
    if rest.is_empty() {
        return Some(Proposal::new(Form::Deductions, Rule::of(Award::Full)));
    }
    let mut read =
        compose(&Source { standard: rest.join(";"), ..source.clone() })?.ok()?.into_iter().next()?;
    if rest.len() < others.len() {
        read.assumed.retain(|message| message.key() != "import-assumed-floor");
    }
    (read.rule.award == Award::Full && !read.rule.deductions.is_empty()).then_some(read)
}

/// Sentences, and clauses that take points; what only goes on with the one before stays with it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let cut = TAKEN.replace_all(text, "$taken;");
    for piece in cut.split([';', '。']).map(str::trim).filter(|piece| !piece.is_empty()) {
        match pieces.last_mut() {
            Some(before) if GOES_ON.is_match(piece) && !FLOOR.is_match(piece) => {
                before.push(',');
                before.push_str(piece);
            }
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces
}
