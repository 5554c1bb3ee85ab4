//! 项目与资金: the head of the sheet, the funds form, who signs.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::{date_ui, field_ui, refusal_ui};
use crate::app::evaluation::funds_paste::{FundsCell, is_block};
use crate::app::evaluation::standing::standing_ui;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::widgets::scroll::{Following as _, scroll_by_page};
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{card, small, strong};
use crate::evaluation::{Edit, FundField, FundLine, MoneyUnit, ProjectField, Signatory};
use crate::number::percent;
use crate::scoring::{FundsColumn, FundsSummary, LineSummary};
use crate::text::Message;
use eframe::egui::{
    Align, Button, Event, FontId, Frame, Grid, Layout, Margin, Rect, RichText, ScrollArea, Sense, TextStyle,
    Ui, vec2,
};

/// Wider than this no form is read with ease.
const WIDEST: f32 = 1120.0;
/// The form has room for all columns of the funds.
const FORM: f32 = 980.0;
/// Width of what stands beside it.
const STANDING: f32 = 280.0;
const GAP: f32 = 16.0;
/// Between a label and its field, and between two columns of them.
const LABEL_GAP: f32 = 12.0;
const COLUMN_GAP: f32 = 24.0;
/// Height of a field with its frame.
const FIELD: f32 = 32.0;
/// Width of the button of the calendar.
const CALENDAR: f32 = 33.0;

pub(crate) fn project_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    ScrollArea::vertical().id_salt("project").auto_shrink(false).following(ui, |ui| {
        scroll_by_page(ui);
        Frame::new().inner_margin(Margin::symmetric(28, 24)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            // A sheet without points has nothing to show beside the form.
            if !document.has_points() {
                return form_ui(ui, cx, ui_state, document, ui.available_width());
            }
            let beside = ui.available_width() - STANDING - GAP;
            if beside < FORM {
                form_ui(ui, cx, ui_state, document, ui.available_width());
                return standing_ui(ui, cx, document);
            }
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| form_ui(ui, cx, ui_state, document, beside));
                ui.add_space(GAP - ui.spacing().item_spacing.x);
                ui.vertical(|ui| {
                    ui.set_max_width(STANDING);
                    standing_ui(ui, cx, document);
                });
            });
        });
    });
}

fn form_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document, width: f32) {
    ui.set_max_width(WIDEST.min(width));
    head_ui(ui, cx, ui_state);
    funds_ui(ui, cx, ui_state, document);
    signatories_ui(ui, cx, ui_state, document);
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) {
    card(ui, &cx.t("project-title"), &cx.t("project-aside"), |ui| {
        let label = label_width(ui, cx);
        let narrow = ui.available_width() < 760.0;
        let whole = ui.available_width() - label - LABEL_GAP;
        let half = (ui.available_width() - COLUMN_GAP) / 2.0 - label - LABEL_GAP;
        ui.spacing_mut().item_spacing = vec2(LABEL_GAP, 10.0);
        ui.horizontal_top(|ui| label_and_field(ui, cx, ui_state, ProjectField::Name, (label, whole)));
        let rows = [
            [Some(ProjectField::Year), Some(ProjectField::Department)],
            [Some(ProjectField::Unit), Some(ProjectField::Evaluator)],
            [Some(ProjectField::Date), Some(ProjectField::Leader)],
            [Some(ProjectField::Preparer), Some(ProjectField::Phone)],
            [Some(ProjectField::FilledOn), None],
        ];
        for row in rows {
            let fields = row.into_iter().flatten();
            if narrow {
                for field in fields {
                    ui.horizontal_top(|ui| label_and_field(ui, cx, ui_state, field, (label, whole)));
                }
                continue;
            }
            ui.horizontal_top(|ui| {
                for (number, field) in fields.enumerate() {
                    ui.add_space(if number > 0 { COLUMN_GAP - LABEL_GAP } else { 0.0 });
                    label_and_field(ui, cx, ui_state, field, (label, half));
                }
            });
        }
        let document = cx.document();
        let is_form = document.template.sheet.form != crate::template::Form::ScoreSheet;
        let shown = |field: &ProjectField| {
            let is_goal = *field != ProjectField::Remark;
            field.is_long() && (!is_goal || is_form || !document.evaluation().project.get(*field).is_empty())
        };
        for field in ProjectField::ALL.into_iter().filter(shown) {
            let name = cx.t(field.label_key());
            ui.add_space(GRID);
            ui.label(small(&name, Tokens::of(ui).ink_soft));
            let look = Look::lines(&name, ui.available_width(), 2);
            field_ui(ui, cx, ui_state, Field::Project(field), &look);
        }
    });
}

