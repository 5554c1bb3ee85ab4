//! The inputs of an award: those of the indicator, or of one of its alternatives.

use crate::evaluation::{ItemEntry, Value, input};
use crate::template::Id;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A view of an entry's inputs. Keys within alternatives begin with the ids that lead to them.
#[derive(Clone, Debug)]
pub(super) struct Inputs<'a> {
    pub entry: &'a ItemEntry,
    prefix: Cow<'a, str>,
}

impl<'a> Inputs<'a> {
    pub(crate) fn of(entry: &'a ItemEntry) -> Self {
        Self { entry, prefix: Cow::Borrowed("") }
    }

    /// Those whose keys begin with `prefix`: empty, or `<id>/` of an alternative.
    pub(crate) fn at(entry: &'a ItemEntry, prefix: &'a str) -> Self {
        Self { entry, prefix: Cow::Borrowed(prefix) }
    }

    pub(crate) fn within(&self, alternative: &str) -> Self {
        Self { entry: self.entry, prefix: Cow::Owned(format!("{}{alternative}/", self.prefix)) }
    }

    /// Of the indicator itself, not of an alternative.
    pub(crate) fn is_outermost(&self) -> bool {
        self.prefix.is_empty()
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        match self.prefix.is_empty() {
            true => self.entry.inputs.get(key),
            false => self.entry.inputs.get(format!("{}{key}", self.prefix).as_str()),
        }
    }

    pub(crate) fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key) {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    pub(crate) fn number(&self, key: &str) -> Option<Decimal> {
        match self.get(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn list(&self, key: &str) -> Option<&'a [Decimal]> {
        match self.get(key) {
            Some(Value::List(list)) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        match self.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn chosen(&self, key: &str) -> Option<&'a Id> {
        match self.get(key) {
            Some(Value::Choice(id)) => Some(id),
            _ => None,
        }
    }

    pub(crate) fn choice(&self) -> Option<&'a Id> {
        self.chosen(input::CHOICE)
    }
}
