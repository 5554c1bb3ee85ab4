//! `lp` and `lpstat` played by scripts.
#![cfg(unix)]

use jiping::print::{Cups, PrintError, PrintOrder, Printer, Sides, Spooler};
use jiping::text::{Explain as _, Lang};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with programs of our own.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new(lp: &str, lpstat: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.program("lp", lp);
        desk.program("lpstat", lpstat);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn program(&self, name: &str, body: &str) {
        // Written by a process of its own: a file that this one holds open for writing, even for a moment in
        // another thread, cannot be started.
        let script = format!("#!/bin/sh\ncd '{}'\n{body}\n", self.0.path().display());
        let write = r#"printf '%s' "$1" >"$0" && chmod +x "$0""#;
        let status =
            Command::new("sh").args(["-c", write]).arg(self.path(name)).arg(script).status().unwrap();
        assert!(status.success());
    }

    fn spooler(&self) -> Spooler {
        Spooler::Cups(Cups { lp: self.path("lp"), lpstat: self.path("lpstat") })
    }
}

fn order(printer: &str, copies: u32) -> PrintOrder {
    PrintOrder { printer: printer.to_owned(), copies, sides: Sides::AsSetUp }
}

const RUNNING: &str = r#"case $1 in
-r) echo "scheduler is running" ;;
-d) echo "system default destination: Office" ;;
-e) printf 'Lobby\nOffice\n' ;;
esac"#;

const DOWN: &str = r#"case $1 in -r) echo "scheduler is not running" ;; *) exit 1 ;; esac"#;

const NO_SUCH: &str = r#"cat >/dev/null; echo "lp: The printer or class does not exist." >&2; exit 1"#;

#[test]
fn printers_are_listed_with_the_default_one() {
    let desk = Desk::new("", RUNNING);
    let printer = |name: &str, is_default| Printer { name: name.into(), is_default };
    assert_eq!(desk.spooler().printers().unwrap(), [printer("Lobby", false), printer("Office", true)]);
}

#[test]
fn older_versions_list_their_queues_another_way() {
    let lpstat = r#"case $1 in
-r) echo "scheduler is running" ;;
-d) echo "no system default destination" ;;
-e) exit 1 ;;
-a) echo "Office accepting requests since Mon" ;;
esac"#;
    let printers = Desk::new("", lpstat).spooler().printers().unwrap();
    assert_eq!(printers, [Printer { name: "Office".into(), is_default: false }]);
}

#[test]
fn a_job_reaches_lp_whole_with_its_copies() {
    let lp = r#"printf '%s\n' "$@" >arguments; cat >received; echo "request id is Office-12 (0 file(s))""#;
    let desk = Desk::new(lp, RUNNING);
    let pdf: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    assert_eq!(desk.spooler().send(&pdf, &order("Office; rm -rf $HOME", 3)).unwrap(), "Office-12");
    assert_eq!(fs::read(desk.path("received")).unwrap(), pdf);
    let arguments = fs::read_to_string(desk.path("arguments")).unwrap();
    assert_eq!(arguments, "-d\nOffice; rm -rf $HOME\n-n\n3\n-t\njiping\n-o\nmedia=A4\n");
}

#[test]
fn a_job_for_both_sides_says_on_which_edge_they_turn() {
    let lp = r#"printf '%s ' "$@" >arguments; cat >/dev/null; echo "request id is Office-1 (0 file(s))""#;
    let desk = Desk::new(lp, RUNNING);
    for (sides, said) in [
        (Sides::One, "sides=one-sided"),
        (Sides::LongEdge, "sides=two-sided-long-edge"),
        (Sides::ShortEdge, "sides=two-sided-short-edge"),
    ] {
        desk.spooler().send(b"%PDF", &PrintOrder { sides, ..order("Office", 1) }).unwrap();
        let arguments = fs::read_to_string(desk.path("arguments")).unwrap();
        assert!(arguments.ends_with(&format!("-o media=A4 -o {said} ")), "{arguments}");
    }
}

#[test]
fn each_failure_has_its_own_words() {
    let sent = |lp: &str, lpstat: &str, copies| {
        Desk::new(lp, lpstat).spooler().send(b"%PDF", &order("Attic", copies)).unwrap_err()
    };
    let unknown = sent(NO_SUCH, RUNNING, 1);
    assert!(matches!(&unknown, PrintError::UnknownPrinter { name } if name == "Attic"), "{unknown}");
    assert!(matches!(sent(NO_SUCH, DOWN, 1), PrintError::NoScheduler));
    assert!(matches!(sent("", RUNNING, 0), PrintError::Copies { copies: 0 }));
    let refused = sent("echo 'lp: out of paper' >&2; exit 1", RUNNING, 1);
    assert!(
        matches!(&refused, PrintError::Refused { detail, .. } if detail == "lp: out of paper"),
        "{refused}"
    );
    let none =
        Desk::new("", "test $1 != -r || echo 'scheduler is running'").spooler().printers().unwrap_err();
    assert!(matches!(none, PrintError::NoPrinters));
    let nowhere = Path::new("/nonexistent/lp").to_owned();
    let missing = Spooler::Cups(Cups { lp: nowhere.clone(), lpstat: nowhere }).printers().unwrap_err();
    assert!(matches!(missing, PrintError::NotInstalled { .. }));
    for error in [unknown, refused, none, missing, PrintError::NoScheduler, PrintError::Withdrawn] {
        for lang in Lang::ALL {
            assert_ne!(error.message().text(lang), error.message().key());
            assert!(error.message().hint(lang).is_some(), "{error}");
        }
    }
}
