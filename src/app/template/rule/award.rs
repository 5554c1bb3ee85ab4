//! How an indicator earns its points: the form is chosen, then its parts are filled in.

use crate::app::template::form::{Choice as ListChoice, Form, NUMBER};
use crate::app::template::rule::measure::measure_ui;
use crate::app::template::table::{Names, rows};
use crate::app::template::words::label_ui;
use crate::app::widgets::small;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::Tokens;
use crate::template::{
    Alternative, Alternatives, Award, AwardKind, Band, Bands, Choice, Counting, Curve, CurvePoint, Direction,
    Edge, Id, Label, Measure, Part, Parts, PerUnit, Points, Rate, Rule, Scale, Side, Step, Steps,
    ZeroDenominator, fresh_part_id,
};
use eframe::egui::{Label as Text, Ui};
use rust_decimal::{Decimal, dec};
use strum::VariantArray as _;

/// `rule` is what new ids must differ from.
pub(crate) fn award_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    points: Decimal,
    award: &mut Award,
    rule: &Rule,
) {
    let before = AwardKind::of(award);
    let mut chosen = before;
    let caption = form.t("te-award");
    form.row(ui, &caption, |form, ui| {
        let words = |kind: AwardKind| form.t(&format!("te-award-{}", kind.name()));
        let example = |kind: AwardKind| form.t(&format!("te-award-{}-example", kind.name()));
        let choice =
            |kind: &AwardKind| ListChoice { value: *kind, words: words(*kind), example: example(*kind) };
        let choices: Vec<ListChoice<AwardKind>> = AwardKind::VARIANTS.iter().map(choice).collect();
        form.fold_out(ui, "award", (&caption, 420.0), &mut chosen, &choices);
        let example = form.t(&format!("te-award-{}-example", chosen.name()));
        ui.add(Text::new(small(&example, Tokens::of(ui).ink_faint)).wrap());
    });
    if chosen != before {
        *award = chosen.begin(award, points);
        form.forget_drafts();
    }
    let is_share = award.measure().is_some_and(Measure::is_share);
    match award {
        Award::Full => hint(ui, form, "te-award-full-hint"),
        Award::Entries => hint(ui, form, "te-award-entries-hint"),
        Award::Parts(parts) => parts_ui(ui, form, parts, rule),
        Award::OneOf { options } => options_ui(ui, form, options, rule),
        Award::Rate(Rate { measure, direction, cut_off, cap, zero }) => {
            measure_ui(ui, form, measure, rule);
            direction_ui(ui, form, direction);
            share_row(ui, form, "te-cut-off", cut_off);
            share_row(ui, form, "te-rate-cap", cap);
            zero_ui(ui, form, zero);
        }
        Award::Bands(Bands { measure, bands, zero }) => {
            measure_ui(ui, form, measure, rule);
            bands_ui(ui, form, bands, is_share);
            zero_ui(ui, form, zero);
        }
        Award::Steps(Steps { measure, start, steps, zero }) => {
            measure_ui(ui, form, measure, rule);
            let name = form.t("te-start");
            form.row(ui, &name, |form, ui| form.optional(ui, "start", &name, start));
            steps_ui(ui, form, steps, is_share);
            zero_ui(ui, form, zero);
        }
        Award::Curve(curve) => curve_ui(ui, form, curve, is_share, rule),
        Award::PerUnit(PerUnit { measure, points, most }) => {
            measure_ui(ui, form, measure, rule);
            let name = form.t("te-per-unit");
            form.row(ui, &name, |form, ui| form.number(ui, "per-unit", &name, points));
            let name = form.t("te-per-unit-most");
            form.row(ui, &name, |form, ui| form.optional(ui, "per-unit-most", &name, most));
        }
        Award::Value { measure } => measure_ui(ui, form, measure, rule),
        Award::Free { step } => {
            let name = form.t("te-free-step");
            form.row(ui, &name, |form, ui| form.number(ui, "free-step", &name, step));
        }
        Award::Target { target } => target_ui(ui, form, target),
        Award::Alternatives(alternatives) => alternatives_ui(ui, form, points, alternatives),
    }
}

fn hint(ui: &mut Ui, form: &Form<'_, '_>, key: &str) {
    ui.add(Text::new(small(&form.t(key), Tokens::of(ui).ink_soft)).wrap());
}

