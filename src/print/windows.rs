//! Printing on paper through Windows: its list of printers, its drawing of a PDF, its spooler.

use super::error::PrintError;
use super::order::{PrintOrder, Printer, Sides};
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use winprint::printer::{FilePrinter as _, FindDeviceError, PrintOutcome, PrinterDevice, WinPdfPrinter};
use winprint::ticket::{
    Copies, FeatureOptionPackWithPredefined as _, PredefinedDuplexType, PredefinedMediaName,
    PrintCapabilities, PrintTicket, PrintTicketBuilder,
};

pub(super) fn printers() -> Result<Vec<Printer>, PrintError> {
    let default = PrinterDevice::user_default().unwrap_or_else(|error| {
        log::warn!("the default printer: {error}");
        None
    });
    let default = default.as_ref().map(PrinterDevice::name);
    let listed = PrinterDevice::all().map_err(|error| refused(&error))?;
    let printer = |device: PrinterDevice| Printer {
        name: device.name().to_owned(),
        is_default: default == Some(device.name()),
    };
    Ok(listed.into_iter().map(printer).collect())
}

pub(super) fn send(pdf: &[u8], order: &PrintOrder) -> Result<String, PrintError> {
    let device = PrinterDevice::by_os_name(&order.printer).map_err(|error| match error {
        FindDeviceError::NotFound => PrintError::UnknownPrinter { name: order.printer.clone() },
        other => refused(&other),
    })?;
    let ticket = ticket(&device, order);
    let file = TemporaryPdf::holding(pdf).map_err(|error| refused(&error))?;
    match WinPdfPrinter::new(device).print(file.path(), ticket) {
        Ok(PrintOutcome::Completed) => Ok(order.printer.clone()),
        Ok(PrintOutcome::Canceled) => Err(PrintError::Withdrawn),
        Err(error) => Err(refused(&error)),
    }
}

/// What the printer can do of what was asked for: a printer that knows no duplex still prints.
fn ticket(device: &PrinterDevice, order: &PrintOrder) -> PrintTicket {
    let Ok(mut builder) = PrintTicketBuilder::new(device) else { return PrintTicket::default() };
    let Ok(able) = PrintCapabilities::fetch(device) else { return PrintTicket::default() };
    let wanted = match order.sides {
        Sides::AsSetUp => None,
        Sides::One => Some(PredefinedDuplexType::OneSided),
        Sides::LongEdge => Some(PredefinedDuplexType::TwoSidedLongEdge),
        Sides::ShortEdge => Some(PredefinedDuplexType::TwoSidedShortEdge),
    };
    let a4 =
        able.page_media_sizes().find(|size| size.as_predefined_name() == Some(PredefinedMediaName::ISOA4));
    let sides = able.duplexes().find(|sides| wanted.is_some() && sides.as_predefined_name() == wanted);
    let copies = u16::try_from(order.copies).ok().filter(|copies| *copies > 1).map(Copies);
    let told = [
        a4.map(|size| builder.merge(size)),
        sides.map(|sides| builder.merge(sides)),
        copies.map(|copies| builder.merge(copies)),
    ];
    for error in told.into_iter().flatten().filter_map(Result::err) {
        log::warn!("the print ticket of {}: {error}", device.name());
    }
    builder.build().unwrap_or_default()
}

/// The error and what is behind it, in the system's words.
fn refused(error: &dyn Error) -> PrintError {
    let mut detail = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        detail = format!("{detail}: {cause}");
        next = cause.source();
    }
    PrintError::Refused { program: "Windows".to_owned(), detail }
}

/// A PDF among the temporary files, which are the user's alone, until it is printed.
struct TemporaryPdf(PathBuf);

impl TemporaryPdf {
    fn holding(pdf: &[u8]) -> std::io::Result<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let name = format!("jiping-{}-{}.pdf", std::process::id(), MADE.fetch_add(1, Relaxed));
        let file = Self(std::env::temp_dir().join(name));
        OpenOptions::new().write(true).create(true).truncate(true).open(file.path())?.write_all(pdf)?;
        Ok(file)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryPdf {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(self.path()) {
            log::warn!("{}: {error}", self.path().display());
        }
    }
}
