//! The ledger behind a rule (台账): what its rows can record and what they come to.

use crate::app::template::form::{Form, NUMBER};
use crate::app::template::rule::award::counting_ui;
use crate::app::template::table::{Names, rows};
use crate::app::template::words::{label_ui, words_list};
use crate::app::widgets::small;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::Tokens;
use crate::template::{Becomes, CountTier, Factor, Id, Kill, Kind, Ledger, PerMoney, SameMatter, Worth};
use eframe::egui::Ui;
use rust_decimal::{Decimal, dec};

pub(crate) fn ledger_ui(ui: &mut Ui, form: &mut Form<'_, '_>, ledger: &mut Ledger) {
    let kinds: Vec<(Id, String)> =
        ledger.kinds.iter().map(|kind| (kind.id.clone(), kind.label.to_string())).collect();
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, kind: &mut Kind| {
        kind_ui(ui, form, name, kind, &kinds);
    };
    let new = |list: &[Kind]| Kind::blank(free("kind", list.iter().map(|kind| &kind.id)));
    rows(ui, form, Names { row: "te-kind", add: "te-add-kind" }, &mut ledger.kinds, row, new);
    factors_ui(ui, form, &mut ledger.factors);
    tiers_ui(ui, form, &mut ledger.tiers);
    let mut highest = ledger.same_matter == SameMatter::HighestOnly;
    let name = form.t("te-same-matter");
    form.flag(ui, &name, &mut highest);
    ledger.same_matter = if highest { SameMatter::HighestOnly } else { SameMatter::Each };
    let name = form.t("te-no-offset");
    form.flag(ui, &name, &mut ledger.no_offset);
    kill_ui(ui, form, &mut ledger.kill, &kinds);
    let caption = form.t("te-ledger-signatures");
    let names = Names { row: "te-signature", add: "te-add-signature" };
    form.row(ui, &caption, |form, ui| words_list(ui, form, names, &mut ledger.signatures));
}

/// `<stem>-<n>` that none of `ids` is.
fn free<'i>(stem: &str, ids: impl Iterator<Item = &'i Id>) -> Id {
    let taken: Vec<&Id> = ids.collect();
    let mut names = (1_u32..).map(|number| Id::from(format!("{stem}-{number}")));
    names.find(|id| !taken.contains(&id)).unwrap_or_else(|| stem.into())
}

fn kind_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, kind: &mut Kind, kinds: &[(Id, String)]) {
    let look = |form: &Form<'_, '_>, key: &str| format!("{name} {}", form.t(key));
    ui.horizontal(|ui| {
        label_ui(ui, form, name, 120.0, &mut kind.label);
        let unit = look(form, "te-unit");
        ui.label(form.t("te-unit"));
        form.text(ui, "unit", &Look::text(&unit, 40.0), &mut kind.unit);
    });
    ui.horizontal_wrapped(|ui| worth_ui(ui, form, name, &mut kind.worth));
    ui.horizontal_wrapped(|ui| {
        let most = look(form, "te-most");
        ui.label(form.t("te-most"));
        form.optional(ui, "cap", &most, &mut kind.cap);
        becomes_ui(ui, form, name, kind, kinds);
    });
}

fn worth_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, worth: &mut Worth) {
    #[derive(Clone, Copy, PartialEq)]
    enum Shape {
        Each,
        Within,
        PerMoney,
    }
    let before = match worth {
        Worth::Each(_) => Shape::Each,
        Worth::Within { .. } => Shape::Within,
        Worth::PerMoney(_) => Shape::PerMoney,
    };
    let mut chosen = before;
    let look = |form: &Form<'_, '_>, key: &str| format!("{name} {}", form.t(key));
    let words = look(form, "te-worth");
    ui.scope(|ui| {
        ui.set_max_width(130.0);
        let choices = [
            (Shape::Each, "te-kind-each"),
            (Shape::Within, "te-kind-within"),
            (Shape::PerMoney, "te-kind-money"),
        ];
        form.choice(ui, "worth", &words, &mut chosen, &choices);
    });
    if chosen != before {
        *worth = match chosen {
            Shape::Each => Worth::Each(Decimal::ONE),
            Shape::Within => Worth::Within { from: Decimal::ONE, to: dec!(2) },
            Shape::PerMoney => Worth::PerMoney(PerMoney::blank()),
        };
        form.forget_drafts();
    }
    let points_name = look(form, "te-points");
    match worth {
        Worth::Each(points) => form.number(ui, "each", &points_name, points),
        Worth::Within { from, to } => {
            let (low, high) = (look(form, "te-from"), look(form, "te-to"));
            form.number(ui, "from", &low, from);
            ui.label("–");
            form.number(ui, "to", &high, to);
        }
        Worth::PerMoney(PerMoney { yuan, points, counting }) => {
            let per = look(form, "te-yuan");
            ui.label(form.t("te-yuan"));
            form.number(ui, "yuan", &per, yuan);
            form.number(ui, "points", &points_name, points);
            let words = look(form, "te-counting");
            ui.scope(|ui| {
                ui.set_max_width(150.0);
                counting_ui(ui, form, &words, counting);
            });
        }
    }
}

