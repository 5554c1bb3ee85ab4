//! The part of the system that prints: CUPS, or that of Windows.

use super::cups::Cups;
use super::error::PrintError;
use super::order::{PrintOrder, Printer};
#[cfg(windows)]
use super::windows;

/// What takes pages to a printer (打印服务).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spooler {
    /// Linux and macOS.
    Cups(Cups),
    /// Windows' own.
    #[cfg(windows)]
    Windows,
}

impl Default for Spooler {
    /// This system's.
    fn default() -> Self {
        #[cfg(windows)]
        return Self::Windows;
        #[cfg(not(windows))]
        Self::Cups(Cups::default())
    }
}

impl Spooler {
    /// Printers that are set up here, the default one marked. May wait for a print server.
    ///
    /// # Errors
    /// There are none, or there is no way to ask.
    pub fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        let printers = match self {
            Self::Cups(cups) => cups.printers()?,
            #[cfg(windows)]
            Self::Windows => windows::printers()?,
        };
        if printers.is_empty() { Err(PrintError::NoPrinters) } else { Ok(printers) }
    }

    /// Prints `pdf` and returns what the system calls the job.
    ///
    /// # Errors
    /// The printer does not take it.
    pub fn send(&self, pdf: &[u8], order: &PrintOrder) -> Result<String, PrintError> {
        order.check()?;
        match self {
            Self::Cups(cups) => cups.send(pdf, order),
            #[cfg(windows)]
            Self::Windows => windows::send(pdf, order),
        }
    }
}
