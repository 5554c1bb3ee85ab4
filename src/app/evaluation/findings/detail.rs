//! One finding: in words, the figures behind it, and what can be done.

use super::said::{colours, level_key, place_name};
use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, RADIUS, Tokens, size};
use crate::app::widgets::{badge, primary, small, strong};
use crate::checks::Finding;
use crate::number::{fixed, plain};
use crate::scoring::ItemScore;
use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, RichText, ScrollArea, Stroke, Ui, vec2};

pub(crate) fn detail_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let Some(finding) = cx.state.checks.current(document.findings()) else {
        ui.add(Label::new(small(&cx.t("findings-select"), tokens.ink_faint)).wrap());
        return;
    };
    ScrollArea::vertical().auto_shrink(false).following(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GRID * 2.0;
        ui.horizontal(|ui| {
            let (ink, fill) = colours(tokens, finding.severity);
            let level = cx.t(level_key(finding.severity));
            badge(ui, RichText::new(level).size(size::SMALL).color(ink), fill);
            ui.label(small(&cx.t(finding.kind().label_key()), tokens.ink_soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().button_padding.x = 4.0;
                for (command, arrow) in [(Command::NextFinding, "↓"), (Command::PreviousFinding, "↑")] {
                    let name = cx.t(command.label_key());
                    let button = ui.add(Button::new(arrow).min_size(vec2(30.0, 26.0)));
                    if button.accessible_name(&name).on_hover_text(&name).clicked() {
                        cx.command(command);
                    }
                }
            });
        });
        let words = finding.message.text(cx.lang());
        ui.add(Label::new(strong(&words).size(size::BODY + 1.0)).wrap());
        if let Some(hint) = finding.message.hint(cx.lang()) {
            ui.add(Label::new(small(&hint, tokens.ink_soft)).wrap());
        }
        // A sheet without points has no figures to tell.
        let item = finding.item().and_then(|item| document.item_score(item));
        if let Some(item) = item.filter(|_| document.has_points()) {
            figures_ui(ui, cx, document, item);
        }
        ways_ui(ui, cx, document, finding);
    });
}

/// 算法: what the figures of the finding are made of.
fn figures_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, item: &ItemScore) {
    let tokens = Tokens::of(ui);
    let decimals = document.card().item_decimals;
    ui.add_space(GRID);
    ui.label(small(&cx.t("findings-figures"), tokens.ink_faint));
    let score = item
        .score
        .map_or_else(|| cx.t(&format!("state-{}", item.state.name())), |score| fixed(score, decimals));
    let lost =
        item.shown_deduction(decimals).map_or_else(|| "—".to_owned(), |points| fixed(points, decimals));
    let frame = Frame::new().fill(tokens.panel).stroke(Stroke::new(1.0, tokens.line)).corner_radius(RADIUS);
    frame.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (key, figure) in
            [("column-points", plain(item.points)), ("column-score", score), ("column-deduction", lost)]
        {
            ui.horizontal(|ui| {
                ui.label(small(&cx.t(key), tokens.ink_soft));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(figure));
            });
        }
    });
    let working = item.derivation.text(cx.lang(), item.score, decimals);
    ui.add(Label::new(small(&working, tokens.ink_soft)).wrap());
}

fn ways_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, finding: &Finding) {
    let tokens = Tokens::of(ui);
    ui.add_space(GRID);
    ui.label(small(&cx.t("findings-ways"), tokens.ink_faint));
    let go = format!("{} {}", cx.t("findings-go-to"), place_name(document, cx.lang(), finding));
    if primary(ui, &go).clicked() {
        cx.send(Action::GoTo(finding.place.clone()));
    }
    match &finding.answer {
        None => {
            if ui.button(cx.t("findings-answer")).clicked() {
                cx.send(Action::AskAnswer(vec![finding.clone()]));
            }
        }
        Some(answer) => {
            ui.add(Label::new(small(&cx.t("findings-answered-words"), tokens.ink_faint)).wrap());
            ui.add(Label::new(RichText::new(&answer.reason).size(size::SMALL)).wrap());
            if ui.button(cx.t("findings-unanswer")).clicked() {
                cx.send(Action::AnswerFindings { findings: vec![finding.clone()], reason: String::new() });
            }
        }
    }
}
