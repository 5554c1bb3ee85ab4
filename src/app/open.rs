//! Opening: whatever is asked for becomes a workspace.

use super::context::Context;
use super::evaluation::EvaluationWorkspace;
use super::home::HomeWorkspace;
use super::import::ImportWorkspace;
use super::request::{Found, Next, NextYearMade, Request};
use super::session::read_last_year;
use super::system::jobs::Kind;
use super::template::TemplateWorkspace;
use super::workspace::Workspace;
use crate::file::{self, Draft, DraftKind, FileError, Leftover, Progress, TEMPLATE_MIB, read_file};
use crate::import::{ReadTable, is_workbook};
use crate::samples::SAMPLES;
use crate::template::Template;
use crate::text::{Explain as _, Message as Words};
use std::path::PathBuf;
use std::sync::Arc;

/// Key of what is said while it is restored.
const RESTORING: &str = "job-restoring";

/// What comes of it; `None` where nothing is to be shown, or not yet.
pub(crate) fn open(
    next: Next,
    former: &mut Workspace,
    context: &mut Context<'_, Request>,
) -> Option<Workspace> {
    match next {
        // The window goes, and with it what is open.
        Next::Quit => None,
        Next::Close => {
            context.send(Request::LookForRecent);
            Some(Workspace::Home(HomeWorkspace))
        }
        Next::New(template) => Some(begun(template, context)),
        Next::EditTemplate(source) => {
            TemplateWorkspace::open(source, context).map(|template| Workspace::Template(Box::new(template)))
        }
        Next::Import(table) => Some(imported(*table, former, context)),
        Next::PasteTable => Some(Workspace::Import(Box::new(ImportWorkspace::empty()))),
        Next::Open(path) => open_path(path, context),
        Next::Opened(path, opened) => {
            let evaluation = EvaluationWorkspace::opened(Some(path), *opened, context);
            Some(Workspace::Evaluation(Box::new(evaluation)))
        }
        Next::Sample(number) => open_sample(number, context),
        Next::Leftover(number) => {
            restore(number, context);
            None
        }
        Next::Restored(leftover, found) => restored(&leftover, *found, context),
        Next::LastYear(path) => {
            read_last_year(path, context);
            None
        }
        Next::YearAfter(made) => {
            let NextYearMade { opened, said, taken } = *made;
            let evaluation = EvaluationWorkspace::made(opened, context);
            context.send(Request::Tell { message: said, cause: Some(taken) });
            Some(Workspace::Evaluation(Box::new(evaluation)))
        }
        Next::Made(opened, said) => {
            let evaluation = EvaluationWorkspace::made(*opened, context);
            context.send(Request::notice(said));
            Some(Workspace::Evaluation(Box::new(evaluation)))
        }
    }
}

fn begun(template: Arc<Template>, context: &mut Context<'_, Request>) -> Workspace {
    Workspace::Evaluation(Box::new(EvaluationWorkspace::begun(template, &context.shared.places)))
}

fn imported(table: ReadTable, former: &mut Workspace, context: &mut Context<'_, Request>) -> Workspace {
    if let Err(error) = &table.mapping {
        context.send(Request::problem(error.message()));
    }
    // Of an import that it takes the place of.
    let pasted = match former {
        Workspace::Import(import) => import.take_pasted(),
        Workspace::Home(_) | Workspace::Evaluation(_) | Workspace::Template(_) => String::new(),
    };
    Workspace::Import(Box::new(ImportWorkspace::of(table, pasted)))
}

fn open_path(path: PathBuf, context: &mut Context<'_, Request>) -> Option<Workspace> {
    if file::is_template(&path) {
        begin_with(path, context);
        return None;
    }
    if is_workbook(&path) {
        context.send(Request::ReadTable(path));
        return None;
    }
    let places = context.shared.places.clone();
    // What is remembered of it must hold in whichever folder the program is started next.
    let path = std::path::absolute(&path).unwrap_or(path);
    let label = Some(Words::new("job-opening"));
    context.start("open", Kind::Quiet, label, move |progress| {
        match file::open(&path, &places, progress) {
            // Something may have been typed since it was asked for.
            Ok(opened) => Request::Leave(Next::Opened(path, Box::new(opened))),
            Err(FileError::Cancelled) => Request::notice(Words::new("file-cancelled")),
            Err(error) => Request::failed(&error),
        }
    });
    None
}

