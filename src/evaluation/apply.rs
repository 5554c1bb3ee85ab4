//! Applying an edit: checked first, then done on a copy.

use super::edit::Edit;
use super::error::EditError;
use super::expected::{ExpectedInput, InputKind, LARGEST_AMOUNT, LONGEST_LIST, expected};
use super::funds::{FundField, FundLine};
use super::input::{self, InputKey};
use super::model::{Applicability, Evaluation, ItemEntry, Override, Value};
use super::project::{Project, ProjectField};
use crate::number::Limits;
use crate::template::{Award, Deduction, Id, Indicator, Label, Points, Template};
use rust_decimal::Decimal;
use std::sync::Arc;

impl Evaluation {
    /// The evaluation after `edit`. `self` stays as it is.
    ///
    /// # Errors
    /// An edit that does not fit the template or the evaluation; nothing is changed then.
    pub fn apply(&self, template: &Template, edit: &Edit) -> Result<Self, EditError> {
        let mut changed = self.clone();
        changed.apply_in_place(template, edit)?;
        Ok(changed)
    }

    fn apply_in_place(&mut self, template: &Template, edit: &Edit) -> Result<(), EditError> {
        self.change(template, edit)?;
        // An entry that holds nothing is none: what was typed and taken back leaves no trace.
        if let Some(item) = edit.item()
            && self.items.get(item).is_some_and(|entry| **entry == ItemEntry::default())
        {
            self.items.remove(item);
        }
        Ok(())
    }

