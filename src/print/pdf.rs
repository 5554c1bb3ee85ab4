//! Pages as PDF/A-2b: fonts as subsets, tags, bookmarks, language and title.

use super::error::PrintError;
use super::typeset::{Face, Fill, Ink, NodeId, Page, Placed, Role, Rule, Run, Structure};
use jiff::Zoned;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill as Paint, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, Glyph, GlyphId};
use krilla::{Document, SerializeSettings};
use std::collections::HashMap;
use std::num::{NonZeroU16, NonZeroU32};
use std::ops::Range;

/// The language of the paper.
const LANGUAGE: &str = "zh-CN";
/// Of the rules of tables.
const RULE_WIDTH: f32 = 0.5;

/// The words of a bookmark, and the page that it leads to, from 0.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Bookmark {
    pub(super) words: String,
    pub(super) page: usize,
}

/// What a document says of itself.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    pub(super) printed_at: &'a Zoned,
    pub(super) bookmarks: &'a [Bookmark],
}

/// Those of `pages` that `wanted` names, in their order.
///
/// # Errors
/// What was set cannot be written: an error of this program.
pub(super) fn write(
    pages: &[Page],
    wanted: &[usize],
    structure: &Structure,
    about: &About<'_>,
) -> Result<Vec<u8>, PrintError> {
    let refused = |detail: String| PrintError::Pdf { detail };
    let configuration = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B).finish();
    let configuration = configuration.map_err(|error| refused(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut writer = Writer { fonts: HashMap::new(), leaves: vec![Vec::new(); structure.nodes.len()] };
    for page in wanted.iter().filter_map(|page| pages.get(*page)) {
        let size = PageSettings::from_wh(page.width, page.height);
        let size = size.ok_or_else(|| refused(format!("{} × {}", page.width, page.height)))?;
        let mut target = document.start_page_with(size);
        let mut surface = target.surface();
        writer.page(&mut surface, page);
        surface.finish();
        target.finish();
    }
    document.set_tag_tree(tag_tree(structure, writer.leaves));
    document.set_outline(outline(about.bookmarks, wanted));
    document.set_metadata(metadata(about));
    document.finish().map_err(|error| refused(format!("{error:?}")))
}

/// What is kept from page to page.
struct Writer {
    /// By the address of the face.
    fonts: HashMap<*const Face, Option<Font>>,
    /// What was drawn for each node of the structure.
    leaves: Vec<Vec<Identifier>>,
}

impl Writer {
    fn page(&mut self, surface: &mut Surface<'_>, page: &Page) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        page.fills.iter().for_each(|fill| draw_fill(surface, fill));
        draw_rules(surface, &page.rules);
        surface.end_tagged();
        let mut rest = page.texts.as_slice();
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|text| text.node == first.node).count();
            let (these, others) = rest.split_at(count);
            self.texts(surface, these, first.node);
            rest = others;
        }
    }

    /// Texts of one node; those of none are what each page repeats.
    fn texts(&mut self, surface: &mut Surface<'_>, texts: &[Placed], node: Option<NodeId>) {
        let leaves = node.and_then(|node| self.leaves.get_mut(node.0 as usize));
        match leaves {
            Some(leaves) => leaves.push(surface.start_tagged(ContentTag::Span(SpanTag::empty()))),
            None => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Page)));
            }
        }
        for text in texts {
            for run in &text.line.runs {
                self.run(surface, run, Point::from_xy(text.x + run.x, text.y + text.line.rise));
            }
        }
        surface.end_tagged();
    }

    fn run(&mut self, surface: &mut Surface<'_>, run: &Run, at: Point) {
        let font =
            self.fonts.entry(run.face).or_insert_with(|| Font::new(run.face.bytes.into(), run.face.index));
        let Some(font) = font.clone() else { return };
        surface.set_stroke(None);
        surface.set_fill(Some(paint(run.ink)));
        let mut start = 0;
        let glyphs: Vec<PdfGlyph> = run
            .glyphs
            .iter()
            .map(|glyph| {
                let end = start + usize::from(glyph.bytes);
                let range = std::mem::replace(&mut start, end)..end;
                PdfGlyph {
                    id: glyph.id,
                    advance: glyph.advance / run.size,
                    shift: glyph.shift / run.size,
                    range,
                }
            })
            .collect();
        surface.draw_glyphs(at, &glyphs, font, &run.text, run.size, false);
    }
}

struct PdfGlyph {
    id: u16,
    /// In sizes of the text.
    advance: f32,
    shift: f32,
    range: Range<usize>,
}

impl Glyph for PdfGlyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(u32::from(self.id))
    }

    fn text_range(&self) -> Range<usize> {
        self.range.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.shift * size
    }

    fn y_offset(&self, _size: f32) -> f32 {
        0.0
    }

    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<krilla::surface::Location> {
        None
    }
}

