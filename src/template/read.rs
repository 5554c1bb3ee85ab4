//! Templates from their files, and the ones that the program brings along.

use super::check::check;
use super::locate::locate;
use super::problem::{Problem, Severity};
use super::{FORMAT, ReadError, Template};
use crate::ron_text;

/// Reads a template and refuses one that no sheet can be scored by. Warnings do not stop it.
///
/// # Errors
/// Text that is not RON of a template, a newer format, or all errors that [`check`] finds.
pub fn read(bytes: &[u8]) -> Result<Template, ReadError> {
    let (template, text) = read_unchecked(bytes)?;
    let mut errors = check(&template);
    errors.retain(|problem| problem.severity == Severity::Error);
    if errors.is_empty() {
        return Ok(template);
    }
    locate(&mut errors, text);
    Err(ReadError::Unsound(errors))
}

/// All problems of a template file, located in its text; a file that cannot be read at all is the error.
///
/// # Errors
/// As [`read`], but for unsound templates, whose problems are the answer.
pub fn check_file(bytes: &[u8]) -> Result<(Template, Vec<Problem>), ReadError> {
    let (template, text) = read_unchecked(bytes)?;
    let mut problems = check(&template);
    locate(&mut problems, text);
    Ok((template, problems))
}

/// Reads a template that may be unsound, with the text that problems are located in.
pub(super) fn read_unchecked(bytes: &[u8]) -> Result<(Template, &str), ReadError> {
    let (template, text) = ron_text::read_file(bytes, FORMAT, |template: &Template| template.format)?;
    Ok((template.outlined(), text))
}

/// The template as RON, in the form in which [`read`] takes it.
///
/// # Errors
/// As the serializer says.
pub fn write(template: &Template) -> Result<String, ron::Error> {
    ron_text::write(template.base())
}

/// Files of `scoring_templates/`, by name.
const SHIPPED: &[(&str, &str)] = &[
    (
        "decision-management-performance.ron",
        include_str!("../../scoring_templates/decision-management-performance.ron"),
    ),
    ("self-evaluation.ron", include_str!("../../scoring_templates/self-evaluation.ron")),
    ("department-evaluation.ron", include_str!("../../scoring_templates/department-evaluation.ron")),
    ("self-evaluation-20-40-40.ron", include_str!("../../scoring_templates/self-evaluation-20-40-40.ron")),
    ("process-output-effect.ron", include_str!("../../scoring_templates/process-output-effect.ron")),
    ("target-completion.ron", include_str!("../../scoring_templates/target-completion.ron")),
    ("camera-maintenance.ron", include_str!("../../scoring_templates/camera-maintenance.ron")),
];

/// The templates that the program brings along. A test reads each of them.
pub fn shipped() -> Vec<Template> {
    SHIPPED.iter().filter_map(|(_, text)| read(text.as_bytes()).ok()).collect()
}

/// The one of [`shipped`] with that id.
pub fn shipped_by_id(id: &str) -> Option<Template> {
    shipped().into_iter().find(|template| &*template.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_template_is_sound() {
        for (name, text) in SHIPPED {
            let template = read(text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            let again = read(write(&template).unwrap().as_bytes()).unwrap();
            assert_eq!(template, again, "{name} does not survive a round trip");
        }
    }
}
