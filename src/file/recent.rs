//! The files that were open lately (最近文件).

use super::bytes::read_file;
use super::places::private_folder;
use super::replace::replace;
use super::{FileError, Places};
use crate::ron_text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const MOST: usize = 20;

/// Latest first.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Recent {
    files: Vec<RecentFile>,
}

/// A file that was open, as the start view shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it was.
    pub path: PathBuf,
    /// Name of the project.
    pub title: String,
    /// 合计 as it was shown; nothing where nothing is scored.
    #[serde(default)]
    pub total: Option<String>,
    /// 等级 by its name, where there is one.
    #[serde(default)]
    pub grade: Option<String>,
    /// 暂定: open points could still change the total.
    #[serde(default)]
    pub provisional: bool,
    /// When it was last open.
    pub opened_at: Timestamp,
    /// Year and template, as they are shown.
    #[serde(default)]
    pub about: String,
    /// How many indicators are scored, of how many.
    #[serde(default)]
    pub progress: Option<(usize, usize)>,
}

/// A list with more MiB is none.
const LIST_MIB: u64 = 1;

impl RecentFile {
    /// Not at its place at present: on a stick, or moved. It stays in the list.
    pub fn is_missing(&self) -> bool {
        !self.path.is_file()
    }
}

impl Recent {
    /// An absent or unreadable list is an empty one: nothing of worth is in it.
    pub fn load(places: &Places) -> Self {
        let bytes = read_file(&list(places), LIST_MIB).unwrap_or_default();
        ron_text::read(&String::from_utf8_lossy(&bytes)).unwrap_or_default()
    }

    /// Latest first, at most 20.
    pub fn files(&self) -> &[RecentFile] {
        &self.files
    }

    /// Puts `file` first; an older entry of the same path goes.
    pub fn remember(&mut self, file: RecentFile) {
        self.forget(&file.path);
        self.files.insert(0, file);
        self.files.truncate(MOST);
    }

    /// Takes the file off the list; the file itself stays.
    pub fn forget(&mut self, path: &Path) {
        self.files.retain(|file| file.path != path);
    }

    /// Writes the list into the program's own folder, whole or not at all.
    ///
    /// # Errors
    /// The program's own folder cannot be written.
    pub fn save(&self, places: &Places) -> Result<(), FileError> {
        let path = list(places);
        let failed = |error: std::io::Error| FileError::data(&path, &error);
        let text = ron_text::write(self).map_err(|error| failed(std::io::Error::other(error.to_string())))?;
        private_folder(&places.data).map_err(failed)?;
        replace(&path, text.as_bytes()).map_err(failed)
    }
}

fn list(places: &Places) -> PathBuf {
    places.data.join("recent.ron")
}
