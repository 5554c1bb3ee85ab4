//! Opening, saving, closing, evidence files: what needs the disk runs as a job, what would lose work asks first.

use crate::app::dialogs::{Dialog, Question, Told, TypedPath};
use crate::app::session::close::Next;
use crate::app::system::jobs::{Done, Kind, Purpose};
use crate::app::system::shell::{FilePrompt, Outcome};
use crate::app::{Action, App, Document, Notice, TemplateSource, ViewKind, Workspace};
use crate::evaluation::Evaluation;
use crate::file::{self, EvidenceStore, FileError, Opened, Progress};
use crate::template::Template;
use crate::text::{Explain as _, Message, tr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    pub(in crate::app) fn close_document(&mut self) {
        self.end_recording();
        self.model.workspace = Workspace::Home;
        self.forget_views();
        self.look_for_recent();
    }

    fn forget_views(&mut self) {
        self.local = crate::app::Local::default();
        self.model.selected = None;
        self.model.filter = None;
        self.model.search.clear();
        self.model.preview = crate::app::evaluation::print::Preview::default();
        self.model.pasted = None;
    }

    pub(in crate::app) fn new_document(&mut self, template: Arc<Template>) {
        let evaluation = Evaluation::new(&template);
        let store = EvidenceStore::new(&self.places);
        let mut document = Document::new(template, evaluation, store);
        document.journal.push(file::Action::Created);
        self.show_document(document);
        self.model.view = ViewKind::Project;
    }

    pub(in crate::app) fn show_document(&mut self, document: Document) {
        self.end_recording();
        self.forget_views();
        // Questions about the former document are nobody's any more.
        self.dialogs.retain(|dialog| dialog.is_message());
        self.model.selected = document.template.outline().leaf(0).map(|leaf| leaf.id.clone());
        self.model.view = ViewKind::Scores;
        self.model.notice = None;
        self.model.workspace = Workspace::Evaluation(Box::new(document));
        self.begin_recording();
    }

    /// A file from the command line, the list of recent ones, a dialog, or dropped on the window.
    pub fn open_path(&mut self, path: PathBuf) {
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
            return self.open_template(&path);
        }
        if crate::app::import::draft::is_workbook(&path) {
            return self.read_table_file(path);
        }
        let places = self.places.clone();
        // What is remembered of it must hold in whichever folder the program is started next.
        let path = std::path::absolute(&path).unwrap_or(path);
        let progress = self.jobs.show(&mut self.model.jobs, Message::new("job-opening"));
        self.jobs.start("open", Kind::Quiet, Some(progress.clone()), move || {
            let result = file::open(&path, &places, &progress.progress);
            Done::Opened { path: Some(path), result }
        });
    }

    fn open_template(&mut self, path: &Path) {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = Message::new("template-unreadable").with("file", path.display());
                return self.tell(message.with("detail", error), None);
            }
        };
        match crate::template::read(&bytes) {
            Ok(template) => self.new_document(Arc::new(template)),
            Err(error) => {
                let message = Message::new("template-refused").with("file", path.display());
                self.tell(message, Some(error.message()));
            }
        }
    }

    pub(in crate::app) fn open_sample(&mut self, number: usize) {
        let Some(sample) = crate::samples::SAMPLES.get(number) else { return };
        match file::open_bytes(sample.id, sample.bytes, &self.places, &Progress::new()) {
            Ok(opened) => self.opened(None, opened),
            Err(error) => self.tell(error.message(), error.cause()),
        }
    }

    pub(in crate::app) fn opened(&mut self, path: Option<PathBuf>, mut opened: Opened) {
        opened.journal.push(file::Action::Opened { digest: opened.digest.clone() });
        self.show_opened(path, opened, true);
    }

    /// `saved` is whether the file holds what is shown.
    pub(in crate::app) fn show_opened(&mut self, path: Option<PathBuf>, opened: Opened, saved: bool) {
        let Opened { template, evaluation, journal, store, findings, digest, .. } = opened;
        let digest = path.is_some().then_some(digest);
        let mut document = Document::new(template, evaluation, store).at(path.clone(), digest);
        document.journal = journal;
        document.evidence_findings = findings;
        match saved {
            true => document.mark_saved(),
            false => document.mark_unsaved(),
        }
        let broken = document.evidence_findings.len();
        self.show_document(document);
        if broken > 0 {
            self.tell(Message::new("opened-with-findings").with("count", broken), None);
            self.model.view = ViewKind::Findings;
        }
        if path.is_some() {
            self.remember_recent();
        }
        self.mention_other_version();
        let left = |leftover: &file::Leftover| {
            saved && leftover.kind.is_none() && path.is_some() && leftover.path == path
        };
        if let Some(number) = self.model.leftovers.iter().position(left) {
            let question = Question::new("leftover", "button-restore", Action::Restore(number));
            self.ask(question.or("button-later"));
        }
    }

    pub(in crate::app) fn open_finished(&mut self, path: Option<PathBuf>, result: Result<Opened, FileError>) {
        match result {
            // Something may have been typed since it was asked for.
            Ok(opened) => self.leave_for(Next::Opened(path, Box::new(opened))),
            Err(FileError::Cancelled) => self.notice(Message::new("file-cancelled"), false),
            Err(error) => self.tell(error.message(), error.cause()),
        }
    }

    /// Shows the system's dialog for `purpose`, or asks for the path itself where there is none.
    pub(in crate::app) fn ask_file(&mut self, purpose: Purpose) {
        let lang = self.model.settings.lang;
        let document = self.model.document();
        let name = document.map(|document| file_name(&document.title())).unwrap_or_default();
        let folder = document.and_then(Document::path).and_then(Path::parent);
        let own_folder = self.places.templates();
        let is_template = matches!(purpose, Purpose::EditTemplate | Purpose::SaveTemplateAs);
        let folder = if is_template && own_folder.is_dir() { Some(&*own_folder) } else { folder };
        let (title, kind, save_as) = match &purpose {
            Purpose::Open => ("command-open", ("kind-evaluation", vec![file::EXTENSION, "ron"]), None),
            Purpose::Template => ("start-own-template", ("kind-template", vec!["ron"]), None),
            Purpose::EditTemplate => ("te-open", ("kind-template", vec!["ron"]), None),
            Purpose::SaveTemplateAs => {
                let place = self.suggested_template();
                let name = place.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy());
                ("command-save-as", ("kind-template", vec!["ron"]), name.map(std::borrow::Cow::into_owned))
            }
            Purpose::SaveAs => (
                "command-save-as",
                ("kind-evaluation", vec![file::EXTENSION]),
                Some(format!("{name}.{}", file::EXTENSION)),
            ),
            Purpose::Evidence(_) => ("command-add-evidence", ("kind-any", vec![]), None),
            Purpose::ScoreTable => {
                ("command-import-table", ("kind-table", crate::app::import::draft::EXTENSIONS.to_vec()), None)
            }
            Purpose::Survey { .. } => ("survey-import", ("kind-responses", vec!["csv", "tsv", "txt"]), None),
            Purpose::Pdf => ("command-save-pdf", ("kind-pdf", vec!["pdf"]), Some(format!("{name}.pdf"))),
        };
        let prompt = FilePrompt {
            title: tr(lang, title),
            kind: (tr(lang, kind.0), kind.1),
            save_as,
            several: matches!(purpose, Purpose::Evidence(_)),
            folder: folder.map(Path::to_path_buf),
        };
        let shell = self.services.shell.clone();
        self.jobs.start("dialog", Kind::Quiet, None, move || Done::Picked {
            purpose,
            outcome: shell.ask(&prompt),
        });
    }

    pub(in crate::app) fn picked(&mut self, purpose: Purpose, outcome: Outcome) {
        match outcome {
            Outcome::Cancelled => self.stay(&purpose),
            Outcome::Picked(paths) => {
                if let Purpose::Evidence(item) = purpose {
                    self.attach(&item, paths);
                } else if let Some(path) = paths.into_iter().next() {
                    self.use_path(purpose, path, false);
                }
            }
            Outcome::Unavailable => {
                let title_key = match purpose {
                    Purpose::Open | Purpose::Template | Purpose::EditTemplate | Purpose::ScoreTable => {
                        "path-open"
                    }
                    Purpose::SaveAs | Purpose::SaveTemplateAs => "path-save",
                    Purpose::Evidence(_) => "path-evidence",
                    Purpose::Pdf => "path-pdf",
                    Purpose::Survey { .. } => "path-survey",
                };
                let text = self.suggested_path(&purpose);
                self.ask(TypedPath { purpose, title_key, text });
            }
        }
    }

    fn suggested_path(&self, purpose: &Purpose) -> String {
        if *purpose == Purpose::SaveTemplateAs {
            return self.suggested_template().map(|path| path.display().to_string()).unwrap_or_default();
        }
        let Some(document) = self.model.document() else { return String::new() };
        let extension = match purpose {
            Purpose::SaveAs => file::EXTENSION,
            Purpose::Pdf => "pdf",
            _ => return String::new(),
        };
        let folder = document.path().and_then(Path::parent).map(Path::to_path_buf);
        let folder = folder.or_else(|| {
            let dirs = directories::UserDirs::new()?;
            Some(dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_path_buf())
        });
        let name = format!("{}.{extension}", file_name(&document.title()));
        folder.unwrap_or_default().join(name).display().to_string()
    }

    /// Goes on with the path that was chosen; one that was `typed` was not checked by any dialog.
    pub(in crate::app) fn use_path(&mut self, purpose: Purpose, path: PathBuf, typed: bool) {
        let extension = match purpose {
            Purpose::SaveAs => file::EXTENSION,
            Purpose::SaveTemplateAs => file::TEMPLATE_EXTENSION,
            Purpose::Pdf => "pdf",
            Purpose::EditTemplate => {
                return self.leave_for(Next::EditTemplate(TemplateSource::File(path)));
            }
            Purpose::Open | Purpose::Template => return self.leave_for(Next::Open(path)),
            Purpose::ScoreTable => return self.read_table_file(path),
            Purpose::Evidence(item) => return self.attach(&item, vec![path]),
            Purpose::Survey { item, prefix } => return self.read_survey(item, prefix, path),
        };
        let chosen = std::path::absolute(&path).unwrap_or(path);
        let path = with_extension(chosen.clone(), extension);
        let own = self.model.document().and_then(Document::path);
        // The dialog of the system asked about the name as it was then, without the extension.
        if (typed || path != chosen) && own != Some(path.as_path()) && path.exists() {
            let file = path.display().to_string();
            let replace = Action::WriteTo { purpose: purpose.clone(), path };
            let question = Question::new("replace", "button-replace", replace).about(file);
            return self.ask(question.when_closed(Action::NoPath(purpose)));
        }
        self.write_to(purpose, path);
    }

    /// Saves there, whatever is there.
    pub(in crate::app) fn write_to(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::SaveAs | Purpose::SaveTemplateAs => self.save_to(path, false),
            _ => self.save_pdf(path, false),
        }
    }

    pub(in crate::app) fn notice(&mut self, message: Message, is_problem: bool) {
        self.model.notice = Some(Notice { message, is_problem });
    }

    pub(in crate::app) fn ask(&mut self, dialog: impl Dialog + 'static) {
        self.dialogs.push_back(Box::new(dialog));
    }

    pub(in crate::app) fn tell(&mut self, message: Message, cause: Option<Message>) {
        self.ask(Told { message, cause });
    }
}

pub(in crate::app) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    match path.extension() {
        Some(found) if found.eq_ignore_ascii_case(extension) => path,
        _ => path.with_added_extension(extension),
    }
}

/// A file name that every system stores.
fn file_name(title: &str) -> String {
    let name: String =
        title.chars().map(|c| if r#"/\:*?"<>|"#.contains(c) || c.is_control() { '_' } else { c }).collect();
    name.trim().trim_end_matches('.').to_owned()
}
