//! Replacing a small file of the program's own: the old one or the new one, never half of one.

use super::places::{fresh_id, private_file};
use super::target::rename_patiently;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let coming = path.with_added_extension(format!("{}.tmp", fresh_id()));
    let written = (|| {
        let mut file = private_file().create_new(true).open(&coming)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        rename_patiently(&coming, path)
    })();
    if written.is_err() {
        drop(fs::remove_file(&coming));
    }
    written
}
