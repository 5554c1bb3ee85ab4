//! Printing on paper through CUPS: `lpstat` and `lp`, started directly, never through a shell. Linking to CUPS
//! instead would keep the program from starting where it is not installed.

use super::error::PrintError;
use super::order::{PrintOrder, Printer, Sides};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The programs that print.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cups {
    /// Prints: a path, or a name that is looked for in `PATH`.
    pub lp: PathBuf,
    /// Tells printers and the state of the service; likewise.
    pub lpstat: PathBuf,
}

impl Default for Cups {
    fn default() -> Self {
        Self { lp: "lp".into(), lpstat: "lpstat".into() }
    }
}

impl Cups {
    pub(super) fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        self.check_scheduler()?;
        let default = default_of(&text(&self.lpstat(&["-d"])?.stdout));
        // -e names every queue, one a line; older versions only have -a, "NAME accepting requests since …".
        let mut listed = self.lpstat(&["-e"])?;
        if !listed.status.success() {
            listed = self.lpstat(&["-a"])?;
        }
        let listed = text(&listed.stdout);
        let names = listed.lines().filter_map(|line| line.split_whitespace().next());
        let printer =
            |name: &str| Printer { name: name.to_owned(), is_default: default.as_deref() == Some(name) };
        Ok(names.map(printer).collect())
    }

    pub(super) fn send(&self, pdf: &[u8], order: &PrintOrder) -> Result<String, PrintError> {
        let mut command = Command::new(&self.lp);
        command.args(["-d", &order.printer, "-n", &order.copies.to_string()]);
        command.args(["-t", "jiping", "-o", "media=A4"]);
        let sides = match order.sides {
            Sides::AsSetUp => None,
            Sides::One => Some("sides=one-sided"),
            Sides::LongEdge => Some("sides=two-sided-long-edge"),
            Sides::ShortEdge => Some("sides=two-sided-short-edge"),
        };
        command.args(sides.iter().flat_map(|sides| ["-o", *sides]));
        let output = self.run(command, "lp", pdf)?;
        if output.status.success() {
            return Ok(job_of(&text(&output.stdout)));
        }
        // lp says the same of an unknown printer and of a service that is down.
        self.check_scheduler()?;
        let detail = text(&output.stderr).trim().to_owned();
        if detail.contains("does not exist") {
            return Err(PrintError::UnknownPrinter { name: order.printer.clone() });
        }
        Err(PrintError::Refused { program: "lp".into(), detail })
    }

    /// `lpstat -r` says in words whether the service runs, and ends with 0 either way.
    fn check_scheduler(&self) -> Result<(), PrintError> {
        let said = self.lpstat(&["-r"])?;
        if text(&said.stdout).contains("is running") { Ok(()) } else { Err(PrintError::NoScheduler) }
    }

    fn lpstat(&self, arguments: &[&str]) -> Result<Output, PrintError> {
        let mut command = Command::new(&self.lpstat);
        command.args(arguments);
        self.run(command, "lpstat", &[])
    }

    /// Runs `command` with `input`, its words in English so that they can be understood.
    fn run(&self, mut command: Command, program: &str, input: &[u8]) -> Result<Output, PrintError> {
        command.env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => PrintError::NotInstalled { program: program.to_owned() },
            _ => PrintError::Refused { program: program.to_owned(), detail: error.to_string() },
        };
        let mut child = command.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program that refuses closes its end early; what it has to say comes from its output.
            match stdin.write_all(input) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(failed(error)),
                _ => {}
            }
        }
        child.wait_with_output().map_err(failed)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The name in `system default destination: NAME`.
fn default_of(said: &str) -> Option<String> {
    said.lines()
        .find_map(|line| line.strip_prefix("system default destination:"))
        .map(|name| name.trim().to_owned())
}

/// The job in `request id is NAME-12 (0 file(s))`.
fn job_of(said: &str) -> String {
    let id = said.split_once("request id is ").and_then(|(_, rest)| rest.split_whitespace().next());
    id.unwrap_or_default().to_owned()
}
