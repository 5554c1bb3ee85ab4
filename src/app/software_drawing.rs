//! A window where there is no OpenGL: on a remote desktop, in a virtual machine, with Windows' basic driver.
//!
//! Windows looks for `opengl32.dll` beside the program before it takes its own. The packages bring one that draws by
//! software (Mesa's), in a folder of its own so that nobody else gets it: where the window cannot be opened, the program
//! is started once more from there, as a second name of its file.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Beside the program.
const FOLDER: &str = "software-gl";
const LIBRARY: &str = "opengl32.dll";
/// Set for the second start, after which there is no third.
const SECOND_START: &str = "JIPING_SOFTWARE_GL";

/// Starts the program again with what it was started with; `false` where that was done before, or where nothing draws by
/// software here. `data` is the program's own folder.
///
/// # Errors
/// In the system's words.
pub(super) fn start_again(data: &Path) -> io::Result<bool> {
    // Elsewhere the system draws by software itself.
    if !cfg!(windows) || env::var_os(SECOND_START).is_some() {
        return Ok(false);
    }
    let program = env::current_exe()?;
    let Some(folder) = program.parent().map(|folder| folder.join(FOLDER)) else { return Ok(false) };
    if !folder.join(LIBRARY).is_file() {
        return Ok(false);
    }
    let second = second_name(&program, &folder).or_else(|error| {
        log::warn!("{}: {error}", folder.display());
        elsewhere(&program, &folder, &data.join(FOLDER))
    })?;
    log::info!("drawing by software: {}", second.display());
    Command::new(second).args(env::args_os().skip(1)).env(SECOND_START, "1").spawn()?;
    Ok(true)
}

/// A second name of `program` in `folder`, or a copy where there can be none; one that is there is kept if it is the same
/// program still.
fn second_name(program: &Path, folder: &Path) -> io::Result<PathBuf> {
    let second = folder.join(program.file_name().unwrap_or(OsStr::new("jiping.exe")));
    if is_same(program, &second)? {
        return Ok(second);
    }
    match fs::remove_file(&second) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::hard_link(program, &second).or_else(|_| copy(program, &second))?;
    Ok(second)
}

/// The same in another folder, where the program's own cannot be written to.
fn elsewhere(program: &Path, folder: &Path, other: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(other)?;
    let library = other.join(LIBRARY);
    if !is_same(&folder.join(LIBRARY), &library)? {
        copy(&folder.join(LIBRARY), &library)?;
    }
    second_name(program, other)
}

/// With the time of the original, by which an older version is known.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    fs::File::options().write(true).open(to)?.set_modified(fs::metadata(from)?.modified()?)
}

/// As large and as old.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let Ok(there) = fs::metadata(other) else { return Ok(false) };
    let here = fs::metadata(one)?;
    Ok(here.len() == there.len() && here.modified()? == there.modified()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_name_follows_an_update() {
        let desk = tempfile::tempdir().unwrap();
        let (program, folder) = (desk.path().join("jiping.exe"), desk.path().join(FOLDER));
        fs::create_dir(&folder).unwrap();
        fs::write(&program, "version 1").unwrap();
        let second = second_name(&program, &folder).unwrap();
        assert_eq!(fs::read_to_string(&second).unwrap(), "version 1");
        // An installer puts a new file there, and does not write into the old one.
        fs::remove_file(&program).unwrap();
        fs::write(&program, "version 1.1").unwrap();
        assert_eq!(second_name(&program, &folder).unwrap(), second);
        assert_eq!(fs::read_to_string(&second).unwrap(), "version 1.1");
    }

    #[test]
    fn where_the_folder_cannot_be_written_both_are_copied() {
        let desk = tempfile::tempdir().unwrap();
        let (program, folder, other) =
            (desk.path().join("jiping.exe"), desk.path().join(FOLDER), desk.path().join("data").join(FOLDER));
        fs::create_dir(&folder).unwrap();
        fs::write(&program, "program").unwrap();
        fs::write(folder.join(LIBRARY), "library").unwrap();
        for _ in 0..2 {
            let second = elsewhere(&program, &folder, &other).unwrap();
            assert_eq!(second.parent(), Some(&*other));
            assert_eq!(fs::read_to_string(&second).unwrap(), "program");
            assert_eq!(fs::read_to_string(other.join(LIBRARY)).unwrap(), "library");
        }
    }
}
