//! Evaluations that the program brings along, to look around in (示例).
//!
//! Each was made by the command line from the list of edits beside it; a test makes it again and compares.

/// A sample: opened as if it had never been saved, so that saving asks for a place.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Also the name of its file in `assets/samples/`.
    pub id: &'static str,
    /// Key of its title; `<title_key>-words` says in a sentence what it shows.
    pub title_key: &'static str,
    pub bytes: &'static [u8],
}

/// In the order of the start view.
pub static SAMPLES: &[Sample] = &[
    Sample {
        id: "camera-lease",
        title_key: "sample-camera-lease",
        bytes: include_bytes!("../assets/samples/camera-lease.jiping"),
    },
    Sample {
        id: "camera-lease-claimed",
        title_key: "sample-camera-lease-claimed",
        bytes: include_bytes!("../assets/samples/camera-lease-claimed.jiping"),
    },
];