/// Before each field, as wide as the longest of them.
fn label_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    let ink = Tokens::of(ui).ink_soft;
    let fields = ProjectField::ALL.into_iter().filter(|field| !field.is_long());
    let width = |field: ProjectField| {
        ui.painter().layout_no_wrap(cx.t(field.label_key()), font.clone(), ink).size().x
    };
    fields.map(width).fold(0.0, f32::max)
}

fn label_and_field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    field: ProjectField,
    (label, width): (f32, f32),
) {
    let name = cx.t(field.label_key());
    ui.allocate_ui_with_layout(vec2(label, FIELD), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(label);
        ui.label(RichText::new(&name).color(Tokens::of(ui).ink_soft));
    });
    let hint = match field {
        ProjectField::Year => cx.t("project-year-hint"),
        ProjectField::Date | ProjectField::FilledOn => cx.t("project-date-hint"),
        _ => String::new(),
    };
    if !matches!(field, ProjectField::Date | ProjectField::FilledOn) {
        ui.vertical(|ui| {
            field_ui(ui, cx, ui_state, Field::Project(field), &Look::text(&name, width).hint(&hint))
        });
        return;
    }
    ui.horizontal_top(|ui| {
        let look = Look::text(&name, width - CALENDAR - LABEL_GAP).hint(&hint);
        field_ui(ui, cx, ui_state, Field::Project(field), &look);
        let key = if field == ProjectField::FilledOn { "calendar-open-filled-on" } else { "calendar-open" };
        date_ui(ui, cx, &cx.t(key), cx.document().evaluation().project.get(field), |text| {
            cx.send(Action::Seal);
            cx.send(Action::Edit(Edit::SetProject { field, text }));
            cx.send(Action::Seal);
        });
    });
}

fn funds_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let tokens = Tokens::of(ui);
    block(ui, cx, document);
    card(ui, &cx.t("funds-title"), &cx.t("funds-aside"), |ui| {
        unit_ui(ui, cx, document);
        let summary = &document.card().funds;
        // Nine columns are wider than a window at 200 %.
        ScrollArea::horizontal().id_salt("funds").following(ui, |ui| {
            Grid::new("funds")
                .num_columns(9)
                .spacing(vec2(8.0, 8.0))
                .show(ui, |ui| {
                    ui.label(small(&cx.t("funds-source"), tokens.ink_faint));
                    for field in FundField::ALL {
                        head(ui, &cx.t(field.label_key()), AMOUNT);
                    }
                    for key in ["funds-arrival-rate", "funds-execution-rate", "funds-remainder"] {
                        head(ui, &cx.t(key), RATE);
                    }
                    ui.end_row();
                    let lines = summary.lines.iter().enumerate();
                    let places: Vec<Rect> = lines
                        .map(|(line, worked_out)| line_ui(ui, cx, ui_state, document, line, worked_out))
                        .collect();
                    total_ui(ui, cx, summary);
                    places
                })
                .inner
                .into_iter()
                .enumerate()
                .for_each(|(line, place)| remove_ui(ui, cx, document, line, place));
        });
        for line in 0..summary.lines.len() {
            for field in FundField::ALL {
                refusal_ui(ui, cx, ui_state, &Field::FundAmount(line, field));
            }
        }
        ui.add_space(GRID);
        if ui.button(RichText::new(cx.t("change-add-fund-line")).size(size::SMALL)).clicked() {
            cx.send(Action::Edit(Edit::AddFundLine(FundLine::default())));
        }
        if over_budget(&summary.total) {
            ui.label(small(&cx.t("funds-over-budget"), tokens.caution));
        }
    });
}

/// A block of a spreadsheet fills the cells from the one on that has the focus; a word goes into its field.
fn block(ui: &Ui, cx: &Cx<'_>, document: &Document) {
    let mut cells = FundsCell::all(document.evaluation().funds.lines.len());
    let focused = ui.memory(|memory| memory.focused());
    let Some(at) = focused.and_then(|id| cells.find(|cell| cell.field().id() == id)) else { return };
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if is_block(text) => {
                cx.send(Action::PasteFunds(at, text.clone()));
                false
            }
            _ => true,
        });
    });
}

const AMOUNT: f32 = 106.0;
const RATE: f32 = 80.0;

fn over_budget(total: &LineSummary) -> bool {
    total.annual_budget.zip(total.executed).is_some_and(|(budget, executed)| executed > budget)
}

fn unit_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let unit = document.evaluation().funds.unit;
    ui.horizontal(|ui| {
        ui.label(small(&cx.t("funds-unit"), Tokens::of(ui).ink_soft));
        for (choice, key) in
            [(MoneyUnit::TenThousandYuan, "unit-ten-thousand"), (MoneyUnit::Yuan, "unit-yuan")]
        {
            if ui.radio(unit == choice, cx.t(key)).clicked() && unit != choice {
                cx.send(Action::Edit(Edit::SetFundsUnit(choice)));
            }
        }
        ui.label(small(&cx.t("funds-unit-note"), Tokens::of(ui).ink_faint));
    });
}

