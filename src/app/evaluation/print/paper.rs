//! 打印到打印机: a button where the system has a printer, and why not where it has none.

use super::preview::Printable;
use crate::app::Command;
use crate::app::evaluation::state::{Action, Context, Cx, EvaluationWorkspace};
use crate::app::system::jobs::Kind;
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::Tokens;
use crate::text::Explain as _;
use eframe::egui::{Label, Ui};

pub(super) fn paper_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Printable::Impossible(why) = &cx.state.paper else {
        if cx.state.paper == Printable::Unasked {
            cx.send(Action::LookForPrinters);
        }
        if ui.button(cx.t(Command::PrintPaper.label_key())).clicked() {
            cx.command(Command::PrintPaper);
        }
        return;
    };
    let words = why.full(cx.lang());
    ui.add(Label::new(small(&words, Tokens::of(ui).ink_soft)).wrap()).explained(&words);
    if ui.button(cx.t("print-look-again")).clicked() {
        cx.send(Action::LookForPrinters);
    }
}

impl EvaluationWorkspace {
    pub(crate) fn look_for_printers(&mut self, context: &mut Context<'_>) {
        self.state.paper = Printable::Asked;
        let spooler = context.shared.shell.spooler();
        let work = move |_: &_| {
            Action::Paper(match spooler.printers() {
                Ok(_) => Printable::Possible,
                Err(error) => Printable::Impossible(error.message()),
            })
        };
        context.start("printers-there", Kind::Quiet, None, work);
    }
}
