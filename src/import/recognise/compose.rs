//! The rule that a sequence of clauses makes: what earns first, what takes from it, what reaches below zero.

use super::by_form;
use super::clause::{Clause, clauses};
use super::interval::is_interval;
use super::proposal::{Attempt, Form, Proposal};
use super::scored::are_degrees;
use super::source::Source;
use crate::import::words::{STATES_POINTS, is_label, label, pattern};
use crate::template::{
    Award, Choice, Consequence, Deduction, EachDeduction, Effect, Label, Overflow, OverflowPoints, Part,
    Parts, PartsNeeded, Points, RangeDeduction, Rule, Scope, Trigger, Veto,
};
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(
    COUNTED,
    r"每|(?:一|1|逐)(?:处|次|项|个|例|份|条|人次|人|起|件|天|日|笔|户|宗|名|辆|台|张|家|只|场|所|篇|期|批|套|座|间|本|道|棵|盏|块|幅|分钟|小时)"
);
// So many at a time: the number that is entered would not be a number of occurrences.
pattern!(
    SEVERAL,
    r"每[^;,。]{0,8}?(?:[2-9]|[1-9][0-9]+|二|两|三|四|五|六|七|八|九|十)(?:处|次|项|个|例|份|条|人|起|件|天|日|笔|户|宗|名|辆|台|张|家|只|分钟|小时)"
);
pattern!(
    TRAILING_COUNT,
    r"(?:[,;。:]|(?:每|再|有|发现|出现|发生|新|少|缺|存在)+)(?:一|1)(?:处|次|项|个|例|份|条|人次|人|起|件|天|日|笔|户|宗|名|辆|台|张|家|只)$"
);
// Two or more of something, that many.
pattern!(NUMBERED, r"(?:[2-9]|[1-9][0-9]+|二|两|三|四|五)(?:处|次|项|个|例|份|条|人|起|件|天|日)");
pattern!(RATES, r"%|百分点");
// 不符合的: of each part. What names its own case is another condition.
pattern!(
    UNMET,
    r"^(?:不符合|未符合|不满足|未满足|达不到|未达到|不达标|未达标|不具备|没有|无|否)(?:的|者|上述|以上|要求|条件|标准)*$"
);
// 每发生1起…不得分: once is enough. 每年 is another 每.
pattern!(EACH_ONCE, r"^[,;。]*(每次?)(?:发生|发现|出现|有|存在)");
// 存在则不得分: 则 is of the verb. 原则 is a word.
pattern!(THEN, r"[^原规细准法守总通]则$");
// 并一票否决: of the case before.
pattern!(ALSO, r"^[,;。]*(?:并|且|同时)*$");
pattern!(CONSEQUENCE, r"等[级次]|评为|评定|认定|取消|不合格|不及格|总分");
pattern!(COMPLEMENT, r"^[,;。]*(?:不|未|没有?|无|否|达不到)");

/// `A得2分，否则不得分；B的每处扣1分，扣完为止；情节严重的，倒扣1分`.
pub(super) fn compose(source: &Source) -> Attempt {
    let read = clauses(&source.standard).and_then(|clauses| read(&clauses, source));
    match read {
        Some(proposal) => Some(Ok(vec![proposal])),
        None if source.standard.contains('扣') => Some(Err(Message::new("import-why-deductions"))),
        None => None,
    }
}

/// What the clauses come to, sorted by what they do.
#[derive(Default)]
struct Parsed<'t> {
    earns: Vec<(String, Points, bool)>,
    /// In the words of the table: 否则, 其他情况.
    otherwise: Option<Label>,
    nothing: Vec<&'t str>,
    takes: Vec<Deduction>,
    below: Vec<(Label, Decimal)>,
    /// Of the sheet: one fact that takes twice, or a veto.
    reaching: Vec<Effect>,
    vetoes: bool,
    states_floor: bool,
    /// The most that all deductions take together.
    together: Option<Decimal>,
}

