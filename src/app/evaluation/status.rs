//! 合计, 等级, and how far it is to the next grade.

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::scores::notes;
use crate::app::evaluation::state::Cx;
use crate::app::evaluation::tailor::amiss;
use crate::app::status_line::job_ui;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{badge, small, strong};
use crate::help::Term;
use crate::number::{fixed, plain};
use crate::scoring::{Grading, ItemState, Scorecard};
use crate::text::Message;
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};
use rust_decimal::Decimal;

pub(crate) fn status_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let card = document.card();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 26.0;
        match card.has_points() {
            false => compared(ui, cx, card),
            true => {
                total(ui, cx, card);
                points_given(ui, cx, document);
                deductions(ui, cx, card);
                struck(ui, cx, card);
                grade(ui, cx, card);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            progress(ui, cx, card);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| next_grade(ui, cx, document));
        });
    });
}

fn figure(ui: &mut Ui, caption: &str, body: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(small(caption, tokens.ink_faint)).explained(caption);
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
                .with("sum", card.written(scaling.sum))
                .with("applicable", plain(scaling.applicable))
                .with("points", plain(scaling.points));
            ui.label(small(&cx.text(&words), tokens.caution)).explains(Term::Scaling, cx.lang());
        }
    });
}

/// 分值合计, while it is not what it should be; a click leads to where it is put right.
fn points_given(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let Some(words) = amiss(cx, document) else { return };
    figure(ui, &cx.t("status-points-amiss"), |ui| {
        let button = Button::new(strong(&words).color(tokens.deduction)).frame(false);
        if ui.add(button).on_hover_text(cx.t("command-tailor-tip")).clicked() {
            cx.command(Command::Tailor);
        }
    });
}

fn deductions(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    figure(ui, &cx.t("status-deductions"), |ui| {
        let (text, ink) = match card.deductions {
            none if none.is_zero() => (fixed(none, card.total_decimals), tokens.ink_soft),
            lost if lost > Decimal::ZERO => {
                (format!("−{}", fixed(lost, card.total_decimals)), tokens.deduction)
            }
            // More points are given than there are full marks: until that is put right nobody can say.
            _ => ("—".to_owned(), tokens.ink_soft),
        };
        ui.label(strong(&text).size(size::HEADING).color(ink));
    });
}

fn grade(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    let grading = card.grading();
    if grading == Grading::None {
        return;
    }
    let caption = if card.grade_veto.is_some() { "status-grade-by-veto" } else { "status-grade" };
    figure(ui, &cx.t(caption), |ui| {
        let (ink, fill) = match (&card.grade_veto, card.provisional) {
            (Some(_), _) => (tokens.deduction, tokens.deduction_soft),
            (None, true) => (tokens.caution, tokens.caution_soft),
            (None, false) => (tokens.good, tokens.good_soft),
        };
        let shown = badge(ui, strong(&grading.text(cx.lang())).size(size::BODY + 1.0).color(ink), fill);
        if let Some(veto) = &card.grade_veto {
            shown.on_hover_text(cx.text(&Message::new("grade-veto").with("label", &**veto)));
        }
    });
}

/// A sheet without points says how many targets are reached.
fn compared(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    let count = |wanted: Option<bool>| {
        let is = |item: &&crate::scoring::ItemScore| item.state == ItemState::Compared { met: wanted };
        card.items.iter().filter(is).count()
    };
    let counts = [
        ("state-met", count(Some(true)), tokens.good),
        ("state-not-met", count(Some(false)), tokens.deduction),
        ("state-compared", count(None), tokens.caution),
    ];
    for (key, count, ink) in counts {
        if count > 0 || key != "state-compared" {
            figure(ui, &cx.t(key), |ui| {
                ui.label(strong(&count.to_string()).size(size::HEADING).color(ink));
            });
        }
    }
}

/// 追加扣除, 封顶, 否决 of the sheet, and 加分.
fn struck(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    if card.bonus > Decimal::ZERO {
        figure(ui, &cx.t("cause-beyond"), |ui| {
            let text = format!("+{}", fixed(card.bonus, card.total_decimals));
            ui.label(strong(&text).size(size::HEADING).color(tokens.good));
        });
    }
    let Some(first) = card.causes.first() else { return };
    let all: Vec<String> =
        card.causes.iter().map(|cause| notes::of_cause(cx, cause, card.total_decimals)).collect();
    let more = if all.len() > 1 { " …" } else { "" };
    figure(ui, &format!("{}{more}", cx.t(notes::kind_key(first.kind))), |ui| {
        let sign = if first.points < Decimal::ZERO { '+' } else { '−' };
        let text = format!("{sign}{}", fixed(first.points.abs(), card.total_decimals));
        let shown = ui.label(strong(&text).size(size::HEADING).color(tokens.deduction));
        shown.on_hover_text(all.join("\n"));
    });
}

/// How far it is to the next grade, and which open indicator decides.
fn next_grade(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let card = document.card();
    if !card.has_points() {
        return;
    }
    let open_points = card.written_plain(card.pending);
    let mut words = match &card.next_grade {
        _ if card.grading() == Grading::Withheld => {
            cx.text(&Message::new("status-grade-withheld").with("points", open_points))
        }
        _ if let Grading::Is(grade) = card.grading()
            && card.grade_veto.is_none()
            && !card.pending.is_zero() =>
        {
            cx.text(&Message::new("status-grade-certain").with("grade", grade).with("points", open_points))
        }
        None if card.grade_veto.is_some() => {
            let label = card.grade_veto.as_deref().unwrap_or_default();
            cx.text(&Message::new("grade-veto").with("label", label))
        }
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
    let open = card.items.iter().filter(|item| item.state.is_open());
    let open: Vec<_> = open.take(2).collect();
    if let ([only], Grading::Between { .. }) = (open.as_slice(), card.grading()) {
        let message =
            Message::new("status-last-open").with("item", &only.name).with("points", plain(only.points));
        words = format!("{words}；{}", cx.text(&message));
    }
    if card.grade.is_some() {
        ui.add(Label::new(RichText::new(words).color(tokens.ink_soft)).truncate());
    }
}

fn progress(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let tokens = Tokens::of(ui);
    if let Some(job) = cx.shared.jobs.shown() {
        return job_ui(ui, cx, job);
    }
    if let Some(trouble) = &cx.shared.unsafe_edits {
        let words = small(&cx.t("status-unsafe"), tokens.deduction);
        ui.add(Label::new(words).truncate()).on_hover_text(trouble.full(cx.lang()));
    }
    if let Some(notice) = &cx.shared.notice {
        let ink = if notice.is_problem { tokens.deduction } else { tokens.ink_soft };
        let words = notice.message.text(cx.lang());
        ui.add(Label::new(small(&words, ink)).truncate()).on_hover_text(notice.message.full(cx.lang()));
    }
    let words =
        Message::new("status-progress").with("done", card.progress.settled()).with("all", card.progress.all);
    ui.label(small(&cx.text(&words), tokens.ink_faint));
}
