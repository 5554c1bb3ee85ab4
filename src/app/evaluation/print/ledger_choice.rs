//! Which ledgers, and which month of them, are printed.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::Cx;
use crate::print::{LedgerSheet, ledger_months};
use crate::scoring::Month;
use eframe::egui::{ComboBox, Ui};
use std::collections::BTreeSet;

/// Indicators that have a ledger, by their positions.
fn ledgers(document: &Document) -> Vec<(usize, String)> {
    let all = document.template.indicators().enumerate();
    let with_ledger = all.filter(|(_, indicator)| indicator.rule.ledger.is_some());
    with_ledger.map(|(position, indicator)| (position, indicator.name.to_string())).collect()
}

/// The box that chooses the sheet, and what of it; gives what is chosen now.
pub(crate) fn ledger_choice(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    chosen: Option<LedgerSheet>,
) -> Option<LedgerSheet> {
    let ledgers = ledgers(document);
    if ledgers.is_empty() {
        return chosen;
    }
    let mut on = chosen.is_some();
    ui.checkbox(&mut on, cx.t("print-paper-ledger"));
    if !on {
        return None;
    }
    let mut sheet = chosen.unwrap_or_default();
    let all = cx.t("print-ledger-all");
    let name_of = |item: Option<usize>| {
        let found = ledgers.iter().find(|(position, _)| Some(*position) == item);
        found.map_or_else(|| all.clone(), |(_, name)| name.clone())
    };
    if ledgers.len() > 1 {
        let items = std::iter::once(None).chain(ledgers.iter().map(|(position, _)| Some(*position)));
        let items: Vec<_> = items.map(|item| (item, name_of(item))).collect();
        choice(ui, &cx.t("print-ledger-item"), &items, &mut sheet.item);
    }
    let months: BTreeSet<Month> = ledgers
        .iter()
        .filter(|(position, _)| sheet.item.is_none_or(|item| item == *position))
        .filter_map(|(position, _)| document.card().items.get(*position)?.ledger.as_deref())
        .flat_map(ledger_months)
        .collect();
    let months: Vec<_> = std::iter::once((None, cx.t("print-ledger-all-months")))
        .chain(months.into_iter().map(|month| (Some(month), month.to_string())))
        .collect();
    choice(ui, &cx.t("print-ledger-month"), &months, &mut sheet.month);
    Some(sheet)
}

fn choice<T: Copy + PartialEq>(ui: &mut Ui, name: &str, choices: &[(T, String)], chosen: &mut T) {
    let current = choices.iter().find(|(value, _)| value == chosen).map_or("", |(_, label)| label);
    let list = ComboBox::from_id_salt(name).width(150.0).truncate().selected_text(current);
    let shown = list.show_ui(ui, |ui| {
        for (value, label) in choices {
            ui.selectable_value(chosen, *value, label);
        }
    });
    shown.response.accessible_name(name);
}