fn read(clauses: &[Clause<'_>], source: &Source) -> Option<Proposal> {
    let parsed = Parsed::of(clauses, source.points)?;
    // What the veto does is said, and not read.
    if parsed.vetoes && CONSEQUENCE.is_match(&source.standard) {
        return None;
    }
    let is_bare = parsed.earns.is_empty()
        && parsed.takes.is_empty()
        && parsed.below.is_empty()
        && parsed.reaching.is_empty();
    if is_bare && parsed.nothing.is_empty() {
        return None;
    }
    let (award, form, uses_nothing) = parsed.award(source.points)?;
    // From nothing nothing can be taken: what counts below zero is a ledger of its own.
    if source.points.is_zero() {
        let is_all = parsed.earns.is_empty() && parsed.nothing.is_empty() && parsed.takes.is_empty();
        if parsed.vetoes {
            return (is_all && parsed.below.is_empty()).then(|| vetoing(parsed.reaching));
        }
        let is_all = is_all && parsed.reaching.is_empty();
        return is_all.then(|| by_form::losses(&parsed.below));
    }
    let mut rule = Rule::of(award);
    let mut list = parsed.takes.clone();
    if !uses_nothing {
        // Of parts that each state their points 不符合的不得分 says what is clear.
        let are_parts = matches!(rule.award, Award::Parts(_));
        for text in parsed.nothing.iter().filter(|text| !(are_parts && UNMET.is_match(&label(text)))) {
            list.push(once(list.len(), text, source.points, source.points)?);
        }
    }
    let has_list = !list.is_empty();
    if has_list {
        let lowest = parsed.together.and_then(|most| source.points.checked_sub(most));
        rule.floor = Some(lowest.unwrap_or_default().max(Decimal::ZERO));
    }
    rule.deductions = list;
    rule.effects = parsed
        .below
        .iter()
        .enumerate()
        .map(effect)
        .chain(entered_once(&parsed.reaching, &rule.deductions))
        .collect();
    let form = if has_list && matches!(rule.award, Award::Full) { Form::Deductions } else { form };
    let mut proposal = Proposal::new(form, rule);
    if parsed.vetoes {
        proposal = proposal.assuming(Message::new("import-assumed-veto"));
    }
    Some(match has_list && !parsed.states_floor && !parsed.takes.is_empty() {
        true => proposal.assuming(Message::new("import-assumed-floor")),
        false => proposal,
    })
}

/// What is taken of the sheet for a case that is in the list of deductions is entered there.
fn entered_once(effects: &[Effect], deductions: &[Deduction]) -> Vec<Effect> {
    let tied = |effect: &Effect| {
        let mut effect = effect.clone();
        if let Effect::Overflow(Overflow { when: when @ Trigger::Ticked, label, .. }) = &mut effect
            && let Some(deduction) = deductions.iter().find(|deduction| deduction.label() == label)
        {
            *when = Trigger::Deducted(deduction.id().clone());
        }
        effect
    };
    effects.iter().map(tied).collect()
}

/// A row that only vetoes.
fn vetoing(effects: Vec<Effect>) -> Proposal {
    let rule = Rule { effects, ..Rule::of(Award::Full) };
    Proposal::new(Form::Deductions, rule).assuming(Message::new("import-assumed-veto"))
}

fn effect((place, (text, points)): (usize, &(Label, Decimal))) -> Effect {
    let id = format!("e{}", place + 1);
    let take = OverflowPoints::OneOf(vec![*points]);
    Effect::Overflow(Overflow { take, ..Overflow::blank(id.into(), text.clone()) })
}

impl<'t> Parsed<'t> {
    fn of(clauses: &[Clause<'t>], points: Decimal) -> Option<Self> {
        let mut parsed = Self::default();
        for (place, clause) in clauses.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| clauses.get(place));
            match clause {
                Clause::Earns { label: text, worth, adds } => {
                    // What is earned after points were taken is a bonus or another table's rule.
                    let is_clean = parsed.takes.is_empty() && is_award_label(text);
                    let worth = match worth {
                        Points::Fraction(share) => Points::Fixed(points.checked_mul(*share)?),
                        other => other.clone(),
                    };
                    is_clean.then(|| parsed.earns.push(((*text).to_owned(), worth, *adds)))?;
                }
                Clause::Otherwise { label: text, points } if points.is_zero() => {
                    parsed.otherwise = Some(label(text));
                }
                Clause::Otherwise { label: text, points } => {
                    parsed.earns.push(((*text).to_owned(), Points::Fixed(*points), false));
                }
                Clause::Nothing { label: text } => {
                    let text = of_a_case(text);
                    is_award_label(text).then(|| parsed.nothing.push(text))?;
                }
                Clause::Takes { label: text, from, to, .. } if points.is_zero() => {
                    (from == to && !COUNTED.is_match(text)).then(|| parsed.below.push((label(text), *to)))?;
                }
                Clause::Takes { label: text, from, to, per } => {
                    let counts_to_floor = from == to && matches!(clauses.get(place + 1), Some(Clause::Floor));
                    let is_only =
                        clauses.iter().filter(|other| matches!(other, Clause::Takes { .. })).count() == 1;
                    let taken =
                        takes(parsed.takes.len(), text, (*from, *to), *per || counts_to_floor && is_only)?;
                    parsed.takes.push(taken);
                }
                Clause::Below { label: text, points } => {
                    let own = label(text);
                    let of_before = || match before {
                        Some(Clause::Nothing { label: text }) => Some(label(text)),
                        Some(Clause::Otherwise { .. }) => Some("不符合要求".into()),
                        _ => None,
                    };
                    let text = if own.is_empty() { of_before()? } else { own };
                    parsed.below.push((text, *points));
                }
                Clause::FromSheet { label: text, points } => {
                    let effect = parsed.taken_of_sheet(text, *points, before)?;
                    parsed.reaching.push(effect);
                }
                Clause::Veto { label: text } => {
                    let text = match before {
                        Some(Clause::Nothing { label: before }) if ALSO.is_match(text) => before,
                        _ => text,
                    };
                    let text = of_a_case(text);
                    let named = label(text);
                    is_label(text).then_some(())?;
                    let id = format!("v{}", parsed.reaching.len() + 1).into();
                    parsed.reaching.push(Effect::Veto(Veto {
                        scope: Scope::Sheet,
                        consequence: Consequence::Fail,
                        ..Veto::blank(id, named)
                    }));
                    parsed.vetoes = true;
                }
                Clause::Most { points: most, together } => parsed.most(*most, *together, points)?,
                Clause::Floor => parsed.states_floor = true,
                Clause::Full(full) => (*full == points).then_some(())?,
            }
        }
        // 1项扣2分，2项扣5分: not so many for each.
        let is_numbered = |clause: &Clause<'_>| matches!(clause, Clause::Takes { label, .. } if NUMBERED.is_match(label) && !label.contains('每'));
        (!(parsed.counts() && clauses.iter().any(is_numbered))).then_some(parsed)
    }

    /// With what the clause before takes, once or for each; else where it is ticked.
    fn taken_of_sheet(&self, text: &str, points: Decimal, before: Option<&Clause<'_>>) -> Option<Effect> {
        let id = format!("t{}", self.reaching.len() + 1).into();
        let own = label(text);
        let once = OverflowPoints::OneOf(vec![points]);
        let (named, when, take) = match (before, self.takes.last()) {
            _ if !own.is_empty() => {
                (is_label(text) && !COUNTED.is_match(text)).then_some(())?;
                (own, Trigger::Ticked, once)
            }
            (Some(Clause::Takes { .. }), Some(Deduction::Each(each))) => {
                (each.label.clone(), Trigger::Deducted(each.id.clone()), OverflowPoints::Each(points))
            }
            (Some(Clause::Takes { .. }), Some(deduction)) => {
                (deduction.label().clone(), Trigger::Deducted(deduction.id().clone()), once)
            }
            (Some(Clause::Nothing { label: text }), _) => (label(of_a_case(text)), Trigger::Ticked, once),
            _ => return None,
        };
        Some(Effect::Overflow(Overflow { when, take, ..Overflow::blank(id, named) }))
    }

    /// Something is taken for each.
    fn counts(&self) -> bool {
        self.takes.iter().any(|deduction| matches!(deduction, Deduction::Each(_)))
    }

    fn most(&mut self, most: Decimal, together: bool, points: Decimal) -> Option<()> {
        let only = self.takes.len() == 1;
        match self.takes.last_mut() {
            // It may as well be all that can be taken.
            Some(_) if most == points => {}
            Some(Deduction::Each(EachDeduction { cap, .. })) if cap.is_none() && (!together || only) => {
                *cap = Some(most);
            }
            Some(_) if together => self.together = Some(most),
            _ => return None,
        }
        Some(())
    }

    /// What is earned before anything is taken; whether it already holds what 不得分 is said of.
    fn award(&self, points: Decimal) -> Option<(Award, Form, bool)> {
        if self.earns.is_empty() {
            return self.otherwise.is_none().then_some((Award::Full, Form::Deductions, false));
        }
        let worth = |worth: &Points| match worth {
            Points::Fixed(points) => Some(*points),
            Points::Range { to, .. } => Some(*to),
            // Shares of the points were worked out before.
            Points::Fraction(_) | Points::Share { .. } => None,
        };
        let tops: Vec<Decimal> = self.earns.iter().filter_map(|(_, points, _)| worth(points)).collect();
        let sum = tops.iter().try_fold(Decimal::ZERO, |sum, points| sum.checked_add(*points))?;
        let are_fixed = self.earns.iter().all(|(_, points, _)| !matches!(points, Points::Range { .. }));
        let labels: Vec<Label> = self.earns.iter().map(|(text, ..)| label(text)).collect();
        if labels.iter().any(|text| text.is_empty()) {
            return None;
        }
        let whole = are_fixed && tops.iter().all(|top| *top == points);
        if whole && !self.takes.is_empty() && self.otherwise.is_none() {
            return (labels.len() == 1).then_some((Award::Full, Form::Deductions, false));
        }
        let ranked = are_degrees(labels.iter().map(|text| &**text));
        // Numbers belong into bands; where those have holes, nobody knows.
        let numbers =
            labels.iter().any(|text| is_interval(text)) || self.nothing.iter().any(|text| is_interval(text));
        if whole {
            let is_clear = !numbers && (labels.len() == 1 || self.otherwise.is_some() && !ranked);
            return is_clear.then(|| self.all_or_nothing(&labels, points));
        }
        if are_fixed && sum == points && !ranked && !numbers {
            let parts =
                labels.iter().zip(&tops).enumerate().map(|(n, (text, points))| part(n, text, *points));
            return Some((Award::Parts(Parts::of(parts.collect())), Form::Parts, false));
        }
        self.tiers(&labels, &tops, points)
    }

    /// One of the conditions earns all; each 不得分 is another that must hold.
    fn all_or_nothing(&self, labels: &[Label], points: Decimal) -> (Award, Form, bool) {
        let text = labels.iter().map(|text| &**text).collect::<Vec<_>>().join("；或者");
        let mut parts = vec![part(0, &text.as_str().into(), points)];
        let own = self.nothing.iter().filter(|text| !COMPLEMENT.is_match(text));
        for text in own {
            let text = Label::from(format!("没有此情形：{}", label(text)));
            parts.push(part(parts.len(), &text, Decimal::ZERO));
        }
        match parts.len() {
            1 => (Award::Parts(Parts::of(parts)), Form::Parts, true),
            _ => {
                let all = Parts { needed: PartsNeeded::All, ..Parts::of(parts) };
                (Award::Parts(all), Form::AllParts, true)
            }
        }
    }

    fn tiers(&self, labels: &[Label], tops: &[Decimal], points: Decimal) -> Option<(Award, Form, bool)> {
        let mut options: Vec<(Label, Points, Decimal)> = Vec::new();
        for ((text, top), (_, worth, adds)) in labels.iter().zip(tops).zip(&self.earns) {
            match (adds, options.last().cloned()) {
                (true, Some((before, _, base))) => {
                    let sum = base.checked_add(*top)?;
                    options.push((format!("{before}，且{text}").into(), Points::Fixed(sum), sum));
                }
                (true, None) => return None,
                (false, _) => options.push((text.clone(), worth.clone(), *top)),
            }
        }
        let best = options.iter().map(|(.., top)| *top).max()?;
        let all_numbers =
            self.earns.iter().all(|(text, ..)| is_interval(text.trim_matches([',', ';', '。'])));
        let mut different: Vec<Decimal> = options.iter().map(|(.., top)| *top).collect();
        different.sort_unstable();
        different.dedup();
        let is_clear = different.len() == options.len() || self.otherwise.is_some();
        if best != points || options.len() < 2 || all_numbers || !is_clear || !self.takes.is_empty() {
            return None;
        }
        options.sort_by_key(|(.., top)| std::cmp::Reverse(*top));
        for text in &self.nothing {
            options.push((label(text), Points::Fixed(Decimal::ZERO), Decimal::ZERO));
        }
        if let Some(text) = &self.otherwise {
            options.push((text.clone(), Points::Fixed(Decimal::ZERO), Decimal::ZERO));
        }
        let choice = |(place, (text, points, _)): (usize, (Label, Points, Decimal))| Choice {
            id: format!("o{}", place + 1).into(),
            label: text,
            points,
        };
        let options = options.into_iter().enumerate().map(choice).collect();
        Some((Award::OneOf { options }, Form::Tiers, true))
    }
}