fn head(ui: &mut Ui, text: &str, width: f32) {
    let color = Tokens::of(ui).ink_faint;
    ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::right_to_left(Align::Center), |ui| {
        ui.set_width(width);
        ui.label(small(text, color)).explained(text);
    });
}

/// A figure that nobody types, aligned with those above it.
fn figure(ui: &mut Ui, text: RichText, width: f32) {
    ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::right_to_left(Align::Center), |ui| {
        ui.set_width(width);
        ui.add_space(8.0);
        ui.label(text);
    });
}

fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    document: &Document,
    line: usize,
    worked_out: &LineSummary,
) -> Rect {
    let source =
        document.evaluation().funds.lines.get(line).map(|line| line.source.clone()).unwrap_or_default();
    let name = format!("{} {}", cx.t("funds-source"), line + 1);
    field_ui(ui, cx, ui_state, Field::FundSource(line), &Look::text(&name, 190.0));
    for field in FundField::ALL {
        let name = format!("{source} {}", cx.t(field.label_key()));
        ui.vertical(|ui| {
            ui.set_width(AMOUNT);
            field_ui(ui, cx, ui_state, Field::FundAmount(line, field), &Look::number(&name, AMOUNT).silent());
        });
    }
    rates(ui, &document.card().funds, worked_out, false);
    let font = FontId::proportional(size::SMALL);
    let words = ui.painter().layout_no_wrap(cx.t("button-remove"), font, Tokens::of(ui).ink_soft);
    let (place, _) = ui.allocate_exact_size(vec2(words.size().x, 28.0), Sense::hover());
    ui.end_row();
    place
}

/// Tab goes from amount to amount, and only then to what removes them.
fn remove_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, line: usize, place: Rect) {
    let source = document.evaluation().funds.lines.get(line).map_or("", |line| &line.source);
    let remove = Button::new(small(&cx.t("button-remove"), Tokens::of(ui).ink_soft)).frame(false);
    let tip = cx.text(&Message::new("funds-remove-tip").with("source", source));
    if ui.put(place, remove).on_hover_text(tip).clicked() {
        cx.send(Action::Edit(Edit::RemoveFundLine { line }));
    }
}

fn rates(ui: &mut Ui, funds: &FundsSummary, worked_out: &LineSummary, bold: bool) {
    let tokens = Tokens::of(ui);
    let dash = || "—".to_owned();
    let texts = [
        worked_out.arrival_rate.map_or_else(dash, percent),
        worked_out.execution_rate.map_or_else(dash, percent),
        funds.written(worked_out, FundsColumn::Remainder).unwrap_or_else(dash),
    ];
    for text in texts {
        let text = if bold { strong(&text) } else { RichText::new(text).color(tokens.ink_soft) };
        figure(ui, text, RATE);
    }
}

fn total_ui(ui: &mut Ui, cx: &Cx<'_>, funds: &FundsSummary) {
    ui.label(strong(&cx.t("funds-total")));
    for field in FundField::ALL {
        let text = funds.written(&funds.total, FundsColumn::Entered(field)).unwrap_or_else(|| "—".to_owned());
        figure(ui, strong(&text), AMOUNT);
    }
    rates(ui, funds, &funds.total, true);
    ui.end_row();
}

fn signatories_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let tokens = Tokens::of(ui);
    let signatories = &document.evaluation().project.signatories;
    card(ui, &cx.t("change-signatories"), &cx.t("signatories-aside"), |ui| {
        for number in 0..signatories.len() {
            ui.horizontal(|ui| {
                let role = format!("{} {}", cx.t("signatory-role"), number + 1);
                field_ui(ui, cx, ui_state, Field::SignatoryRole(number), &Look::text(&role, 180.0));
                let name = format!("{} {}", cx.t("signatory-name"), number + 1);
                let hint = cx.t("signatory-name-hint");
                field_ui(
                    ui,
                    cx,
                    ui_state,
                    Field::SignatoryName(number),
                    &Look::text(&name, 220.0).hint(&hint),
                );
                let remove = Button::new(small(&cx.t("button-remove"), tokens.ink_soft)).frame(false);
                if ui.add(remove).clicked() {
                    let mut left = signatories.clone();
                    left.remove(number);
                    cx.send(Action::Seal);
                    cx.send(Action::Edit(Edit::SetSignatories(left)));
                    cx.send(Action::Seal);
                }
            });
        }
        if ui.button(RichText::new(cx.t("button-add-signatory")).size(size::SMALL)).clicked() {
            let mut more = signatories.clone();
            more.push(Signatory::default());
            cx.send(Action::Seal);
            cx.send(Action::Edit(Edit::SetSignatories(more)));
            cx.send(Action::Seal);
        }
    });
}