fn parts_ui(ui: &mut Ui, form: &mut Form<'_, '_>, Parts { parts, partial, .. }: &mut Parts, rule: &Rule) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, part: &mut Part| {
        ui.horizontal(|ui| {
            label_ui(ui, form, name, NUMBER + 40.0, &mut part.label);
            let look = format!("{name} {}", form.t("te-points"));
            form.number(ui, "points", &look, &mut part.points);
            ui.label(form.t("unit-points"));
        });
        form.problems_at(ui, &part.id);
    };
    let new = |_: &[Part]| Part { id: fresh_part_id(rule, "part"), label: "".into(), points: Decimal::ONE };
    rows(ui, form, Names { row: "te-part", add: "te-add-part" }, parts, row, new);
    let name = form.t("te-partial");
    form.flag(ui, &name, partial);
}

fn options_ui(ui: &mut Ui, form: &mut Form<'_, '_>, options: &mut Vec<Choice>, rule: &Rule) {
    let shares = options.iter().any(|option| matches!(option.points, Points::Share { .. }));
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, option: &mut Choice| {
        label_ui(ui, form, name, 0.0, &mut option.label);
        points_ui(ui, form, name, &mut option.points);
        form.problems_at(ui, &option.id);
    };
    let new = |list: &[Choice]| {
        let points = match list.last().map(|last| &last.points) {
            Some(Points::Share { from, .. }) => Points::Share { from: Decimal::ZERO, to: *from },
            _ if shares => Points::Share { from: Decimal::ZERO, to: Decimal::ONE },
            _ => Points::Fixed(Decimal::ZERO),
        };
        Choice { id: fresh_part_id(rule, "option"), label: "".into(), points }
    };
    rows(ui, form, Names { row: "te-option", add: "te-add-option" }, options, row, new);
}

/// What an option or a band is worth: how it is said, and the numbers.
fn points_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, points: &mut Points) {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Fixed,
        Fraction,
        Share,
        Range,
    }
    let before = match points {
        Points::Fixed(_) => Kind::Fixed,
        Points::Fraction(_) => Kind::Fraction,
        Points::Share { .. } => Kind::Share,
        Points::Range { .. } => Kind::Range,
    };
    let mut kind = before;
    ui.horizontal_wrapped(|ui| {
        let choices = [
            (Kind::Fixed, "te-worth-fixed"),
            (Kind::Fraction, "te-worth-fraction"),
            (Kind::Share, "te-worth-share"),
            (Kind::Range, "te-worth-range"),
        ];
        let look = format!("{name} {}", form.t("te-worth"));
        ui.scope(|ui| {
            ui.set_max_width(130.0);
            form.choice(ui, "worth", &look, &mut kind, &choices);
        });
        if kind != before {
            *points = match kind {
                Kind::Fixed => Points::Fixed(Decimal::ZERO),
                Kind::Fraction => Points::Fraction(Decimal::ONE),
                Kind::Share => Points::Share { from: dec!(0.8), to: Decimal::ONE },
                Kind::Range => Points::Range { from: Decimal::ZERO, to: Decimal::ONE },
            };
            form.forget_drafts();
        }
        let from = format!("{name} {}", form.t("te-from"));
        let to = format!("{name} {}", form.t("te-to"));
        let look = format!("{name} {}", form.t("te-points"));
        match points {
            Points::Fixed(points) => form.number(ui, "fixed", &look, points),
            Points::Fraction(share) => form.share(ui, "fraction", &look, share),
            Points::Share { from: low, to: high } => {
                form.share(ui, "share-from", &from, low);
                ui.label("–");
                form.share(ui, "share-to", &to, high);
            }
            Points::Range { from: low, to: high } => {
                form.number(ui, "range-from", &from, low);
                ui.label("–");
                form.number(ui, "range-to", &to, high);
            }
        }
    });
}

fn direction_ui(ui: &mut Ui, form: &mut Form<'_, '_>, direction: &mut Direction) {
    let name = form.t("te-direction");
    form.row(ui, &name, |form, ui| {
        let choices = [
            (Direction::Positive, "te-direction-positive"),
            (Direction::ReverseRatio, "te-direction-ratio"),
            (Direction::ReverseLinear, "te-direction-linear"),
            (Direction::Equal, "te-direction-equal"),
            (Direction::Complement, "te-direction-complement"),
        ];
        form.choice(ui, "direction", &name, direction, &choices);
    });
}

