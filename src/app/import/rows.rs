//! What became of the rows, and what is to be said of the whole.

use crate::app::import::draft::ImportDraft;
use crate::app::import::state::{Action, Cx};
use crate::app::import::words::one_line;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{note, small, strong};
use crate::import::{Fate, Imported, RowEntry};
use crate::text::Message;
use eframe::egui::{Frame, Label, Margin, ScrollArea, Stroke, Ui, vec2};

const ROW: f32 = 50.0;

/// Rows that were changed or not used, and why.
pub(crate) fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, imported: &Imported) {
    let told = |row: &&RowEntry| !matches!(row.fate, Fate::Taken(_));
    let rows: Vec<&RowEntry> = imported.rows.rows.iter().filter(told).collect();
    if rows.is_empty() {
        ui.label(small(&cx.t("import-rows-none"), Tokens::of(ui).ink_soft));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("import-rows").auto_shrink(false).show_rows(
        ui,
        ROW,
        rows.len(),
        |ui, range| rows.get(range).unwrap_or_default().iter().for_each(|row| row_ui(ui, cx, row)),
    );
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &RowEntry) {
    let tokens = Tokens::of(ui);
    let (key, ink) = match row.fate {
        Fate::Refused(_) => ("import-refused", tokens.deduction),
        Fate::Changed(_) | Fate::Taken(_) => ("import-changed", tokens.caution),
    };
    let said: Vec<String> = row.fate.messages().iter().map(|message| message.full(cx.lang())).collect();
    let said = said.join(" ");
    let size = vec2(ui.available_width(), ROW);
    let area = ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.horizontal(|ui| {
            ui.label(small(
                &cx.text(&Message::new("cli-import-row").with("row", row.number)),
                tokens.ink_faint,
            ));
            ui.label(strong(&cx.t(key)).color(ink));
            ui.add(Label::new(small(&one_line(&row.words), tokens.ink)).truncate());
        });
        ui.add(Label::new(small(&said, tokens.ink_soft)).truncate());
    });
    let rect = area.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
}

/// What was assumed for the table as a whole, and what is wrong with the template.
pub(crate) fn notes_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &ImportDraft, imported: &Imported) {
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().id_salt("import-notes").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(860.0));
            for message in &imported.findings {
                note(ui, tokens.deduction, tokens.deduction_soft, &message.full(cx.lang()));
            }
            if !draft.open_findings().is_empty() && ui.button(cx.t("import-findings-accept")).clicked() {
                cx.send(Action::AcceptFindings);
            }
            for message in draft.notes() {
                note(ui, tokens.caution, tokens.caution_soft, &message.full(cx.lang()));
            }
            for problem in draft.problems() {
                let (ink, fill) = match problem.is_error() {
                    true => (tokens.deduction, tokens.deduction_soft),
                    false => (tokens.caution, tokens.caution_soft),
                };
                let message = problem.message.full_in_form(cx.lang());
                let words = match problem.path.as_str() {
                    "" => message,
                    path => format!("{path}：{message}"),
                };
                note(ui, ink, fill, &words);
            }
            let is_clean = draft.notes().next().is_none() && imported.findings.is_empty();
            if is_clean && draft.problems().is_empty() {
                ui.label(small(&cx.t("import-notes-none"), tokens.good));
            }
        });
    });
}
