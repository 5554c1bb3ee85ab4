//! A block of a spreadsheet pasted into 指标与分值: what it means is asked about, then it is one step.

use crate::app::evaluation::dialogs::PasteOwn;
use crate::app::evaluation::funds_paste::is_block;
use crate::app::evaluation::state::{Action, Context, Cx, EvaluationWorkspace};
use crate::app::shared::Shared;
use crate::evaluation::{Edit, OwnLine, new_own_ids, paste_own};
use crate::template::Id as NodeId;
use crate::text::Message;
use eframe::egui::{Event, Ui};

/// Takes what is pasted, unless it is a word for the field that has the focus, or for a dialog.
pub(super) fn take_block(ui: &Ui, cx: &Cx<'_>) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    let in_field = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if !in_field || is_block(text) => {
                cx.send(Action::PasteOwn(text.clone()));
                false
            }
            _ => true,
        });
    });
}

impl EvaluationWorkspace {
    /// What a pasted block means is asked about; lines that name no group go where the selected indicator stands.
    pub(crate) fn paste_own(&mut self, text: &str, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        let document = &self.state.document;
        if !document.takes_own() {
            let message = Message::new("own-nowhere").with("title", &document.template.title);
            return context.shared.problem(message);
        }
        let pasted = paste_own(&document.template, text);
        if pasted.lines.is_empty() && pasted.refused.is_empty() {
            return context.shared.problem(Message::new("own-paste-nothing"));
        }
        let selected = self.state.selected.as_ref();
        let group = selected.and_then(|item| document.open_group_of(item));
        context.ask(PasteOwn::new(document, pasted, group.as_ref()));
    }

    /// Takes what was chosen of a block, each line into its group, in one step.
    pub(crate) fn take_own(&mut self, lines: &[(OwnLine, NodeId)], shared: &mut Shared) {
        let document = &self.state.document;
        let template = document.template.clone();
        let ids = new_own_ids(&template, document.evaluation());
        let edits = lines.iter().zip(ids).filter_map(|((line, group), id)| line.edits(&template, group, id));
        let edits: Vec<Edit> = edits.flatten().collect();
        self.state.document.seal();
        self.edit(&Edit::Together(edits), shared);
        self.state.document.seal();
        if shared.notice.as_ref().is_none_or(|notice| !notice.is_problem) {
            shared.notice(Message::new("own-pasted").with("count", lines.len()));
        }
    }
}
