//! Which printer, and how many copies.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, heading, line};
use crate::app::evaluation::state::Action;
use crate::app::widgets::primary;
use crate::help::Topic;
use crate::print::Printer;
use eframe::egui::Ui;

pub(crate) struct Printers {
    printers: Vec<Printer>,
    chosen: usize,
    copies: String,
}

impl Printers {
    pub(crate) fn new(printers: Vec<Printer>) -> Self {
        let chosen = printers.iter().position(|printer| printer.is_default).unwrap_or(0);
        Self { printers, chosen, copies: "1".to_owned() }
    }
}

impl Dialog<Action> for Printers {
    fn name(&self) -> &'static str {
        "printers"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Printing)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.t("printers-title"));
        for (number, printer) in self.printers.iter().enumerate() {
            let name = match printer.is_default {
                true => format!("{}（{}）", printer.name, cx.t("printers-default")),
                false => printer.name.clone(),
            };
            if ui.radio(self.chosen == number, name).clicked() {
                self.chosen = number;
            }
        }
        line(ui, &cx.t("printers-copies"), &mut self.copies, 1);
        ui.horizontal(|ui| {
            let count: Option<u32> = self.copies.trim().parse().ok().filter(|count| (1..=99).contains(count));
            let go = ui.add_enabled_ui(count.is_some(), |ui| primary(ui, &cx.t("button-print-now"))).inner;
            focus_first(ui, &go);
            if let (true, Some(printer), Some(copies)) = (go.clicked(), self.printers.get(self.chosen), count)
            {
                asked.answer(Action::SendToPrinter { printer: printer.name.clone(), copies });
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
