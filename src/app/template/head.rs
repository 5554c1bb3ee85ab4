//! The template as a whole: what it is called, how its total comes about, its grades, its printed sheet.

use crate::app::template::draft::TemplateDraft;
use crate::app::template::form::{Form, Setting, problem_ui};
use crate::app::template::node::{combine_ui, sum_ui};
use crate::app::template::state::{Cx, UiState};
use crate::app::template::table::{Names, rows};
use crate::app::template::words::words_list;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::{card, fold_card};
use crate::template::{
    Form as Layout, Grade, GradeBy, HeadField, Label, NotApplicablePolicy, Order, Rounding, Sheet, Template,
    TemplateEdit, TotalCap, Years,
};
use eframe::egui::Ui;
use rust_decimal::Decimal;

pub(crate) fn head_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, draft: &TemplateDraft) {
    let template = draft.template().clone();
    let problems = draft.problems_of(None).collect::<Vec<_>>();
    let mut form = Form::new(cx, ui_state, "head", &problems);
    for problem in &problems {
        problem_ui(ui, cx, problem);
    }
    card(ui, &cx.t("te-head-words"), "", |ui| words_ui(ui, &mut form, &template));
    advanced_ui(ui, &mut form, &template);
    card(ui, &cx.t("te-head-total"), "", |ui| total_ui(ui, &mut form, &template));
    card(ui, &cx.t("te-head-grades"), &cx.t("te-head-grades-aside"), |ui| {
        grades_ui(ui, &mut form, &template)
    });
    card(ui, &cx.t("te-head-sheet"), "", |ui| sheet_ui(ui, &mut form, &template));
}

fn head(form: &mut Form<'_, '_>, field: impl FnOnce() -> HeadField) {
    form.send(|| TemplateEdit::Head(field()));
}

fn words_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    let fields: [Setting<'_, Label, HeadField>; 4] = [
        ("te-title", template.title.clone(), HeadField::Title),
        ("te-version", template.version.clone(), HeadField::Version),
        ("te-summary", template.summary.clone(), HeadField::Summary),
        ("te-source", template.source.clone(), HeadField::Source),
    ];
    for (key, mut value, field) in fields {
        let name = form.t(key);
        form.row(ui, &name, |form, ui| {
            form.text(ui, key, &Look::text(&name, ui.available_width().min(520.0) - 8.0), &mut value);
            head(form, || field(value));
        });
    }
    let name = form.t("te-years");
    form.row(ui, &name, |form, ui| {
        let Years { mut from, mut to } = template.years;
        ui.horizontal(|ui| {
            for (key, year) in [("te-year-from", &mut from), ("te-year-to", &mut to)] {
                let name = form.t(key);
                ui.label(&name);
                let mut count = year.map(u32::from);
                form.count(ui, key, &name, &mut count, true);
                *year = count.and_then(|year| u16::try_from(year).ok());
            }
        });
        head(form, || HeadField::Years(Years { from, to }));
    });
}

/// What programs know the template by; open where it is what is wrong.
fn advanced_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    let (title, aside) = (form.t("te-advanced"), form.t("te-advanced-aside"));
    fold_card(ui, "te-advanced", &title, &aside, template.id.is_empty(), |ui| {
        let name = form.t("te-id");
        form.row(ui, &name, |form, ui| {
            let mut id = template.id.clone();
            form.text(ui, "te-id", &Look::text(&name, ui.available_width().min(520.0) - 8.0), &mut id);
            head(form, || HeadField::Id(id));
        });
    });
}

fn total_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    let name = form.t("te-points");
    form.row(ui, &name, |form, ui| {
        let mut points = template.points;
        ui.horizontal(|ui| {
            form.number(ui, "points", &name, &mut points);
            sum_ui(ui, form, template.points, &template.nodes);
        });
        head(form, || HeadField::Points(points));
    });
    let mut combine = template.combine.clone();
    combine_ui(ui, form, &mut combine);
    head(form, || HeadField::Combine(combine));
    cap_ui(ui, form, template);
    rounding_ui(ui, form, template);
    let name = form.t("te-not-applicable");
    form.row(ui, &name, |form, ui| {
        let mut policy = template.not_applicable;
        let choices = [
            (NotApplicablePolicy::Rescale, "te-na-rescale"),
            (NotApplicablePolicy::RescaleInGroup, "te-na-rescale-group"),
            (NotApplicablePolicy::FullMarks, "te-na-full"),
            (NotApplicablePolicy::Exclude, "te-na-exclude"),
        ];
        form.choice(ui, "not-applicable", &name, &mut policy, &choices);
        head(form, || HeadField::NotApplicable(policy));
    });
    let mut adjustable = template.adjustable;
    let name = form.t("te-adjustable");
    form.flag(ui, &name, &mut adjustable);
    head(form, || HeadField::Adjustable(adjustable));
}

