//! The faces of the paper and where a character's glyph comes from: the shipped face of the weight, the other one, a
//! font of this machine.

use crate::fonts;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// `fsType` of a font whose licence forbids embedding it (OpenType, OS/2).
const RESTRICTED: u16 = 2;
/// Characters of the basic plane, which are looked up by their number.
const COMMON: usize = 0x1_0000;

/// A font with the glyphs and widths of its characters at hand.
pub(in crate::print) struct Face {
    /// The file.
    pub(in crate::print) bytes: &'static [u8],
    /// Which font of a collection.
    pub(in crate::print) index: u32,
    pub(in crate::print) font: FontRef<'static>,
    pub(in crate::print) units_per_em: f32,
    common: Box<[Glyph]>,
}

/// A glyph and how far it advances, in units of the font. Number 0 stands for none.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Glyph {
    pub(super) id: u16,
    pub(super) advance: u16,
    /// How far right of its place it is drawn.
    pub(super) shift: u16,
}

impl Face {
    fn new(bytes: &'static [u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(bytes, index).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units_per_em = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let mut common = vec![Glyph::default(); COMMON].into_boxed_slice();
        for (character, id) in font.charmap().mappings() {
            if let Some(glyph) = common.get_mut(character as usize) {
                *glyph = glyph_of(&metrics, id);
            }
        }
        align_digits(&mut common);
        Some(Self { bytes, index, font, units_per_em: f32::from(units_per_em), common })
    }

    pub(super) fn glyph(&self, c: char) -> Option<Glyph> {
        let glyph = match self.common.get(c as usize) {
            Some(glyph) => *glyph,
            None => {
                let metrics = self.font.glyph_metrics(Size::unscaled(), LocationRef::default());
                glyph_of(&metrics, self.font.charmap().map(c)?)
            }
        };
        (glyph.id > 0).then_some(glyph)
    }

    /// Whether the glyph of `c` is an outline: pictures of characters print in no archive.
    fn draws(&self, c: char) -> bool {
        let Some(glyph) = self.glyph(c) else { return false };
        self.font.outline_glyphs().get(GlyphId::from(glyph.id)).is_some()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "units of a font are below 65,536"
)]
fn glyph_of(metrics: &skrifa::metrics::GlyphMetrics<'_>, id: GlyphId) -> Glyph {
    let advance = metrics.advance_width(id).unwrap_or_default();
    Glyph { id: u16::try_from(id.to_u32()).unwrap_or_default(), advance: advance as u16, shift: 0 }
}

/// Figures of a column stand below each other: every digit takes the room of the widest, in its middle.
fn align_digits(common: &mut [Glyph]) {
    let digits = common.get_mut('0' as usize..='9' as usize).unwrap_or_default();
    let widest = digits.iter().map(|digit| digit.advance).max().unwrap_or_default();
    for digit in digits {
        digit.shift = (widest - digit.advance) / 2;
        digit.advance = widest;
    }
}

static REGULAR: LazyLock<Option<Face>> = LazyLock::new(|| Face::new(fonts::SERIF_REGULAR, 0));
static BOLD: LazyLock<Option<Face>> = LazyLock::new(|| Face::new(fonts::SERIF_BOLD, 0));

/// Where `c` is drawn from in that weight; `None` if no font here has it.
pub(super) fn glyph(c: char, bold: bool) -> Option<(&'static Face, Glyph)> {
    let shipped = |face: &'static LazyLock<Option<Face>>| {
        let face = face.as_ref()?;
        Some((face, face.glyph(c)?))
    };
    let heavy = if bold { shipped(&BOLD) } else { None };
    heavy.or_else(|| shipped(&REGULAR)).or_else(|| {
        let face = of_this_machine(c)?;
        Some((face, face.glyph(c)?))
    })
}

/// What was found on this machine. Fonts that were needed stay loaded.
#[derive(Default)]
struct Machine {
    fonts: Option<fontdb::Database>,
    loaded: HashMap<fontdb::ID, Option<&'static Face>>,
    found: HashMap<char, Option<&'static Face>>,
}

static MACHINE: LazyLock<Mutex<Machine>> = LazyLock::new(Mutex::default);

/// A font of the system that draws `c`; one that looks like the paper's comes first.
fn of_this_machine(c: char) -> Option<&'static Face> {
    let mut machine = MACHINE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = machine.found.get(&c) {
        return *found;
    }
    let Machine { fonts, loaded, found } = &mut *machine;
    let fonts = fonts.get_or_insert_with(|| {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        fonts
    });
    let mut candidates: Vec<&fontdb::FaceInfo> = fonts
        .faces()
        .filter(|face| fonts.with_face_data(face.id, |bytes, index| has(bytes, index, c)).unwrap_or_default())
        .collect();
    candidates.sort_by_key(|face| (strangeness(face), face.post_script_name.clone(), face.id));
    let face = candidates.iter().find_map(|face| {
        let face = *loaded.entry(face.id).or_insert_with(|| load(fonts, face.id));
        face.filter(|face| face.draws(c))
    });
    found.insert(c, face);
    face
}

fn has(bytes: &[u8], index: u32, c: char) -> bool {
    FontRef::from_index(bytes, index)
        .is_ok_and(|font| font.charmap().map(c).is_some() && may_be_embedded(&font))
}

/// How far a font is from the paper's: an upright serif of normal weight is nearest.
fn strangeness(face: &fontdb::FaceInfo) -> (bool, bool, u16) {
    let name = face.post_script_name.to_lowercase();
    let serif = ["song", "serif", "sun", "ming"].iter().any(|part| name.contains(part));
    (face.style != fontdb::Style::Normal, !serif, face.weight.0.abs_diff(400))
}

/// Whether its licence lets it stand in a document: one that forbids it would cost the whole of it.
fn may_be_embedded(font: &FontRef<'_>) -> bool {
    font.os2().is_ok_and(|os2| os2.fs_type() & 0xF != RESTRICTED)
}

/// For as long as the program runs, as the shipped ones.
fn load(fonts: &fontdb::Database, id: fontdb::ID) -> Option<&'static Face> {
    let (bytes, index) = fonts.with_face_data(id, |bytes, index| (bytes.to_vec(), index))?;
    Some(Box::leak(Box::new(Face::new(bytes.leak(), index)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_takes_what_only_the_regular_face_has_from_it() {
        let (bold, _) = glyph('项', true).unwrap();
        let (regular, _) = glyph('项', false).unwrap();
        assert!(!std::ptr::eq(bold, regular));
        assert!(std::ptr::eq(glyph('㐀', true).unwrap().0, regular));
    }

    #[test]
    fn digits_are_of_one_width() {
        let width = |c| glyph(c, false).unwrap().1.advance;
        assert!(('0'..='9').all(|c| width(c) == width('0')));
    }
}
