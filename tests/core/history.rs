//! Undo and redo: exact, deep, and named in both languages.

use crate::help::{free, inputs, number, template};
use jiping::evaluation::{Edit, Evaluation, History, ProjectField};
use jiping::template::Template;
use jiping::text::Lang;

fn sheet() -> Template {
    let use_of_funds = free("fund-use", "50").replace("name: \"fund-use\"", "name: \"资金使用\"");
    template("100", "", &[use_of_funds, free("other", "50")].join("\n"))
}

fn push(history: &mut History, template: &Template, edit: &Edit) {
    let after = history.current().apply(template, edit).unwrap();
    history.push(edit.label(template), edit.coalesces().then(|| edit.target()), after);
}

fn points(value: usize) -> Edit {
    inputs("fund-use", &[("points", number(&format!("{}.{:02}", value / 100, value % 100)))])
}

fn name(text: &str) -> Edit {
    Edit::SetProject { field: ProjectField::Name, text: text.to_owned() }
}

fn reason(text: &str) -> Edit {
    Edit::SetReason { item: "fund-use".into(), text: text.to_owned() }
}

#[test]
fn three_hundred_steps_back_and_forth() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    let mut states = vec![history.current().clone()];
    for value in 1..=300 {
        push(&mut history, &template, &points(value));
        states.push(history.current().clone());
    }
    for state in states.iter().rev().skip(1) {
        assert!(history.undo());
        assert_eq!(history.current(), state);
    }
    assert!(!history.undo(), "nothing before the beginning");
    assert_eq!(history.undo_label(), None);
    for state in states.iter().skip(1) {
        assert!(history.redo());
        assert_eq!(history.current(), state);
    }
    assert!(!history.redo());
}

#[test]
fn the_oldest_steps_give_way_and_the_state_stays() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    for value in 1..=1_100 {
        push(&mut history, &template, &points(value));
    }
    let mut steps = 0;
    while history.undo() {
        steps += 1;
    }
    assert_eq!(steps, 1_000);
    assert_eq!(history.current().item("fund-use").unwrap().number("points").unwrap().to_string(), "1.00");
}

#[test]
fn typing_is_one_step() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    let start = history.current().clone();
    for text in ["支", "支出", "支出依据"] {
        push(&mut history, &template, &reason(text));
    }
    assert!(history.undo());
    assert_eq!(history.current(), &start);
    assert!(history.redo());
    assert_eq!(history.current().item("fund-use").unwrap().reason, "支出依据");
}

#[test]
fn scores_are_a_step_each_and_so_is_another_field() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    push(&mut history, &template, &points(1));
    push(&mut history, &template, &points(2));
    push(&mut history, &template, &reason("甲"));
    push(&mut history, &template, &name("乙"));
    push(&mut history, &template, &reason("甲甲"));
    let mut steps = 0;
    while history.undo() {
        steps += 1;
    }
    assert_eq!(steps, 5);
}

#[test]
fn leaving_the_field_begins_a_new_step() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    push(&mut history, &template, &name("甲"));
    history.seal();
    push(&mut history, &template, &name("甲乙"));
    assert!(history.undo());
    assert_eq!(history.current().project.name, "甲");
}

#[test]
fn typing_after_an_undo_does_not_swallow_the_step_before() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    push(&mut history, &template, &name("甲"));
    push(&mut history, &template, &reason("乙"));
    history.undo();
    push(&mut history, &template, &name("甲丙"));
    assert!(history.undo());
    assert_eq!(history.current().project.name, "甲", "one step back, not two");
}

#[test]
fn a_new_edit_forgets_what_was_undone() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    push(&mut history, &template, &points(1));
    push(&mut history, &template, &points(2));
    history.undo();
    push(&mut history, &template, &points(3));
    assert!(!history.redo());
    assert_eq!(history.reachable().count(), 3);
}

#[test]
fn what_changes_nothing_is_no_step() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    push(&mut history, &template, &name(""));
    push(&mut history, &template, &reason(""));
    assert_eq!(history.undo_label(), None);
    push(&mut history, &template, &name("甲"));
    push(&mut history, &template, &name(""));
    assert_eq!(history.undo_label(), None, "typed and taken back: nothing to undo");
    assert!(!history.undo());
}

#[test]
fn steps_have_names_in_both_languages() {
    let template = sheet();
    let mut history = History::new(Evaluation::new(&template));
    push(&mut history, &template, &points(500));
    let label = history.undo_label().unwrap();
    assert_eq!(label.text(Lang::Chinese), "资金使用 得分");
    assert_eq!(label.text(Lang::English), "资金使用: score");
    history.undo();
    assert_eq!(history.redo_label().unwrap().text(Lang::Chinese), "资金使用 得分");
    assert_eq!(history.undo_label(), None);
}
