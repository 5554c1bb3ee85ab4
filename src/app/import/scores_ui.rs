//! The scores of a filled-in table beside what its rules give: what differs is shown first, with a field for the reason.

use crate::app::import::draft::ImportDraft;
use crate::app::import::scored::Scored;
use crate::app::import::state::{Action, Cx};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{note, segment, small, strong};
use crate::audit::{Audited, Sum, Verdict};
use crate::import::Imported;
use crate::number::plain;
use crate::text::Message;
use eframe::egui::{Align, Frame, Label, Layout, Margin, ScrollArea, Stroke, TextEdit, Ui, vec2};

/// Widest lines that are read easily.
const WIDEST: f32 = 900.0;
const NUMBERS: f32 = 230.0;

/// 只要评分表 or 连同得分: the one question that a filled-in table asks.
pub(crate) fn question_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &ImportDraft) {
    let scored = draft.scored();
    if !scored.is_offered() {
        return;
    }
    ui.horizontal(|ui| {
        ui.label(small(&cx.t("import-with-scores"), Tokens::of(ui).ink_soft));
        for (wanted, key) in [(false, "import-template-only"), (true, "import-scores-too")] {
            let on = scored.is_wanted() == wanted;
            if segment(ui, on, &cx.t(key)).clicked() && !on {
                cx.send(Action::WithScores(wanted));
            }
        }
    });
}

/// The shipped template that the table fits, which is better used instead.
pub(crate) fn fits_ui(ui: &mut Ui, cx: &Cx<'_>, imported: &Imported) {
    let Some(fits) = &imported.fits else { return };
    ui.horizontal_wrapped(|ui| {
        let words = Message::new("import-fits-words").with("title", &fits.title);
        ui.label(small(&cx.text(&words), Tokens::of(ui).ink_soft));
        if ui.button(cx.t("import-fits-use")).clicked() {
            cx.send(Action::UseShipped(fits.id.clone()));
        }
    });
}

pub(crate) fn scores_ui(ui: &mut Ui, cx: &Cx<'_>, scored: &Scored) {
    let Some(audit) = scored.audit() else { return };
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().id_salt("import-scores").auto_shrink(false).following(ui, |ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        for message in audit.sums.iter().map(Sum::message).chain(audit.findings.iter().cloned()) {
            note(ui, tokens.caution, tokens.caution_soft, &message.full(cx.lang()));
        }
        let told: Vec<&Audited> = audit.items.iter().filter(|item| item.message().is_some()).collect();
        if told.is_empty() {
            ui.label(small(&cx.t("import-scores-agree"), tokens.good));
        }
        for item in told {
            item_ui(ui, cx, scored, item);
        }
    });
}

fn item_ui(ui: &mut Ui, cx: &Cx<'_>, scored: &Scored, item: &Audited) {
    let tokens = Tokens::of(ui);
    let area = Frame::new().inner_margin(Margin::symmetric(0, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let row = Message::new("cli-import-row").with("row", item.row);
            ui.label(small(&cx.text(&row), tokens.ink_faint));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                numbers_ui(ui, cx, item);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(strong(&item.name)).truncate());
                });
            });
        });
        let key = match item.verdict {
            Verdict::Differs => "import-scores-differs",
            Verdict::Undecided => "import-scores-undecided",
            _ => "import-scores-impossible",
        };
        ui.add(Label::new(small(&cx.t(key), tokens.ink_soft)).wrap());
        if item.verdict.is_open() {
            reason_ui(ui, cx, scored, item);
        }
    });
    let rect = area.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
}

/// 原表 8 · 按规则 7.6, of the points that it is worth.
fn numbers_ui(ui: &mut Ui, cx: &Cx<'_>, item: &Audited) {
    let tokens = Tokens::of(ui);
    let stated = match item.verdict {
        Verdict::Impossible => item.typed.clone(),
        _ => item.stated.map(plain).unwrap_or_default(),
    };
    let by_rule = item.by_rule.map_or_else(|| "—".to_owned(), plain);
    let words = Message::new("import-scores-numbers")
        .with("stated", stated)
        .with("computed", by_rule)
        .with("points", plain(item.points));
    let ink = if item.verdict == Verdict::Undecided { tokens.caution } else { tokens.deduction };
    ui.allocate_ui_with_layout(vec2(NUMBERS, 20.0), Layout::right_to_left(Align::Center), |ui| {
        ui.label(strong(&cx.text(&words)).color(ink));
    });
}

fn reason_ui(ui: &mut Ui, cx: &Cx<'_>, scored: &Scored, item: &Audited) {
    let mut reason = scored.reason(&item.item).to_owned();
    let score = item.stated.map(plain).unwrap_or_default();
    let name = cx.text(&Message::new("import-scores-reason").with("name", &item.name).with("score", &score));
    let hint = cx.text(&Message::new("import-scores-why").with("score", score));
    ui.add_space(GRID / 2.0);
    let field = TextEdit::singleline(&mut reason)
        .id_salt(("import-reason", &*item.item))
        .desired_width(ui.available_width() - 16.0)
        .margin(Margin::symmetric(8, 5))
        .hint_text(hint);
    if ui.add(field).accessible_name(name).changed() {
        cx.send(Action::Keep(item.item.clone(), reason));
    }
}
