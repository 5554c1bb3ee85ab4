//! Applying an edit: checked first, then done on a copy.

use super::tree::{MOST_LEVELS, find_mut, ids, levels, list_mut};
use super::{
    Group, HeadField, Id, Indicator, Node, NodeField, Slot, Template, TemplateEdit, TemplateEditError,
};

impl Template {
    /// The template after `edit`. `self` stays as it is.
    ///
    /// # Errors
    /// An edit that cannot be carried out; nothing is changed then.
    pub fn edited(&self, edit: &TemplateEdit) -> Result<Self, TemplateEditError> {
        let mut changed = self.clone();
        match edit {
            TemplateEdit::Head(field) => changed.set_head(field)?,
            TemplateEdit::Node { node, field } => set_node(changed.node_mut(node)?, field)?,
            TemplateEdit::Add { node, to } => changed.add(node, to)?,
            TemplateEdit::Remove { node } => drop(changed.take(node)?),
            TemplateEdit::Move { node, to } => changed.shift(node, to)?,
        }
        Ok(changed.outlined())
    }

    fn set_head(&mut self, field: &HeadField) -> Result<(), TemplateEditError> {
        match field {
            HeadField::Id(id) => {
                if !is_template_id(id) {
                    return Err(TemplateEditError::BadId(id.clone()));
                }
                if self.node(id).is_some() {
                    return Err(TemplateEditError::IdTaken(id.clone()));
                }
                self.id.clone_from(id);
            }
            HeadField::Version(version) => self.version.clone_from(version),
            HeadField::Title(title) => self.title.clone_from(title),
            HeadField::Summary(summary) => self.summary.clone_from(summary),
            HeadField::Source(source) => self.source.clone_from(source),
            HeadField::Years(years) => self.years = *years,
            HeadField::Points(points) => self.points = *points,
            HeadField::Combine(combine) => self.combine.clone_from(combine),
            HeadField::Cap(cap) => self.cap = *cap,
            HeadField::Rounding(rounding) => self.rounding = *rounding,
            HeadField::NotApplicable(policy) => self.not_applicable = *policy,
            HeadField::Adjustable(adjustable) => self.adjustable = *adjustable,
            HeadField::Grades(grades) => self.grades.clone_from(grades),
            HeadField::GradeBy(by) => self.grade_by = *by,
            HeadField::Sheet(sheet) => self.sheet.clone_from(sheet),
        }
        Ok(())
    }

    fn node_mut(&mut self, id: &Id) -> Result<&mut Node, TemplateEditError> {
        find_mut(&mut self.nodes, id).ok_or_else(|| TemplateEditError::NoSuchNode(id.clone()))
    }

    fn add(&mut self, node: &Node, to: &Slot) -> Result<(), TemplateEditError> {
        let list = list_mut(&mut self.nodes, to.parent.as_ref())?;
        list.insert(to.at.min(list.len()), node.clone());
        let mut all = ids(&self.nodes);
        all.sort();
        if let Some(pair) = all.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(TemplateEditError::IdTaken(pair[0].clone()));
        }
        self.check_levels()
    }

    fn check_levels(&self) -> Result<(), TemplateEditError> {
        match levels(&self.nodes) > MOST_LEVELS {
            true => Err(TemplateEditError::TooDeep { most: MOST_LEVELS }),
            false => Ok(()),
        }
    }

    fn take(&mut self, id: &Id) -> Result<Node, TemplateEditError> {
        let slot = self.slot_of(id).ok_or_else(|| TemplateEditError::NoSuchNode(id.clone()))?;
        let list = list_mut(&mut self.nodes, slot.parent.as_ref())?;
        Ok(list.remove(slot.at))
    }

    fn shift(&mut self, id: &Id, to: &Slot) -> Result<(), TemplateEditError> {
        let from = self.slot_of(id).ok_or_else(|| TemplateEditError::NoSuchNode(id.clone()))?;
        let within = |parent: &Id| match self.node(id) {
            Some(node) => ids(std::slice::from_ref(node)).contains(&parent),
            None => false,
        };
        if to.parent.as_ref().is_some_and(within) {
            return Err(TemplateEditError::IntoItself(id.clone()));
        }
        let node = self.take(id)?;
        // The place was counted while it still stood among its siblings.
        let gone_before = from.parent == to.parent && from.at < to.at;
        let list = list_mut(&mut self.nodes, to.parent.as_ref())?;
        let at = to.at.saturating_sub(usize::from(gone_before)).min(list.len());
        list.insert(at, node);
        self.check_levels()
    }
}

fn set_node(node: &mut Node, field: &NodeField) -> Result<(), TemplateEditError> {
    match (node, field) {
        (Node::Group(Group { name, .. }) | Node::Indicator(Indicator { name, .. }), NodeField::Name(to)) => {
            name.clone_from(to);
        }
        (
            Node::Group(Group { points, .. }) | Node::Indicator(Indicator { points, .. }),
            NodeField::Points(to),
        ) => *points = *to,
        (
            Node::Group(Group { weight, .. }) | Node::Indicator(Indicator { weight, .. }),
            NodeField::Weight(to),
        ) => *weight = *to,
        (Node::Group(group), field) => set_group(group, field)?,
        (Node::Indicator(indicator), field) => set_indicator(indicator, field)?,
    }
    Ok(())
}

fn set_group(group: &mut Group, field: &NodeField) -> Result<(), TemplateEditError> {
    match field {
        NodeField::Combine(combine) => group.combine.clone_from(combine),
        NodeField::Cap(cap) => group.cap = *cap,
        NodeField::Floor(floor) => group.floor = *floor,
        NodeField::Open(open) => group.open.clone_from(open),
        _ => return Err(TemplateEditError::NotAnIndicator(group.id.clone())),
    }
    Ok(())
}

fn set_indicator(indicator: &mut Indicator, field: &NodeField) -> Result<(), TemplateEditError> {
    match field {
        NodeField::Criterion(text) => indicator.criterion.clone_from(text),
        NodeField::Standard(text) => indicator.standard.clone_from(text),
        NodeField::Unit(unit) => indicator.unit.clone_from(unit),
        NodeField::EvidenceExpected(expected) => indicator.evidence_expected = *expected,
        NodeField::AlwaysApplies(always) => indicator.always_applies = *always,
        NodeField::Rule(rule) => indicator.rule = (**rule).clone(),
        _ => return Err(TemplateEditError::NotAGroup(indicator.id.clone())),
    }
    Ok(())
}

/// Also the name of its file: nothing that a file system or a link would trip over.
fn is_template_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 80 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
