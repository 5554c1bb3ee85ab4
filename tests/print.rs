//! The printed sheet, read back from the PDF with poppler.
#![cfg(test)]

#[path = "print/chart.rs"]
mod chart;
#[path = "print/faults.rs"]
mod faults;
#[path = "print/forms.rs"]
mod forms;
#[path = "print/ledgers.rs"]
mod ledgers;
#[path = "oracle/lines.rs"]
mod lines;
#[path = "print/paper.rs"]
mod paper;
#[path = "print/printers.rs"]
mod printers;
#[path = "print/random.rs"]
mod random;
#[path = "print/sheets.rs"]
mod sheets;
