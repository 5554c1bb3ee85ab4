//! Which printer, which pages, how many copies, and on how many sides.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, heading, line};
use crate::app::evaluation::state::Action;
use crate::app::widgets::{primary, small, theme::Tokens};
use crate::help::Topic;
use crate::print::{PageSelection, PrintOrder, Printer, Sides};
use eframe::egui::Ui;
use strum::VariantArray as _;

pub(crate) struct Printers {
    printers: Vec<Printer>,
    chosen: usize,
    copies: String,
    /// As it is typed: `1-3,5`.
    pages: String,
    sides: Sides,
}

impl Printers {
    pub(crate) fn new(printers: Vec<Printer>) -> Self {
        let chosen = printers.iter().position(|printer| printer.is_default).unwrap_or(0);
        Self { printers, chosen, copies: "1".to_owned(), pages: String::new(), sides: Sides::default() }
    }

    /// What is to be done, where all of it can be understood.
    fn order(&self) -> Option<(PrintOrder, PageSelection)> {
        let printer = self.printers.get(self.chosen)?.name.clone();
        let copies = self.copies.trim().parse().ok().filter(|copies| (1..=99).contains(copies))?;
        let order = PrintOrder { printer, copies, sides: self.sides };
        PageSelection::parse(&self.pages).map(|pages| (order, pages))
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
        line(ui, &cx.t("printers-pages"), &mut self.pages, 1);
        ui.label(small(&cx.t("printers-sides"), Tokens::of(ui).ink_soft));
        ui.horizontal_wrapped(|ui| {
            for sides in Sides::VARIANTS {
                ui.radio_value(&mut self.sides, *sides, cx.t(sides_key(*sides)));
            }
        });
        ui.horizontal(|ui| {
            let order = self.order();
            let go = ui.add_enabled_ui(order.is_some(), |ui| primary(ui, &cx.t("button-print-now"))).inner;
            focus_first(ui, &go);
            if let (true, Some((order, pages))) = (go.clicked(), order) {
                asked.answer(Action::SendToPrinter { order, pages });
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}

fn sides_key(sides: Sides) -> &'static str {
    match sides {
        Sides::AsSetUp => "printers-sides-as-set-up",
        Sides::One => "printers-sides-one",
        Sides::LongEdge => "printers-sides-long-edge",
        Sides::ShortEdge => "printers-sides-short-edge",
    }
}
