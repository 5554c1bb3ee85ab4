//! A template's file as text: what a person wrote above it stays, the rest is written anew.

use super::layout;
use crate::ron_text;
use crate::template::read::{read_unchecked, write};
use crate::template::{Problem, ReadError, Template, check};

/// A template with what its file holds beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct TemplateText {
    /// It may be unsound.
    pub template: Template,
    /// Everything before the opening parenthesis: comments, as they were written.
    pub header: String,
    /// Comments further down, which are not kept when it is saved.
    pub inner_comments: usize,
}

impl TemplateText {
    /// Reads a template that may be unsound.
    ///
    /// # Errors
    /// Text that is not RON of a template, or a newer format.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let (template, _) = read_unchecked(bytes)?;
        let text = std::str::from_utf8(bytes).map_err(|_| ReadError::NotText)?;
        let (header, body) = text.split_at_checked(ron_text::head(text)).unwrap_or(("", text));
        Ok(Self { template, header: header.to_owned(), inner_comments: ron_text::comments(body) })
    }

    /// The file's text, with `header` above the template.
    ///
    /// # Errors
    /// As the serializer says; what was written is read back before it is handed out.
    pub fn write(header: &str, template: &Template) -> Result<String, ron::Error> {
        let body = layout::compact(&write(template)?);
        let text = format!("{header}{body}");
        match Self::read(text.as_bytes()) {
            Ok(again) if again.template == *template => Ok(text),
            Ok(_) => Err(ron::Error::Message("it reads back differently".to_owned())),
            Err(error) => Err(ron::Error::Message(error.to_string())),
        }
    }

    /// All that is wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        check(&self.template)
    }
}
