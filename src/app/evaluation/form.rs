//! The inputs of an indicator as a form to fill in: its fields, and which control each digit of the keyboard stands
//! for. Keys and controls share it, so that the number beside a control is the digit that works it.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::evaluation::{ExpectedInput, InputKey, InputKind, ItemEntry, Role, Value, expected, input};
use crate::scoring::band_range;
use crate::template::{Alternative, Alternatives, Award, Choice, Id, Indicator, Points, is_percent};

/// Values that inputs get, or lose.
pub(crate) type Inputs = Vec<(InputKey, Option<Value>)>;

/// The inputs of an indicator, as they stand.
pub(crate) struct Form {
    item: Id,
    inputs: Vec<ExpectedInput>,
    controls: Vec<DigitControl>,
    /// Options that leave points to choose, each behind the prefix of its inputs.
    open: Vec<String>,
    /// The field that a digit begins to type into: where a number is wanted, digits choose nothing.
    begins: Option<InputKey>,
}

/// A control that a digit works.
struct DigitControl {
    key: InputKey,
    press: Press,
}

/// What a digit does to its control.
enum Press {
    /// Answers a 关键要素.
    Met(bool),
    /// Ticks a box or empties it; once it is ticked the field is asked for.
    Tick(Option<InputKey>),
    /// Takes an option; then the field is asked for.
    Take(Id, Option<InputKey>),
    /// Goes on to the next of these answers.
    Answer(Vec<Id>),
    /// Leads into the field.
    Enter,
}

impl Form {
    pub(crate) fn of(document: &Document, indicator: &Indicator) -> Self {
        let untouched = ItemEntry::default();
        let entry = document.evaluation().item(&indicator.id).unwrap_or(&untouched);
        let inputs = expected(indicator, document.template.rounding.step);
        let open = open_options(&indicator.rule.award, "");
        let mut form = Self { item: indicator.id.clone(), inputs, controls: Vec::new(), open, begins: None };
        let asked = indicator.rule.gates.iter().find(|gate| entry.flag(&gate.id) != Some(true));
        if let Some(gate) = asked {
            form.controls =
                [true, false].map(|met| DigitControl { key: gate.id.clone(), press: Press::Met(met) }).into();
            return form;
        }
        let hidden = hidden(&indicator.rule.award, "", entry);
        let shown: Vec<&ExpectedInput> = form
            .inputs
            .iter()
            .filter(|input| input.role != Role::Gate)
            .filter(|input| !hidden.iter().any(|prefix| input.key.starts_with(prefix.as_str())))
            .collect();
        form.begins = opening(&shown);
        if form.begins.is_none() {
            form.controls = shown.iter().flat_map(|input| form.controls_of(input)).collect();
        }
        form
    }

    /// Number of controls that digits choose among.
    pub(crate) fn choices(&self) -> usize {
        self.controls.len()
    }

    /// The field that a digit begins to type into.
    pub(crate) fn begins(&self) -> Option<&InputKey> {
        self.begins.as_ref()
    }

    /// The first thing to do is to tick a box.
    pub(crate) fn begins_with_box(&self) -> bool {
        matches!(self.controls.first().map(|control| &control.press), Some(Press::Tick(_) | Press::Met(_)))
    }

    /// The digit, counted from 0, that works this control; `option` where it is one of several.
    pub(crate) fn digit(&self, key: &str, option: Option<&str>) -> Option<usize> {
        self.controls.iter().position(|control| {
            let same = match &control.press {
                Press::Take(id, _) => option == Some(&**id),
                Press::Met(met) => option == Some(if *met { input::YES } else { input::NO }),
                Press::Tick(_) | Press::Answer(_) | Press::Enter => option.is_none(),
            };
            *control.key == *key && same
        })
    }

    pub(crate) fn input(&self, key: &str) -> Option<&ExpectedInput> {
        self.inputs.iter().find(|input| *input.key == *key)
    }

    /// The field of an input that is typed.
    pub(crate) fn field(&self, key: &str) -> Field {
        let (item, key) = (self.item.clone(), InputKey::from(key));
        match self.input(&key).map(|input| &input.kind) {
            Some(InputKind::List(_)) => Field::List { item, key },
            Some(InputKind::Text) => Field::Words { item, key },
            Some(InputKind::Number { unit, .. }) => Field::Input { item, key, percent: is_percent(unit) },
            Some(InputKind::Flag | InputKind::Choice(_)) | None => Field::Input { item, key, percent: false },
        }
    }

    /// What the control of this digit, counted from 0, does: values to enter, and the field that is wanted next.
    pub(crate) fn press(&self, digit: usize, document: &Document) -> Option<(Inputs, Option<Field>)> {
        let control = self.controls.get(digit)?;
        let entry = document.evaluation().item(&self.item);
        let key = control.key.clone();
        let flag = |on: bool| vec![(key.clone(), Some(Value::Flag(on)))];
        Some(match &control.press {
            Press::Met(met) => (flag(*met), None),
            Press::Tick(asks) => {
                let on = entry.and_then(|entry| entry.flag(&key)) != Some(true);
                (flag(on), asks.as_ref().filter(|_| on).map(|asks| self.field(asks)))
            }
            Press::Take(id, asks) => {
                (self.take(document, &key, id), asks.as_ref().map(|asks| self.field(asks)))
            }
            Press::Answer(answers) => {
                let now = entry.and_then(|entry| chosen(entry, &key));
                let at = answers.iter().position(|answer| now == Some(answer)).map_or(0, |at| at + 1);
                let next = answers.get(at).or(answers.first())?;
                (vec![(key, Some(Value::Choice(next.clone())))], None)
            }
            Press::Enter => (Vec::new(), Some(self.field(&key))),
        })
    }

