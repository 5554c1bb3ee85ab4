//! What an edit changed.

/// What an edit may have changed of the indicators.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rescored {
    /// Any of them.
    All,
    /// The entries or scores of these alone, by position; each once.
    Items(Vec<usize>),
}
