//! What an evaluation may change of its template: points and weights where the template is adjustable, indicators of
//! its own in open groups (自设指标).

use super::error::{EditError, TailorError};
use super::model::{Evaluation, OwnIndicator, Tailoring};
use crate::number::round;
use crate::template::{Group, Id, Label, MOST_POINTS, Node, Template};
use crate::text::Message;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A change of the template for this evaluation alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum TailorEdit {
    /// 分值 of a group or indicator of the template, in points; `None` takes the template's again.
    SetPoints {
        /// The group or indicator.
        node: Id,
        /// 0 or more, with no more decimals than the sheet has.
        points: Option<Decimal>,
    },
    /// 权重, a share; `None` takes the template's again.
    SetWeight {
        /// The group or indicator.
        node: Id,
        /// From 0 to 1.
        weight: Option<Decimal>,
    },
    /// Adds an indicator at the end of its group.
    AddOwn(OwnIndicator),
    /// Changes name, points, pattern, unit. Id and group stay; entries of another pattern's rule are kept and ask
    /// for nothing until they fit again.
    SetOwn(OwnIndicator),
    /// Removes an indicator of one's own with its entry and its evidence.
    RemoveOwn {
        /// Id of the indicator of one's own.
        id: Id,
    },
    /// Moves an indicator before the one that is `to`-th among all of one's own.
    MoveOwn {
        /// The indicator of one's own.
        id: Id,
        /// Its place from then on, counted from 0; the last where it is greater.
        to: usize,
    },
}

impl TailorEdit {
    /// Id of the node that it changes.
    pub fn node(&self) -> &Id {
        match self {
            Self::SetPoints { node, .. } | Self::SetWeight { node, .. } => node,
            Self::AddOwn(own) | Self::SetOwn(own) => &own.id,
            Self::RemoveOwn { id } | Self::MoveOwn { id, .. } => id,
        }
    }

    pub(super) fn label(&self, template: &Template) -> Message {
        let node = self.node();
        let own = match self {
            Self::AddOwn(own) | Self::SetOwn(own) => Some(own.name.clone()),
            _ => None,
        };
        let name = own.or_else(|| template.node(node).map(|node| node.name().clone()));
        let key = match self {
            Self::SetPoints { .. } => "change-points",
            Self::SetWeight { .. } => "change-weight",
            Self::AddOwn(_) => "change-add-own",
            Self::SetOwn(_) => "change-own",
            Self::RemoveOwn { .. } => "change-remove-own",
            Self::MoveOwn { .. } => "change-move-own",
        };
        Message::new(key).with("item", name.unwrap_or_else(|| node.clone()))
    }
}

impl Evaluation {
    /// `template` is the one that the evaluation is scored by now, its tailoring included.
    pub(super) fn tailor(&mut self, template: &Template, edit: &TailorEdit) -> Result<(), EditError> {
        let refused = |error| EditError::Tailor { node: edit.node().clone(), error };
        let mut tailoring = (*self.tailoring).clone();
        tailoring.change(template, edit).map_err(refused)?;
        self.tailoring = Arc::new(tailoring);
        if let TailorEdit::RemoveOwn { id } = edit {
            self.items.remove(id);
            self.evidence.retain(|file| file.item != *id);
        }
        Ok(())
    }
}

impl Tailoring {
    fn change(&mut self, template: &Template, edit: &TailorEdit) -> Result<(), TailorError> {
        match edit {
            TailorEdit::SetPoints { node, points } => {
                self.of_template(template, node)?;
                check_points(template, points.unwrap_or_default())?;
                set(&mut self.points, node, *points);
            }
            TailorEdit::SetWeight { node, weight } => {
                self.of_template(template, node)?;
                let weight = *weight;
                if let Some(weight) =
                    weight.filter(|weight| *weight < Decimal::ZERO || *weight > Decimal::ONE)
                {
                    return Err(TailorError::Weight(weight));
                }
                set(&mut self.weights, node, weight);
            }
            TailorEdit::AddOwn(own) => {
                let taken = template.node(&own.id).is_some() || *own.id == *template.id;
                if taken || own.id.trim().is_empty() || own.id.contains('/') {
                    return Err(TailorError::BadId(own.id.clone()));
                }
                check_own(template, own)?;
                self.own.push(own.clone());
            }
            TailorEdit::SetOwn(own) => {
                check_own(template, own)?;
                let at = self.position(&own.id)?;
                let group = self.own[at].group.clone();
                self.own[at] = OwnIndicator { group, ..own.clone() };
            }
            TailorEdit::RemoveOwn { id } => {
                let at = self.position(id)?;
                self.own.remove(at);
                self.points.remove(id);
                self.weights.remove(id);
            }
            TailorEdit::MoveOwn { id, to } => {
                let at = self.position(id)?;
                let moved = self.own.remove(at);
                self.own.insert((*to).min(self.own.len()), moved);
            }
        }
        Ok(())
    }

    fn position(&self, id: &Id) -> Result<usize, TailorError> {
        let at = self.own.iter().position(|own| own.id == *id);
        at.ok_or_else(|| TailorError::NoSuchOwn(id.clone()))
    }

    /// A node whose points or weight may be set: one of an adjustable template.
    fn of_template(&self, template: &Template, node: &Id) -> Result<(), TailorError> {
        let own = self.own.iter().any(|own| own.id == *node);
        if !template.adjustable && !own {
            return Err(TailorError::NotAdjustable);
        }
        template.node(node).map(drop).ok_or_else(|| TailorError::NoSuchNode(node.clone()))
    }
}

fn set(values: &mut std::collections::BTreeMap<Id, Decimal>, node: &Id, value: Option<Decimal>) {
    match value {
        Some(value) => drop(values.insert(node.clone(), value)),
        None => drop(values.remove(node)),
    }
}

fn check_points(template: &Template, points: Decimal) -> Result<(), TailorError> {
    let decimals = template.rounding.item_decimals;
    let refused = points < Decimal::ZERO || points > MOST_POINTS || round(points, decimals) != points;
    if refused { Err(TailorError::Points { points, decimals }) } else { Ok(()) }
}

fn check_own(template: &Template, own: &OwnIndicator) -> Result<(), TailorError> {
    if own.name.trim().is_empty() {
        return Err(TailorError::NoName);
    }
    check_points(template, own.points)?;
    let open = match template.node(&own.group) {
        Some(Node::Group(Group { open: Some(open), .. })) => open,
        _ => return Err(TailorError::NotOpen(own.group.clone())),
    };
    let known = open.patterns.iter().any(|pattern| pattern.id == own.pattern);
    if known { Ok(()) } else { Err(TailorError::NoSuchPattern(own.pattern.clone())) }
}

/// An id for a new indicator of one's own that neither template nor evaluation has.
pub fn new_own_id(template: &Template, evaluation: &Evaluation) -> Id {
    new_own_ids(template, evaluation).next().unwrap_or_else(|| Id::from(""))
}

/// The same for several: no two are alike.
pub fn new_own_ids(template: &Template, evaluation: &Evaluation) -> impl Iterator<Item = Id> {
    let is_free =
        |id: &str| template.node(id).is_none() && evaluation.tailoring.own.iter().all(|own| *own.id != *id);
    (1_usize..).map(|number| format!("own-{number}")).filter(move |id| is_free(id)).map(Label::from)
}

/// The template that `after` is scored by, where `template` is the one that `before` was.
pub fn retailored(template: &Arc<Template>, before: &Tailoring, after: &Evaluation) -> Arc<Template> {
    match *before == *after.tailoring {
        true => template.clone(),
        false => Arc::new(after.tailoring.apply(template.base())),
    }
}