    /// The field that is wanted once this box is ticked or this option taken.
    pub(crate) fn asks(&self, key: &str, option: Option<&str>) -> Option<Field> {
        let wanted = match option {
            Some(option) => self.asked_by_option(key, option),
            None => self.asked_by_box(key),
        };
        wanted.map(|key| self.field(&key))
    }

    /// Takes an option. Points that do not lie within another band are taken back.
    pub(crate) fn take(&self, document: &Document, key: &InputKey, id: &Id) -> Inputs {
        let mut inputs = vec![(key.clone(), Some(Value::Choice(id.clone())))];
        let entry = document.evaluation().item(&self.item);
        let points = entry.and_then(|entry| entry.number(input::POINTS));
        if &**key == input::CHOICE
            && let Some(indicator) = document.template.indicator(&self.item)
            && let Some(range) = band_range(indicator, entry, id, document.template.rounding.item_decimals)
            && points.is_some_and(|points| range.check(points).is_err())
        {
            inputs.push((input::POINTS.into(), None));
        }
        inputs
    }

    fn controls_of(&self, input: &ExpectedInput) -> Vec<DigitControl> {
        let control = |press| DigitControl { key: input.key.clone(), press };
        match (&input.kind, input.role) {
            (InputKind::Flag, _) => vec![control(Press::Tick(self.asked_by_box(&input.key)))],
            (InputKind::Choice(options), Role::Option) => {
                let take = |(id, _): &(Id, _)| Press::Take(id.clone(), self.asked_by_option(&input.key, id));
                options.iter().map(|option| control(take(option))).collect()
            }
            (InputKind::Choice(answers), _) if answers.len() > 1 => {
                vec![control(Press::Answer(answers.iter().map(|(id, _)| id.clone()).collect()))]
            }
            (_, Role::Count) => vec![control(Press::Enter)],
            (InputKind::Number { .. }, Role::Target) => vec![control(Press::Enter)],
            _ => Vec::new(),
        }
    }

    /// A ticked deduction wants its points, a chosen alternative its first field.
    fn asked_by_box(&self, key: &str) -> Option<InputKey> {
        let points = input::deducted(key);
        let typed = self.input(&points).filter(|input| input.role != Role::OverflowPoints);
        typed.map(|input| input.key.clone()).or_else(|| self.opening_within(&format!("{key}/")))
    }

    fn asked_by_option(&self, key: &str, option: &str) -> Option<InputKey> {
        let prefix = key.strip_suffix(input::CHOICE).unwrap_or_default();
        self.opening_within(&format!("{prefix}{option}/")).or_else(|| {
            let is_open = self.open.iter().any(|open| open.strip_prefix(prefix) == Some(option));
            is_open.then(|| format!("{prefix}{}", input::POINTS).into())
        })
    }

    fn opening_within(&self, prefix: &str) -> Option<InputKey> {
        let inner: Vec<&ExpectedInput> =
            self.inputs.iter().filter(|input| input.key.starts_with(prefix)).collect();
        opening(&inner)
    }
}

/// The field that the award begins with, if it begins with one; the rate itself where a rate can be typed.
fn opening(shown: &[&ExpectedInput]) -> Option<InputKey> {
    let first = shown.first()?;
    let is_deduction = matches!(first.role, Role::Count | Role::Exempt | Role::OverflowPoints);
    let is_typed = matches!(first.kind, InputKind::Number { .. } | InputKind::List(_) | InputKind::Text);
    if is_deduction || !is_typed || first.role == Role::Deducted {
        return None;
    }
    let rate = shown.iter().find(|input| input.role == Role::Rate).filter(|_| first.role == Role::Target);
    Some(rate.unwrap_or(first).key.clone())
}

fn chosen<'e>(entry: &'e ItemEntry, key: &str) -> Option<&'e Id> {
    match entry.inputs.get(key) {
        Some(Value::Choice(id)) => Some(id),
        _ => None,
    }
}

fn open_options(award: &Award, prefix: &str) -> Vec<String> {
    match award {
        Award::OneOf { options } => {
            let is_open =
                |option: &&Choice| matches!(option.points, Points::Share { .. } | Points::Range { .. });
            options.iter().filter(is_open).map(|option| format!("{prefix}{}", option.id)).collect()
        }
        Award::Alternatives(Alternatives { options, .. }) => {
            let within =
                |option: &Alternative| open_options(&option.award, &format!("{prefix}{}/", option.id));
            options.iter().flat_map(within).collect()
        }
        _ => Vec::new(),
    }
}

/// Prefixes of the inputs of alternatives that are not chosen.
fn hidden(award: &Award, prefix: &str, entry: &ItemEntry) -> Vec<String> {
    let Award::Alternatives(Alternatives { options, several }) = award else { return Vec::new() };
    let mut prefixes = Vec::new();
    for option in options {
        let inner = format!("{prefix}{}/", option.id);
        let on = match several {
            true => entry.flag(&format!("{prefix}{}", option.id)) == Some(true),
            false => chosen(entry, &format!("{prefix}{}", input::CHOICE)) == Some(&option.id),
        };
        match on {
            true => prefixes.extend(hidden(&option.award, &inner, entry)),
            false => prefixes.push(inner),
        }
    }
    prefixes
}
