//! A printer where there is none: CUPS played by scripts.

use crate::desk::Desk;
use jiping::print::Cups;
use std::path::PathBuf;
use std::process::Command;

/// `lp` and `lpstat` played by scripts: the printer's name, and a file that tells of what it was given.
pub(crate) fn with_a_printer(desk: &mut Desk) -> PathBuf {
    let printed = desk.path("printed");
    let program = |name: &str, body: &str| {
        // Written by a process of its own: what this one holds open for writing cannot be started.
        let write = r#"printf '%s' "$1" >"$0" && chmod +x "$0""#;
        let (path, script) = (desk.path(name), format!("#!/bin/sh\n{body}\n"));
        let written = Command::new("sh").args(["-c", write]).arg(&path).arg(script).status().unwrap();
        assert!(written.success());
        path
    };
    let said = r#"case $1 in -r) echo "scheduler is running" ;; -e) echo Office ;; esac"#;
    let prints = format!(
        "echo \"$@\" >'{}'; cat >'{}'; echo 'request id is Office-7 (1 file(s))'",
        desk.path("told").display(),
        printed.display()
    );
    desk.prints_by(Cups { lp: program("lp", &prints), lpstat: program("lpstat", said) });
    printed
}
