//! From the words of a 评价标准 to a rule, or to the reason why not.
//!
//! A recogniser answers only where it has read everything that decides points: what is left of the text may hold
//! neither a digit nor a decisive word ([`super::words::is_harmless`]). A rule that is read wrongly is worse than one
//! that is left to the evaluator.

mod bands;
pub(super) mod by_form;
mod captured;
pub(super) mod classes;
mod clause;
mod compose;
mod free;
mod interval;
mod list;
mod mixed;
mod per_unit;
mod proposal;
mod rate;
mod scored;
mod source;
mod steps;

pub use proposal::{Form, Proposal};
pub use source::Source;

use crate::text::Message;

/// 每相差…扣, alone or beside other deductions.
fn stepped(source: &Source) -> proposal::Attempt {
    let alone = steps::steps(source)?;
    Some(match (alone, mixed::mixed) {
        (Err(why), mixed) => mixed(source).ok_or(why),
        (read, _) => read,
    })
}

/// Characters of a rule; the longest of some hundred real ones has 500.
const LONGEST_RULE: usize = 2_000;

/// Ways to read a rule, the likeliest first.
///
/// # Errors
/// Why none is proposed: the words are not understood, or what they say does not come out.
pub fn recognise(source: &Source) -> Result<Vec<Proposal>, Message> {
    if source.standard.is_empty() && source.criterion.is_empty() {
        return Err(Message::new("import-why-no-words"));
    }
    let recognisers = [
        bands::qualitative,
        stepped,
        rate::rate,
        bands::bands,
        list::all_or_nothing,
        list::each,
        compose::compose,
        scored::scored,
        free::free,
        per_unit::per_unit,
    ];
    // Reading takes time with the square of the length.
    if source.standard.chars().count() > LONGEST_RULE {
        return Err(Message::new("import-why-long").with("most", LONGEST_RULE));
    }
    let (source, class) =
        match classes::of_one_class(&source.standard, source.points, source.class.as_deref()) {
            Some((standard, message)) => (Source { standard, ..source.clone() }, Some(message)),
            None => (source.clone(), None),
        };
    if let Some([one, other]) = classes::names(&source.standard) {
        return Err(Message::new("import-why-class").with("one", one).with("other", other));
    }
    let mut why_not = None;
    for recogniser in recognisers {
        match recogniser(&source) {
            None => {}
            Some(Err(why)) => why_not = why_not.or(Some(why)),
            Some(Ok(mut proposals)) => {
                for proposal in &mut proposals {
                    proposal.assumed.extend(class.clone());
                }
                return Ok(proposals);
            }
        }
    }
    Err(why_not.unwrap_or_else(|| Message::new("import-why-unread")))
}
