//! The fields of a group or an indicator.

use crate::app::template::draft::TemplateDraft;
use crate::app::template::form::{Form, NUMBER, Setting, problem_ui};
use crate::app::template::rule::{bands_ui, rule_ui};
use crate::app::template::state::{Cx, UiState};
use crate::app::template::table::{Names, rows};
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{card, small, strong};
use crate::number::plain;
use crate::template::{
    Banded, BandedBy, Combine, EqualSplit, Group, Id, Indicator, Label, Node, NodeField, OpenGroup, Pattern,
    Problem, Remainder, Rule, TemplateEdit,
};
use crate::text::Message;
use eframe::egui::Ui;
use rust_decimal::Decimal;

pub(crate) fn group_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &TemplateDraft,
    group: &Group,
) {
    let problems = draft.problems_of(Some(&group.id)).collect::<Vec<_>>();
    let mut form = Form::new(cx, ui_state, &format!("node/{}", group.id), &problems);
    card(ui, &cx.t("te-group"), "", |ui| {
        common_ui(ui, &mut form, draft, &group.id);
        sum_row(ui, &mut form, group);
        let mut combine = group.combine.clone();
        combine_ui(ui, &mut form, &mut combine);
        send(&mut form, &group.id, || NodeField::Combine(combine));
        let bounds: [Setting<'_, Option<Decimal>, NodeField>; 2] =
            [("te-group-cap", group.cap, NodeField::Cap), ("te-group-floor", group.floor, NodeField::Floor)];
        for (key, mut value, field) in bounds {
            let name = form.t(key);
            form.row(ui, &name, |form, ui| {
                form.optional(ui, key, &name, &mut value);
                send(form, &group.id, || field(value));
            });
        }
        for problem in &problems {
            problem_ui(ui, cx, problem);
        }
    });
    card(ui, &cx.t("te-open-title"), "", |ui| open_ui(ui, &mut form, group));
}

fn send(form: &mut Form<'_, '_>, node: &Id, field: impl FnOnce() -> NodeField) {
    form.send(|| TemplateEdit::Node { node: node.clone(), field: field() });
}

/// Name, points with those of the siblings, weight.
fn common_ui(ui: &mut Ui, form: &mut Form<'_, '_>, draft: &TemplateDraft, id: &Id) {
    let template = draft.template();
    let Some(node) = template.node(id) else { return };
    let (mut points, mut weight) = (node.points(), node.weight());
    let caption = form.t("te-name");
    form.row(ui, &caption, |form, ui| {
        let mut name = node.name().clone();
        form.text(ui, "name", &Look::text(&caption, ui.available_width().min(420.0) - 8.0), &mut name);
        send(form, id, || NodeField::Name(name));
    });
    let parent = template.slot_of(id).and_then(|slot| slot.parent);
    let (combine, whole, siblings) = match parent.as_ref().and_then(|parent| template.node(parent)) {
        Some(Node::Group(group)) => (&group.combine, group.points, &group.children),
        _ => (&template.combine, template.points, &template.nodes),
    };
    let caption = form.t("te-points");
    form.row(ui, &caption, |form, ui| {
        if matches!(combine, Combine::EqualSplit(_)) {
            let words = Message::new("te-points-split").with("points", plain(points));
            ui.label(form.cx.text(&words));
            return;
        }
        ui.horizontal(|ui| {
            form.number(ui, "points", &caption, &mut points);
            if matches!(combine, Combine::Sum) {
                ui.label(small(&form.t("te-siblings"), Tokens::of(ui).ink_faint));
                sum_ui(ui, form, whole, siblings);
            }
        });
        send(form, id, || NodeField::Points(points));
    });
    if matches!(combine, Combine::Weighted) || weight.is_some() {
        let caption = form.t("te-weight");
        form.row(ui, &caption, |form, ui| {
            form.optional_share(ui, "weight", &caption, &mut weight);
            send(form, id, || NodeField::Weight(weight));
        });
    }
}

/// 合计 18 / 20，差 2.
pub(crate) fn sum_ui(ui: &mut Ui, form: &Form<'_, '_>, whole: Decimal, children: &[Node]) {
    if children.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    let sum = children.iter().try_fold(Decimal::ZERO, |sum, child| sum.checked_add(child.points()));
    let Some((sum, missing)) = sum.and_then(|sum| Some((sum, whole.checked_sub(sum)?))) else { return };
    let (key, ink) = match missing {
        zero if zero.is_zero() => ("te-sum-even", tokens.good),
        missing if missing > Decimal::ZERO => ("te-sum-short", tokens.deduction),
        _ => ("te-sum-over", tokens.deduction),
    };
    let message = Message::new(key).with("sum", plain(sum)).with("whole", plain(whole));
    let text = form.cx.text(&message.with("difference", plain(missing.abs())));
    ui.label(strong(&text).size(13.0).color(ink));
}

fn sum_row(ui: &mut Ui, form: &mut Form<'_, '_>, group: &Group) {
    if matches!(group.combine, Combine::Sum) && !group.children.is_empty() {
        let caption = form.t("te-children");
        form.row(ui, &caption, |form, ui| sum_ui(ui, form, group.points, &group.children));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Sum,
    Weighted,
    Mean,
    Scale,
    EqualSplit,
    Highest,
    Lowest,
    Banded,
}

/// How the scores of children become that of their parent.
pub(crate) fn combine_ui(ui: &mut Ui, form: &mut Form<'_, '_>, combine: &mut Combine) {
    let caption = form.t("te-combine");
    form.row(ui, &caption, |form, ui| {
        let before = kind_of(combine);
        let mut kind = before;
        let choices = [
            (Kind::Sum, "te-combine-sum"),
            (Kind::Weighted, "te-combine-weighted"),
            (Kind::Mean, "te-combine-mean"),
            (Kind::Scale, "te-combine-scale"),
            (Kind::EqualSplit, "te-combine-split"),
            (Kind::Highest, "te-combine-highest"),
            (Kind::Lowest, "te-combine-lowest"),
            (Kind::Banded, "te-combine-banded"),
        ];
        form.choice(ui, "combine", &caption, &mut kind, &choices);
        if kind != before {
            *combine = blank_combine(kind);
        }
        match combine {
            Combine::EqualSplit(EqualSplit { decimals, remainder }) => {
                split_ui(ui, form, decimals, remainder)
            }
            Combine::Banded(Banded { by, bands }) => {
                let name = form.t("te-banded-by");
                let choices = [
                    (BandedBy::Sum, "te-banded-sum"),
                    (BandedBy::Mean, "te-banded-mean"),
                    (BandedBy::Rate, "te-banded-rate"),
                ];
                form.choice(ui, "banded-by", &name, by, &choices);
                bands_ui(ui, form, bands, *by == BandedBy::Rate);
            }
            _ => {}
        }
    });
}

fn split_ui(ui: &mut Ui, form: &mut Form<'_, '_>, decimals: &mut u32, remainder: &mut Remainder) {
    ui.horizontal_wrapped(|ui| {
        let name = form.t("te-split-decimals");
        ui.label(&name);
        let mut count = Some(*decimals);
        form.count(ui, "split-decimals", &name, &mut count, false);
        *decimals = count.unwrap_or(*decimals);
        let name = form.t("te-split-remainder");
        ui.label(&name);
        let choices = [(Remainder::First, "te-split-first"), (Remainder::Last, "te-split-last")];
        form.choice(ui, "split-remainder", &name, remainder, &choices);
    });
}

fn kind_of(combine: &Combine) -> Kind {
    match combine {
        Combine::Sum => Kind::Sum,
        Combine::Weighted => Kind::Weighted,
        Combine::Mean => Kind::Mean,
        Combine::Scale => Kind::Scale,
        Combine::EqualSplit(_) => Kind::EqualSplit,
        Combine::Highest => Kind::Highest,
        Combine::Lowest => Kind::Lowest,
        Combine::Banded(_) => Kind::Banded,
    }
}

fn blank_combine(kind: Kind) -> Combine {
    match kind {
        Kind::Sum => Combine::Sum,
        Kind::Weighted => Combine::Weighted,
        Kind::Mean => Combine::Mean,
        Kind::Scale => Combine::Scale,
        Kind::EqualSplit => Combine::EqualSplit(EqualSplit::blank()),
        Kind::Highest => Combine::Highest,
        Kind::Lowest => Combine::Lowest,
        Kind::Banded => Combine::Banded(Banded::blank()),
    }
}

/// Whether an evaluation may add indicators of its own here, and the rules that it chooses among.
fn open_ui(ui: &mut Ui, form: &mut Form<'_, '_>, group: &Group) {
    let mut is_open = group.open.is_some();
    let name = form.t("te-open-here");
    form.flag(ui, &name, &mut is_open);
    let mut open = match (is_open, &group.open) {
        (false, _) => None,
        (true, Some(open)) => Some(open.clone()),
        (true, None) => Some(OpenGroup::blank()),
    };
    if let Some(OpenGroup { patterns }) = &mut open {
        let names = Names { row: "te-pattern", add: "te-add-pattern" };
        let points = group.points;
        let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, pattern: &mut Pattern| {
            for (key, words) in [("te-name", &mut pattern.label), ("te-standard", &mut pattern.standard)] {
                let caption = form.t(key);
                form.row(ui, &caption, |form, ui| {
                    let look = format!("{name} {caption}");
                    form.text(ui, key, &Look::text(&look, ui.available_width().min(360.0) - 8.0), words);
                });
            }
            form.within("rule", |form| rule_ui(ui, form, points, &mut pattern.rule));
        };
        rows(ui, form, names, patterns, row, |list| {
            let mut taken = (1_u32..).map(|number| format!("pattern-{number}"));
            let free = taken.find(|id| list.iter().all(|pattern| *pattern.id != **id)).unwrap_or_default();
            let rule = Rule::blank(points);
            Pattern { id: free.into(), label: "".into(), standard: "".into(), rule }
        });
    }
    send(form, &group.id, || NodeField::Open(open));
}

pub(crate) fn indicator_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &TemplateDraft,
    indicator: &Indicator,
) {
    let problems = draft.problems_of(Some(&indicator.id)).collect::<Vec<_>>();
    let mut form = Form::new(cx, ui_state, &format!("node/{}", indicator.id), &problems);
    card(ui, &cx.t("te-indicator"), "", |ui| {
        common_ui(ui, &mut form, draft, &indicator.id);
        words_ui(ui, &mut form, indicator);
    });
    card(ui, &cx.t("te-rule"), "", |ui| {
        for problem in problems.iter().filter(|problem| !is_at_part(problem, indicator)) {
            problem_ui(ui, cx, problem);
        }
        let mut rule = indicator.rule.clone();
        form.within("rule", |form| rule_ui(ui, form, indicator.points, &mut rule));
        send(&mut form, &indicator.id, || NodeField::Rule(Box::new(rule)));
    });
}

/// Shown in the row of that part, not above the rule.
fn is_at_part(problem: &Problem, indicator: &Indicator) -> bool {
    let ids = crate::app::template::rule::rows_with_problems(&indicator.rule);
    ids.iter().any(|id| problem.is_at(id))
}

fn words_ui(ui: &mut Ui, form: &mut Form<'_, '_>, indicator: &Indicator) {
    let fields: [(Setting<'_, Label, NodeField>, usize); 3] = [
        (("te-criterion", indicator.criterion.clone(), NodeField::Criterion), 2),
        (("te-standard", indicator.standard.clone(), NodeField::Standard), 2),
        (("te-unit", indicator.unit.clone(), NodeField::Unit), 1),
    ];
    for ((key, mut value, field), lines) in fields {
        let name = form.t(key);
        form.row(ui, &name, |form, ui| {
            let width = if lines > 1 { ui.available_width() - 8.0 } else { NUMBER * 2.0 };
            form.text(ui, key, &Look::lines(&name, width, lines), &mut value);
            send(form, &indicator.id, || field(value));
        });
    }
    ui.horizontal_wrapped(|ui| {
        let flags: [Setting<'_, bool, NodeField>; 2] = [
            ("te-evidence", indicator.evidence_expected, NodeField::EvidenceExpected),
            ("te-always", indicator.always_applies, NodeField::AlwaysApplies),
        ];
        for (key, mut on, field) in flags {
            let name = form.t(key);
            form.flag(ui, &name, &mut on);
            send(form, &indicator.id, || field(on));
        }
    });
}