fn paint(ink: Ink) -> Paint {
    let [red, green, blue] = ink.rgb();
    Paint {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn stroke(ink: Ink) -> Stroke {
    Stroke { paint: paint(ink).paint, width: RULE_WIDTH, ..Stroke::default() }
}

fn draw_rules(surface: &mut Surface<'_>, rules: &[Rule]) {
    let mut path = PathBuilder::new();
    for rule in rules {
        path.move_to(rule.from.0, rule.from.1);
        path.line_to(rule.to.0, rule.to.1);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(stroke(Ink::Black)));
        surface.draw_path(&path);
    }
}

fn draw_fill(surface: &mut Surface<'_>, fill: &Fill) {
    let [x, y, width, height] = fill.area;
    let mut path = PathBuilder::new();
    let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(fill.ink.map(paint));
        surface.set_stroke(fill.edge.map(stroke));
        surface.draw_path(&path);
    }
}

/// The structure with what was drawn; what nothing was drawn of falls away, but the empty cells of a row that was.
fn tag_tree(structure: &Structure, leaves: Vec<Vec<Identifier>>) -> TagTree {
    let is_drawn = drawn(structure, &leaves);
    let is_drawn = |node: usize| is_drawn.get(node).copied().unwrap_or_default();
    let mut groups: Vec<Vec<Node>> =
        leaves.into_iter().map(|leaves| leaves.into_iter().map(Node::from).collect()).collect();
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    let mut roots = Vec::new();
    // Children stand behind their parents, so from the last to the first each is whole when it is handed on; what is handed on
    // comes reversed.
    for (index, (role, parent)) in structure.nodes.iter().enumerate().rev() {
        let parent = parent.map(|parent| parent.0 as usize);
        let is_cell = matches!(role, Role::Cell { .. } | Role::Head { .. });
        let is_kept = is_drawn(index) || is_cell && parent.is_some_and(is_drawn);
        if !is_kept {
            continue;
        }
        let mut children = groups.get_mut(index).map(std::mem::take).unwrap_or_default();
        let group = TagGroup::with_children(tag(*role), leaves_first(&mut children));
        match parent.and_then(|parent| groups.get_mut(parent)) {
            Some(siblings) => siblings.push(group.into()),
            None => roots.push(group),
        }
    }
    roots.into_iter().rev().for_each(|root| tree.push(root));
    tree
}

/// Of which nodes something was drawn, or of what is within them.
fn drawn(structure: &Structure, leaves: &[Vec<Identifier>]) -> Vec<bool> {
    let mut drawn: Vec<bool> = leaves.iter().map(|leaves| !leaves.is_empty()).collect();
    for (index, (_, parent)) in structure.nodes.iter().enumerate().rev() {
        let within = parent.filter(|_| drawn.get(index).copied().unwrap_or_default());
        if let Some(parent) = within.and_then(|parent| drawn.get_mut(parent.0 as usize)) {
            *parent = true;
        }
    }
    drawn
}

/// What was drawn for a node itself, then its children, which were pushed from the last to the first.
fn leaves_first(children: &mut Vec<Node>) -> Vec<Node> {
    let leaves = children.iter().take_while(|child| matches!(child, Node::Leaf(_))).count();
    let mut groups = children.split_off(leaves);
    groups.reverse();
    let mut all = std::mem::take(children);
    all.append(&mut groups);
    all
}

fn tag(role: Role) -> TagKind {
    let heading = |level: NonZeroU16| Tag::Hn(level, None).into();
    let span = |count: u32| NonZeroU32::new(count).filter(|count| count.get() > 1);
    match role {
        Role::Section => Tag::Section.into(),
        Role::Title => heading(NonZeroU16::MIN),
        Role::Heading => heading(NonZeroU16::MIN.saturating_add(1)),
        Role::Paragraph => Tag::P.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::Cell { across, down } => Tag::TD.with_col_span(span(across)).with_row_span(span(down)).into(),
        Role::Head { across, down } => {
            let head = Tag::TH(TableHeaderScope::Column);
            head.with_col_span(span(across)).with_row_span(span(down)).into()
        }
    }
}

fn outline(bookmarks: &[Bookmark], wanted: &[usize]) -> Outline {
    let mut outline = Outline::new();
    let node = |bookmark: &Bookmark| {
        let page = wanted.iter().position(|page| *page == bookmark.page)?;
        let to = XyzDestination::new(page, Point::from_xy(0.0, 0.0));
        Some(OutlineNode::new(bookmark.words.clone(), to))
    };
    bookmarks.iter().filter_map(node).for_each(|node| outline.push_child(node));
    outline
}

fn metadata(about: &About<'_>) -> Metadata {
    let creator = concat!("jiping ", env!("CARGO_PKG_VERSION")).to_owned();
    let metadata =
        Metadata::new().title(about.title.to_owned()).language(LANGUAGE.to_owned()).creator(creator);
    match date(about.printed_at) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// `None` outside of the years that a PDF can name.
fn date(at: &Zoned) -> Option<DateTime> {
    let number = |value: i8| u8::try_from(value).ok();
    let minutes = at.offset().seconds() / 60;
    let date =
        DateTime::new(u16::try_from(at.year()).ok()?).month(number(at.month())?).day(number(at.day())?);
    let date = date.hour(number(at.hour())?).minute(number(at.minute())?).second(number(at.second())?);
    let hours = i8::try_from(minutes / 60).ok()?;
    Some(date.utc_offset_hour(hours).utc_offset_minute(u8::try_from(minutes.rem_euclid(60)).ok()?))
}
