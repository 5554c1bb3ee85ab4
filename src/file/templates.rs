//! The user's own templates (自己的模板): RON files in a folder of the program's data, and saving one of them.

use super::bytes::{hex, read_file};
use super::names::name_for;
use super::target::{Saved, Target};
use super::{FileError, Places, Progress};
use crate::template::{self, Problem, Template, TemplateText};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Extension of a template's file.
pub const TEMPLATE_EXTENSION: &str = "ron";
/// A template with more MiB is none: the largest table there is has some hundred kilobytes.
pub const TEMPLATE_MIB: u64 = 16;

/// A template's file, read for editing: it may be unsound.
#[derive(Clone, Debug)]
pub struct TemplateFile {
    /// Absolute.
    pub path: PathBuf,
    /// The template, and what stands above it in the file.
    pub text: TemplateText,
    /// What [`template::check`] finds.
    pub problems: Vec<Problem>,
    /// SHA-256 of the file as it was read.
    pub digest: String,
}

impl TemplateFile {
    /// How many problems keep sheets from being begun with it; warnings do not count.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }

    /// New sheets can be begun with it.
    pub fn is_sound(&self) -> bool {
        self.errors() == 0
    }
}

/// A file of the user's folder of templates.
#[derive(Clone, Debug)]
pub struct OwnTemplate {
    /// In the folder of templates.
    pub path: PathBuf,
    /// Why it cannot be read, where it cannot.
    pub file: Result<Arc<TemplateFile>, FileError>,
}

/// A file is a template, by its name.
pub fn is_template(path: &Path) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(TEMPLATE_EXTENSION))
}

/// The user's own templates by file name, those that cannot be read among them. An absent folder holds none.
pub fn own_templates(places: &Places) -> Vec<OwnTemplate> {
    let Ok(entries) = fs::read_dir(places.templates()) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| is_template(path) && path.is_file()).collect();
    paths.sort();
    let read = |path: PathBuf| OwnTemplate { file: read_template(&path).map(Arc::new), path };
    paths.into_iter().map(read).collect()
}

/// Reads a template's file for editing.
///
/// # Errors
/// Whatever keeps it from being read; problems of the template itself are none.
pub fn read_template(path: &Path) -> Result<TemplateFile, FileError> {
    let bytes = read_file(path, TEMPLATE_MIB)?;
    let text = TemplateText::read(&bytes).map_err(|error| match error {
        template::ReadError::Newer { found, newest } => {
            FileError::Newer { path: path.to_path_buf(), member: "RON", found, newest }
        }
        error => FileError::Template { path: path.to_path_buf(), error: Box::new(error) },
    })?;
    let problems = text.problems();
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    Ok(TemplateFile { path, text, problems, digest: digest_of(&bytes) })
}

fn digest_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A template that is to be saved, and where.
#[derive(Clone, Debug)]
pub struct SaveTemplate {
    /// Where to.
    pub path: PathBuf,
    /// It may be unsound.
    pub template: Arc<Template>,
    /// What stands above it in the file, see [`TemplateText::header`].
    pub header: String,
    /// SHA-256 of the file as it was last read or written; `None` where there is none yet.
    pub known: Option<String>,
    /// Also over a file that somebody else changed meanwhile. That version stays as `.bak`.
    pub force: bool,
}

/// Saves a template whole or not at all; the version before stays as `<name>.bak`.
///
/// # Errors
/// Whatever kept it from being written; the file is as it was then.
pub fn save_template(request: &SaveTemplate) -> Result<Saved, FileError> {
    let SaveTemplate { path, template, header, known, force } = request;
    let unwritable = |detail: String| FileError::Unwritable { path: path.clone(), detail };
    let text = TemplateText::write(header, template).map_err(|error| unwritable(error.to_string()))?;
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| FileError::writing(path, &error))?;
    }
    let target = Target::of(path)?;
    let there =
        if target.exists() { Some(digest_of(&read_file(target.file(), TEMPLATE_MIB)?)) } else { None };
    if !force && there.is_some() && there != *known {
        return Err(FileError::ChangedOnDisk { path: path.clone() });
    }
    let fresh = target.filled(text.as_bytes())?;
    target.put_in_place(&fresh, &Progress::new(), |rename| rename())?;
    Ok(target.saved(digest_of(text.as_bytes())))
}

/// A place for a new template in the user's folder, where no file is yet: by its title, which people know it by.
pub fn place_for_template(places: &Places, template: &Template) -> PathBuf {
    let folder = places.templates();
    let stem = match name_for(&template.title) {
        title if title.is_empty() => template.id.to_string(),
        title => title,
    };
    let mut names = std::iter::once(stem.clone()).chain((2_u32..).map(|number| format!("{stem}-{number}")));
    let free = names.find_map(|name| {
        let path = folder.join(name).with_added_extension(TEMPLATE_EXTENSION);
        (!path.exists()).then_some(path)
    });
    free.unwrap_or_else(|| folder.join("template.ron"))
}
