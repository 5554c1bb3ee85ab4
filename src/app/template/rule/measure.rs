//! Where the number of a rule comes from (数据来源), with what it is called and what it needs.

use super::other::other_ui;
use crate::app::template::form::{Form, NUMBER};
use crate::app::template::table::{Names, rows};
use crate::app::template::words::{choice_row, label_ui};
use crate::app::widgets::text_field::Look;
use crate::template::{
    AnswerOption, Best, Deviation, EnteredRate, Exempt, ExemptFrom, FundsRate, Label, LedgerSum, Measure,
    MeasureKind, MeasuredNumber, Panel, PanelMean, PassRow, PeerYield, Peers, Risk, RiskYield, Risks, Rule,
    SubSheet, SubSheets, fresh_part_id,
};
use eframe::egui::Ui;
use rust_decimal::Decimal;
use strum::VariantArray as _;

pub(crate) fn measure_ui(ui: &mut Ui, form: &mut Form<'_, '_>, measure: &mut Measure, rule: &Rule) {
    let before = MeasureKind::of(measure);
    let mut chosen = before;
    let caption = form.t("te-measure");
    form.row(ui, &caption, |form, ui| {
        let words = |kind: &MeasureKind| (*kind, form.t(&format!("te-measure-{}", kind.name())));
        let choices: Vec<(MeasureKind, String)> = MeasureKind::VARIANTS.iter().map(words).collect();
        form.choose(ui, "measure", &caption, &mut chosen, &choices);
    });
    if chosen != before {
        *measure = chosen.begin();
        form.forget_drafts();
    }
    form.within("measure", |form| parts_of(ui, form, measure, rule));
}

fn parts_of(ui: &mut Ui, form: &mut Form<'_, '_>, measure: &mut Measure, rule: &Rule) {
    match measure {
        Measure::Entered(EnteredRate { target, actual, rate, exempt }) => {
            let words = [("te-of-target", target), ("te-of-actual", actual), ("te-of-rate", rate)];
            words_of(ui, form, words.into_iter());
            exempt_ui(ui, form, exempt);
        }
        Measure::Funds(rate) => {
            let choices = [
                (FundsRate::Arrival, "te-funds-arrival"),
                (FundsRate::Execution, "te-funds-execution"),
                (FundsRate::Spending, "te-funds-spending"),
            ];
            choice_row(ui, form, "te-funds", rate, &choices);
        }
        Measure::Number(MeasuredNumber { label, unit }) => {
            words_of(ui, form, [("te-of-number", label), ("te-unit", unit)].into_iter());
        }
        Measure::Deviation(Deviation { target, actual, signed }) => {
            words_of(ui, form, [("te-of-target", target), ("te-of-actual", actual)].into_iter());
            let name = form.t("te-signed");
            form.flag(ui, &name, signed);
        }
        Measure::Survey { options } => answers_ui(ui, form, options, rule),
        Measure::Panel(panel) => {
            words_of(ui, form, std::iter::once(("te-of-marks", &mut panel.label)));
            panel_ui(ui, form, panel);
        }
        Measure::Passes { rows: list } => passes_ui(ui, form, list, rule),
        Measure::SubSheets(sheets) => sheets_ui(ui, form, sheets, rule),
        Measure::Peers(Peers { own, others, best, yields }) => {
            words_of(ui, form, [("te-of-own", own), ("te-of-others", others)].into_iter());
            let choices = [(Best::Highest, "te-best-highest"), (Best::Lowest, "te-best-lowest")];
            choice_row(ui, form, "te-best", best, &choices);
            let choices = [(PeerYield::Ratio, "te-peers-ratio"), (PeerYield::Rank, "te-peers-rank")];
            choice_row(ui, form, "te-yields", yields, &choices);
        }
        Measure::Risks(risks) => risks_ui(ui, form, risks, rule),
        Measure::Ledger(sum) => {
            let choices = [
                (LedgerSum::Count, "te-ledger-count"),
                (LedgerSum::Points, "te-ledger-points"),
                (LedgerSum::Money, "te-ledger-money"),
            ];
            choice_row(ui, form, "te-yields", sum, &choices);
        }
        Measure::Other(other) => other_ui(ui, form, other),
    }
}

/// 先减免责: whether, what it is called, and from which number.
fn exempt_ui(ui: &mut Ui, form: &mut Form<'_, '_>, exempt: &mut Option<Exempt>) {
    let name = form.t("te-exempt");
    let mut has = exempt.is_some();
    form.flag(ui, &name, &mut has);
    if has != exempt.is_some() {
        *exempt = has.then(Exempt::blank);
    }
    let Some(Exempt { label, from }) = exempt else { return };
    words_of(ui, form, std::iter::once(("te-exempt-label", label)));
    let choices = [(ExemptFrom::Target, "te-exempt-target"), (ExemptFrom::Actual, "te-exempt-actual")];
    choice_row(ui, form, "te-exempt-from", from, &choices);
}

