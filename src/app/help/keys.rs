//! What the keyboard does: of the commands every one that has a key.

use crate::app::Command;
use crate::app::shared::Shared;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{shortcut_words, small, strong};
use eframe::egui::{Grid, Label, Ui};
use strum::VariantArray as _;

/// Keys of the score table that no command has, by the numbers of their words.
const OF_TABLE: std::ops::RangeInclusive<usize> = 1..=8;
/// Width of the column of keys.
const KEYS: f32 = 128.0;

pub(super) fn table_ui(ui: &mut Ui, shared: &Shared) {
    let rows = OF_TABLE
        .map(|number| (shared.t(&format!("keys-{number}")), shared.t(&format!("keys-{number}-words"))));
    grid_ui(ui, "help table keys", rows);
}

pub(super) fn commands_ui(ui: &mut Ui, shared: &Shared) {
    let rows = Command::VARIANTS.iter().filter_map(|command| {
        let label = shared.t(command.label_key());
        Some((shortcut_words(&command.shortcut()?), label.trim_end_matches('…').to_owned()))
    });
    grid_ui(ui, "help command keys", rows);
}

fn grid_ui(ui: &mut Ui, salt: &str, rows: impl Iterator<Item = (String, String)>) {
    let room = (ui.available_width() - KEYS - GRID * 4.0).max(80.0);
    Grid::new(salt).num_columns(2).min_col_width(KEYS).max_col_width(room).spacing([GRID * 4.0, 6.0]).show(
        ui,
        |ui| {
            for (keys, words) in rows {
                ui.label(strong(&keys));
                ui.add(Label::new(small(&words, Tokens::of(ui).ink)).wrap());
                ui.end_row();
            }
        },
    );
}
