//! 换用新版模板: what is carried, what has to be confirmed and why, what has no place any more.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, heading, words};
use crate::app::evaluation::state::Action;
use crate::app::evaluation::state::Migrating;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{primary, small};
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::{Label, Ui};

pub(crate) struct Migrate {
    /// Until it is answered.
    pub migrating: Option<Box<Migrating>>,
}

impl Dialog<Action> for Migrate {
    fn name(&self) -> &'static str {
        "migrate"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Templates)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let Some(migrating) = &self.migrating else { return };
        let (cx, Migrating { to, migration }) = (asked.cx, &**migrating);
        let (tokens, lang) = (Tokens::of(ui), cx.lang());
        heading(
            ui,
            &cx.text(&Message::new("migrate-title").with("title", &to.title).with("version", &to.version)),
        );
        let counts = Message::new("migrate-counts")
            .with("carried", migration.carried.len())
            .with("asked", migration.asked.len())
            .with("dropped", migration.dropped.len())
            .with("added", migration.added.len());
        words(ui, &cx.text(&counts));
        let line = |ui: &mut Ui, key, path: &str, said: String, ink| {
            let text = cx.text(&Message::new(key).with("path", path).with("words", said));
            ui.add(Label::new(small(&text, ink)).wrap());
        };
        for asked in &migration.asked {
            let said: Vec<String> = asked.reasons.iter().map(|reason| reason.text(lang)).collect();
            line(ui, "cli-migrate-asked", &asked.place.path, said.join("；"), tokens.caution);
        }
        for dropped in &migration.dropped {
            let files = dropped.evidence.iter().map(|file| file.name.clone());
            let said: Vec<String> = dropped.words.iter().cloned().chain(files).collect();
            line(ui, "cli-migrate-dropped", &dropped.place.path, said.join("；"), tokens.deduction);
        }
        for setting in &migration.settings {
            ui.add(Label::new(small(&setting.text(lang), tokens.deduction)).wrap());
        }
        words(ui, &cx.t("migrate-words"));
        ui.horizontal(|ui| {
            let go = primary(ui, &cx.t("button-migrate"));
            focus_first(ui, &go);
            if go.clicked()
                && let Some(migrating) = self.migrating.take()
            {
                asked.answer(Action::Migrate(migrating));
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