/// Reads the template in a file in a job; a new evaluation by it begins when it is read.
fn begin_with(path: PathBuf, context: &mut Context<'_, Request>) {
    let label = Some(Words::new("job-reading-template"));
    context.start("read template", Kind::Quiet, label, move |progress| {
        progress.check().ok()?;
        let read = read_file(&path, TEMPLATE_MIB);
        progress.check().ok()?;
        let template = match read.as_deref().map(crate::template::read) {
            Ok(Ok(template)) => template,
            Ok(Err(error)) => {
                let message = Words::new("template-refused").with("file", path.display());
                return Some(Request::Tell { message, cause: Some(error.message()) });
            }
            Err(error) => {
                return Some(Request::Tell { message: error.message(), cause: None });
            }
        };
        // Something may have been typed since it was asked for.
        Some(Request::Leave(Next::New(Arc::new(template))))
    });
}

fn open_sample(number: usize, context: &mut Context<'_, Request>) -> Option<Workspace> {
    let sample = SAMPLES.get(number)?;
    match file::open_bytes(sample.id, sample.bytes, &context.shared.places, &Progress::new()) {
        Ok(opened) => {
            let evaluation = EvaluationWorkspace::opened(None, opened, context);
            Some(Workspace::Evaluation(Box::new(evaluation)))
        }
        Err(error) => {
            context.send(Request::failed(&error));
            None
        }
    }
}

/// Reads what a session left behind, in a job: it opens when it is read.
fn restore(number: usize, context: &mut Context<'_, Request>) {
    // A second click is no second wish.
    if context.shared.jobs.is_under_way(RESTORING) {
        return;
    }
    let Some(leftover) = context.shared.leftovers.get(number).cloned() else { return };
    let places = context.shared.places.clone();
    context.start("restore", Kind::Quiet, Some(Words::new(RESTORING)), move |progress| {
        progress.check().ok()?;
        let read = match leftover.kind {
            None => leftover.restore(&places, progress).map(Found::Evaluation),
            Some(kind) => leftover.draft().map(|draft| Found::Draft(kind, draft)),
        };
        Some(match read {
            // Something may have been typed since it was asked for.
            Ok(found) => Request::Leave(Next::Restored(leftover, Box::new(found))),
            Err(error) => Request::failed(&error),
        })
    });
}

/// It was read; none where it is gone, because it was given up meanwhile.
fn restored(leftover: &Arc<Leftover>, found: Found, context: &mut Context<'_, Request>) -> Option<Workspace> {
    let number = context.shared.leftovers.iter().position(|other| Arc::ptr_eq(other, leftover))?;
    match found {
        Found::Evaluation(restored) => {
            let evaluation = EvaluationWorkspace::restored(number, restored, context);
            Some(Workspace::Evaluation(Box::new(evaluation)))
        }
        Found::Draft(kind, draft) => restored_draft(number, kind, draft, context),
    }
}

fn restored_draft(
    number: usize,
    kind: DraftKind,
    draft: Draft,
    context: &mut Context<'_, Request>,
) -> Option<Workspace> {
    let (edits, places) = (draft.edits, &context.shared.places);
    let shown = match kind {
        DraftKind::Template => TemplateWorkspace::restored(draft, places)
            .map(|template| Workspace::Template(Box::new(template)))
            .map_err(|error| error.message()),
        DraftKind::Import => {
            ImportWorkspace::restored(&draft, places).map(|import| Workspace::Import(Box::new(import)))
        }
    };
    match shown {
        Ok(workspace) => {
            context.send(Request::Restored(number));
            context.send(Request::notice(Words::new("restored").with("edits", edits)));
            Some(workspace)
        }
        Err(message) => {
            let told = Words::new("draft-unreadable");
            context.send(Request::Tell { message: told, cause: Some(message) });
            None
        }
    }
}
