//! Colours of the paper.

/// Everything that is read is black or grey: it is copied and faxed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::print) enum Ink {
    #[default]
    Black,
    /// What nobody wrote, or what is said beside.
    Grey,
    /// Bars of what was earned.
    Earned,
    /// Bars of what was lost.
    Lost,
    /// Around the latter.
    LostEdge,
}

impl Ink {
    pub(in crate::print) const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Black => [0, 0, 0],
            Self::Grey => [110, 110, 110],
            Self::Earned => [0x1f, 0x5a, 0x7a],
            Self::Lost => [0xe3, 0xa4, 0x9d],
            Self::LostEdge => [0xb9, 0x38, 0x2c],
        }
    }
}
