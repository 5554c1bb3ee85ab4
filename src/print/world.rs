//! The world that the typesetter sees: our print templates, the data, two fonts. No file system, no network, no
//! clock.

use crate::fonts;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

const MAIN: &str = "/main.typ";
const DATA: &str = "/data.json";

static TEMPLATES: [(&str, &str); 9] = [
    (MAIN, include_str!("../../assets/print/main.typ")),
    ("/style.typ", include_str!("../../assets/print/style.typ")),
    ("/tree.typ", include_str!("../../assets/print/tree.typ")),
    ("/scores.typ", include_str!("../../assets/print/scores.typ")),
    ("/self-evaluation.typ", include_str!("../../assets/print/self-evaluation.typ")),
    ("/comparison.typ", include_str!("../../assets/print/comparison.typ")),
    ("/deductions.typ", include_str!("../../assets/print/deductions.typ")),
    ("/chart.typ", include_str!("../../assets/print/chart.typ")),
    ("/ledger.typ", include_str!("../../assets/print/ledger.typ")),
];

/// What is the same for every job: loading it takes longer than typesetting a sheet.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    data: FileId,
    sources: Vec<Source>,
}

static SHARED: LazyLock<Result<Shared, String>> = LazyLock::new(|| {
    let file = |path: &str| {
        let path = VirtualPath::new(path).map_err(|error| error.to_string())?;
        Ok::<_, String>(RootedPath::new(VirtualRoot::Project, path).intern())
    };
    let sources = TEMPLATES.iter().map(|(path, text)| Ok(Source::new(file(path)?, (*text).to_owned())));
    let fonts: Vec<Font> = [*fonts::SERIF_REGULAR, *fonts::SERIF_BOLD]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect();
    Ok(Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        main: file(MAIN)?,
        data: file(DATA)?,
        sources: sources.collect::<Result<_, String>>()?,
    })
});

/// Whether the regular font of the paper has a glyph for `c`.
pub(super) fn has_glyph(c: char) -> bool {
    let Ok(shared) = SHARED.as_ref() else { return false };
    shared.fonts.first().is_some_and(|font| font.info().coverage.contains(u32::from(c)))
}

/// The shared part and the data of one job.
pub(super) struct SheetWorld {
    shared: &'static Shared,
    data: Bytes,
}

impl SheetWorld {
    /// # Errors
    /// A path of a print template that the typesetter refuses: an error of this program.
    pub(super) fn new(json: Vec<u8>) -> Result<Self, String> {
        let shared = SHARED.as_ref().map_err(Clone::clone)?;
        Ok(Self { shared, data: Bytes::new(json) })
    }

    fn missing<T>(id: FileId) -> FileResult<T> {
        match id.get().root() {
            VirtualRoot::Package(spec) => Err(FileError::Package(PackageError::NotFound(spec.clone()))),
            VirtualRoot::Project => Err(FileError::NotFound(id.get().vpath().get_with_slash().into())),
        }
    }
}

impl World for SheetWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.shared.sources.iter().find(|source| source.id() == id);
        source.cloned().map_or_else(|| Self::missing(id), Ok)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Self::missing(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
