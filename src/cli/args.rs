//! The arguments, and what is said about them. The only place that knows how they are taken apart.

use super::manner::Manner;
use super::task::{Invocation, Output, Scores, Task, Work};
use crate::import::Corrections;
use crate::print::Paper;
use crate::template::Form;
use crate::text::{Lang, Message, tr};
use crate::{evaluation, template};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "jiping", version, disable_help_flag = true, disable_help_subcommand = true)]
#[command(disable_version_flag = true)]
struct Args {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "zh|en", value_parser = ["zh", "en"], hide_possible_values = true)]
    lang: Option<String>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    New {
        #[arg(value_name = "TEMPLATE", required_unless_present = "from", conflicts_with = "from")]
        template: Option<String>,
        #[arg(long, value_name = "LAST.jiping")]
        from: Option<PathBuf>,
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Apply {
        #[arg(value_name = "FILE")]
        evaluation: PathBuf,
        #[arg(value_name = "EDITS.ron")]
        edits: PathBuf,
        #[arg(long, short, value_name = "OUT")]
        output: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
    Score {
        #[arg(value_name = "FILE")]
        evaluation: PathBuf,
        #[arg(long)]
        strict: bool,
    },
    Migrate {
        #[arg(value_name = "FILE")]
        evaluation: PathBuf,
        #[arg(long, value_name = "TEMPLATE")]
        to: String,
        #[arg(long, short, value_name = "NEW.jiping")]
        output: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Print {
        #[arg(value_name = "FILE")]
        evaluation: PathBuf,
        #[arg(long, short, value_name = "SHEET.pdf")]
        output: PathBuf,
        #[arg(long = "paper", alias = "sheet", value_name = "ID", value_parser = paper_ids(), hide_possible_values = true)]
        papers: Vec<String>,
        #[arg(long, value_name = "ITEM", num_args = 0..=1, default_missing_value = "")]
        ledger: Option<String>,
        #[arg(long, value_name = "YYYY-MM", requires = "ledger")]
        month: Option<String>,
        #[arg(long)]
        force: bool,
    },
    Papers {
        #[arg(value_name = "FILE")]
        evaluation: PathBuf,
    },
    Template {
        #[command(subcommand)]
        command: TemplateCommand,
    },
}

/// What `--paper` takes: `all` stands for those that are handed in together.
fn paper_ids() -> Vec<&'static str> {
    Paper::EACH.into_iter().map(Paper::id).chain(["all"]).collect()
}

#[derive(Subcommand)]
enum TemplateCommand {
    Check {
        #[arg(value_name = "TEMPLATE.ron")]
        template: PathBuf,
        #[arg(long)]
        strict: bool,
    },
    Import {
        #[arg(value_name = "TABLE.xlsx")]
        table: PathBuf,
        #[arg(long = "sheet", value_name = "SHEET")]
        table_sheet: Option<String>,
        #[arg(long = "heading", value_name = "ROW")]
        heading_row: Option<usize>,
        #[arg(long = "column", value_name = "COLUMN=ROLE")]
        column_role: Vec<String>,
        #[arg(long = "as", value_name = "FORM")]
        table_form: Option<FormName>,
        #[arg(long, value_name = "EVALUATION.jiping")]
        scores: Option<PathBuf>,
        #[arg(long, value_name = "ITEM=REASON", requires = "scores")]
        keep: Vec<String>,
        #[arg(long, short, value_name = "TEMPLATE.ron")]
        output: PathBuf,
        #[arg(long)]
        force: bool,
    },
    List,
}

/// Which form a table is, as it is typed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum FormName {
    ScoreSheet,
    SelfEvaluation,
    Comparison,
}

impl FormName {
    fn form(self) -> Form {
        match self {
            Self::ScoreSheet => Form::ScoreSheet,
            Self::SelfEvaluation => Form::SelfEvaluation,
            Self::Comparison => Form::Comparison,
        }
    }
}

/// What came of the arguments when there is nothing to do.
pub(super) enum Said {
    /// Help or version, asked for.
    Help(String),
    /// They cannot be understood.
    Wrong(Message),
}