fn cap_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Full,
        At,
        Unlimited,
    }
    let name = form.t("te-cap");
    form.row(ui, &name, |form, ui| {
        let mut kind = match template.cap {
            TotalCap::FullMarks => Kind::Full,
            TotalCap::At(_) => Kind::At,
            TotalCap::Unlimited => Kind::Unlimited,
        };
        let mut at = if let TotalCap::At(at) = template.cap { at } else { template.points };
        ui.horizontal(|ui| {
            let choices =
                [(Kind::Full, "te-cap-full"), (Kind::At, "te-cap-at"), (Kind::Unlimited, "te-cap-unlimited")];
            form.choice(ui, "cap", &name, &mut kind, &choices);
            if kind == Kind::At {
                let name = form.t("te-cap-points");
                form.number(ui, "cap-at", &name, &mut at);
            }
        });
        head(form, || {
            HeadField::Cap(match kind {
                Kind::Full => TotalCap::FullMarks,
                Kind::At => TotalCap::At(at),
                Kind::Unlimited => TotalCap::Unlimited,
            })
        });
    });
}

fn rounding_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    let mut rounding = template.rounding;
    let Rounding { item_decimals, group_decimals, total_decimals, order, step } = &mut rounding;
    let name = form.t("te-decimals");
    form.row(ui, &name, |form, ui| {
        ui.horizontal_wrapped(|ui| {
            let (mut items, mut total) = (Some(*item_decimals), Some(*total_decimals));
            for (key, count, may_be_empty) in [
                ("te-decimals-items", &mut items, false),
                ("te-decimals-groups", group_decimals, true),
                ("te-decimals-total", &mut total, false),
            ] {
                let name = form.t(key);
                ui.label(&name);
                form.count(ui, key, &name, count, may_be_empty);
            }
            *item_decimals = items.unwrap_or(*item_decimals);
            *total_decimals = total.unwrap_or(*total_decimals);
        });
    });
    let name = form.t("te-order");
    form.row(ui, &name, |form, ui| {
        let choices = [(Order::RoundThenAdd, "te-order-round"), (Order::AddThenRound, "te-order-add")];
        form.choice(ui, "order", &name, order, &choices);
    });
    let name = form.t("te-step");
    form.row(ui, &name, |form, ui| form.number(ui, "step", &name, step));
    head(form, || HeadField::Rounding(rounding));
}

fn grades_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    let mut grades = template.grades.clone();
    let names = Names { row: "te-grade", add: "te-add-grade" };
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, grade: &mut Grade| {
        ui.horizontal(|ui| {
            let look = format!("{name} {}", form.t("te-name"));
            form.text(ui, "name", &Look::text(&look, 120.0), &mut grade.name);
            ui.label(form.t("te-grade-from"));
            let look = format!("{name} {}", form.t("te-grade-from"));
            form.number(ui, "from", &look, &mut grade.from);
        });
    };
    rows(ui, form, names, &mut grades, row, |_| Grade { name: "".into(), from: Decimal::ZERO });
    head(form, || HeadField::Grades(grades));
    let name = form.t("te-grade-by");
    form.row(ui, &name, |form, ui| {
        let mut by = template.grade_by;
        let choices = [(GradeBy::Printed, "te-grade-printed"), (GradeBy::Exact, "te-grade-exact")];
        form.choice(ui, "grade-by", &name, &mut by, &choices);
        head(form, || HeadField::GradeBy(by));
    });
}

fn sheet_ui(ui: &mut Ui, form: &mut Form<'_, '_>, template: &Template) {
    let mut sheet = template.sheet.clone();
    let Sheet { form: layout, levels, signatures, fund_sources, review, opinion } = &mut sheet;
    let name = form.t("te-layout");
    form.row(ui, &name, |form, ui| {
        let choices = [
            (Layout::ScoreSheet, "te-form-score"),
            (Layout::SelfEvaluation, "te-form-self"),
            (Layout::Comparison, "te-form-comparison"),
        ];
        form.choice(ui, "form", &name, layout, &choices);
    });
    let lists = [
        ("te-levels", Names { row: "te-level", add: "te-add-level" }, levels),
        ("te-signatures", Names { row: "te-signature", add: "te-add-signature" }, signatures),
        ("te-fund-sources", Names { row: "te-fund-source", add: "te-add-fund-source" }, fund_sources),
    ];
    for (key, names, list) in lists {
        let caption = form.t(key);
        form.row(ui, &caption, |form, ui| words_list(ui, form, names, list));
    }
    let caption = form.t("te-sheet-rooms");
    form.row(ui, &caption, |form, ui| {
        for (key, value) in [("te-sheet-review", review), ("te-sheet-opinion", opinion)] {
            let name = form.t(key);
            form.flag(ui, &name, value);
        }
    });
    head(form, || HeadField::Sheet(sheet));
}
