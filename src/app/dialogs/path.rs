//! There is no dialog of the system: the path is typed. And what comes of a path, wherever it was chosen.

use super::{Question, focus_text, heading, line, words};
use crate::app::context::{Asked, Dialog, Effect};
use crate::app::system::file_prompt::PickFile;
use crate::app::system::shell::Outcome;
use crate::app::widgets::primary;
use eframe::egui::{Key, Ui};
use std::path::PathBuf;

/// What comes of the answer that the system gave; `None` where nothing does.
pub(crate) fn answer_of_system<A: 'static>(pick: PickFile<A>, outcome: Outcome) -> Option<Effect<A>> {
    match outcome {
        Outcome::Cancelled => pick.cancelled.map(Effect::Action),
        Outcome::Picked(files) => Some(chosen(pick, files, false)),
        Outcome::Unavailable => {
            let text = pick.suggested();
            Some(Effect::Ask(Box::new(TypedPath { title: pick.typed_title, pick: Some(pick), text })))
        }
    }
}

/// Goes on with what was chosen; a file of somebody else is not written over without a question.
fn chosen<A: 'static>(mut pick: PickFile<A>, mut files: Vec<PathBuf>, typed: bool) -> Effect<A> {
    let mut taken = None;
    if let [path] = files.as_mut_slice() {
        let (written, asks) = pick.to_be_written(std::mem::take(path), typed);
        taken = asks.then(|| written.display().to_string());
        *path = written;
    }
    let cancelled = pick.cancelled.take();
    let then = (pick.then)(files);
    match taken {
        Some(file) => {
            let question = Question::new("replace", "button-replace", then).about(file);
            Effect::Ask(Box::new(question.when_closed(cancelled)))
        }
        None => Effect::Action(then),
    }
}

struct TypedPath<A> {
    /// Key of the title.
    title: &'static str,
    /// Until it is answered.
    pick: Option<PickFile<A>>,
    text: String,
}

impl<A: 'static> Dialog<A> for TypedPath<A> {
    fn name(&self) -> &'static str {
        "path"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>) {
        let cx = asked.cx;
        heading(ui, &cx.t(self.title));
        words(ui, &cx.t("path-words"));
        let field = line(ui, &cx.t("path-field"), &mut self.text, 1);
        // Asked before the focus goes back: a field that has it again has not lost it.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        focus_text(ui, &field, &self.text);
        ui.horizontal(|ui| {
            let ready = !self.text.trim().is_empty();
            let go = ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-go-on"))).inner;
            if ready && (go.clicked() || entered) {
                let path = PathBuf::from(self.text.trim().trim_matches('"'));
                if let Some(pick) = self.pick.take() {
                    asked.go_on(chosen(pick, vec![path], true));
                }
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&mut self) -> Option<A> {
        self.pick.as_mut()?.cancelled.take()
    }
}
