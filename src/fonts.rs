//! The fonts that travel inside the program: Noto Sans SC for the window, Noto Serif SC for paper (OFL-1.1,
//! licences beside the files). That of the paper's text is whole, because names of people and places need rare characters
//! and a print has no other font. The others hold the 8,105 characters of the national list, GB 2312 and symbols: in the
//! window what is rarer comes from the system's fonts.
//!
//! A released program has them packed, which spares 13 MB; each is unpacked when it is first asked for. Where the program
//! is built for work on itself they are as they are: packing takes longer than building.

#[cfg(packed_fonts)]
use ruzstd::decoding::StreamingDecoder;
#[cfg(packed_fonts)]
use std::io::{self, Read as _};
use std::sync::LazyLock;

/// A font's file, there from when it is first asked for.
pub type Font = LazyLock<&'static [u8]>;

#[cfg(not(packed_fonts))]
macro_rules! font {
    ($name:literal) => {
        LazyLock::new(|| include_bytes!(concat!("../assets/fonts/", $name)))
    };
}

#[cfg(packed_fonts)]
macro_rules! font {
    ($name:literal) => {
        LazyLock::new(|| unpack(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".zst"))))
    };
}

/// For as long as the program runs.
#[cfg(packed_fonts)]
fn unpack(packed: &[u8]) -> &'static [u8] {
    let mut unpacked = Vec::new();
    let read = StreamingDecoder::new(packed).map_err(io::Error::other);
    // What was packed when the program was built is whole, or the program itself is not.
    if let Err(error) = read.and_then(|mut decoder| decoder.read_to_end(&mut unpacked)) {
        log::error!("a font: {error}");
    }
    unpacked.leak()
}

/// Noto Sans SC, the common characters: the window.
pub static SANS_REGULAR: Font = font!("NotoSansSC-Regular.ttf");
/// Noto Sans SC bold, the common characters: the window.
pub static SANS_BOLD: Font = font!("NotoSansSC-Bold.ttf");
/// Noto Serif SC, whole: paper.
pub static SERIF_REGULAR: Font = font!("NotoSerifSC-Regular.ttf");
/// Noto Serif SC bold, the common characters: headings on paper.
pub static SERIF_BOLD: Font = font!("NotoSerifSC-Bold.ttf");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_a_font() {
        for font in [&SANS_REGULAR, &SANS_BOLD, &SERIF_REGULAR, &SERIF_BOLD] {
            assert_eq!(font.get(..4), Some(&[0, 1, 0, 0][..]));
        }
    }
}
