//! Edits that a template takes, and what it does not.

use crate::evaluation::{Edit, Evaluation};
use crate::template::{Label, Template};
use crate::text::{Explain as _, Lang, Message};

/// An evaluation on its way: edits that the template takes, and what it does not.
pub(super) struct Taking<'t> {
    pub template: &'t Template,
    pub evaluation: Evaluation,
    pub edits: Vec<Edit>,
    pub findings: Vec<Message>,
}

impl<'t> Taking<'t> {
    pub(super) fn new(template: &'t Template) -> Self {
        let evaluation = Evaluation::new(template);
        Self { template, evaluation, edits: Vec::new(), findings: Vec::new() }
    }

    /// Takes an edit; one that does not fit is a finding.
    pub(super) fn take(&mut self, row: usize, name: &Label, edit: Edit) {
        match self.evaluation.apply(self.template, &edit) {
            Ok(changed) => {
                self.evaluation = changed;
                self.edits.push(edit);
            }
            Err(error) => {
                let why = error.message().text(Lang::Chinese);
                let message = Message::new("audit-not-taken").with("row", row).with("name", name);
                self.findings.push(message.with("why", why));
            }
        }
    }
}
