//! `groups/all.ts`: the properties of the client, and the types of all groups.

use super::group::Group;
use super::syntax::{HEAD, comment};

pub(super) fn render(groups: &[Group]) -> String {
    let each = |render: fn(&Group) -> String| groups.iter().map(render).collect::<String>();
    format!(
        "{HEAD}\nimport type {{ Caller }} from '../caller.js';\n{}\n{}\n/** Every group of operations. */\nexport class OperationGroups {{\n{}\n  /** @internal */\n  constructor(caller: Caller) {{\n{}  }}\n}}\n",
        each(|group| format!("import {{ {} }} from '{}';\n", class(group), module(group))),
        each(|group| format!("export type * from './{}.js';\n", group.file())),
        each(|group| {
            format!("{}  readonly {}: {};\n", comment(group.about(), "  "), group.name(), class(group))
        }),
        each(|group| format!("    this.{} = new {}(caller);\n", group.name(), class(group))),
    )
}

/// Groups whose class is written by hand: it adds the event feed, or tasks of several operations.
const EXTENDED: &[(&str, &str, &str)] = &[
    ("directories", "Directories", "../workflows/directories.js"),
    ("events", "EventLog", "../event-log.js"),
    ("groups", "Groups", "../workflows/groups.js"),
    ("policies", "Policies", "../workflows/policies.js"),
    ("users", "Users", "../workflows/users.js"),
];

/// The class of the client's property.
fn class(group: &Group) -> String {
    let extended = EXTENDED.iter().find(|(name, ..)| *name == group.name());
    extended.map_or_else(|| group.class(), |(_, class, _)| (*class).to_owned())
}

fn module(group: &Group) -> String {
    let extended = EXTENDED.iter().find(|(name, ..)| *name == group.name());
    extended.map_or_else(|| format!("./{}.js", group.file()), |(.., module)| (*module).to_owned())
}
