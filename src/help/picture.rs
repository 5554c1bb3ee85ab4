//! The pictures of the pages.

/// A picture by its name, as the bytes of a PNG.
pub fn picture(name: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        /// Those that there are.
        pub(crate) static PICTURES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../../assets/help/pictures/", $name, ".png")))),*];
    };
}

pictures!(
    "checks",
    "checks-en",
    "funds",
    "funds-en",
    "ledger",
    "ledger-en",
    "score-table",
    "score-table-en",
    "typed-score",
    "typed-score-en",
);
