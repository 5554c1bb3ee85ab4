//! What can be said of the grade.

use crate::scoring::Grading;
use crate::text::{Lang, Message, tr};

impl Grading<'_> {
    /// `优`, `中至优`, `暂不评级`; `—` where there is none.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::None => "—".to_owned(),
            Self::Withheld => tr(lang, "grading-withheld"),
            Self::Is(grade) => grade.to_string(),
            Self::Between { worst, best } => {
                Message::new("grading-between").with("worst", worst).with("best", best).text(lang)
            }
        }
    }
}
