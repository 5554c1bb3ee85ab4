//! A page as it is written, and what it consists of.

use super::{Term, Topic, picture};
use crate::text::Lang;

/// A page of the help.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Page {
    /// Its first line.
    pub title: String,
    /// What stands below it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// `## …`
    Heading(String),
    /// A line of its own.
    Paragraph(Vec<Span>),
    /// `1. …`, counted from 1.
    Step(usize, Vec<Span>),
    /// `- …`
    Bullet(Vec<Span>),
    /// `> …`: what to mind.
    Note(Vec<Span>),
    /// `![words](name)`
    Picture {
        /// What it shows.
        words: String,
        /// Which one it is.
        name: String,
    },
    /// `{keys}`: what the keys do in the score table.
    Keys,
    /// `{commands}`: every command that has a key.
    Commands,
}

/// A part of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Span {
    /// As it stands.
    Words(String),
    /// `**…**`
    Strong(String),
    /// A key: `` `Ctrl+S` ``.
    Key(String),
    /// `[words](topic)`
    Link(String, Topic),
}

impl Span {
    /// What is read.
    pub fn words(&self) -> &str {
        match self {
            Self::Words(words) | Self::Strong(words) | Self::Key(words) | Self::Link(words, _) => words,
        }
    }
}

impl Block {
    /// Its words, without marks.
    pub fn words(&self) -> String {
        match self {
            Self::Heading(words) | Self::Picture { words, .. } => words.clone(),
            Self::Paragraph(spans) | Self::Step(_, spans) | Self::Bullet(spans) | Self::Note(spans) => {
                spans.iter().map(Span::words).collect()
            }
            Self::Keys | Self::Commands => String::new(),
        }
    }
}

/// What cannot be read of a page: whoever writes pages sees it, by a test.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PageError {
    /// The first line is no `# title`.
    NoTitle,
    /// A mark has no end in its line, or a step is not the next one.
    Unread(String),
    /// A link leads nowhere.
    NoTopic(String),
    /// There is no picture of that name.
    NoPicture(String),
}

impl Page {
    /// The page about a topic; an empty one if it could not be read, which a test excludes.
    pub fn of(topic: Topic, lang: Lang) -> Self {
        Self::read(topic.text(lang), lang).unwrap_or_default()
    }

    /// Reads a page.
    ///
    /// # Errors
    /// The first thing that cannot be read.
    pub fn read(text: &str, lang: Lang) -> Result<Self, PageError> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let title = lines.next().and_then(|line| line.strip_prefix("# ")).ok_or(PageError::NoTitle)?;
        let mut page = Self { title: title.to_owned(), blocks: Vec::new() };
        for line in lines {
            match line {
                "{terms}" => page.blocks.extend(glossary(lang)),
                line => {
                    let block = block(line, page.blocks.last())?;
                    page.blocks.push(block);
                }
            }
        }
        Ok(page)
    }
}

/// Each term and what it means.
fn glossary(lang: Lang) -> impl Iterator<Item = Block> {
    let of_term = move |term: &Term| {
        let words = vec![Span::Words(term.words(lang))];
        [Block::Heading(term.word(lang)), Block::Paragraph(words)]
    };
    Term::ALL.iter().flat_map(of_term)
}

fn block(line: &str, before: Option<&Block>) -> Result<Block, PageError> {
    let unread = || PageError::Unread(line.to_owned());
    Ok(match line.split_once(' ') {
        _ if line == "{keys}" => Block::Keys,
        _ if line == "{commands}" => Block::Commands,
        Some(("##", words)) => Block::Heading(words.to_owned()),
        Some(("-", words)) => Block::Bullet(spans(words)?),
        Some((">", words)) => Block::Note(spans(words)?),
        Some((number, words))
            if number.ends_with('.') && number.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            let next = if let Some(Block::Step(last, _)) = before { last + 1 } else { 1 };
            if number != format!("{next}.") {
                return Err(unread());
            }
            Block::Step(next, spans(words)?)
        }
        _ if line.starts_with("![") => {
            let inner = line.strip_prefix("![").and_then(|rest| rest.strip_suffix(')'));
            let (words, name) = inner.and_then(|inner| inner.split_once("](")).ok_or_else(unread)?;
            picture(name).ok_or_else(|| PageError::NoPicture(name.to_owned()))?;
            Block::Picture { words: words.to_owned(), name: name.to_owned() }
        }
        _ if line.starts_with(['#', '{', '|', '<']) => return Err(unread()),
        _ => Block::Paragraph(spans(line)?),
    })
}

