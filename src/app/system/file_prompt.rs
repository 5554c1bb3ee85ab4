//! A question for a file, and what happens with the answer: nobody who answers it knows who asked.

use super::shell::FilePrompt;
use crate::file;
use crate::text::{Lang, tr};
use std::path::{Path, PathBuf};

/// A kind of file: the key of its name and its extensions; none for any file.
pub(crate) type FileKind = (&'static str, &'static [&'static str]);

/// Where to save.
pub struct SavePlace {
    /// The place that is suggested.
    pub path: PathBuf,
    /// What the name is given where it has none.
    pub extension: &'static str,
    /// The file that is open: it may be written over without a question.
    pub own: Option<PathBuf>,
}

/// A question for one file, or several.
pub struct PickFile<A> {
    /// Key of the title of the system's dialog.
    pub title: &'static str,
    /// Key of the title of the window's own, where the system has none.
    pub typed_title: &'static str,
    pub kind: FileKind,
    pub several: bool,
    /// A folder is chosen, no file.
    pub is_folder: bool,
    /// Where to begin.
    pub folder: Option<PathBuf>,
    /// Which makes it a question of where to save.
    pub place: Option<SavePlace>,
    pub then: Box<dyn FnOnce(Vec<PathBuf>) -> A + Send>,
    /// What it means that nothing was chosen.
    pub cancelled: Option<A>,
}

impl<A> PickFile<A> {
    /// A file to read.
    pub fn reading(
        title: &'static str,
        typed_title: &'static str,
        kind: FileKind,
        then: impl FnOnce(PathBuf) -> A + Send + 'static,
    ) -> Self
    where
        A: 'static,
    {
        let then = |files: Vec<PathBuf>| then(files.into_iter().next().unwrap_or_default());
        Self { several: false, ..Self::reading_several(title, typed_title, kind, then) }
    }

    /// Files to read.
    pub(crate) fn reading_several(
        title: &'static str,
        typed_title: &'static str,
        kind: FileKind,
        then: impl FnOnce(Vec<PathBuf>) -> A + Send + 'static,
    ) -> Self {
        let then = Box::new(then);
        let (several, is_folder) = (true, false);
        Self {
            title,
            typed_title,
            kind,
            several,
            is_folder,
            folder: None,
            place: None,
            then,
            cancelled: None,
        }
    }

    /// A folder to read.
    pub fn folder(
        title: &'static str,
        typed_title: &'static str,
        then: impl FnOnce(PathBuf) -> A + Send + 'static,
    ) -> Self
    where
        A: 'static,
    {
        Self { is_folder: true, ..Self::reading(title, typed_title, ("kind-any", &[]), then) }
    }

    /// A place to save to.
    pub fn saving(
        title: &'static str,
        typed_title: &'static str,
        kind: FileKind,
        place: SavePlace,
        then: impl FnOnce(PathBuf) -> A + Send + 'static,
    ) -> Self
    where
        A: 'static,
    {
        Self { place: Some(place), ..Self::reading(title, typed_title, kind, then) }
    }

    #[must_use]
    pub fn when_cancelled(self, action: A) -> Self {
        Self { cancelled: Some(action), ..self }
    }

    #[must_use]
    pub fn beginning_in(self, folder: Option<PathBuf>) -> Self {
        Self { folder, ..self }
    }

    /// What the system is asked.
    pub fn prompt(&self, lang: Lang) -> FilePrompt {
        let name = |place: &SavePlace| place.path.file_name().map(|name| name.to_string_lossy().into_owned());
        FilePrompt {
            title: tr(lang, self.title),
            kind: (tr(lang, self.kind.0), self.kind.1.to_vec()),
            save_as: self.place.as_ref().and_then(name),
            several: self.several,
            is_folder: self.is_folder,
            folder: self.folder.clone(),
        }
    }

    /// The path that stands in the field where one is typed.
    pub fn suggested(&self) -> String {
        let folder = || Some(self.folder.as_ref()?.join("").display().to_string());
        let place = self.place.as_ref().map(|place| place.path.display().to_string());
        place.or_else(folder).unwrap_or_default()
    }

    /// The chosen path as it is written to, and whether somebody else's file is there that nobody was asked about:
    /// the dialog of the system asked about the name as it was then, without the extension; one that was `typed` no
    /// dialog has checked.
    pub fn to_be_written(&self, chosen: PathBuf, typed: bool) -> (PathBuf, bool) {
        let Some(place) = &self.place else { return (chosen, false) };
        let chosen = std::path::absolute(&chosen).unwrap_or(chosen);
        let path = with_extension(chosen.clone(), place.extension);
        let is_own = place.own.as_ref() == Some(&path);
        let asks = (typed || path != chosen) && !is_own && path.exists();
        (path, asks)
    }

    pub fn map<B: 'static>(self, wrap: fn(A) -> B) -> PickFile<B>
    where
        A: 'static,
    {
        let Self { title, typed_title, kind, several, is_folder, folder, place, then, cancelled } = self;
        let then = Box::new(move |files| wrap(then(files)));
        let cancelled = cancelled.map(wrap);
        PickFile { title, typed_title, kind, several, is_folder, folder, place, then, cancelled }
    }
}

/// The path with the extension, if it has it not yet.
pub(crate) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    match path.extension() {
        Some(found) if found.eq_ignore_ascii_case(extension) => path,
        _ => path.with_added_extension(extension),
    }
}

/// A file called `title` beside the one at `path`, or among the user's documents.
pub(crate) fn place_beside(path: Option<&Path>, title: &str, extension: &str) -> PathBuf {
    let folder = folder_of(path).or_else(|| {
        let dirs = directories::UserDirs::new()?;
        Some(dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_path_buf())
    });
    folder.unwrap_or_default().join(format!("{}.{extension}", file::name_for(title)))
}

/// The folder that a file stands in.
pub(crate) fn folder_of(path: Option<&Path>) -> Option<PathBuf> {
    path.and_then(Path::parent).map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::{PickFile, SavePlace, place_beside};
    use std::fs;
    use std::path::Path;

    #[test]
    fn a_file_of_somebody_else_is_not_written_over_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("别人.jiping"), "").unwrap();
        fs::write(at("自己.jiping"), "").unwrap();
        let pick = || {
            let place =
                SavePlace { path: at("新.jiping"), extension: "jiping", own: Some(at("自己.jiping")) };
            PickFile::saving("t", "t", ("k", &["jiping"]), place, |path| path)
        };
        let written = |chosen: &str, typed| pick().to_be_written(at(chosen), typed);
        assert_eq!(written("新", false), (at("新.jiping"), false));
        assert!(!written("别人.jiping", false).1, "the system's dialog asked about it");
        assert_eq!(written("别人", false), (at("别人.jiping"), true), "about this name it did not ask");
        assert!(written("别人.jiping", true).1, "nobody asked about what is typed");
        assert!(!written("自己.jiping", true).1);
    }

    #[test]
    fn a_suggested_name_can_be_stored_anywhere() {
        let beside = place_beside(Some(Path::new("/甲/乙.jiping")), "道路/桥梁: 2024", "pdf");
        assert_eq!(beside, Path::new("/甲/道路_桥梁_ 2024.pdf"));
    }
}
