//! Errors are open, and somebody wants the paper.

use crate::app::Command;
use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, heading, words};
use crate::app::evaluation::state::{Action, ViewKind};
use crate::app::widgets::primary;
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct PrintAnyway {
    command: Command,
    errors: Vec<Message>,
}

impl PrintAnyway {
    /// `command` is what waits for the answer.
    pub(crate) fn new(command: Command, errors: Vec<Message>) -> Self {
        Self { command, errors }
    }
}

/// So many are named.
const NAMED: usize = 6;

impl Dialog<Action> for PrintAnyway {
    fn name(&self) -> &'static str {
        "print-anyway"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Printing)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.text(&Message::new("print-anyway-title").with("count", self.errors.len())));
        for error in self.errors.iter().take(NAMED) {
            words(ui, &error.text(cx.lang()));
        }
        if self.errors.len() > NAMED {
            words(ui, &cx.text(&Message::new("findings-more").with("count", self.errors.len() - NAMED)));
        }
        ui.horizontal(|ui| {
            let look = primary(ui, &cx.t("print-anyway-look"));
            focus_first(ui, &look);
            if look.clicked() {
                asked.answer(Action::Show(ViewKind::Findings));
            }
            if ui.button(cx.t("print-anyway-do")).clicked() {
                asked.answer(Action::PrintAnyway(self.command));
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
