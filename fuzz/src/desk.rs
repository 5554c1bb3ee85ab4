//! A folder that files are put into, one after the other, for what reads nothing but files.

use jiping::file::{Opened, Places, Progress, open};
use std::fs;
use std::path::PathBuf;

/// Goes with the process; a process that crashes leaves it to the system.
pub struct Desk {
    pub places: Places,
    /// Where the evaluation lies.
    pub path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("jiping-fuzz-").tempdir().expect("a folder");
        let places = Places::at(folder.path().join("data"));
        Self { places, path: folder.path().join("sheet.jiping"), _folder: folder }
    }

    /// Opens a file with these bytes; `None` where that is refused, with words.
    pub fn open(&self, bytes: &[u8]) -> Option<Opened> {
        fs::write(&self.path, bytes).expect("the file can be written");
        open(&self.path, &self.places, &Progress::new()).map_err(|error| crate::explain(&error)).ok()
    }

    /// Puts `record` where a session that was killed leaves it.
    pub fn leave_record(&self, record: &str) {
        let session = self.places.data.join("sessions").join("killed");
        fs::create_dir_all(&session).expect("the folder can be made");
        fs::write(session.join("edits.ron"), record).expect("the record can be written");
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
