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

/// The class of the client's property. That of the audit log adds the event feed, by hand.
fn class(group: &Group) -> String {
    if group.name() == "events" { "EventLog".to_owned() } else { group.class() }
}

fn module(group: &Group) -> String {
    if group.name() == "events" { "../event-log.js".to_owned() } else { format!("./{}.js", group.file()) }
}
