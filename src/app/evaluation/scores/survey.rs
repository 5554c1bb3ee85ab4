//! 满意度问卷: counting a file of answers, and how many there are.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::input;
use crate::help::Term;
use crate::number::plain;
use crate::template::Indicator;
use crate::text::Message;
use eframe::egui::{RichText, Ui};
use rust_decimal::Decimal;

/// The button that counts a file of answers, and n. `prefix` is `<alternative>/` where the survey stands in one.
pub(crate) fn import_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator, prefix: &str) {
    let Some(options) = indicator.survey_options(prefix) else { return };
    let entry = document.evaluation().item(&indicator.id);
    let count = |id: &str| entry.and_then(|entry| entry.number(&format!("{prefix}{}", input::count(id))));
    let counts: Vec<Decimal> = options.iter().filter_map(|option| count(&option.id)).collect();
    ui.horizontal_wrapped(|ui| {
        let label = RichText::new(cx.t("survey-import")).size(size::SMALL);
        if ui.button(label).on_hover_text(cx.t("survey-import-tip")).clicked() {
            cx.send(Action::ImportSurvey { item: indicator.id.clone(), prefix: prefix.to_owned() });
        }
        if !counts.is_empty() {
            let all = counts.iter().fold(Decimal::ZERO, |all, count| all.saturating_add(*count));
            let n = cx.text(&Message::new("survey-n").with("n", plain(all)));
            ui.label(small(&n, Tokens::of(ui).ink_soft)).explains(Term::ValidAnswers, cx.lang());
        }
    });
}
