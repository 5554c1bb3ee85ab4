//! How a template comes into the window: from nothing, a copy, a file, an import, or what a session left behind.

use super::draft::TemplateDraft;
use super::state::{TemplateWorkspace, UiState};
use crate::app::context::Context;
use crate::app::request::{Next, Request, TemplateSource};
use crate::app::shared::Shared;
use crate::app::system::jobs::Kind;
use crate::file::{self, Draft, Places};
use crate::template::{ReadError, Template};
use crate::text::Message;
use std::path::PathBuf;

impl TemplateWorkspace {
    /// Begins to edit; `None` where the file is read first.
    pub fn open(source: TemplateSource, context: &mut Context<'_, Request>) -> Option<Self> {
        let shared = &*context.shared;
        let draft = match source {
            TemplateSource::New => {
                let mut template = Template::blank(&shared.t("te-new-title"));
                give_free_id(&mut template, "my-template", shared);
                TemplateDraft::given(template)
            }
            TemplateSource::Copy(original) => {
                let mut template = (*original).clone();
                give_free_id(&mut template, &format!("{}-own", original.id), shared);
                template.title = free_title(&original.title, shared).as_str().into();
                TemplateDraft::given(template)
            }
            TemplateSource::Made(mut text) => {
                let stem = text.template.id.to_string();
                give_free_id(&mut text.template, &stem, shared);
                TemplateDraft::unsaved(*text)
            }
            TemplateSource::File(path) => {
                read(path, context);
                return None;
            }
            TemplateSource::Read(file) => {
                let comments = file.text.inner_comments;
                if comments > 0 {
                    context.tell(Message::new("te-comments").with("count", comments));
                }
                TemplateDraft::of_file(*file)
            }
        };
        Some(Self::of(draft, &context.shared.places))
    }

    /// What a session left behind.
    ///
    /// # Errors
    /// Its text is no template.
    pub fn restored(record: Draft, places: &Places) -> Result<Self, ReadError> {
        Ok(Self::of(TemplateDraft::of_record(record)?, places))
    }

    fn of(mut draft: TemplateDraft, places: &Places) -> Self {
        if draft.is_dirty() {
            draft.record(places);
            // What it comes from, an import or the record of another session, may go only when this is on the disk.
            // Where it cannot be written, the window says so for as long as that is so.
            drop(draft.flush_record());
        }
        Self { draft, ui: UiState::default() }
    }
}

/// Reads the template in a file, in a job; it is edited when it is read.
fn read(path: PathBuf, context: &mut Context<'_, Request>) {
    let label = Some(Message::new("job-reading-template"));
    context.start("edit template", Kind::Quiet, label, move |progress| {
        progress.check().ok()?;
        let read = file::read_template(&path);
        progress.check().ok()?;
        Some(match read {
            // Something may have been typed since it was asked for.
            Ok(file) => Request::Leave(Next::EditTemplate(TemplateSource::Read(Box::new(file)))),
            Err(error) => Request::failed(&error),
        })
    });
}

/// The title of a copy, told from that of the original and of other copies.
fn free_title(title: &str, shared: &Shared) -> String {
    let taken: Vec<&str> = shared.readable_templates().map(|file| &*file.text.template.title).collect();
    let message = |key| Message::new(key).with("title", title);
    let first = std::iter::once(message("te-copy-title"));
    let more = (2_u32..).map(|number| message("te-copy-title-next").with("number", number));
    let mut titles = first.chain(more).map(|message| message.text(shared.lang()));
    titles.find(|found| !taken.contains(&found.as_str())).unwrap_or_default()
}

/// An id that none of the templates at hand has.
fn give_free_id(template: &mut Template, stem: &str, shared: &Shared) {
    let own = shared.readable_templates().map(|file| &file.text.template);
    let taken: Vec<&str> =
        shared.templates.iter().map(|shipped| &**shipped).chain(own).map(|other| &*other.id).collect();
    let mut names = std::iter::once(stem.to_owned()).chain((2_u32..).map(|n| format!("{stem}-{n}")));
    if let Some(free) = names.find(|name| !taken.contains(&name.as_str())) {
        template.id = free.into();
    }
}
