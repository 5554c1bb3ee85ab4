//! What the fuzz targets share: templates and samples to work on, and what must hold of whatever is scored.

mod desk;
#[path = "../../tests/oracle/equations.rs"]
mod equations;
mod repack;
mod sheet;

pub use desk::Desk;
pub use repack::mutate_members;
pub use sheet::{examine, examine_equations, explain, filled};

use jiping::evaluation::Evaluation;
use jiping::file::{Opened, Places, Progress, open_bytes};
use jiping::samples::SAMPLES;
use jiping::template::{Template, read, shipped};
use std::sync::{Arc, LazyLock};

static SHIPPED: LazyLock<Vec<Template>> = LazyLock::new(shipped);

/// The random templates that the second program scored: between them they use the whole rule language.
static RANDOM: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let lines = include_str!("../../tests/oracle/data/00.txt").lines();
    let texts = lines.filter_map(|line| line.strip_prefix("T "));
    texts.filter_map(|text| read(text.as_bytes()).ok()).collect()
});

/// The samples that the program brings along.
pub static OPENED: LazyLock<Vec<Opened>> = LazyLock::new(|| {
    let places = Places::at(std::env::temp_dir());
    let open = |sample: &jiping::samples::Sample| {
        open_bytes(sample.id, sample.bytes, &places, &Progress::new()).expect("a sample opens")
    };
    SAMPLES.iter().map(open).collect()
});

/// The one that an evaluation is to be scored by: the shipped one that it names; as version N of `t`, the N-th random
/// one, from 0 (`seeds.sh` writes them so). Its tailoring included.
pub fn template_of(evaluation: &Evaluation) -> Arc<Template> {
    let named = &evaluation.template;
    let random = || RANDOM.get(named.version.parse::<usize>().ok()? % RANDOM.len());
    let found = match &*named.id {
        "t" => random(),
        id => SHIPPED.iter().find(|template| &*template.id == id),
    };
    Arc::new(evaluation.tailoring.apply(found.unwrap_or(&SHIPPED[0])))
}

/// A shipped template.
pub fn shipped_as(id: &str) -> &'static Template {
    SHIPPED.iter().find(|template| &*template.id == id).expect("the template is shipped")
}
