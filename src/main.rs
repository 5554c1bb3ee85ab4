//! Arguments, log, panic hook; then the window or a command.

// Without it Windows opens a console beside the window.
#![cfg_attr(all(windows, feature = "gui"), windows_subsystem = "windows")]

use jiping::cli::{Invocation, parse};
use jiping::file::Places;
use jiping::logging;
use jiping::text::Lang;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match parse(std::env::args_os()) {
        Ok(Invocation::Window { file, lang }) => {
            let _log = logging::to_file(&Places::standard());
            logging::log_panics();
            window(file, lang)
        }
        Ok(Invocation::Command(work)) => {
            let _log = logging::to_console();
            work.run()
        }
        Err(code) => code,
    }
}

#[cfg(feature = "gui")]
fn window(file: Option<PathBuf>, lang: Option<Lang>) -> ExitCode {
    jiping::app::run(file, lang)
}

#[cfg(not(feature = "gui"))]
fn window(_file: Option<PathBuf>, _lang: Option<Lang>) -> ExitCode {
    jiping::cli::no_window()
}
