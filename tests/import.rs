//! Making templates from score tables: workbooks, pasted tables, headings, rows, rules.
#![cfg(test)]

#[path = "import/any.rs"]
mod any;
#[path = "import/clauses.rs"]
mod clauses;
#[path = "import/forms.rs"]
mod forms;
#[path = "import/help.rs"]
mod help;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/layouts.rs"]
mod layouts;
#[path = "import/mutations.rs"]
mod mutations;
#[path = "import/printed.rs"]
mod printed;
mod printed_table;
#[path = "import/scores.rs"]
mod scores;
#[path = "import/sources.rs"]
mod sources;
#[path = "import/structural.rs"]
mod structural;
#[path = "import/tables.rs"]
mod tables;
#[path = "import/wordings.rs"]
mod wordings;