fn share_row(ui: &mut Ui, form: &mut Form<'_, '_>, key: &str, share: &mut Option<Decimal>) {
    let name = form.t(key);
    form.row(ui, &name, |form, ui| form.optional_share(ui, key, &name, share));
}

fn zero_ui(ui: &mut Ui, form: &mut Form<'_, '_>, zero: &mut ZeroDenominator) {
    let name = form.t("te-zero");
    form.row(ui, &name, |form, ui| {
        let choices = [
            (ZeroDenominator::Unscored, "te-zero-unscored"),
            (ZeroDenominator::Blank, "te-zero-blank"),
            (ZeroDenominator::Nothing, "te-zero-nothing"),
            (ZeroDenominator::Full, "te-zero-full"),
            (ZeroDenominator::ByActual, "te-zero-by-actual"),
            (ZeroDenominator::NotApplicable, "te-zero-not-applicable"),
        ];
        form.choice(ui, "zero", &name, zero, &choices);
    });
}

/// Bands of a measured number, each with its edges and what it is worth.
pub(crate) fn bands_ui(ui: &mut Ui, form: &mut Form<'_, '_>, bands: &mut Vec<Band>, is_share: bool) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, band: &mut Band| {
        ui.horizontal_wrapped(|ui| {
            let from = format!("{name} {}", form.t("te-edge-from"));
            edge_ui(ui, form, ("from", &from, ["≥", ">"]), &mut band.from, is_share);
            ui.label("，");
            let to = format!("{name} {}", form.t("te-edge-to"));
            edge_ui(ui, form, ("to", &to, ["≤", "<"]), &mut band.to, is_share);
        });
        points_ui(ui, form, name, &mut band.points);
    };
    let new = |list: &[Band]| {
        let to = list.last().and_then(|last| last.from).map(|edge| match edge {
            Edge::Including(at) => Edge::Excluding(at),
            Edge::Excluding(at) => Edge::Including(at),
        });
        Band { from: None, to, points: Points::Fixed(Decimal::ZERO) }
    };
    rows(ui, form, Names { row: "te-band", add: "te-add-band" }, bands, row, new);
}

/// An edge that may be left empty, with the sign that says whether it counts in.
fn edge_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    (key, name, [including, excluding]): (&str, &str, [&str; 2]),
    edge: &mut Option<Edge>,
    is_share: bool,
) {
    let (mut includes, mut at) = match edge {
        Some(Edge::Including(at)) => (true, Some(*at)),
        Some(Edge::Excluding(at)) => (false, Some(*at)),
        None => (key == "from", None),
    };
    let sign = if includes { including } else { excluding };
    let words = format!("{name} {sign}");
    if ui.button(sign).accessible_name(&words).on_hover_text(form.t("te-edge-tip")).clicked() && at.is_some()
    {
        includes = !includes;
        form.changed();
    }
    match is_share {
        true => form.optional_share(ui, key, name, &mut at),
        false => form.optional(ui, key, name, &mut at),
    }
    *edge = at.map(|at| if includes { Edge::Including(at) } else { Edge::Excluding(at) });
}

/// 每相差…扣…, one below the other.
pub(crate) fn steps_ui(ui: &mut Ui, form: &mut Form<'_, '_>, steps: &mut Vec<Step>, is_share: bool) {
    let names = Names { row: "te-step-row", add: "te-add-step" };
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, step: &mut Step| {
        step_ui(ui, form, name, step, is_share);
    };
    rows(ui, form, names, steps, row, |_| Step::blank());
}

fn step_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, step: &mut Step, is_share: bool) {
    let words = |form: &Form<'_, '_>, key: &str| (form.t(key), format!("{name} {}", form.t(key)));
    ui.horizontal_wrapped(|ui| {
        let (_, look) = words(form, "te-step-side");
        let choices = [(Side::Below, "te-below"), (Side::Above, "te-above"), (Side::Both, "te-both")];
        ui.scope(|ui| {
            ui.set_max_width(110.0);
            form.choice(ui, "side", &look, &mut step.side, &choices);
        });
        let (_, look) = words(form, "te-step-at");
        form.quantity(ui, "at", &look, &mut step.at, is_share);
        let (caption, look) = words(form, "te-step-unit");
        ui.label(caption);
        form.quantity(ui, "unit", &look, &mut step.unit, is_share);
    });
    ui.horizontal_wrapped(|ui| {
        let (_, look) = words(form, "te-step-gives");
        let choices = [(false, "te-step-takes"), (true, "te-step-adds")];
        ui.scope(|ui| {
            ui.set_max_width(80.0);
            form.choice(ui, "gives", &look, &mut step.gives, &choices);
        });
        let (_, look) = words(form, "te-points");
        form.number(ui, "points", &look, &mut step.points);
        ui.label(form.t("unit-points"));
        let (_, look) = words(form, "te-counting");
        ui.scope(|ui| {
            ui.set_max_width(150.0);
            counting_ui(ui, form, &look, &mut step.counting);
        });
    });
    ui.horizontal_wrapped(|ui| {
        let (caption, look) = words(form, "te-most");
        ui.label(caption);
        form.optional(ui, "most", &look, &mut step.most);
    });
}

