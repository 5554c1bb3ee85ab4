//! 合计, 等级, and how far it is to the next grade.

use crate::app::theme::{Tokens, size};
use crate::app::widgets::{badge, small, strong};
use crate::app::{Cx, Document};
use crate::number::{fixed, plain};
use crate::scoring::{ItemState, Scorecard};
use crate::text::Message;
use eframe::egui::{Align, Label, Layout, RichText, Ui};

pub fn status_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let card = document.card();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 26.0;
        total(ui, cx, card);
        deductions(ui, cx, card);
        grade(ui, cx, card);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            progress(ui, cx, card);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| next_grade(ui, cx, document));
        });
    });
}

/// The last thing that happened, where nothing is open.
pub fn notice_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = Tokens::of(ui);
    if let Some(job) = cx.model.jobs.last() {
        ui.horizontal(|ui| job.ui(ui, cx));
        return;
    }
    match &cx.model.notice {
        Some(notice) => {
            let ink = if notice.is_problem { tokens.deduction } else { tokens.ink_soft };
            ui.add(Label::new(small(&notice.message.full(cx.lang()), ink)).truncate());
        }
        None => drop(ui.label(small(&cx.t("status-offline"), tokens.ink_faint))),
    }
}

fn figure(ui: &mut Ui, caption: &str, body: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(small(caption, tokens.ink_faint));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            body(ui);
        });
    });
}

fn total(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    let open = card.progress.all - card.progress.settled();
    let caption = match card.provisional {
        true => cx.text(&Message::new("status-total-provisional").with("open", open)),
        false => cx.t("status-total"),
    };
    figure(ui, &caption, |ui| {
        let total = fixed(card.total, card.total_decimals);
        ui.label(strong(&total).size(size::DISPLAY - 2.0));
        ui.label(small(&format!("/ {}", plain(card.points)), tokens.ink_faint));
        if let Some(scaling) = card.scaling {
            let words = Message::new("status-scaled")
                .with("sum", plain(card.sum))
                .with("applicable", plain(scaling.applicable));
            ui.label(small(&cx.text(&words), tokens.caution));
        }
    });
}

fn deductions(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    figure(ui, &cx.t("status-deductions"), |ui| {
        let none = card.deductions.is_zero();
        let text = match none {
            true => fixed(card.deductions, card.total_decimals),
            false => format!("−{}", fixed(card.deductions, card.total_decimals)),
        };
        ui.label(strong(&text).size(size::HEADING).color(if none {
            tokens.ink_soft
        } else {
            tokens.deduction
        }));
    });
}

fn grade(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    let Some(grade) = &card.grade else { return };
    figure(ui, &cx.t("status-grade"), |ui| {
        let (ink, fill) = match card.provisional {
            true => (tokens.caution, tokens.caution_soft),
            false => (tokens.good, tokens.good_soft),
        };
        badge(ui, strong(grade).size(size::BODY + 1.0).color(ink), fill);
    });
}

/// How far it is to the next grade, and which open indicator decides.
fn next_grade(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let card = document.card();
    let mut words = match &card.next_grade {
        Some(next) => {
            let key = if next.reachable || !card.provisional {
                "status-next-grade"
            } else {
                "status-next-grade-out"
            };
            let distance = fixed(next.distance, card.total_decimals);
            cx.text(&Message::new(key).with("grade", &next.name).with("distance", distance))
        }
        None => cx.t("status-highest-grade"),
    };
    let open = card.items.iter().filter(|item| is_open(&item.state));
    let open: Vec<_> = open.take(2).collect();
    if let ([only], Some(_)) = (open.as_slice(), &card.next_grade) {
        let message =
            Message::new("status-last-open").with("item", &only.name).with("points", plain(only.points));
        words = format!("{words}；{}", cx.text(&message));
    }
    if card.grade.is_some() {
        ui.add(Label::new(RichText::new(words).color(tokens.ink_soft)).truncate());
    }
}

fn is_open(state: &ItemState) -> bool {
    matches!(state, ItemState::Unscored(_) | ItemState::NoInformation)
}

fn progress(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    if let Some(job) = cx.model.jobs.last() {
        job.ui(ui, cx);
        return;
    }
    if let Some(trouble) = &cx.model.unsafe_edits {
        let words = small(&cx.t("status-unsafe"), tokens.deduction);
        ui.add(Label::new(words).truncate()).on_hover_text(trouble.full(cx.lang()));
    }
    if let Some(notice) = &cx.model.notice {
        let ink = if notice.is_problem { tokens.deduction } else { tokens.ink_soft };
        let words = notice.message.text(cx.lang());
        ui.add(Label::new(small(&words, ink)).truncate()).on_hover_text(notice.message.full(cx.lang()));
    }
    let words =
        Message::new("status-progress").with("done", card.progress.settled()).with("all", card.progress.all);
    ui.label(small(&cx.text(&words), tokens.ink_faint));
}