/// The words of a case that is ticked once.
fn of_a_case(text: &str) -> &str {
    let each = EACH_ONCE.captures(text).and_then(|found| found.get(1));
    let text = each.and_then(|each| text.get(each.end()..)).unwrap_or(text);
    if THEN.is_match(text) { text.trim_end_matches('则') } else { text }
}

fn part(place: usize, text: &Label, points: Decimal) -> Part {
    Part { id: format!("p{}", place + 1).into(), label: text.clone(), points }
}

/// A condition, and no other rule that was swallowed.
fn is_award_label(text: &str) -> bool {
    const OTHER: &[&str] =
        &["扣", "不得", "酌情", "否则", "为止", "比例", "每", "最高", "最多", "封顶", "满分", "计分", "给分"];
    // 分别得10分、8分、6分: of what, nobody can tell.
    !OTHER.iter().any(|word| text.contains(word)) && !STATES_POINTS.is_match(text)
}

fn takes(place: usize, text: &str, (from, to): (Decimal, Decimal), counts: bool) -> Option<Deduction> {
    // 有下列情形之一的扣分:…
    let text = text.rsplit_once(':').map_or(text, |(_, text)| text);
    if RATES.is_match(text) || SEVERAL.is_match(text) {
        return None;
    }
    let is_counted = COUNTED.is_match(text);
    if from != to {
        return (!is_counted).then(|| once(place, text, from, to)).flatten();
    }
    if !(is_counted || counts) {
        return once(place, text, from, to);
    }
    let named = label(&TRAILING_COUNT.replace(text, ""));
    let named = if named.is_empty() { label(text) } else { named };
    let each = EachDeduction { points: to, ..EachDeduction::blank(id(place), named) };
    is_label(text).then_some(Deduction::Each(each))
}

fn once(place: usize, text: &str, from: Decimal, to: Decimal) -> Option<Deduction> {
    let named = label(text);
    let range = RangeDeduction { from, to, ..RangeDeduction::blank(id(place), named.clone()) };
    (is_label(text) && !named.is_empty()).then_some(Deduction::Between(range))
}

fn id(place: usize) -> Label {
    format!("d{}", place + 1).into()
}
