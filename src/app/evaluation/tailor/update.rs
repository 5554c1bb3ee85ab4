//! What is done to change the template for one evaluation, beyond single edits: adding an indicator of one's own
//! (自设指标) and going to its name, asking before one with entries is removed.

use crate::app::dialogs::Question;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::state::{Action, Context, EvaluationWorkspace, ViewKind};
use crate::app::shared::Shared;
use crate::evaluation::{Edit, OwnIndicator, TailorEdit, new_own_id};
use crate::template::Id as NodeId;
use crate::text::Message;
use rust_decimal::Decimal;

impl EvaluationWorkspace {
    /// Adds an indicator to an open group; its name is typed next.
    pub(crate) fn add_own(&mut self, group: NodeId, shared: &mut Shared) {
        self.settle_drafts(shared);
        let document = &self.state.document;
        let Some(pattern) = document.open_group(&group).and_then(|open| open.patterns.first()) else {
            return;
        };
        let id = new_own_id(&document.template, document.evaluation());
        // Like the one above it, as most are.
        let above = document.evaluation().tailoring.own.iter().rev().find(|own| own.group == group);
        let own = OwnIndicator {
            id: id.clone(),
            name: shared.t("own-new-name").into(),
            points: Decimal::ZERO,
            pattern: above.map_or_else(|| pattern.id.clone(), |own| own.pattern.clone()),
            unit: "".into(),
            group,
        };
        self.edit(&Edit::Tailor(TailorEdit::AddOwn(own)), shared);
        if self.state.document.own(&id).is_some() {
            self.show_all();
            self.select(id.clone(), shared);
            self.ui.ask_for(Field::OwnName(id));
        }
    }

    /// In the group of the selected indicator; where that takes none, why, and the view with all groups if any does.
    pub(crate) fn add_own_here(&mut self, shared: &mut Shared) {
        let document = &self.state.document;
        if !document.takes_own() {
            return shared.problem(Message::new("own-nowhere").with("title", &document.template.title));
        }
        let selected = self.state.selected.clone();
        match selected.as_ref().and_then(|item| document.open_group_of(item)) {
            Some(group) => self.add_own(group, shared),
            None => {
                let name = selected.and_then(|item| document.group_name_of(&item));
                self.show(ViewKind::Tailor, shared);
                if let Some(name) = name {
                    shared.problem(Message::new("own-not-here").with("group", name));
                }
            }
        }
    }

    /// Removes an indicator of one's own; asks where that takes entries along.
    pub(crate) fn remove_own(&mut self, id: NodeId, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        let document = &self.state.document;
        let Some(own) = document.own(&id) else { return };
        let evaluation = document.evaluation();
        let entered =
            evaluation.item(&id).is_some() || evaluation.evidence.iter().any(|file| file.item == id);
        let name = own.name.to_string();
        let remove = Edit::Tailor(TailorEdit::RemoveOwn { id });
        match entered {
            true => {
                let question = Question::new("remove-own", "button-remove", Action::Edit(remove));
                context.ask(question.about(name));
            }
            false => self.edit(&remove, context.shared),
        }
    }
}
