//! The log: a file in the program's own folder when there is a window, warnings on standard error otherwise.

use crate::file::Places;
use flexi_logger::{Cleanup, Criterion, FileSpec, Logger, LoggerHandle, Naming};
use std::backtrace::Backtrace;
use std::panic;

/// Bytes after which a new file is begun; three old ones are kept.
const FILE_SIZE: u64 = 1 << 20;

/// Logs to `<data>/log/`. Keep the handle as long as the program runs. Without a log the program works all the same.
pub fn to_file(places: &Places) -> Option<LoggerHandle> {
    let spec = FileSpec::default().directory(places.data.join("log")).basename("jiping");
    let rotated = |logger: Logger| {
        logger.log_to_file(spec).append().rotate(
            Criterion::Size(FILE_SIZE),
            Naming::Numbers,
            Cleanup::KeepLogFiles(3),
        )
    };
    Logger::try_with_str("info").ok().map(rotated)?.start().ok().or_else(to_console)
}

/// Warnings and errors on standard error.
pub fn to_console() -> Option<LoggerHandle> {
    Logger::try_with_str("warn").ok()?.log_to_stderr().start().ok()
}

/// A panic is an error of this program: it goes into the log with where it came from, besides standard error.
pub fn log_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        log::error!("{info}\n{}", Backtrace::force_capture());
        log::logger().flush();
        usual(info);
    }));
}
