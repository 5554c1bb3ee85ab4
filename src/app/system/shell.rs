//! What the window asks of the system: file dialogs, opening a file with its program. Tests script the answers.

use crate::print::Spooler;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The answer of a file dialog.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// At least one file, or the place to save to.
    Picked(Vec<PathBuf>),
    /// The dialog was closed without an answer.
    Cancelled,
    /// No dialog could be shown: the window asks for the path itself.
    Unavailable,
}

/// A question for the system's file dialog.
#[derive(Clone, Debug)]
pub struct FilePrompt {
    /// In the language of the window.
    pub title: String,
    /// Name of the kind of file and its extensions; empty for any file.
    pub kind: (String, Vec<&'static str>),
    /// Suggested name, which makes it a question of where to save.
    pub save_as: Option<String>,
    /// More than one file may be chosen.
    pub several: bool,
    /// A folder is chosen, no file.
    pub is_folder: bool,
    /// Where to begin.
    pub folder: Option<PathBuf>,
}

/// A table on its way to another program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CopiedTable {
    /// Cells between tabs, as spreadsheets put them on the clipboard.
    pub text: String,
    /// The same as a table.
    pub html: String,
}

/// The system around the window. Every call may block: the window calls from threads of its own.
pub trait Shell: Send + Sync {
    /// Shows the system's dialog, and waits for its answer.
    fn ask(&self, question: &FilePrompt) -> Outcome;

    /// Opens a file with the program that the system has for it.
    ///
    /// # Errors
    /// In the system's words.
    fn open(&self, path: &Path) -> Result<(), String>;

    /// Puts a table on the clipboard: as HTML for word processors and spreadsheets, as text for all others.
    ///
    /// # Errors
    /// In the system's words.
    fn copy(&self, table: &CopiedTable) -> Result<(), String>;

    /// The moment that stands on paper.
    fn now(&self) -> jiff::Zoned {
        jiff::Zoned::now()
    }

    /// What prints.
    fn spooler(&self) -> Spooler {
        Spooler::default()
    }
}

/// The real one. Its dialogs belong to `window` and stay in front of it.
pub(crate) fn system(window: &eframe::CreationContext<'_>) -> Arc<dyn Shell> {
    Arc::new(System { dialog: rfd::FileDialog::new().set_parent(window) })
}

struct System {
    /// What every question begins with.
    dialog: rfd::FileDialog,
}

/// A program that has not failed by then is showing the file.
const OPENS_WITHIN: Duration = Duration::from_secs(10);

/// By the desktop's own way; where there is none, or it finds no program, that is an error.
fn open_on_linux(path: &Path) -> Result<(), String> {
    let by = |program: &str, arguments: &[&str]| opened_by(program, arguments, path);
    by("xdg-open", &[]).or_else(|said| by("gio", &["open"]).map_err(|_| said))
}

/// Starts `program` with the file, and waits until it has done its part: as long as it runs it may be the very program
/// that shows it.
fn opened_by(program: &str, arguments: &[&str], path: &Path) -> Result<(), String> {
    let said = |what: &dyn std::fmt::Display| format!("{program}: {what}");
    let mut command = Command::new(program);
    command.args(arguments).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| said(&error))?;
    let (sender, ended) = channel();
    let wait = move || drop(sender.send(child.wait()));
    let thread = std::thread::Builder::new().name("opener".to_owned()).spawn(wait);
    thread.map_err(|error| said(&error))?;
    match ended.recv_timeout(OPENS_WITHIN) {
        Ok(Ok(status)) if !status.success() => Err(said(&status)),
        Ok(Err(error)) => Err(said(&error)),
        _ => Ok(()),
    }
}

/// A dialog that answers sooner was never seen by anybody.
const NOBODY_IS_SO_QUICK: Duration = Duration::from_millis(150);

impl Shell for System {
    fn ask(&self, question: &FilePrompt) -> Outcome {
        let mut dialog = self.dialog.clone().set_title(&question.title);
        let (name, extensions) = &question.kind;
        if !extensions.is_empty() {
            dialog = dialog.add_filter(name, extensions);
        }
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        let asked = Instant::now();
        let picked = match &question.save_as {
            Some(name) => dialog.set_file_name(name).save_file().map(|path| vec![path]),
            None if question.is_folder => dialog.pick_folder().map(|path| vec![path]),
            None if question.several => dialog.pick_files(),
            None => dialog.pick_file().map(|path| vec![path]),
        };
        match picked {
            Some(paths) => Outcome::Picked(paths),
            // Without a portal and without zenity rfd says "cancelled" at once.
            None if cfg!(target_os = "linux") && asked.elapsed() < NOBODY_IS_SO_QUICK => Outcome::Unavailable,
            None => Outcome::Cancelled,
        }
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        match cfg!(target_os = "linux") {
            true => open_on_linux(path),
            false => opener::open(path).map_err(|error| error.to_string()),
        }
    }

    fn copy(&self, table: &CopiedTable) -> Result<(), String> {
        static CLIPBOARD: Mutex<Option<arboard::Clipboard>> = Mutex::new(None);
        let mut clipboard = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
        // Where there is no data server other programs ask this one for it: it is kept.
        let open = match clipboard.take() {
            Some(open) => open,
            None => arboard::Clipboard::new().map_err(|error| error.to_string())?,
        };
        let copied = clipboard.insert(open).set_html(&table.html, Some(&table.text));
        copied.map_err(|error| error.to_string())
    }
}

/// Answers set beforehand, and a record of what was opened: for tests.
#[derive(Default)]
pub struct Scripted {
    /// What the next file dialogs answer, in this order; cancelled where there is none left.
    pub answers: Mutex<Vec<Outcome>>,
    /// Why no file can be opened with its program; nothing where it can.
    pub refuses: Mutex<Option<String>>,
    /// Files that were opened with their program.
    pub opened: Mutex<Vec<PathBuf>>,
    /// What was put on the clipboard.
    pub copied: Mutex<Vec<CopiedTable>>,
    /// The clock on the wall, stopped.
    pub now: jiff::Timestamp,
    /// What prints.
    pub spooler: Mutex<Spooler>,
}

impl Shell for Scripted {
    fn ask(&self, _question: &FilePrompt) -> Outcome {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.is_empty() { Outcome::Cancelled } else { answers.remove(0) }
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        if let Some(detail) = &*self.refuses.lock().unwrap_or_else(PoisonError::into_inner) {
            return Err(detail.clone());
        }
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_path_buf());
        Ok(())
    }

    fn copy(&self, table: &CopiedTable) -> Result<(), String> {
        self.copied.lock().unwrap_or_else(PoisonError::into_inner).push(table.clone());
        Ok(())
    }

    fn now(&self) -> jiff::Zoned {
        self.now.to_zoned(jiff::tz::TimeZone::UTC)
    }

    fn spooler(&self) -> Spooler {
        self.spooler.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::opened_by;
    use std::path::Path;

    #[test]
    fn a_program_that_fails_or_is_not_there_has_opened_nothing() {
        let open = |program: &str| opened_by(program, &[], Path::new("评分表.pdf"));
        assert_eq!(open("true"), Ok(()));
        assert!(open("false").unwrap_err().starts_with("false: "), "its status is looked at");
        assert!(open("/no/such/program").unwrap_err().contains("/no/such/program"));
    }
}
