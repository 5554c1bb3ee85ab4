//! The third step: what was made of the table. Every row and every rule is accounted for, every assumption confirmed.

use crate::app::import::draft::ImportDraft;
use crate::app::import::state::{Action, Cx, List, UiState};
use crate::app::import::{reading, rows, scores_ui, words};
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{chip, small, strong};
use crate::import::{Imported, Reading};
use crate::number::plain;
use crate::text::Message;
use eframe::egui::{
    self, Align, Button, CentralPanel, CornerRadius, Frame, Label, Layout, Margin, Panel, RichText,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

const ROW: f32 = 50.0;

pub(crate) fn result_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &ImportDraft,
    imported: &Imported,
) {
    let tokens = Tokens::of(ui);
    let strip = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(20, 10));
    Panel::top("import-result-top").frame(strip).show(ui, |ui| top_ui(ui, cx, ui_state, draft, imported));
    let page = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(20, 8));
    match ui_state.list {
        List::Rows => {
            CentralPanel::default().frame(page).show(ui, |ui| rows::rows_ui(ui, cx, imported));
        }
        List::Scores => {
            CentralPanel::default().frame(page).show(ui, |ui| scores_ui::scores_ui(ui, cx, draft.scored()));
        }
        List::Notes => {
            CentralPanel::default().frame(page).show(ui, |ui| rows::notes_ui(ui, cx, draft, imported));
        }
        List::Rules | List::Open => {
            let width = (ui.available_width() * 0.38).clamp(250.0, 460.0);
            let left = Frame::new().fill(tokens.panel);
            Panel::left("import-readings").resizable(false).exact_size(width).frame(left).show(ui, |ui| {
                list_ui(ui, cx, ui_state, draft, imported);
            });
            let selected = selected(ui_state, draft, imported);
            CentralPanel::default().frame(page).show(ui, |ui| {
                if let Some(found) = imported.readings.get(selected) {
                    reading::reading_ui(ui, cx, ui_state, draft, (selected, found));
                }
            });
        }
    }
}

/// The reading that is shown in full: the first one that waits, until another is chosen.
fn selected(ui_state: &mut UiState, draft: &ImportDraft, imported: &Imported) -> usize {
    let chosen = ui_state.selected.filter(|index| *index < imported.readings.len());
    let first = || draft.open().next().map(|(index, _)| index).unwrap_or_default();
    let selected = chosen.unwrap_or_else(first);
    ui_state.selected = Some(selected);
    selected
}

fn top_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, draft: &ImportDraft, imported: &Imported) {
    let tokens = Tokens::of(ui);
    let open = draft.open().count();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let all = ui.add_enabled(open > 0, Button::new(cx.t("import-confirm-all")));
            if all.on_hover_text(cx.t("import-confirm-all-tip")).clicked() {
                cx.send(Action::ConfirmAll);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = format!("{}（{}）", imported.template.title, plain(imported.template.points));
                ui.add(Label::new(strong(&title).size(size::BODY + 1.0)).truncate());
            });
        });
    });
    ui.add(Label::new(small(&words::summary(cx, imported), tokens.ink_soft)).wrap());
    scores_ui::question_ui(ui, cx, draft);
    scores_ui::fits_ui(ui, cx, imported);
    let counts = imported.rows.counts();
    let scores = draft.scored().audit().map(|_| {
        (List::Scores, Message::new("import-list-scores").with("count", draft.scored().open().count()))
    });
    let lists = [
        (List::Rules, Message::new("import-list-rules").with("count", imported.readings.len())),
        (List::Open, Message::new("import-list-open").with("count", open)),
        (
            List::Rows,
            Message::new("import-list-rows").with("changed", counts.changed).with("refused", counts.refused),
        ),
        (
            List::Notes,
            Message::new("import-list-notes")
                .with("count", imported.findings.len() + draft.notes().count() + draft.problems().len()),
        ),
    ];
    ui.horizontal_wrapped(|ui| {
        for (list, name) in scores.into_iter().chain(lists) {
            if chip(ui, ui_state.list == list, &cx.text(&name)).clicked() {
                ui_state.list = list;
            }
        }
    });
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, draft: &ImportDraft, imported: &Imported) {
    let shown: Vec<(usize, &Reading)> = match ui_state.list {
        List::Open => draft.open().collect(),
        _ => imported.readings.iter().enumerate().collect(),
    };
    if shown.is_empty() {
        Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.add(Label::new(small(&cx.t("import-none-open"), Tokens::of(ui).ink_soft)).wrap());
        });
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt(("import-readings", ui_state.list == List::Open));
    area.auto_shrink(false).show_rows(ui, ROW, shown.len(), |ui, range| {
        for (index, reading) in shown.get(range).unwrap_or_default() {
            row_ui(ui, cx, ui_state, draft, (*index, reading));
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &ImportDraft,
    (index, reading): (usize, &Reading),
) {
    let tokens = Tokens::of(ui);
    let is_selected = ui_state.selected == Some(index);
    let form = words::form(cx, reading);
    let (state, ink) = if draft.is_open(index, reading) {
        ("import-open", tokens.caution)
    } else if draft.is_confirmed(index) {
        ("import-confirmed", tokens.good)
    } else {
        ("import-certain", tokens.ink_faint)
    };
    let state = match reading.proposal() {
        None if !draft.is_confirmed(index) => String::new(),
        _ => cx.t(state),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let points = plain(reading.points);
    let name = format!("{} {points} {form} {state}", reading.name);
    let name = name.trim_end().to_owned();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_selected, &name));
    let fill = if is_selected { tokens.accent_soft } else { tokens.panel };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    if response.has_focus() {
        let edge = Stroke::new(1.0, tokens.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, edge, StrokeKind::Inside);
    }
    let inner = UiBuilder::new().max_rect(rect.shrink2(vec2(16.0, 5.0))).layout(Layout::top_down(Align::Min));
    let mut inside = ui.new_child(inner);
    inside.spacing_mut().interact_size.y = 18.0;
    inside.spacing_mut().item_spacing.y = 1.0;
    line(&mut inside, strong(&reading.name), RichText::new(points).size(size::SMALL));
    line(&mut inside, small(&form, tokens.ink_soft), small(&state, ink));
    // The arrow keys lead along the list.
    if response.clicked() || response.gained_focus() {
        ui_state.selected = Some(index);
    }
}

/// Words at the left as far as there is room, others at the right.
fn line(ui: &mut Ui, left: RichText, right: RichText) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(right).selectable(false));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(left).truncate().selectable(false));
            });
        });
    });
}
