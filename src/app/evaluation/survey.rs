//! Files of answers, counted for the survey of an indicator.

use super::state::{Action, Context, EvaluationWorkspace};
use crate::app::system::file_prompt::{PickFile, folder_of};
use crate::app::system::jobs::Kind;
use crate::evaluation::{Responses, read_responses};
use crate::file::read_file;
use crate::template::{AnswerOption, Id as NodeId};
use crate::text::{Explain as _, Message};
use std::path::PathBuf;

/// A file of answers with more MiB is none.
const ANSWERS_MIB: u64 = 64;

/// Answers that are named one by one in the message about a file; the others are counted.
const MOST_NAMED: usize = 12;

impl EvaluationWorkspace {
    pub(super) fn ask_survey(&self, item: NodeId, prefix: String, context: &mut Context<'_>) {
        let then = |path| Action::ReadSurvey { item, prefix, path };
        let kind = ("kind-responses", &["csv", "tsv", "txt"][..]);
        let pick = PickFile::reading("survey-import", "path-survey", kind, then);
        context.pick(pick.beginning_in(folder_of(self.state.document.path())));
    }

    /// Reads a file of answers for the survey of `item`, in the background.
    pub(super) fn read_survey(&self, item: NodeId, prefix: String, path: PathBuf, context: &mut Context<'_>) {
        let document = &self.state.document;
        let Some(indicator) = document.template.indicator(&item) else { return };
        let Some(options) = indicator.survey_options(&prefix).map(<[AnswerOption]>::to_vec) else { return };
        let label = Some(Message::new("job-reading-survey"));
        context.start("survey", Kind::Quiet, label, move |progress| {
            let read = read_file(&path, ANSWERS_MIB);
            progress.check().ok()?;
            let result = match read {
                Ok(bytes) => read_responses(&options, &bytes, None).map_err(|error| error.message()),
                Err(error) => Err(error.message()),
            };
            Some(Action::Survey { item, prefix, result })
        });
    }

    pub(super) fn survey_read(
        &mut self,
        item: &NodeId,
        prefix: &str,
        result: Result<Responses, Message>,
        context: &mut Context<'_>,
    ) {
        let responses = match result {
            Ok(responses) => responses,
            Err(message) => return context.tell(message),
        };
        self.settle_drafts(context.shared);
        self.edit(&responses.edit(item, prefix), context.shared);
        let odd = &responses.not_understood;
        let told =
            Message::new("survey-counted").with("taken", responses.taken).with("blank", responses.blank);
        if odd.is_empty() {
            return context.shared.notice(told);
        }
        let mut named: Vec<String> =
            odd.iter().take(MOST_NAMED).map(|(line, text)| format!("{line}：{text}")).collect();
        if odd.len() > MOST_NAMED {
            named.push("…".to_owned());
        }
        let told = Message::new("survey-counted-but")
            .with("taken", responses.taken)
            .with("blank", responses.blank)
            .with("odd", odd.len())
            .with("lines", named.join("；"));
        context.tell(told);
    }
}
