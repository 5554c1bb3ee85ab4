//! Finding something in the help.

use super::{Block, Page, Topic};
use crate::searchable::searchable;
use crate::text::Lang;

/// What all pages of a language can be found by.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    place: Place,
    /// What is shown of it.
    line: String,
    /// What it is found by, lower case.
    words: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Place {
    weight: Weight,
    topic: Topic,
    block: usize,
}

/// What counts most comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Weight {
    Title,
    Heading,
    Text,
}

/// A place in the help.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The page.
    pub topic: Topic,
    /// The block of it; none where the page itself is meant.
    pub block: Option<usize>,
    /// What stands there.
    pub line: String,
}

impl Index {
    /// Titles and headings are found by pinyin too; whole sentences would be found by it too often.
    pub fn of(lang: Lang) -> Self {
        let mut entries = Vec::new();
        for &topic in Topic::ALL {
            let page = Page::of(topic, lang);
            let mut add = |weight, block, line: String| {
                let words = match weight {
                    Weight::Text => line.to_lowercase(),
                    Weight::Title | Weight::Heading => searchable(&line),
                };
                entries.push(Entry { place: Place { weight, topic, block }, line, words });
            };
            add(Weight::Title, 0, page.title);
            for (number, block) in page.blocks.iter().enumerate() {
                let weight = if matches!(block, Block::Heading(_)) { Weight::Heading } else { Weight::Text };
                add(weight, number, block.words());
            }
        }
        entries.sort_by_key(|entry| entry.place);
        Self { entries }
    }

    /// The title of a page.
    pub fn title(&self, topic: Topic) -> &str {
        let is_it = |entry: &&Entry| entry.place.weight == Weight::Title && entry.place.topic == topic;
        self.entries.iter().find(is_it).map_or("", |entry| &entry.line)
    }

    /// Where all these words stand together, the best first; of the text one place for each page.
    pub fn find(&self, words: &str) -> Vec<Found> {
        let words = words.to_lowercase();
        let wanted: Vec<&str> = words.split_whitespace().collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Found> = Vec::new();
        for Entry { place, line, .. } in self.entries.iter().filter(|entry| entry.has(&wanted)) {
            let is_there = found.iter().any(|other| other.topic == place.topic);
            if place.weight != Weight::Text || !is_there {
                let block = (place.weight != Weight::Title).then_some(place.block);
                found.push(Found { topic: place.topic, block, line: line.clone() });
            }
        }
        found
    }
}

impl Entry {
    fn has(&self, wanted: &[&str]) -> bool {
        // Nobody sets spaces between Chinese and Latin as a heading does.
        let joined = || self.words.split_whitespace().collect::<String>();
        wanted.iter().all(|word| self.words.contains(word))
            || wanted.len() == 1 && joined().contains(wanted[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(words: &str) -> (Topic, String) {
        let found = Index::of(Lang::Chinese).find(words);
        let first = found.first().unwrap_or_else(|| panic!("{words} is not found"));
        (first.topic, first.line.clone())
    }

    #[test]
    fn words_and_pinyin_lead_to_their_page() {
        assert_eq!(first("台账").0, Topic::Ledger);
        assert_eq!(first("taizhang").0, Topic::Ledger);
        assert_eq!(first("dyydc").0, Topic::Printing, "initials");
        assert_eq!(first("暂定"), (Topic::Totals, "暂定".to_owned()), "a heading before a sentence");
        assert_eq!(first("  撤销 ").0, first("撤销").0, "spaces do not matter");
    }

    #[test]
    fn every_page_has_its_title() {
        let index = Index::of(Lang::English);
        assert_eq!(index.title(Topic::Ledger), "Ledger");
        assert!(Topic::ALL.iter().all(|topic| !index.title(*topic).is_empty()));
    }

    #[test]
    fn nothing_is_found_by_nothing_or_by_nonsense() {
        let index = Index::of(Lang::Chinese);
        assert_eq!(index.find("  "), []);
        assert_eq!(index.find("没有这样的话吧"), []);
    }

    #[test]
    fn english_is_found_whatever_its_case() {
        let found = Index::of(Lang::English).find("LEDGER");
        assert_eq!(found[0].topic, Topic::Ledger);
    }
}