fn words_of<'w>(ui: &mut Ui, form: &mut Form<'_, '_>, words: impl Iterator<Item = (&'w str, &'w mut Label)>) {
    for (key, label) in words {
        let name = form.t(key);
        form.row(ui, &name, |form, ui| form.text(ui, key, &Look::text(&name, 200.0), label));
    }
}

fn decimals_row(ui: &mut Ui, form: &mut Form<'_, '_>, decimals: &mut Option<u32>) {
    let name = form.t("te-measure-decimals");
    form.row(ui, &name, |form, ui| form.count(ui, "decimals", &name, decimals, true));
}

fn answers_ui(ui: &mut Ui, form: &mut Form<'_, '_>, options: &mut Vec<AnswerOption>, rule: &Rule) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, option: &mut AnswerOption| {
        ui.horizontal(|ui| {
            label_ui(ui, form, name, NUMBER + 50.0, &mut option.label);
            let caption = form.t("te-counts");
            ui.label(&caption);
            form.number(ui, "weight", &format!("{name} {caption}"), &mut option.weight);
        });
        form.problems_at(ui, &option.id);
    };
    let new = |_: &[AnswerOption]| AnswerOption {
        id: fresh_part_id(rule, "answer"),
        label: "".into(),
        weight: Decimal::ZERO,
    };
    rows(ui, form, Names { row: "te-answer", add: "te-add-answer" }, options, row, new);
}

fn panel_ui(ui: &mut Ui, form: &mut Form<'_, '_>, Panel { mean, most, decimals, label: _ }: &mut Panel) {
    let choices = [
        (PanelMean::Mean, "te-panel-mean"),
        (PanelMean::Trimmed, "te-panel-trimmed"),
        (PanelMean::Median, "te-panel-median"),
    ];
    choice_row(ui, form, "te-panel", mean, &choices);
    let name = form.t("te-panel-most");
    form.row(ui, &name, |form, ui| form.optional(ui, "most", &name, most));
    decimals_row(ui, form, decimals);
}

fn passes_ui(ui: &mut Ui, form: &mut Form<'_, '_>, list: &mut Vec<PassRow>, rule: &Rule) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, row: &mut PassRow| {
        label_ui(ui, form, name, 0.0, &mut row.label);
        ui.horizontal_wrapped(|ui| {
            ui.label(form.t("te-pass-between"));
            let from = format!("{name} {}", form.t("te-from"));
            form.optional_share(ui, "from", &from, &mut row.from);
            ui.label("–");
            let to = format!("{name} {}", form.t("te-to"));
            form.optional_share(ui, "to", &to, &mut row.to);
        });
        form.problems_at(ui, &row.id);
    };
    let new = |_: &[PassRow]| PassRow::blank(fresh_part_id(rule, "row"));
    rows(ui, form, Names { row: "te-pass", add: "te-add-pass" }, list, row, new);
}

fn sheets_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    SubSheets { sheets, decimals }: &mut SubSheets,
    rule: &Rule,
) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, sheet: &mut SubSheet| {
        ui.horizontal(|ui| {
            label_ui(ui, form, name, NUMBER + 70.0, &mut sheet.label);
            let caption = form.t("te-weight");
            ui.label(&caption);
            form.optional_share(ui, "weight", &format!("{name} {caption}"), &mut sheet.weight);
        });
        form.problems_at(ui, &sheet.id);
    };
    let new = |_: &[SubSheet]| SubSheet::blank(fresh_part_id(rule, "sheet"));
    rows(ui, form, Names { row: "te-sub-sheet", add: "te-add-sub-sheet" }, sheets, row, new);
    decimals_row(ui, form, decimals);
}

fn risks_ui(ui: &mut Ui, form: &mut Form<'_, '_>, Risks { risks, cap, yields }: &mut Risks, rule: &Rule) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, risk: &mut Risk| {
        ui.horizontal(|ui| {
            label_ui(ui, form, name, NUMBER + 40.0, &mut risk.label);
            form.number(ui, "points", &format!("{name} {}", form.t("te-points")), &mut risk.points);
            ui.label(form.t("unit-points"));
        });
        form.problems_at(ui, &risk.id);
    };
    let new = |_: &[Risk]| Risk::blank(fresh_part_id(rule, "risk"));
    rows(ui, form, Names { row: "te-risk", add: "te-add-risk" }, risks, row, new);
    let choices = [(RiskYield::Points, "te-risks-points"), (RiskYield::Ratio, "te-risks-ratio")];
    choice_row(ui, form, "te-yields", yields, &choices);
    let name = form.t("te-most");
    form.row(ui, &name, |form, ui| form.optional(ui, "cap", &name, cap));
}
