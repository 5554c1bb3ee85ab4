//! What a printer is told besides the pages.

use super::error::PrintError;
use std::ops::RangeInclusive;

/// Copies that a job may ask for.
const COPIES: RangeInclusive<u32> = 1..=999;

/// A printer that is set up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printer {
    /// As the system names it.
    pub name: String,
    /// The one that the system prints on unless told otherwise.
    pub is_default: bool,
}

/// On one side of the paper or on both (单面、双面).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, strum::VariantArray)]
pub enum Sides {
    /// As the printer is set up.
    #[default]
    AsSetUp,
    /// 单面
    One,
    /// 双面，沿长边翻页: as a book.
    LongEdge,
    /// 双面，沿短边翻页: as a calendar.
    ShortEdge,
}

/// Where pages go, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintOrder {
    /// [`Printer::name`]
    pub printer: String,
    /// 份数, from 1 to 999.
    pub copies: u32,
    /// Which sides of the paper.
    pub sides: Sides,
}

impl PrintOrder {
    /// # Errors
    /// [`PrintError::Copies`]
    pub(super) fn check(&self) -> Result<(), PrintError> {
        if COPIES.contains(&self.copies) {
            return Ok(());
        }
        Err(PrintError::Copies { copies: self.copies })
    }
}

/// Some of the pages of a document, counted from 1 (页码范围).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PageSelection(Vec<RangeInclusive<usize>>);

impl PageSelection {
    /// All of them.
    pub fn all() -> Self {
        Self::default()
    }

    /// Understands `1-3,5` as people write it, full-width and with 至 and 、 too. Nothing means all pages; `None` what is
    /// no page.
    pub fn parse(text: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization as _;
        let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        if text.is_empty() {
            return Some(Self::all());
        }
        let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 0);
        let range = |part: &str| match part.split_once(['-', '–', '—', '~', '～', '至']) {
            Some((first, last)) => Some(number(first)?..=number(last)?).filter(|range| !range.is_empty()),
            None => number(part).map(|page| page..=page),
        };
        text.split([',', '、', ';']).map(range).collect::<Option<Vec<_>>>().map(Self)
    }

    /// # Errors
    /// One of them is beyond the last page.
    pub(super) fn within(&self, count: usize) -> Result<&[RangeInclusive<usize>], PrintError> {
        match self.0.iter().map(|range| *range.end()).max() {
            Some(page) if page > count => Err(PrintError::NoSuchPage { page, count }),
            _ => Ok(&self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_understood_as_people_write_them() {
        for text in ["1-3,5", "１－３，５", " 1 至 3、5 ", "1~3;5"] {
            assert_eq!(PageSelection::parse(text), Some(PageSelection(vec![1..=3, 5..=5])), "{text}");
        }
        assert_eq!(PageSelection::parse("  "), Some(PageSelection::all()));
        for text in ["0", "3-1", "a", "1,", "-", "1-"] {
            assert_eq!(PageSelection::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_page_beyond_the_last_is_named() {
        let pages = PageSelection::parse("1-9").unwrap();
        assert!(matches!(pages.within(4), Err(PrintError::NoSuchPage { page: 9, count: 4 })));
        assert_eq!(pages.within(9).unwrap(), [1..=9]);
    }
}