    fn change(&mut self, template: &Template, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::SetProject { field, text } => set_project(Arc::make_mut(&mut self.project), *field, text),
            Edit::SetSignatories(signatories) => {
                Arc::make_mut(&mut self.project).signatories.clone_from(signatories);
            }
            Edit::SetFundsUnit(unit) => Arc::make_mut(&mut self.funds).unit = *unit,
            Edit::SetFundSource { line, source } => self.fund_line(*line)?.source.clone_from(source),
            Edit::SetFundAmount { line, field, amount } => {
                check_amount(*amount)?;
                self.fund_line(*line)?.set(*field, *amount);
            }
            Edit::AddFundLine(line) => {
                FundField::ALL.into_iter().try_for_each(|field| check_amount(line.get(field)))?;
                Arc::make_mut(&mut self.funds).lines.push(line.clone());
            }
            Edit::RemoveFundLine { line } => {
                self.fund_line(*line)?;
                Arc::make_mut(&mut self.funds).lines.remove(*line);
            }
            Edit::SetInputs { item, inputs } => self.set_inputs(template, item, inputs)?,
            Edit::ClearInputs { item } => {
                let entry = self.entry(indicator(template, item)?);
                entry.inputs.clear();
                entry.ledger.clear();
                entry.applicability = Applicability::Applicable;
                entry.overriding = None;
            }
            Edit::SetReason { item, text } => self.entry(indicator(template, item)?).reason.clone_from(text),
            Edit::SetRemedy { item, field, text } => {
                self.entry(indicator(template, item)?).remedy.set(*field, text);
            }
            Edit::SetRemark { item, text } => self.entry(indicator(template, item)?).remark.clone_from(text),
            Edit::SetEvidenceNote { item, text } => {
                self.entry(indicator(template, item)?).evidence_note.clone_from(text);
            }
            Edit::SetApplicability { item, to } => {
                if matches!(to, Applicability::NotApplicable { reason } if reason.trim().is_empty()) {
                    return Err(EditError::NotApplicableWithoutReason { item: item.clone() });
                }
                let indicator = indicator(template, item)?;
                if indicator.always_applies && matches!(to, Applicability::NotApplicable { .. }) {
                    return Err(EditError::AlwaysApplies { item: item.clone() });
                }
                self.entry(indicator).applicability = to.clone();
            }
            Edit::SetOverride { item, to } => self.set_override(template, item, to.as_ref())?,
            Edit::SetBandEdges { item, edges } => {
                let indicator = indicator(template, item)?;
                check_edges(indicator, edges.as_deref())?;
                self.entry(indicator).band_edges.clone_from(edges);
            }
            Edit::Tailor(edit) => self.tailor(template, edit)?,
            Edit::AttachEvidence(file) => {
                indicator(template, &file.item)?;
                if !file.is_sound() {
                    return Err(EditError::EvidenceUnsound { name: file.name.clone() });
                }
                if self.evidence.iter().any(|other| other.id == file.id) {
                    return Err(EditError::EvidenceTwice { id: file.id });
                }
                self.evidence.push(Arc::new(file.clone()));
            }
            Edit::RemoveEvidence { id } => {
                let at = self.evidence.iter().position(|file| file.id == *id);
                self.evidence.remove(at.ok_or(EditError::NoSuchEvidence { id: *id })?);
            }
            Edit::AddLedgerRows { item, at, rows } => {
                let indicator = indicator(template, item)?;
                super::ledger::add(self.entry(indicator), indicator, template, *at, rows)?;
            }
            Edit::SetLedgerRow { item, row, to } => {
                let indicator = indicator(template, item)?;
                super::ledger::set(self.entry(indicator), indicator, template, *row, to)?;
            }
            Edit::RemoveLedgerRows { item, rows } => {
                let indicator = indicator(template, item)?;
                super::ledger::remove(self.entry(indicator), indicator, rows)?;
            }
            Edit::Answer(answer) => {
                self.answers.retain(|other| other.item != answer.item || other.said != answer.said);
                if !answer.reason.trim().is_empty() {
                    self.answers.push(Arc::new(answer.clone()));
                }
            }
            Edit::Together(edits) => self.apply_all(template, edits)?,
        }
        Ok(())
    }

    /// One after the other; what follows a change of the template is checked against the template as it is then.
    fn apply_all(&mut self, template: &Template, edits: &[Edit]) -> Result<(), EditError> {
        let mut tailored: Option<Template> = None;
        for edit in edits {
            let before = self.tailoring.clone();
            self.apply_in_place(tailored.as_ref().unwrap_or(template), edit)?;
            if self.tailoring != before {
                tailored = Some(self.tailoring.apply(template));
            }
        }
        Ok(())
    }

    fn fund_line(&mut self, line: usize) -> Result<&mut FundLine, EditError> {
        Arc::make_mut(&mut self.funds).lines.get_mut(line).ok_or(EditError::NoSuchFundLine { line })
    }

    fn entry(&mut self, indicator: &Indicator) -> &mut ItemEntry {
        Arc::make_mut(self.items.entry(indicator.id.clone()).or_default())
    }

    fn set_inputs(
        &mut self,
        template: &Template,
        item: &Id,
        inputs: &[(InputKey, Option<Value>)],
    ) -> Result<(), EditError> {
        let indicator = indicator(template, item)?;
        let known = expected(indicator, template.rounding.step);
        for (key, value) in inputs {
            check_input(item, &known, key, value.as_ref())?;
        }
        let entry = self.entry(indicator);
        for (key, value) in inputs {
            match value {
                Some(value) => drop(entry.inputs.insert(key.clone(), value.clone())),
                None => drop(entry.inputs.remove(key)),
            }
        }
        check_exempt(indicator, entry)?;
        // Whoever enters a score says by it that the indicator can be scored.
        if inputs.iter().any(|(_, value)| value.is_some()) {
            entry.applicability = Applicability::Applicable;
        }
        Ok(())
    }

    fn set_override(
        &mut self,
        template: &Template,
        item: &Id,
        to: Option<&Override>,
    ) -> Result<(), EditError> {
        let indicator = indicator(template, item)?;
        if let Some(to) = to {
            if to.reason.trim().is_empty() {
                return Err(EditError::OverrideWithoutReason { item: item.clone() });
            }
            let limits = indicator.override_limits(template.rounding.step);
            check_entry(item, &"".into(), &limits, to.score)?;
        }
        self.entry(indicator).overriding = to.cloned();
        Ok(())
    }
}

fn set_project(project: &mut Project, field: ProjectField, text: &str) {
    let into = match field {
        ProjectField::Name => &mut project.name,
        ProjectField::Department => &mut project.department,
        ProjectField::Unit => &mut project.unit,
        ProjectField::Year => &mut project.year,
        ProjectField::Evaluator => &mut project.evaluator,
        ProjectField::Date => &mut project.date,
        ProjectField::Preparer => &mut project.preparer,
        ProjectField::Phone => &mut project.phone,
        ProjectField::Leader => &mut project.leader,
        ProjectField::FilledOn => &mut project.filled_on,
        ProjectField::Goal => &mut project.goal,
        ProjectField::GoalReached => &mut project.goal_reached,
        ProjectField::Remark => &mut project.remark,
    };
    text.clone_into(into);
}

