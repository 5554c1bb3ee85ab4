//! 换用新版模板: the evaluation by another template, as a new one that is not saved yet. The file stays as it is.

use super::dialogs::{Migrate, MigrateTo};
use super::state::{Action, Context, EvaluationWorkspace, Migrating};
use crate::app::request::Next;
use crate::app::shared::Shared;
use crate::app::system::jobs::Kind;
use crate::evaluation::migrate;
use crate::file::{Action as Journaled, Journal, Opened};
use crate::template::Template;
use crate::text::Message;
use std::sync::Arc;

impl EvaluationWorkspace {
    /// Templates that the evaluation could move to: those of its own id first.
    fn other_templates(&self, shared: &Shared) -> Vec<Arc<Template>> {
        let now = self.state.document.template.base();
        let own = shared.readable_templates().filter(|file| file.is_sound());
        let own = own.map(|file| Arc::new(file.text.template.clone()));
        let all = shared.templates.iter().cloned().chain(own);
        let mut others: Vec<Arc<Template>> = all.filter(|template| **template != *now).collect();
        others.sort_by_key(|template| template.id != now.id);
        others
    }

    pub(super) fn ask_migration(&mut self, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        let templates = self.other_templates(context.shared);
        if !templates.is_empty() {
            context.ask(MigrateTo::new(self.state.document.template.clone(), templates));
        }
    }

    /// Shows what would come of it.
    pub(super) fn preview_migration(&self, to: Arc<Template>, context: &mut Context<'_>) {
        let document = &self.state.document;
        let (evaluation, template) = (Arc::clone(document.evaluation()), Arc::clone(&document.template));
        let (revision, lang) = (document.revision(), context.shared.lang());
        let label = Some(Message::new("job-migrating"));
        context.start("migration", Kind::Quiet, label, move |progress| {
            progress.check().ok()?;
            let migration = migrate(&evaluation, template.base(), &to, lang);
            Some(Action::ShowMigration { revision, migrating: Box::new(Migrating { to, migration }) })
        });
    }

    /// Asks whether it is wanted so.
    pub(super) fn show_migration(&self, revision: u64, migrating: Box<Migrating>, context: &mut Context<'_>) {
        match revision == self.state.document.revision() {
            true => context.ask(Migrate { migrating: Some(migrating) }),
            // Something was changed meanwhile.
            false => self.preview_migration(migrating.to, context),
        }
    }

    /// Leaves the evaluation for the same one by its new template; unsaved changes are asked about first.
    pub(super) fn migrate(&self, migrating: Migrating, context: &mut Context<'_>) {
        let Migrating { to, migration } = migrating;
        let mut journal = Journal::default();
        journal.push(Journaled::Created);
        let message = Message::new("migrated").with("version", &to.version);
        let message = message.with("asked", migration.asked.len());
        let opened = Opened {
            path: None,
            template: Arc::new(migration.evaluation.tailoring.apply(&to)),
            evaluation: migration.evaluation,
            journal,
            store: self.state.document.store.clone(),
            findings: Vec::new(),
            digest: String::new(),
        };
        context.leave(Next::Made(Box::new(opened), message));
    }
}
