//! The language of what is worked out for the paper.

use crate::text::Lang;

/// The language of the paper follows the template. The shipped ones are Chinese, no template says otherwise (there is no
/// field for it), and the fixed words of `papers` are Chinese: so are the derivations between them.
pub(in crate::print) const LANG: Lang = Lang::Chinese;
