//! One rule: the words of the table, and the ways to read them.

use crate::app::import::draft::ImportDraft;
use crate::app::import::draft::needs_confirmation;
use crate::app::import::state::{Action, Cx, UiState};
use crate::app::import::words;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{card, note, small, strong};
use crate::import::{Proposal, Reading};
use crate::number::plain;
use crate::text::Message;
use eframe::egui::{Label, Margin, RichText, ScrollArea, Ui};

pub(crate) fn reading_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &ImportDraft,
    (index, reading): (usize, &Reading),
) {
    let tokens = Tokens::of(ui);
    ui.set_max_width(ui.available_width().min(720.0));
    ui.add(Label::new(strong(&reading.name).size(size::HEADING - 2.0)).truncate());
    let place = Message::new("import-place").with("row", reading.row).with("points", plain(reading.points));
    ui.label(small(&cx.text(&place), tokens.ink_faint));
    // Always in sight, however far down the ways to read it go.
    confirm_ui(ui, cx, ui_state, draft, (index, reading));
    ui.add_space(GRID);
    ScrollArea::vertical().id_salt(("import-reading", index)).auto_shrink(false).following(ui, |ui| {
        card(ui, &cx.t("import-text"), "", |ui| {
            let text = match reading.text.trim() {
                "" => RichText::new(cx.t("import-text-none")).color(tokens.ink_faint),
                text => RichText::new(text),
            };
            ui.add(Label::new(text).wrap());
        });
        ui.add_space(GRID * 2.0);
        card(ui, &cx.t("import-read-as"), "", |ui| ways_ui(ui, cx, (index, reading)));
    });
}

fn ways_ui(ui: &mut Ui, cx: &Cx<'_>, (index, reading): (usize, &Reading)) {
    let tokens = Tokens::of(ui);
    let choose = |proposal| cx.send(Action::Choose(index, proposal));
    for (number, proposal) in reading.proposals.iter().enumerate() {
        let on = reading.chosen == Some(number);
        let form = cx.t(proposal.form.key());
        let way = ui.radio(on, strong(&form)).accessible_name(name(cx, &form, proposal));
        if way.clicked() && !on {
            choose(Some(number));
        }
        indented(ui, |ui| {
            for line in words::rule(cx, &proposal.rule, reading.points) {
                ui.add(Label::new(small(&line, tokens.ink_soft)).wrap());
            }
            for assumed in &proposal.assumed {
                note(ui, tokens.caution, tokens.caution_soft, &cx.text(assumed));
            }
        });
    }
    let on = reading.chosen.is_none();
    if ui.radio(on, strong(&cx.t("import-form-by-hand"))).clicked() && !on {
        choose(None);
    }
    indented(ui, |ui| {
        let why = reading.why_not.as_ref().map(|why| why.full(cx.lang()));
        let why = why.unwrap_or_else(|| cx.t("import-by-hand-words"));
        ui.add(Label::new(small(&why, tokens.ink_soft)).wrap());
    });
}

/// The form and what it assumes: forms alone would not tell two ways apart.
fn name(cx: &Cx<'_>, form: &str, proposal: &Proposal) -> String {
    let assumed: Vec<String> = proposal.assumed.iter().map(|message| cx.text(message)).collect();
    if assumed.is_empty() { form.to_owned() } else { format!("{form}（{}）", assumed.join("；")) }
}

fn indented(ui: &mut Ui, body: impl FnOnce(&mut Ui)) {
    let margin = Margin { left: 28, bottom: 6, ..Margin::ZERO };
    eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        body(ui);
    });
}

fn confirm_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &ImportDraft,
    (index, reading): (usize, &Reading),
) {
    ui.horizontal_wrapped(|ui| {
        if needs_confirmation(reading) {
            let mut on = draft.is_confirmed(index);
            if ui.checkbox(&mut on, cx.t("import-confirm")).changed() {
                cx.send(Action::Confirm(index, on));
            }
        }
        let later = draft.open().find(|(open, _)| *open > index);
        let next = later.or_else(|| draft.open().find(|(open, _)| *open != index));
        if let Some((next, _)) = next
            && ui.button(cx.t("import-next-open")).clicked()
        {
            ui_state.selected = Some(next);
        }
    });
}