fn spans(line: &str) -> Result<Vec<Span>, PageError> {
    let mut spans = Vec::new();
    let mut rest = line;
    loop {
        let (words, marked) = match rest.find(['*', '`', '[']) {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        if !words.is_empty() {
            spans.push(Span::Words(words.to_owned()));
        }
        if marked.is_empty() {
            return Ok(spans);
        }
        let (span, after) = marked_span(marked)?;
        spans.push(span);
        rest = after;
    }
}

/// The span that begins here, and what stands behind it.
fn marked_span(marked: &str) -> Result<(Span, &str), PageError> {
    let between = |open: &str, close: &str| marked.strip_prefix(open).and_then(|rest| rest.split_once(close));
    if let Some((words, after)) = between("**", "**") {
        return Ok((Span::Strong(words.to_owned()), after));
    }
    if let Some((key, after)) = between("`", "`") {
        return Ok((Span::Key(key.to_owned()), after));
    }
    let link = between("[", ")").and_then(|(link, after)| Some((link.split_once("](")?, after)));
    let ((words, name), after) = link.ok_or_else(|| PageError::Unread(marked.to_owned()))?;
    let topic = Topic::named(name).ok_or_else(|| PageError::NoTopic(name.to_owned()))?;
    Ok((Span::Link(words.to_owned(), topic), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Page, PageError> {
        Page::read(text, Lang::Chinese)
    }

    #[test]
    fn every_form_is_read() {
        let text = "# 题\n\n## 节\n先按 `Enter`，**再**看[评分](scoring)。\n1. 一\n2. 二\n- 点\n> 注意\n{keys}\n{commands}\n";
        let page = read(text).unwrap();
        assert_eq!(page.title, "题");
        let words = |text: &str| vec![Span::Words(text.to_owned())];
        let line = [
            Span::Words("先按 ".to_owned()),
            Span::Key("Enter".to_owned()),
            Span::Words("，".to_owned()),
            Span::Strong("再".to_owned()),
            Span::Words("看".to_owned()),
            Span::Link("评分".to_owned(), Topic::Scoring),
            Span::Words("。".to_owned()),
        ];
        assert_eq!(
            page.blocks,
            [
                Block::Heading("节".to_owned()),
                Block::Paragraph(line.to_vec()),
                Block::Step(1, words("一")),
                Block::Step(2, words("二")),
                Block::Bullet(words("点")),
                Block::Note(words("注意")),
                Block::Keys,
                Block::Commands,
            ]
        );
        assert_eq!(page.blocks[1].words(), "先按 Enter，再看评分。");
    }

    #[test]
    fn what_is_not_of_these_forms_is_refused() {
        assert_eq!(read("题"), Err(PageError::NoTitle));
        for line in ["**没有完", "`没有完", "[没有](scoring", "2. 第二步在前", "### 太深", "|表|", "*斜*"]
        {
            let refused = read(&format!("# 题\n{line}"));
            assert!(matches!(refused, Err(PageError::Unread(_))), "{line}: {refused:?}");
        }
        assert_eq!(read("# 题\n[某](nowhere)"), Err(PageError::NoTopic("nowhere".to_owned())));
        assert_eq!(read("# 题\n![某](nothing)"), Err(PageError::NoPicture("nothing".to_owned())));
    }

    #[test]
    fn every_page_of_every_language_is_read_and_has_the_same_parts() {
        for &topic in Topic::ALL {
            let [chinese, english] = Lang::ALL.map(|lang| {
                Page::read(topic.text(lang), lang)
                    .unwrap_or_else(|error| panic!("{} in {lang:?}: {error:?}", topic.name()))
            });
            assert!(chinese.blocks.len() > 2, "{} says little", topic.name());
            let kinds = |page: &Page| page.blocks.iter().map(std::mem::discriminant).collect::<Vec<_>>();
            assert_eq!(kinds(&chinese), kinds(&english), "{}: not the same parts", topic.name());
        }
    }

    #[test]
    fn every_picture_is_small_and_shown() {
        let of_topic = |topic: &Topic| Lang::ALL.map(|lang| Page::of(*topic, lang));
        let pages = || Topic::ALL.iter().flat_map(of_topic);
        for (name, bytes) in picture::PICTURES {
            assert!(bytes.len() <= 40 * 1024, "{name} has {} bytes", bytes.len());
            let shows = |page: Page| {
                page.blocks
                    .iter()
                    .any(|block| matches!(block, Block::Picture { name: shown, .. } if shown == name))
            };
            assert!(pages().any(shows), "no page shows {name}");
        }
    }

    #[test]
    fn every_term_has_a_word_and_an_explanation_in_both_languages() {
        for lang in Lang::ALL {
            for term in Term::ALL {
                assert!(!term.word(lang).starts_with("term-"), "{term:?} has no word in {lang:?}");
                assert!(!term.words(lang).starts_with("term-"), "{term:?} is not explained in {lang:?}");
            }
            let page = Page::of(Topic::Glossary, lang);
            let headings = page.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
            assert_eq!(headings, Term::ALL.len(), "the glossary has them all");
        }
    }
}