/// From a number of units on a row counts as another kind.
fn becomes_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, kind: &mut Kind, kinds: &[(Id, String)]) {
    let mut becomes = kind.becomes.is_some();
    let words = form.t("te-becomes");
    form.flag(ui, &words, &mut becomes);
    let other = || kinds.iter().find(|(id, _)| *id != kind.id).map(|(id, _)| id.clone());
    match (becomes, &mut kind.becomes) {
        (false, none) => *none = None,
        (true, Some(Becomes { from, kind })) => {
            let look = format!("{name} {}", form.t("te-becomes-from"));
            form.number(ui, "becomes-from", &look, from);
            let look = format!("{name} {}", form.t("te-becomes-kind"));
            ui.scope(|ui| {
                ui.set_max_width(140.0);
                form.choose(ui, "becomes-kind", &look, kind, kinds);
            });
        }
        (true, none) => {
            let to = other().unwrap_or_else(|| kind.id.clone());
            *none = Some(Becomes { from: dec!(2), kind: to });
        }
    }
}

fn factors_ui(ui: &mut Ui, form: &mut Form<'_, '_>, factors: &mut Vec<Factor>) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, factor: &mut Factor| {
        ui.horizontal(|ui| {
            label_ui(ui, form, name, NUMBER * 2.0 + 90.0, &mut factor.label);
            times_ui(ui, form, name, &mut factor.times, &mut factor.plus);
        });
    };
    let new = |list: &[Factor]| Factor {
        id: free("factor", list.iter().map(|factor| &factor.id)),
        label: "".into(),
        times: dec!(2),
        plus: Decimal::ZERO,
    };
    rows(ui, form, Names { row: "te-factor", add: "te-add-factor" }, factors, row, new);
}

/// × times, + plus.
fn times_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, times: &mut Decimal, plus: &mut Decimal) {
    for (key, sign, value) in [("te-times", "×", times), ("te-plus", "+", plus)] {
        ui.label(small(sign, Tokens::of(ui).ink_soft));
        let look = format!("{name} {}", form.t(key));
        form.number(ui, key, &look, value);
    }
}

fn tiers_ui(ui: &mut Ui, form: &mut Form<'_, '_>, tiers: &mut Vec<CountTier>) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, tier: &mut CountTier| {
        ui.horizontal_wrapped(|ui| {
            let caption = form.t("te-tier-from");
            ui.label(&caption);
            form.number(ui, "from", &format!("{name} {caption}"), &mut tier.from);
            times_ui(ui, form, name, &mut tier.times, &mut tier.plus);
        });
    };
    let new = |_: &[CountTier]| CountTier { from: dec!(3), times: dec!(2), plus: Decimal::ZERO };
    rows(ui, form, Names { row: "te-tier", add: "te-add-tier" }, tiers, row, new);
}

/// From a number of rows of some kinds on, the sum is fixed.
fn kill_ui(ui: &mut Ui, form: &mut Form<'_, '_>, kill: &mut Option<Kill>, kinds: &[(Id, String)]) {
    let mut has = kill.is_some();
    let words = form.t("te-kill");
    form.flag(ui, &words, &mut has);
    match (has, &mut *kill) {
        (false, none) => *none = None,
        (true, Some(kill)) => form.within("kill", |form| {
            ui.horizontal_wrapped(|ui| {
                for (id, label) in kinds {
                    let mut on = kill.kinds.contains(id);
                    let before = on;
                    form.flag(ui, &format!("{words} {label}"), &mut on);
                    match (before, on) {
                        (true, false) => kill.kinds.retain(|kind| kind != id),
                        (false, true) => kill.kinds.push(id.clone()),
                        _ => {}
                    }
                }
            });
            ui.horizontal_wrapped(|ui| {
                let name = form.t("te-kill-count");
                ui.label(&name);
                let mut count = Some(kill.count);
                form.count(ui, "count", &name, &mut count, false);
                kill.count = count.unwrap_or(kill.count);
                let name = form.t("te-kill-to");
                ui.label(&name);
                form.number(ui, "to", &name, &mut kill.to);
            });
        }),
        (true, none) => {
            let first = kinds.first().map(|(id, _)| id.clone());
            *none = Some(Kill { kinds: first.into_iter().collect(), count: 1, to: Decimal::ZERO });
        }
    }
}
