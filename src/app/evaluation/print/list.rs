//! The papers that the evaluation can give, with ticks and pages, in the groups of the list.

use super::ledger_choice::ledger_choice;
use super::pages_state::{PageScroll, PagesUi};
use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{small, strong};
use crate::print::{LedgerSheet, Paper, PaperKind};
use crate::text::Message;
use eframe::egui::{Align, Button, Layout, Ui};

const KINDS: [(PaperKind, &str); 4] = [
    (PaperKind::Scoring, "print-kind-scoring"),
    (PaperKind::Enclosures, "print-kind-enclosures"),
    (PaperKind::Ledgers, "print-kind-ledgers"),
    (PaperKind::Records, "print-kind-records"),
];

pub(super) fn papers_ui(ui: &mut Ui, cx: &Cx<'_>, pages: &mut PagesUi, document: &Document) {
    let wanted = cx.state.preview.wanted(document);
    let mut chosen = wanted.clone();
    let there = Paper::of(&document.template);
    ui.label(strong(&cx.t("print-sheets")));
    for (kind, key) in KINDS {
        let of_kind = there.iter().copied().filter(|paper| paper.kind() == kind).collect::<Vec<_>>();
        if of_kind.is_empty() {
            continue;
        }
        ui.add_space(GRID);
        ui.label(small(&cx.t(key), Tokens::of(ui).ink_soft));
        for paper in of_kind {
            paper_row(ui, cx, pages, document, paper, &mut chosen);
        }
    }
    ui.add_space(GRID);
    let count = cx.state.preview.sizes.len();
    let sum = Message::new("print-chosen").with("papers", wanted.len()).with("pages", count);
    ui.label(strong(&cx.text(&sum)));
    ui.label(small(&cx.t("print-order-note"), Tokens::of(ui).ink_soft));
    if chosen != wanted {
        cx.send(Action::Sheets(chosen));
    }
}

fn paper_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    pages: &mut PagesUi,
    document: &Document,
    paper: Paper,
    chosen: &mut Vec<Paper>,
) {
    let place = chosen.iter().position(|other| other.id() == paper.id());
    ui.horizontal(|ui| {
        let mut on = place.is_some();
        if matches!(paper, Paper::Ledger(_)) {
            let ledger = place.and_then(|place| chosen.get(place)).and_then(|paper| match paper {
                Paper::Ledger(ledger) => Some(*ledger),
                _ => None,
            });
            let now: Option<LedgerSheet> = ui.vertical(|ui| ledger_choice(ui, cx, document, ledger)).inner;
            match (place, now) {
                (Some(place), Some(now)) => chosen[place] = Paper::Ledger(now),
                (Some(place), None) => drop(chosen.remove(place)),
                (None, Some(now)) => chosen.push(Paper::Ledger(now)),
                (None, None) => {}
            }
        } else if ui.checkbox(&mut on, cx.t(&format!("print-paper-{}", paper.id()))).changed() {
            match place {
                Some(place) => drop(chosen.remove(place)),
                None => chosen.push(paper),
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            pages_of(ui, cx, pages, paper);
            earlier(ui, cx, paper, chosen);
        });
    });
}

/// How many pages it has, and the way to the first of them.
fn pages_of(ui: &mut Ui, cx: &Cx<'_>, pages: &mut PagesUi, paper: Paper) {
    let preview = &cx.state.preview;
    let laid_out = preview.compiled.as_ref().and_then(|compiled| {
        compiled
            .papers()
            .iter()
            .find(|(other, ..)| other.id() == paper.id())
            .map(|(_, first, count)| (*first, *count))
    });
    let words = |count: usize| cx.text(&Message::new("print-paper-pages").with("pages", count));
    if let Some((first, count)) = laid_out {
        let button = ui.add(Button::new(small(&words(count), Tokens::of(ui).accent)).frame(false));
        if button.on_hover_text(cx.t("print-paper-show")).clicked() {
            pages.ask_for(PageScroll::To(first));
        }
    } else if let Some((_, count)) = preview.counts.iter().find(|(other, _)| other.id() == paper.id()) {
        ui.label(small(&words(*count), Tokens::of(ui).ink_soft));
    }
}

/// A paper that is printed stands before the one before it from now on.
fn earlier(ui: &mut Ui, cx: &Cx<'_>, paper: Paper, chosen: &mut [Paper]) {
    let Some(place) = chosen.iter().position(|other| other.id() == paper.id()) else { return };
    let name =
        Message::new("print-paper-earlier").with("paper", cx.t(&format!("print-paper-{}", paper.id())));
    let name = cx.text(&name);
    let button = ui.add_enabled(place > 0, Button::new("↑").small().frame(false));
    if button.accessible_name(&name).on_hover_text(&name).clicked() {
        chosen.swap(place, place - 1);
    }
    ui.label(small(&(place + 1).to_string(), Tokens::of(ui).ink_soft));
}
