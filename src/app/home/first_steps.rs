//! 第一次使用: what to do first, until it is sent away.

use super::state::Action;
use crate::app::context::Cx;
use crate::app::request::{Next, Request};
use crate::app::widgets::theme::{GRID, RADIUS, Tokens};
use crate::app::widgets::{small, strong};
use crate::help::Topic;
use eframe::egui::{Frame, Label, Margin, Stroke, Ui};

/// Steps from a template to a signed sheet, by the numbers of their words.
const STEPS: std::ops::RangeInclusive<usize> = 1..=5;
/// The sample that is complete and keeps to its rules.
const SAMPLE: usize = 0;

pub(crate) fn first_steps_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    if !cx.shared.settings.first_steps {
        return;
    }
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.accent_soft)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = GRID;
        ui.label(strong(&cx.t("command-first-steps")));
        for step in STEPS {
            let words = format!("{step}. {}", cx.t(&format!("first-step-{step}")));
            ui.add(Label::new(small(&words, tokens.ink)).wrap());
        }
        ui.add_space(GRID);
        ways_on_ui(ui, cx);
    });
    ui.add_space(GRID * 3.0);
}

fn ways_on_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    let ink = Tokens::of(ui).ink;
    ui.horizontal_wrapped(|ui| {
        if ui.button(small(&cx.t("first-steps-page"), ink)).clicked() {
            cx.send(Request::Help(Some(Topic::FirstSteps)));
        }
        if ui.button(small(&cx.t("first-steps-sample"), ink)).clicked() {
            cx.leave(Next::Sample(SAMPLE));
        }
        if ui.button(small(&cx.t("first-steps-dismiss"), ink)).clicked() {
            cx.send(Action::DismissFirstSteps);
        }
    });
}
