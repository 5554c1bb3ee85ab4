//! What is printed adds up as it is printed: 扣分明细表, 评分表, 月度扣分表 and the funds table of all random sheets that
//! the oracle knows (`tests/oracle/data`), read as a reader would who has only the paper.

#[path = "../../../tests/oracle/lines.rs"]
mod lines;

use super::as_json;
use crate::evaluation::{self, Evaluation};
use crate::number::round;
use crate::print::PrintJob;
use crate::scoring::score;
use crate::template::{self, Template};
use lines::{lines_of, stored};
use rust_decimal::Decimal;
use serde_json::Value;
use std::str::FromStr as _;

/// A printed number; `−` takes away.
fn number(printed: &Value) -> Decimal {
    let text = printed.as_str().unwrap_or_else(|| panic!("no number: {printed}"));
    Decimal::from_str(&text.replace('−', "-")).unwrap_or_else(|_| panic!("no number: {text}"))
}

fn each(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Σ of a field.
fn sum(list: &[Value], field: &str) -> Decimal {
    list.iter().filter(|of| !of[field].is_null()).map(|of| number(&of[field])).sum()
}

/// What is to be equal, and what was compared.
#[derive(Default)]
struct Compared {
    equal: usize,
    differing: Vec<String>,
}

impl Compared {
    fn equal(&mut self, what: &str, left: Decimal, right: Decimal, at: &Value) {
        match left == right {
            true => self.equal += 1,
            false => self.differing.push(format!("{what}: {left} ≠ {right} in {at}")),
        }
    }
}

fn deductions(data: &Value, compared: &mut Compared) {
    let rows = each(&data["deducted"]);
    for row in rows.iter().filter(|row| !row["score"].is_null()) {
        let (points, score) = (number(&row["points"]), number(&row["score"]));
        let effects = sum(each(&row["causes"]), "points");
        compared.equal("分值 − Σ 情形 = 得分", points + effects, score, row);
        compared.equal("分值 − 扣分 = 得分", points - taken(&row["deduction"]), score, row);
    }
    let carried = &data["carried"];
    let scored = rows.iter().filter(|row| !row["deduction"].is_null());
    let column: Decimal = scored.map(|row| taken(&row["deduction"])).sum();
    compared.equal("Σ 扣分 = 扣分合计", column, number(&carried["column"]), carried);
    let lines: Decimal = each(&carried["lines"]).iter().map(|line| taken(&line["points"])).sum();
    let missing = number(&carried["missing"]);
    compared.equal(
        "扣分合计 + Σ 以下各行 = 满分 − 总分",
        number(&carried["column"]) + lines,
        missing,
        carried,
    );
    let (points, total) = (number(&carried["points"]), number(&carried["total"]));
    compared.equal("满分 − 总分", points - total, missing, carried);
}

/// Points that are missing; what is given back, or goes beyond the full marks, is printed with +.
fn taken(printed: &Value) -> Decimal {
    let gives = printed.as_str().is_some_and(|text| text.starts_with('+'));
    if gives { -number(printed) } else { number(printed) }
}

fn total(data: &Value, compared: &mut Compared) {
    let total = &data["total"];
    let decimals = number(&total["total"]).scale();
    let of_sheet: Vec<Value> =
        each(&total["struck"]).iter().filter(|struck| struck["scope"].is_null()).cloned().collect();
    let struck = sum(&of_sheet, "points");
    let scaling = &total["scaling"];
    if !scaling.is_null() {
        let scaled = number(&scaling["sum"]) * number(&scaling["points"]) / number(&scaling["applicable"]);
        compared.equal("折算", round(scaled, decimals), number(&scaling["scaled"]), total);
        let sum = scaled + number(&scaling["apart"]) + struck;
        compared.equal("折算 = 总分", round(sum, decimals), number(&total["total"]), total);
        compared.equal("Σ = 折算前合计", number(&total["sum"]), number(&scaling["sum"]), total);
    } else if total["provisional"] == false && total["not_applicable"] == 0 {
        let bonus = if total["bonus"].is_null() { Decimal::ZERO } else { number(&total["bonus"]) };
        let left = number(&total["points"]) - number(&total["deductions"]) + bonus + struck;
        compared.equal("满分 − 扣分 + 加分 = 总分", round(left, decimals), number(&total["total"]), total);
    }
}

fn ledgers(data: &Value, compared: &mut Compared) {
    for page in data["ledgers"].as_array().into_iter().flatten() {
        if page["sums"].is_null() {
            continue;
        }
        // Rows that take no points any more still count as cases and money; those left out are named on the sheet.
        let left_out = |row: &&Value| matches!(row["standing"].as_str(), Some("exempt" | "matter"));
        let rows: Vec<Value> = each(&page["rows"]).iter().filter(|row| !left_out(row)).cloned().collect();
        for field in ["points", "money"] {
            compared.equal(field, sum(&rows, field), number(&page["sums"][field]), page);
        }
    }
}

fn funds(data: &Value, compared: &mut Compared) {
    let (lines, total) = (each(&data["funds"]["lines"]), &data["funds"]["total"]);
    for field in ["initial", "annual", "received", "executed"] {
        if !total[field].is_null() {
            compared.equal(field, sum(lines, field), number(&total[field]), &data["funds"]);
        }
    }
    for line in lines.iter().chain([total]) {
        let [annual, executed] = ["annual", "executed"].map(|field| &line[field]);
        if !line["remainder"].is_null() {
            let left = number(annual) - number(executed);
            compared.equal("结余", left, number(&line["remainder"]), line);
        }
        for (rate, of) in [("execution", "executed"), ("arrival", "received")] {
            if let Some(percent) = line[rate].as_str() {
                let printed = Decimal::from_str(percent.trim_end_matches('%')).unwrap();
                let share = number(&line[of]) / number(annual) * Decimal::ONE_HUNDRED;
                compared.equal(rate, round(share, 2), printed, line);
            }
        }
    }
}

/// Each evaluation of the oracle with the template that it is scored by.
fn all_sheets(mut with: impl FnMut(&Template, &Evaluation)) {
    let mut stated = None;
    for line in lines_of(stored()) {
        let text = line.text.as_bytes();
        match line.letter {
            'T' => stated = Some(template::read(text).unwrap()),
            'E' => {
                let evaluation = evaluation::read(text).unwrap();
                with(&evaluation.tailoring.apply(stated.as_ref().unwrap()), &evaluation);
            }
            _ => {}
        }
    }
}

#[test]
fn what_is_printed_adds_up() {
    let printed_at = jiff::civil::date(2021, 3, 8).at(9, 30, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
    let mut compared = Compared::default();
    all_sheets(|template, evaluation| {
        let card = score(template, evaluation);
        let printed_at = printed_at.clone();
        let job = PrintJob { template, evaluation, card: &card, file_digest: None, printed_at };
        let data = as_json(&job);
        [deductions, total, ledgers, funds].iter().for_each(|check| check(&data, &mut compared));
    });
    let shown: Vec<_> = compared.differing.iter().take(12).map(String::as_str).collect();
    assert!(shown.is_empty(), "{} differ\n{}", compared.differing.len(), shown.join("\n"));
    assert!(compared.equal >= 30_000, "only {} sums", compared.equal);
}
