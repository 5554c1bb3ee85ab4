//! The fonts that travel inside the program: Noto Sans SC for the window, Noto Serif SC for paper (OFL-1.1,
//! licences beside the files). The regular weights are whole, because names of people and places need rare
//! characters; the bold ones hold the 8,105 characters of the national list, GB 2312 and symbols.

pub static SANS_REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.ttf");
pub static SANS_BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Bold.ttf");
pub static SERIF_REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSerifSC-Regular.ttf");
pub static SERIF_BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSerifSC-Bold.ttf");
