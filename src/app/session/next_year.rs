//! 用去年的新建: last year's file is read as opening reads it, and nothing more. It is neither locked nor written, nor
//! does it become what is open.

use crate::app::context::Context;
use crate::app::request::{Next, NextYearMade, Request};
use crate::app::system::jobs::Kind;
use crate::file::{self, Action, EvidenceStore, FileError, Journal, Opened, Places};
use crate::scoring::next_year;
use crate::text::Message;
use std::path::{Path, PathBuf};

/// Reads the file at `path` in a job, and opens the year after it.
pub(crate) fn read_last_year(path: PathBuf, context: &mut Context<'_, Request>) {
    let places = context.shared.places.clone();
    context.start("last year", Kind::Quiet, Some(Message::new("job-opening")), move |progress| {
        match file::open(&path, &places, progress) {
            // Something may have been typed since it was asked for.
            Ok(last) => Request::Leave(Next::YearAfter(Box::new(year_after(&last, &path, &places)))),
            Err(FileError::Cancelled) => Request::notice(Message::new("file-cancelled")),
            Err(error) => Request::failed(&error),
        }
    });
}

fn year_after(last: &Opened, path: &Path, places: &Places) -> NextYearMade {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let next = next_year(&last.template, &last.evaluation, &name);
    let mut journal = Journal::default();
    journal.push(Action::Created);
    let (said, taken) = (next.message(), next.taken.message());
    let opened = Opened {
        path: None,
        template: last.template.clone(),
        evaluation: next.evaluation,
        journal,
        store: EvidenceStore::new(places),
        findings: Vec::new(),
        digest: String::new(),
    };
    NextYearMade { opened, said, taken }
}
