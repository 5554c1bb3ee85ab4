//! What the file of a template need not state.

/// Fields that hold their default are left out.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
