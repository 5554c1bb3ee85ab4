//! What is wrong with the template: counted in the status line, listed above it.

use crate::app::template::draft::TemplateDraft;
use crate::app::template::state::{Action, Cx, UiState};
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{chip, small};
use crate::number::plain;
use crate::text::Message;
use eframe::egui::{Align, Button, Label, Layout, ScrollArea, Ui};

/// Lower than this, the list of problems begins folded.
pub(crate) const ROOM_FOR_PROBLEMS: f32 = 560.0;

/// `height` is that of the window.
pub(crate) fn status_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &TemplateDraft,
    height: f32,
) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        let errors = draft.errors();
        let warnings = draft.problems().len() - errors;
        let words = match errors + warnings {
            0 => cx.t("te-sound"),
            _ => cx.text(&Message::new("te-problems").with("errors", errors).with("warnings", warnings)),
        };
        let shown = ui_state.shows_problems.unwrap_or(height > ROOM_FOR_PROBLEMS);
        if chip(ui, shown, &words).clicked() {
            ui_state.shows_problems = Some(!shown);
        }
        let template = draft.template();
        let items = Message::new("te-size")
            .with("items", template.outline().len())
            .with("points", plain(template.points));
        ui.label(small(&cx.text(&items), tokens.ink_soft));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(notice) = &cx.shared.notice {
                let ink = if notice.is_problem { tokens.deduction } else { tokens.ink_soft };
                let words = small(&notice.message.full(cx.lang()), ink);
                ui.add(Label::new(words).truncate());
            }
        });
    });
}

/// Each problem with its place; a click leads there.
pub(crate) fn list_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &TemplateDraft) {
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().id_salt("template-problems").min_scrolled_height(24.0).auto_shrink(false).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if draft.problems().is_empty() {
                ui.label(small(&cx.t("te-problems-none"), tokens.good));
            }
            for problem in draft.problems() {
                let ink = if problem.is_error() { tokens.deduction } else { tokens.caution };
                let place = match problem.path.as_str() {
                    "" => cx.t("te-head"),
                    path => path.to_owned(),
                };
                let words = format!("{place}：{}", problem.message.in_form(cx.lang()));
                let button = Button::new(small(&words, ink)).frame(false).truncate();
                if ui.add(button).on_hover_text(problem.message.full_in_form(cx.lang())).clicked() {
                    cx.send(Action::Select(problem.node.clone()));
                }
            }
        },
    );
}
