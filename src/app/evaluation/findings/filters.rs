//! Which findings are listed, with how many there are.

use super::checks_state::Listed;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::small;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::checks::{Finding, FindingKind};
use eframe::egui::{Align, Button, Id, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};
use strum::VariantArray as _;

/// Where Ctrl+F goes in this view.
pub(crate) fn search_id() -> Id {
    Id::unique("search-findings")
}

pub(crate) fn filters_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let checks = &cx.state.checks;
    let mut search = checks.search.clone();
    let edit = TextEdit::singleline(&mut search)
        .id(search_id())
        .desired_width(f32::INFINITY)
        .hint_text(cx.t("findings-search"))
        .margin(vec2(8.0, 5.0));
    if ui.add(edit).accessible_name(cx.t("findings-search")).changed() {
        cx.send(Action::SearchFindings(search));
    }
    ui.add_space(GRID * 2.0);
    let findings = document.findings();
    ScrollArea::vertical().auto_shrink(false).following(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for listed in Listed::ALL {
            let count = findings.iter().filter(|finding| listed.holds(finding)).count();
            let on = checks.listed == listed;
            if counted_row(ui, on, &cx.t(listed.label_key()), count) {
                cx.send(Action::ListFindings(listed));
            }
        }
        ui.add_space(GRID * 3.0);
        ui.label(small(&cx.t("findings-by-kind"), Tokens::of(ui).ink_faint));
        for kind in FindingKind::VARIANTS.iter().copied() {
            let of_kind = |finding: &&Finding| finding.kind() == kind && checks.listed.holds(finding);
            let count = findings.iter().filter(of_kind).count();
            let is_hidden = checks.hidden.contains(&kind);
            if count > 0 || is_hidden {
                kind_row(ui, cx, kind, count, is_hidden);
            }
        }
    });
}

/// A choice with a number at its right; says whether it was clicked.
fn counted_row(ui: &mut Ui, on: bool, text: &str, count: usize) -> bool {
    let tokens = Tokens::of(ui);
    let ink = if on { tokens.accent } else { tokens.ink };
    let fill = if on { tokens.accent_soft } else { tokens.paper };
    let button = Button::new((RichText::new(text).color(ink), ()))
        .right_text(RichText::new(count.to_string()).color(tokens.ink_soft))
        .fill(fill)
        .stroke(eframe::egui::Stroke::NONE)
        .selected(on)
        .min_size(vec2(ui.available_width(), 30.0));
    ui.add(button).accessible_name(format!("{text} {count}")).clicked()
}

fn kind_row(ui: &mut Ui, cx: &Cx<'_>, kind: FindingKind, count: usize, is_hidden: bool) {
    ui.horizontal(|ui| {
        let mut shown = !is_hidden;
        if ui.checkbox(&mut shown, cx.t(kind.label_key())).changed() {
            cx.send(Action::HideFindings(kind, !shown));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(small(&count.to_string(), Tokens::of(ui).ink_soft));
        });
    });
}