fn indicator<'t>(template: &'t Template, item: &Id) -> Result<&'t Indicator, EditError> {
    template.indicator(item).ok_or_else(|| EditError::NoSuchItem(item.clone()))
}

/// No more occurrences are exempt (免责) than there are, where both are entered.
fn check_exempt(indicator: &Indicator, entry: &ItemEntry) -> Result<(), EditError> {
    for deduction in &indicator.rule.deductions {
        let Deduction::Each(each) = deduction else { continue };
        let count = entry.number(&input::count(&each.id));
        let exempt = entry.number(&input::exempt_count(&each.id));
        if let (Some(count), Some(exempt)) = (count, exempt)
            && exempt > count
        {
            let (item, label) = (indicator.id.clone(), each.label.clone());
            return Err(EditError::MoreExempt { item, label, count, exempt });
        }
    }
    Ok(())
}

fn check_amount(amount: Option<Decimal>) -> Result<(), EditError> {
    match amount {
        Some(amount) if amount < Decimal::ZERO || amount > LARGEST_AMOUNT => {
            Err(EditError::NegativeAmount { amount })
        }
        _ => Ok(()),
    }
}

/// `label` is that of the input; empty for an override.
fn check_entry(item: &Id, label: &Label, limits: &Limits, value: Decimal) -> Result<(), EditError> {
    let refused = |error| EditError::Entry { item: item.clone(), label: label.clone(), error };
    limits.check(value).map(drop).map_err(refused)
}

/// `known` are the inputs that the rule takes.
fn check_input(
    item: &Id,
    known: &[ExpectedInput],
    key: &InputKey,
    value: Option<&Value>,
) -> Result<(), EditError> {
    let unknown = || EditError::NoSuchInput { item: item.clone(), input: key.clone() };
    let expected = known.iter().find(|expected| expected.key == *key).ok_or_else(unknown)?;
    let label = if expected.label.is_empty() { key.clone() } else { expected.label.clone() };
    match (&expected.kind, value) {
        (_, None) | (InputKind::Flag, Some(Value::Flag(_))) | (InputKind::Text, Some(Value::Text(_))) => {
            Ok(())
        }
        (InputKind::Choice(options), Some(Value::Choice(choice))) => {
            let known = options.iter().any(|(id, _)| id == choice);
            let unknown = || EditError::NoSuchChoice {
                item: item.clone(),
                choice: choice.clone(),
                options: options.clone(),
            };
            known.then_some(()).ok_or_else(unknown)
        }
        (InputKind::Number { limits, .. }, Some(Value::Number(number))) => {
            check_entry(item, &label, limits, *number)
        }
        (InputKind::List(limits), Some(Value::List(numbers))) => {
            if numbers.len() > LONGEST_LIST {
                return Err(EditError::ListTooLong { item: item.clone(), most: LONGEST_LIST });
            }
            numbers.iter().try_for_each(|number| check_entry(item, &label, limits, *number))
        }
        (kind, _) => Err(EditError::WrongKind { item: item.clone(), label, kind: kind.clone() }),
    }
}

/// Edges fall strictly, within 0 and 1, one fewer than there are bands.
fn check_edges(indicator: &Indicator, edges: Option<&[Decimal]>) -> Result<(), EditError> {
    let refused = || EditError::BandEdges { item: indicator.id.clone() };
    let Award::OneOf { options } = &indicator.rule.award else {
        return Err(refused());
    };
    let all_bands = options.iter().all(|option| matches!(option.points, Points::Share { .. }));
    let Some(edges) = edges else { return Ok(()) };
    let within = edges.iter().all(|edge| *edge > Decimal::ZERO && *edge < Decimal::ONE);
    let falling = edges.windows(2).all(|pair| pair[0] > pair[1]);
    (all_bands && within && falling && edges.len() + 1 == options.len()).then_some(()).ok_or_else(refused)
}
