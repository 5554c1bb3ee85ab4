//! An evaluation in a temporary folder, and tools to spoil its file.

use jiping::evaluation::{Edit, Evaluation, Evidence, ProjectField};
use jiping::file::{
    Action, EvidenceStore, FileError, Journal, Opened, Places, Progress, SaveRequest, Saved, open, save,
};
use jiping::scoring::next_year;
use jiping::template::{Template, shipped};
use jiping::text::{Explain as _, Lang};
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

pub(crate) fn template() -> Arc<Template> {
    Arc::new(shipped().remove(0))
}

pub(crate) struct Bench {
    pub dir: tempfile::TempDir,
    pub places: Places,
    pub template: Arc<Template>,
    pub evaluation: Evaluation,
    pub journal: Journal,
    pub store: EvidenceStore,
    pub path: PathBuf,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let places = Places::at(dir.path().join("data"));
        let template = template();
        let mut journal = Journal::default();
        journal.push(Action::Created);
        let folder = dir.path().join("documents");
        fs::create_dir(&folder).unwrap();
        Self {
            evaluation: Evaluation::new(&template),
            store: EvidenceStore::new(&places),
            path: folder.join("评价一.jiping"),
            dir,
            places,
            template,
            journal,
        }
    }

    /// With a title, two pieces of evidence, saved.
    pub(crate) fn saved() -> Self {
        let mut bench = Self::new();
        bench.set_name("道路改造项目");
        bench.attach(1, "合同 第1版.pdf", b"%PDF contract");
        bench.attach(2, "照片.bin", &noise(5_000, 7));
        bench.save().unwrap();
        bench
    }

    /// The evaluation of the year after.
    pub(crate) fn begin_next_year(&mut self) {
        self.evaluation = next_year(&self.template, &self.evaluation, "评价一.jiping").evaluation;
    }

    pub(crate) fn edit(&mut self, edit: Edit) {
        self.evaluation = self.evaluation.apply(&self.template, &edit).unwrap();
        self.journal.push(Action::Edit(edit));
    }

    pub(crate) fn set_name(&mut self, text: &str) {
        self.edit(Edit::SetProject { field: ProjectField::Name, text: text.to_owned() });
    }

    pub(crate) fn attach(&mut self, id: u32, name: &str, bytes: &[u8]) -> Evidence {
        let source = self.dir.path().join(name);
        fs::write(&source, bytes).unwrap();
        let added = self.store.add(&source, &Progress::new()).unwrap();
        fs::remove_file(&source).unwrap();
        let item = self.template.indicators().next().unwrap().id.clone();
        let evidence = Evidence { id, item, name: added.name, size: added.size, sha256: added.sha256 };
        self.edit(Edit::AttachEvidence(evidence.clone()));
        evidence
    }

    pub(crate) fn request(&self) -> SaveRequest {
        SaveRequest {
            path: self.path.clone(),
            template: self.template.clone(),
            evaluation: Arc::new(self.evaluation.clone()),
            journal: self.journal.clone(),
            store: self.store.clone(),
            reachable: Vec::new(),
            force: false,
        }
    }

    pub(crate) fn save(&self) -> Result<Saved, FileError> {
        save(&self.request(), &Progress::new())
    }

    pub(crate) fn open(&self) -> Result<Opened, FileError> {
        open(&self.path, &self.places, &Progress::new())
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }

    pub(crate) fn backup(&self) -> PathBuf {
        self.path.with_added_extension("bak")
    }

    /// Names beside the file that do not belong there.
    pub(crate) fn litter(&self) -> Vec<String> {
        let own = [self.path.clone(), self.backup()];
        let all = fs::read_dir(self.path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        all.filter(|path| !own.contains(path)).map(|path| path.display().to_string()).collect()
    }

    /// Writes the file anew with its members changed by hand.
    pub(crate) fn spoil(&self, change: impl FnOnce(&mut Members)) {
        let mut members = Members::of(&self.bytes());
        change(&mut members);
        fs::write(&self.path, members.pack()).unwrap();
    }
}

/// Opens the file, gives it this remark, and saves it.
pub(crate) fn save_once(path: &Path, places: &Places, remark: &str) -> Result<Saved, FileError> {
    let opened = open(path, places, &Progress::new())?;
    let edit = Edit::SetProject { field: ProjectField::Remark, text: remark.to_owned() };
    let request = SaveRequest {
        path: path.to_path_buf(),
        evaluation: Arc::new(opened.evaluation.apply(&opened.template, &edit).unwrap()),
        template: opened.template,
        journal: opened.journal,
        store: opened.store,
        reachable: Vec::new(),
        force: false,
    };
    save(&request, &Progress::new())
}

pub(crate) fn without_remark(evaluation: &Evaluation) -> Evaluation {
    let mut evaluation = evaluation.clone();
    Arc::make_mut(&mut evaluation.project).remark.clear();
    evaluation
}

/// Members of a container: name, content, packed or not.
pub(crate) struct Members(pub Vec<(String, Vec<u8>, CompressionMethod)>);

impl Members {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut members = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            let name = String::from_utf8(file.name_raw().to_vec()).unwrap();
            members.push((name, content, file.compression()));
        }
        Self(members)
    }

    pub(crate) fn content(&mut self, name: &str) -> &mut Vec<u8> {
        &mut self.0.iter_mut().find(|(member, ..)| member == name).unwrap().1
    }

    pub(crate) fn replace_text(&mut self, name: &str, from: &str, to: &str) {
        let content = self.content(name);
        let text = String::from_utf8(content.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        *content = text.replacen(from, to, 1).into_bytes();
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(member, ..)| member != name);
    }

    pub(crate) fn add(&mut self, name: &str, content: &[u8]) {
        self.0.push((name.to_owned(), content.to_vec(), CompressionMethod::Deflated));
    }

    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content, method) in &self.0 {
            let options = SimpleFileOptions::default().compression_method(*method);
            zip.start_file_with_options(options.name(name.as_bytes())).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// Bytes that do not compress, the same at every run.
pub(crate) fn noise(count: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    let mut bytes: Vec<u8> = Vec::with_capacity(count + 8);
    while bytes.len() < count {
        bytes.extend(next());
    }
    bytes.truncate(count);
    bytes
}

/// The sentence for the user names the file and says what to do, in both languages.
#[track_caller]
pub(crate) fn assert_explains(error: &FileError, file: &Path, also: &[&str]) {
    let name = file.file_name().unwrap().to_string_lossy();
    for lang in Lang::ALL {
        let text = error.message().full(lang);
        assert!(text.contains(&*name), "does not name the file: {text}");
        assert!(error.message().hint(lang).is_some_and(|hint| !hint.is_empty()), "no remedy: {text}");
        assert!(!text.contains("{ $") && !text.contains("{$"), "a placeholder is left: {text}");
        for part in also {
            assert!(text.contains(part), "lacks {part}: {text}");
        }
    }
}
