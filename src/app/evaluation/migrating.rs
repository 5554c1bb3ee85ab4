//! 换用新版模板: the evaluation by another template, as a new one that is not saved yet. The file stays as it is.

use crate::app::evaluation::dialogs::{Migrate, MigrateTo};
use crate::app::session::close::Next;
use crate::app::{App, Document};
use crate::evaluation::{Migration, migrate};
use crate::file::Action;
use crate::template::Template;
use crate::text::Message;
use std::sync::Arc;

/// An evaluation on its way to another template.
#[derive(Clone, Debug)]
pub struct Migrating {
    /// As its file has it.
    pub to: Arc<Template>,
    pub migration: Migration,
}

impl App {
    /// Templates that the open evaluation could move to: those of its own id first.
    fn other_templates(&self) -> Vec<Arc<Template>> {
        let Some(document) = self.model.document() else { return Vec::new() };
        let now = document.template.base();
        let own = self.model.own_templates.iter().filter_map(|own| own.file.as_ref().ok());
        let own = own.filter(|file| file.is_sound()).map(|file| Arc::new(file.text.template.clone()));
        let all = self.model.templates.iter().cloned().chain(own);
        let mut others: Vec<Arc<Template>> = all.filter(|template| **template != *now).collect();
        others.sort_by_key(|template| template.id != now.id);
        others
    }

    pub(in crate::app) fn ask_migration(&mut self) {
        self.settle_drafts();
        let templates = self.other_templates();
        if !templates.is_empty() {
            self.ask(MigrateTo::new(templates));
        }
    }

    /// Shows what would come of it.
    pub(in crate::app) fn preview_migration(&mut self, to: Arc<Template>) {
        let Some(document) = self.model.document() else { return };
        let lang = self.model.settings.lang;
        let migration = migrate(document.evaluation(), document.template.base(), &to, lang);
        self.ask(Migrate { migrating: Box::new(Migrating { to, migration }) });
    }

    pub(in crate::app) fn migrate(&mut self, migrating: Box<Migrating>) {
        self.leave_for(Next::Migrated(migrating));
    }

    /// Shows the evaluation by its new template; unsaved changes of the old one have been asked about.
    pub(in crate::app) fn show_migrated(&mut self, migrating: &Migrating) {
        let Some(old) = self.model.document() else { return };
        let Migrating { to, migration } = migrating;
        let template = Arc::new(migration.evaluation.tailoring.apply(to));
        let mut document = Document::new(template, migration.evaluation.clone(), old.store.clone());
        document.journal.push(Action::Created);
        document.mark_unsaved();
        self.show_document(document);
        let message = Message::new("migrated").with("version", &to.version);
        self.notice(message.with("asked", migration.asked.len()), false);
    }

    /// Says, once, that there is another version of the template of what was opened.
    pub(in crate::app) fn mention_other_version(&mut self) {
        let Some(document) = self.model.document() else { return };
        let now = document.template.base();
        let shipped = self.model.templates.iter().find(|other| other.id == now.id);
        if let Some(other) = shipped.filter(|other| other.version != now.version) {
            let message = Message::new("migrate-other-version").with("now", &now.version);
            let message = message.with("other", &other.version);
            self.notice(message, false);
        }
    }
}
