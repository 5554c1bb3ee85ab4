//! The fonts that travel inside the program: Noto Sans SC for the window, Noto Serif SC for paper (OFL-1.1,
//! licences beside the files). That of the paper's text is whole, because names of people and places need rare characters
//! and a print has no other font. The others hold the 8,105 characters of the national list, GB 2312 and symbols: in the
//! window what is rarer comes from the system's fonts.

/// A font's file: read from the program where it lies, so that only what is looked at is loaded.
pub type Font = &'static [u8];

/// Noto Sans SC, the common characters: the window.
pub static SANS_REGULAR: Font = include_bytes!("../assets/fonts/NotoSansSC-Regular.ttf");
/// Noto Sans SC bold, the common characters: the window.
pub static SANS_BOLD: Font = include_bytes!("../assets/fonts/NotoSansSC-Bold.ttf");
/// Noto Serif SC, whole: paper.
pub static SERIF_REGULAR: Font = include_bytes!("../assets/fonts/NotoSerifSC-Regular.ttf");
/// Noto Serif SC bold, the common characters: headings on paper.
pub static SERIF_BOLD: Font = include_bytes!("../assets/fonts/NotoSerifSC-Bold.ttf");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_a_font() {
        for font in [SANS_REGULAR, SANS_BOLD, SERIF_REGULAR, SERIF_BOLD] {
            assert_eq!(font.get(..4), Some(&[0, 1, 0, 0][..]));
        }
    }
}