pub(super) fn parse(args: &[OsString], manner: Manner) -> Result<Invocation, Said> {
    let command = localised(Args::command(), manner.lang, "").version(&*version(manner.lang).leak());
    let parsed = command.try_get_matches_from(args).and_then(|matches| Args::from_arg_matches(&matches));
    let Args { file, lang, json, command, .. } = parsed.map_err(|error| said(&error))?;
    let Some(command) = command else {
        if json {
            return Err(Said::Wrong(Message::new("cli-json-without-command")));
        }
        return Ok(Invocation::Window { file, lang: lang.map(|_| manner.lang) });
    };
    if let Some(file) = file {
        let unknown = Message::new("cli-unknown-command").with("name", file.display());
        return Err(Said::Wrong(unknown));
    }
    let task = match command {
        Command::New { from: Some(last), output, force, .. } => Task::NewFrom { last, output, force },
        Command::New { template, output, force, .. } => {
            Task::New { template: template.unwrap_or_default(), output, force }
        }
        Command::Apply { evaluation, edits, output, force } => {
            Task::Apply { evaluation, edits, output, force }
        }
        Command::Score { evaluation, strict } => Task::Score { evaluation, strict },
        Command::Migrate { evaluation, to, output, force } => Task::Migrate { evaluation, to, output, force },
        Command::Print { evaluation, output, ledger: Some(item), month, force, .. } => {
            let item = Some(item).filter(|item| !item.is_empty());
            Task::PrintLedger { evaluation, output: Output { path: output, force }, item, month }
        }
        Command::Print { evaluation, output, papers, force, .. } => {
            let together = papers.iter().any(|id| id == "all");
            let mut papers: Vec<Paper> = papers.iter().filter_map(|id| Paper::of_id(id)).collect();
            if papers.is_empty() && !together {
                papers.push(Paper::Scores);
            }
            Task::Print { evaluation, output: Output { path: output, force }, papers }
        }
        Command::Papers { evaluation } => Task::Papers { evaluation },
        Command::Template { command: TemplateCommand::Check { template, strict } } => {
            Task::TemplateCheck { template, strict }
        }
        Command::Template {
            command:
                TemplateCommand::Import {
                    table,
                    table_sheet: sheet,
                    heading_row: heading,
                    column_role: columns,
                    table_form,
                    scores,
                    keep,
                    output,
                    force,
                },
        } => {
            let corrections = Corrections { heading, columns, form: table_form.map(FormName::form) };
            let scores = scores.map(|output| Scores { output, keep });
            Task::TemplateImport { table, sheet, corrections, scores, output: Output { path: output, force } }
        }
        Command::Template { command: TemplateCommand::List } => Task::TemplateList,
    };
    Ok(Invocation::Command(Work { task, manner }))
}

/// Version, commit where a release was built of one, and the formats that are read and written.
fn version(lang: Lang) -> String {
    let message = Message::new("cli-version")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("commit", option_env!("JIPING_COMMIT").unwrap_or("—"))
        .with("evaluation", evaluation::FORMAT)
        .with("template", template::FORMAT);
    message.text(lang)
}

/// Puts the wording of `cli.ftl` into the command and those below it: `cli-about-template-check`, `cli-arg-strict`.
fn localised(command: clap::Command, lang: Lang, path: &str) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    // clap takes headings for the whole run of the program; there are a dozen of them.
    let heading = |key: &str| -> &'static str { tr(lang, key).leak() };
    let about = if path.is_empty() { "cli-about".to_owned() } else { format!("cli-about-{path}") };
    let template = format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}", tr(lang, "cli-usage"));
    let command = command
        .about(tr(lang, &about))
        .help_template(template)
        .subcommand_help_heading(heading("cli-commands"))
        .mut_args(|arg| {
            let above = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
            let help = tr(lang, &format!("cli-arg-{}", arg.get_id()));
            arg.help(help).help_heading(heading(above))
        });
    let command = if path.is_empty() { command.after_help(tr(lang, "cli-exit-codes")) } else { command };
    names.into_iter().fold(command, |command, name| {
        let path = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command.mut_subcommand(name, |sub| localised(sub, lang, &path))
    })
}

