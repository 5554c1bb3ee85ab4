//! The core from outside: templates, edits, history, scores, checks and wording, as other rooms use them.
#![cfg(test)]
#![expect(clippy::string_slice, reason = "cut where a search found plain ASCII")]

#[path = "core/edits.rs"]
mod edits;
#[path = "core/english.rs"]
mod english;
#[path = "core/examples.rs"]
mod examples;
#[path = "core/families/mod.rs"]
mod families;
#[path = "core/findings.rs"]
mod findings;
#[path = "core/help.rs"]
mod help;
#[path = "core/history.rs"]
mod history;
#[path = "core/invariants.rs"]
mod invariants;
#[path = "core/language.rs"]
mod language;
#[path = "core/ledger.rs"]
mod ledger;
#[path = "core/migrate.rs"]
mod migrate;
#[path = "core/next_year.rs"]
mod next_year;
#[path = "core/own_paste.rs"]
mod own_paste;
#[path = "core/shipped.rs"]
mod shipped;
#[path = "core/tables.rs"]
mod tables;
#[path = "core/template_edits.rs"]
mod template_edits;
#[path = "core/template_problems/mod.rs"]
mod template_problems;
#[path = "core/templates.rs"]
mod templates;
#[path = "core/vectors.rs"]
mod vectors;
#[path = "core/wording.rs"]
mod wording;
