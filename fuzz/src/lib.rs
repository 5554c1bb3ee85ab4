//! What the fuzz targets share: templates and samples to work on, and what must hold of whatever is scored.

#[path = "../../tests/oracle/equations.rs"]
mod equations;
mod sheet;

pub use sheet::{examine, examine_equations, explain, filled};

use jiping::evaluation::Evaluation;
use jiping::template::{Template, read, shipped};
use std::sync::{Arc, LazyLock};

static SHIPPED: LazyLock<Vec<Template>> = LazyLock::new(shipped);

/// The random templates that the second program scored: between them they use the whole rule language.
static RANDOM: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let lines = include_str!("../../tests/oracle/data/00.txt").lines();
    let texts = lines.filter_map(|line| line.strip_prefix("T "));
    texts.filter_map(|text| read(text.as_bytes()).ok()).collect()
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
