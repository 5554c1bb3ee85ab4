//! A ledger in a few lines: in the inspector, and above the table.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{card, small};
use crate::evaluation::{Edit, ItemEntry, Value, input};
use crate::number::{fixed, plain};
use crate::scoring::{ItemState, LedgerScore, LedgerSums, Month};
use crate::template::{Deduction, Indicator};
use crate::text::Message;
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};

/// Months that the inspector shows: the latest year.
const MOST_MONTHS: usize = 12;

/// The ledger of the selected indicator, if its rule has one.
pub(crate) fn ledger_card(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator) {
    if indicator.rule.ledger.is_none() {
        return;
    }
    let tokens = Tokens::of(ui);
    let untouched = ItemEntry::default();
    let entry = document.evaluation().item(&indicator.id).unwrap_or(&untouched);
    let item = document.item_score(&indicator.id);
    let score = item.and_then(|item| item.ledger.as_deref());
    card(ui, &cx.t("ledger-title"), "", |ui| {
        ui.add(Label::new(totals(cx, entry, score)).wrap());
        if let Some(score) = score {
            let hidden = score.months.len().saturating_sub(MOST_MONTHS);
            for (month, sums) in score.months.iter().skip(hidden).filter(|_| score.total.rows > 0) {
                ui.label(small(&month_words(cx, *month, sums), tokens.ink_soft));
            }
        }
        if entry.ledger.is_empty() {
            nothing_ui(ui, cx, indicator, entry);
        }
        if ui.button(cx.t("ledger-open")).clicked() {
            cx.send(Action::OpenLedger(indicator.id.clone()));
        }
    });
}

/// A deduction by ledger among the deductions of a rule: a click shows its rows.
pub(crate) fn deduction_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    indicator: &Indicator,
    deduction: &Deduction,
) {
    let tokens = Tokens::of(ui);
    let taken =
        document.item_score(&indicator.id).filter(|item| item.state == ItemState::Scored).map(|item| {
            let of_it = item.causes.iter().find(|cause| cause.label.label() == Some(deduction.label()));
            of_it.map(|cause| cause.points).unwrap_or_default()
        });
    ui.horizontal(|ui| {
        let label = RichText::new(&**deduction.label()).color(tokens.accent).size(size::BODY);
        if ui.add(Button::new(label).frame(false)).on_hover_text(cx.t("ledger-open-tip")).clicked() {
            cx.send(Action::OpenLedger(indicator.id.clone()));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let decimals = document.card().item_decimals;
            let points = taken.map_or_else(|| "—".to_owned(), |points| fixed(points, decimals));
            ui.label(small(
                &cx.text(&Message::new("worth-deduction").with("points", points)),
                tokens.ink_soft,
            ));
        });
    });
}

/// 12 行，免责 2 行；次数 14，合计 8 分.
pub(crate) fn totals(cx: &Cx<'_>, entry: &ItemEntry, score: Option<&LedgerScore>) -> String {
    let Some(score) = score else {
        return cx.text(&Message::new("ledger-waits").with("rows", entry.ledger.len()));
    };
    let total = &score.total;
    let words = Message::new("ledger-totals")
        .with("rows", total.rows)
        .with("exempt", total.exempt)
        .with("count", plain(total.count))
        .with("points", plain(total.points));
    let text = cx.text(&words);
    match total.money.is_zero() {
        true => text,
        false => format!(
            "{text}{}",
            cx.text(&Message::new("ledger-totals-money").with("money", plain(total.money)))
        ),
    }
}

/// 2020-03　3 行　4 分
pub(crate) fn month_words(cx: &Cx<'_>, month: Option<Month>, sums: &LedgerSums) -> String {
    let month = month.map_or_else(|| cx.t("ledger-no-month"), |month| month.to_string());
    let words = Message::new("ledger-month").with("month", month).with("rows", sums.rows);
    cx.text(&words.with("points", plain(sums.points)))
}

/// 本期无扣分事项: whoever has nothing to enter says so.
pub(crate) fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>, indicator: &Indicator, entry: &ItemEntry) {
    let mut on = entry.flag(input::NOTHING) == Some(true);
    let deducts = !indicator.rule.deductions.is_empty();
    let label = cx.t(if deducts { "ledger-nothing-to-deduct" } else { "ledger-nothing" });
    if ui.checkbox(&mut on, label).changed() {
        let value = on.then_some(Value::Flag(true));
        let inputs = vec![(input::NOTHING.into(), value)];
        cx.send(Action::Edit(Edit::SetInputs { item: indicator.id.clone(), inputs }));
    }
}
