//! 得分情况: what each section earned and lost, and where most points went; as pictures, because people rather look.

use super::document::Document;
use super::state::{Action, Cx};
use crate::app::widgets::theme::{GRID, Tokens, share_of, size};
use crate::app::widgets::{balance_bar, card, small, strong};
use crate::checks::Place;
use crate::number::{fixed, plain};
use crate::scoring::{GroupScore, Loss, LossOf, Scorecard};
use crate::text::Message;
use eframe::egui::{self, Align, Align2, FontId, Label, Layout, Rect, RichText, Sense, Ui, pos2, vec2};
use rust_decimal::Decimal;

/// So many of the largest losses are shown.
const LOSSES: usize = 6;
const ROW: f32 = 24.0;

/// The sections, the largest losses, and the ways in which that becomes a picture elsewhere.
pub(super) fn standing_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let scored = document.card();
    card(ui, &cx.t("standing-title"), &cx.t("standing-aside"), |ui| {
        for group in scored.sections(&document.template).filter(|group| !group.counted_points().is_zero()) {
            section_ui(ui, cx, scored, group);
        }
        ui.add_space(GRID * 2.0);
        losses_ui(ui, cx, scored);
        ui.add_space(GRID);
        ui.horizontal_wrapped(|ui| {
            for (key, action) in
                [("standing-copy", Action::CopyPicture), ("standing-save", Action::AskForPicture)]
            {
                if ui.button(RichText::new(cx.t(key)).size(size::SMALL)).clicked() {
                    cx.send(action);
                }
            }
        });
    });
}

/// What a bar of points says to who cannot see it, and to who points at it.
pub(super) fn balance_words(cx: &Cx<'_>, card: &Scorecard, group: &GroupScore) -> String {
    let words = Message::new("standing-words")
        .with("name", &*group.name)
        .with("points", plain(group.counted_points()))
        .with("score", fixed(group.score, card.group_decimals))
        .with("lost", fixed(group.deductions, card.group_decimals))
        .with("open", card.written_plain(group.pending));
    cx.text(&words)
}

fn section_ui(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard, group: &GroupScore) {
    let tokens = Tokens::of(ui);
    let words = balance_words(cx, card, group);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let of = format!("/ {}", plain(group.counted_points()));
            ui.label(small(&of, tokens.ink_faint));
            ui.label(strong(&fixed(group.score, card.group_decimals)));
            if group.deductions > Decimal::ZERO {
                let lost = format!("−{}", fixed(group.deductions, card.group_decimals));
                ui.label(small(&lost, tokens.deduction));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(&*group.name).truncate());
            });
        });
    });
    let bar = balance_bar(ui, vec2(ui.available_width(), 8.0), &group.balance());
    bar.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &words));
    bar.on_hover_text(words);
    ui.add_space(GRID);
}

fn losses_ui(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    let losses = card.losses();
    ui.label(small(&cx.t("standing-losses"), tokens.ink_faint));
    let Some(most) = losses.first().map(|loss| loss.points) else {
        let none = if card.progress.scored == 0 { "standing-nothing" } else { "standing-no-losses" };
        ui.label(RichText::new(cx.t(none)).color(tokens.ink_soft));
        return;
    };
    for loss in losses.iter().take(LOSSES) {
        loss_ui(ui, cx, card, loss, most);
    }
    if let Some(more) = losses.len().checked_sub(LOSSES).filter(|more| *more > 0) {
        let words = Message::new("standing-more").with("count", more);
        ui.label(small(&cx.text(&words), tokens.ink_faint));
    }
}

/// Its name, a bar as long as the loss, and the points; a click leads to the reason of an indicator.
fn loss_ui(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard, loss: &Loss<'_>, most: Decimal) {
    let tokens = Tokens::of(ui);
    let name = loss_name(cx, loss);
    let points = format!("−{}", fixed(loss.points, card.item_decimals));
    let (rect, row) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let words = format!("{name} {points}");
    row.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    if row.hovered() {
        ui.painter().rect_filled(rect, 4.0, tokens.accent_soft);
    }
    let font = FontId::proportional(size::SMALL);
    let middle = rect.left() + rect.width() * 0.5;
    let names = ui.painter().with_clip_rect(rect.with_max_x(middle - GRID).intersect(ui.clip_rect()));
    names.text(rect.left_center(), Align2::LEFT_CENTER, &name, font.clone(), tokens.ink);
    let figures =
        ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &points, font, tokens.deduction);
    let widest = (figures.left().min(rect.right() - 52.0) - GRID * 2.0 - middle).max(0.0);
    let long = (widest * share_of(loss.points, most)).max(2.0);
    let bar = Rect::from_min_size(pos2(middle, rect.center().y - 4.0), vec2(long, 8.0));
    ui.painter().rect_filled(bar, 2.0, tokens.deduction);
    if row.clicked()
        && let LossOf::Item { id, .. } = loss.of
    {
        cx.send(Action::GoTo(Place::Reason(id.clone())));
    }
    row.on_hover_text(words);
}

fn loss_name(cx: &Cx<'_>, loss: &Loss<'_>) -> String {
    match &loss.of {
        LossOf::Item { name, .. } => name.to_string(),
        LossOf::Strike { group: Some(group), label } => format!("{group} · {}", label.text(cx.lang())),
        LossOf::Strike { group: None, label } => label.text(cx.lang()),
    }
}