pub(crate) fn counting_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, counting: &mut Counting) {
    let choices = [
        (Counting::Whole, "te-counting-whole"),
        (Counting::Begun, "te-counting-begun"),
        (Counting::Proportional, "te-counting-proportional"),
    ];
    form.choice(ui, "counting", name, counting, &choices);
}

fn curve_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    Curve { measure, scale, nodes, cut_off, zero }: &mut Curve,
    is_share: bool,
    rule: &Rule,
) {
    measure_ui(ui, form, measure, rule);
    let name = form.t("te-scale");
    form.row(ui, &name, |form, ui| {
        let choices = [(Scale::Share, "te-scale-share"), (Scale::Points, "te-scale-points")];
        form.choice(ui, "scale", &name, scale, &choices);
    });
    let worth_is_share = *scale == Scale::Share;
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, node: &mut CurvePoint| {
        ui.horizontal_wrapped(|ui| {
            let at = form.t("te-curve-at");
            ui.label(&at);
            form.quantity(ui, "at", &format!("{name} {at}"), &mut node.at, is_share);
            let worth = form.t("te-curve-worth");
            ui.label(&worth);
            form.quantity(ui, "worth", &format!("{name} {worth}"), &mut node.worth, worth_is_share);
        });
    };
    let new = |list: &[CurvePoint]| {
        let last = list.last().copied().unwrap_or(CurvePoint { at: Decimal::ZERO, worth: Decimal::ZERO });
        CurvePoint { at: last.at.saturating_add(if is_share { dec!(0.1) } else { Decimal::ONE }), ..last }
    };
    rows(ui, form, Names { row: "te-node", add: "te-add-node" }, nodes, row, new);
    let name = form.t("te-curve-cut-off");
    form.row(ui, &name, |form, ui| match is_share {
        true => form.optional_share(ui, "curve-cut-off", &name, cut_off),
        false => form.optional(ui, "curve-cut-off", &name, cut_off),
    });
    zero_ui(ui, form, zero);
}

fn target_ui(ui: &mut Ui, form: &mut Form<'_, '_>, target: &mut Option<Label>) {
    let name = form.t("te-target");
    form.row(ui, &name, |form, ui| {
        let mut words = target.clone().unwrap_or_else(|| "".into());
        form.text(ui, "target", &Look::text(&name, 180.0), &mut words);
        *target = (!words.is_empty()).then_some(words);
        hint(ui, form, "te-target-hint");
    });
}

fn alternatives_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    points: Decimal,
    Alternatives { options, several }: &mut Alternatives,
) {
    let name = form.t("te-several");
    form.flag(ui, &name, several);
    let several = *several;
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, option: &mut Alternative| {
        label_ui(ui, form, name, 0.0, &mut option.label);
        if several {
            let caption = form.t("te-points");
            let look = format!("{name} {caption}");
            form.row(ui, &caption, |form, ui| form.optional(ui, "points", &look, &mut option.points));
        } else {
            option.points = None;
        }
        let own = Rule::of(option.award.clone());
        let points = option.points.unwrap_or(points);
        form.within("award", |form| award_ui(ui, form, points, &mut option.award, &own));
    };
    let new = |list: &[Alternative]| {
        let mut names = (1_u32..).map(|number| Id::from(format!("way-{number}")));
        let free = names.find(|id| list.iter().all(|option| option.id != *id));
        Alternative::blank(free.unwrap_or_else(|| "way".into()))
    };
    rows(ui, form, Names { row: "te-way", add: "te-add-way" }, options, row, new);
}
