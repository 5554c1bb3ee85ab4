//! Evaluations that the program brings along, to look around in (示例).
//!
//! Each was made by the command line from the list of edits beside it; a test makes it again and compares.

/// A sample: opened as if it had never been saved, so that saving asks for a place.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Also the name of its file in `assets/samples/`.
    pub id: &'static str,
    /// Id of the shipped template that it is scored by.
    pub template: &'static str,
    /// Key of its title; `<title_key>-words` says in a sentence what it shows.
    pub title_key: &'static str,
    /// A whole `.jiping` file.
    pub bytes: &'static [u8],
}

/// A sample by its id: file, key of the title.
macro_rules! sample {
    ($id:literal, $template:literal) => {
        Sample {
            id: $id,
            template: $template,
            title_key: concat!("sample-", $id),
            bytes: include_bytes!(concat!("../assets/samples/", $id, ".jiping")),
        }
    };
}

/// In the order of the start view, those of one template together.
pub static SAMPLES: &[Sample] = &[
    sample!("camera-lease", "decision-management-performance"),
    sample!("camera-lease-claimed", "decision-management-performance"),
    sample!("information-systems", "self-evaluation"),
    sample!("sky-net-operation", "self-evaluation"),
    sample!("smart-policing", "process-output-effect"),
    sample!("camera-network", "target-completion"),
    sample!("video-platform", "target-completion"),
    sample!("detention-security", "target-completion"),
    sample!("camera-service", "target-completion"),
    sample!("fibre-network", "target-completion"),
    sample!("camera-upkeep", "camera-maintenance"),
];
