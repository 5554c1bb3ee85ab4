//! A table that is one of the shipped templates: that is used instead, its rules are worked out.

use crate::import::fitting::Fitting;
use crate::import::rows::{Draft, Kind, Table};
use crate::import::words::{folded, pattern, squeezed};
use crate::template::{Group, Node, Template, shipped};
use rust_decimal::Decimal;
use std::sync::LazyLock;

pattern!(PLACEHOLDER, r"^(?:指标[0-9一二三四五六七八九十]*|[.…]+|)$");

/// Read once: a table is made anew with every choice of a column.
static SHIPPED: LazyLock<Vec<Template>> = LazyLock::new(shipped);

pub(super) fn fitting(template: &Template, table: &Table) -> Option<Fitting> {
    let own = lines(template);
    let is_blank_form = is_blank(table);
    let groups = top_groups(table);
    let fits = |shipped: &Template| match is_blank_form {
        false => lines(shipped) == own,
        true => {
            let of = |group: &Group| (plain(&group.name), group.points);
            let of_shipped: Vec<_> = shipped.nodes.iter().filter_map(group).map(of).collect();
            !groups.is_empty() && of_shipped == groups
        }
    };
    let found = SHIPPED.iter().find(|shipped| fits(shipped))?;
    Some(Fitting { id: found.id.clone(), title: found.title.clone(), is_blank_form })
}

fn group(node: &Node) -> Option<&Group> {
    match node {
        Node::Group(group) => Some(group),
        Node::Indicator(_) => None,
    }
}

/// Each indicator with its points, whatever their order.
fn lines(template: &Template) -> Vec<(String, Decimal)> {
    let mut lines: Vec<_> = template.indicators().map(|item| (plain(&item.name), item.points)).collect();
    lines.sort();
    lines
}

/// Every indicator but the execution rate is 指标1, 指标2, ……, without points.
fn is_blank(table: &Table) -> bool {
    let mut own = table.drafts.iter().filter(|draft| !draft.is_group() && !is_execution(draft)).peekable();
    let is_placeholder =
        |draft: &Draft| matches!(draft.kind, Kind::Refused) && PLACEHOLDER.is_match(&plain(&draft.name));
    table.is_self_evaluation && own.peek().is_some() && own.all(is_placeholder)
}

fn is_execution(draft: &Draft) -> bool {
    draft.words().is_some_and(|words| words.is_execution)
}

fn top_groups(table: &Table) -> Vec<(String, Decimal)> {
    let groups = table.drafts.iter().filter(|draft| draft.is_group() && draft.parent.is_none());
    groups.filter_map(|draft| Some((plain(&draft.name), draft.points?))).collect()
}

fn plain(name: &str) -> String {
    squeezed(&folded(name)).trim_end_matches(':').to_owned()
}
