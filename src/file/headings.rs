//! The words for headings of score tables that the user added to those of the program.

use super::places::private_folder;
use super::replace::replace;
use super::{FileError, Places};

/// Puts the text of [`Places::headings`] in place.
///
/// # Errors
/// The folder or the file cannot be written.
pub fn save_headings(places: &Places, text: &str) -> Result<(), FileError> {
    let path = places.headings();
    let failed = |error: std::io::Error| FileError::data(&path, &error);
    private_folder(&places.data).map_err(failed)?;
    replace(&path, text.as_bytes()).map_err(failed)
}
