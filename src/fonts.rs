//! The fonts that travel inside the program: Noto Sans SC for the window, Noto Serif SC for paper (OFL-1.1,
//! licences beside the files). The regular weights are whole, because names of people and places need rare
//! characters; the bold ones hold the 8,105 characters of the national list, GB 2312 and symbols.

/// Noto Sans SC, whole: the window.
pub static SANS_REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.ttf");
/// Noto Sans SC bold, the common characters: the window.
pub static SANS_BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Bold.ttf");
/// Noto Serif SC, whole: paper.
pub static SERIF_REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSerifSC-Regular.ttf");
/// Noto Serif SC bold, the common characters: headings on paper.
pub static SERIF_BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSerifSC-Bold.ttf");
