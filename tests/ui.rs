//! The window, driven by keyboard, mouse and input method through its accessibility tree. No display is needed.
#![cfg(test)]
#![cfg(feature = "gui")]

#[path = "ui/cancelling.rs"]
mod cancelling;
#[path = "ui/closing.rs"]
mod closing;
#[path = "ui/crashes.rs"]
mod crashes;
#[path = "ui/desk.rs"]
mod desk;
#[path = "ui/evenings.rs"]
mod evenings;
#[path = "ui/evidence.rs"]
mod evidence;
#[path = "ui/files.rs"]
mod files;
#[path = "ui/finding_items.rs"]
mod finding_items;
#[path = "ui/findings.rs"]
mod findings;
#[path = "ui/help.rs"]
mod help;
#[path = "ui/importing.rs"]
mod importing;
#[path = "ui/input_method.rs"]
mod input_method;
#[path = "ui/keyboard.rs"]
mod keyboard;
#[path = "ui/ledger.rs"]
mod ledger;
#[path = "ui/looks.rs"]
mod looks;
#[path = "ui/migrating.rs"]
mod migrating;
#[path = "ui/next_year.rs"]
mod next_year;
#[path = "ui/numbers.rs"]
mod numbers;
#[path = "ui/pictures.rs"]
mod pictures;
#[path = "ui/played_printer.rs"]
mod played_printer;
#[path = "ui/print_view.rs"]
mod print_view;
mod printed_table;
#[cfg(unix)]
#[path = "ui/printers.rs"]
mod printers;
#[path = "ui/printing.rs"]
mod printing;
#[path = "ui/read_aloud.rs"]
mod read_aloud;
#[path = "ui/rule_forms.rs"]
mod rule_forms;
#[path = "ui/stalled.rs"]
mod stalled;
#[path = "ui/standing.rs"]
mod standing;
#[path = "ui/start.rs"]
mod start;
#[path = "ui/states.rs"]
mod states;
#[path = "ui/stepping_back.rs"]
mod stepping_back;
#[path = "ui/table.rs"]
mod table;
#[path = "ui/tailor.rs"]
mod tailor;
#[path = "ui/template_editor.rs"]
mod template_editor;
#[path = "ui/template_from_nothing.rs"]
mod template_from_nothing;
#[path = "ui/terms.rs"]
mod terms;
#[path = "ui/typed_scores.rs"]
mod typed_scores;
#[path = "ui/views.rs"]
mod views;
#[path = "ui/ways_back.rs"]
mod ways_back;