fn said(error: &clap::Error) -> Said {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    Said::Wrong(match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Said::Help(error.to_string()),
        ErrorKind::UnknownArgument => Message::new("cli-unknown-argument").with("argument", argument),
        ErrorKind::MissingRequiredArgument => Message::new("cli-missing-argument").with("argument", argument),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("cli-missing-command")
        }
        ErrorKind::InvalidSubcommand => {
            Message::new("cli-unknown-command").with("name", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::new("cli-invalid-value")
            .with("argument", argument)
            .with("value", context(ContextKind::InvalidValue))
            .with("valid", context(ContextKind::ValidValue)),
        _ => Message::new("cli-wrong-arguments").with("detail", error.kind()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap_complete::Shell;
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_definition_is_sound_and_every_help_has_its_words() {
        fn check(command: &mut clap::Command) {
            let help = command.render_help().to_string();
            assert!(!help.contains("cli-"), "{help}");
            for name in command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect::<Vec<_>>() {
                if let Some(sub) = command.find_subcommand_mut(name) {
                    check(sub);
                }
            }
        }
        for lang in Lang::ALL {
            let mut command = localised(Args::command(), lang, "");
            command.build();
            check(&mut command);
        }
        Args::command().debug_assert();
    }

    /// The manual and the completions in `assets/linux`, which the packages bring. After a change of the arguments:
    /// `JIPING_WRITE_MANUAL=1 cargo test --lib manual`.
    #[test]
    fn the_manual_and_the_completions_are_made_of_the_definition() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/linux");
        let mut made = vec![("jiping.1", manual(Lang::English)), ("jiping.zh_CN.1", manual(Lang::Chinese))];
        for (name, shell) in
            [("jiping.bash", Shell::Bash), ("_jiping", Shell::Zsh), ("jiping.fish", Shell::Fish)]
        {
            let mut text = Vec::new();
            clap_complete::generate(
                shell,
                &mut localised(Args::command(), Lang::Chinese, ""),
                "jiping",
                &mut text,
            );
            made.push((name, String::from_utf8(text).unwrap()));
        }
        for (name, text) in made {
            // What makes them leaves spaces at the ends of lines.
            let text: String = text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
            if std::env::var_os("JIPING_WRITE_MANUAL").is_some() {
                fs::write(folder.join(name), &text).unwrap();
            }
            assert!(fs::read_to_string(folder.join(name)).unwrap_or_default() == text, "{name}");
        }
    }

    /// One page with all commands.
    fn manual(lang: Lang) -> String {
        fn below(command: &clap::Command, page: &mut Vec<u8>) {
            for sub in command.get_subcommands() {
                if sub.has_subcommands() {
                    below(sub, page);
                    continue;
                }
                let man = clap_mangen::Man::new(sub.clone());
                let mut section = Vec::new();
                man.render_synopsis_section(&mut section).unwrap();
                man.render_description_section(&mut section).unwrap();
                man.render_options_section(&mut section).unwrap();
                let name = sub.get_bin_name().unwrap_or_default();
                // Their headings are the page's own: one for each command, a paragraph for each part.
                let text = String::from_utf8(section).unwrap();
                let parts = text.lines().map(|line| if line.starts_with(".SH") { ".PP" } else { line });
                page.extend(format!(".SH \"{}\"\n", name.to_uppercase()).bytes());
                page.extend(parts.flat_map(|line| [line, "\n"]).collect::<String>().bytes());
            }
        }
        let mut command = localised(Args::command(), lang, "");
        command.build();
        let man = clap_mangen::Man::new(command.clone());
        let mut page = Vec::new();
        man.render_title(&mut page).unwrap();
        man.render_name_section(&mut page).unwrap();
        man.render_synopsis_section(&mut page).unwrap();
        man.render_options_section(&mut page).unwrap();
        below(&command, &mut page);
        String::from_utf8(page).unwrap()
    }
}
