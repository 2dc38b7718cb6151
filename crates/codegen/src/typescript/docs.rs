//! Converts rustdoc to TSDoc: links to operations become their names in JavaScript, and arguments
//! have their names of the wire.

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::operation::{Operation, Param};

use super::syntax::{camel_case, capitalized};

/// The link to Atlassian's page at the end of a model's documentation.
const SEE: &str = "[Documented by Atlassian](";

/// Returns the text of a documentation; `group` is that of the operation, whose arguments are
/// `params`.
pub(crate) fn text(group: &str, params: &[Param], docs: &str) -> String {
    let paragraphs: Vec<_> = paragraphs(docs).iter().map(|docs| code(params, &links(group, docs))).collect();
    paragraphs.join("\n\n")
}

/// Returns each paragraph as one line.
fn paragraphs(docs: &str) -> Vec<String> {
    let lines: Vec<_> = docs.lines().map(str::trim).collect();
    lines.split(|line| line.is_empty()).map(|lines| lines.join(" ")).filter(|text| !text.is_empty()).collect()
}

/// Returns the documentation of a model. The link to Atlassian's page becomes a tag.
pub(super) fn model(docs: &str) -> String {
    let paragraphs = paragraphs(docs).into_iter().map(|docs| match docs.strip_prefix(SEE) {
        Some(url) => format!("@see {}", url.trim_end_matches(").")),
        None => links("", &docs),
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Replaces each link to Rust, ``[`Search`](super::Search)``, by a name in JavaScript.
fn links(group: &str, docs: &str) -> String {
    let mut text = String::new();
    let mut rest = docs;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((label, after)) = after.split_once("`]") else { break };
        let target = after.strip_prefix('(').and_then(|after| after.split_once(')'));
        let (target, after) = target.unwrap_or((label, after));
        text += &format!("{before}`{}`", name(group, label, target));
        rest = after;
    }
    text + rest
}

/// Returns the name in JavaScript of an item in Rust.
fn name(group: &str, label: &str, target: &str) -> String {
    if target == "crate::handles::Organization::event_feed" {
        return "events.follow".to_owned();
    }
    let mut path = target.rsplit("::");
    let (item, module) = (path.next().unwrap_or_default(), path.next().unwrap_or_default());
    let module = if module == "super" { group } else { module };
    let operation =
        OPERATIONS.iter().find(|operation| operation.group == module && type_of(operation) == item);
    operation.map_or_else(|| label.to_owned(), Operation::dotted)
}

/// The Rust type of an operation.
fn type_of(operation: &Operation) -> String {
    capitalized(&camel_case(operation.name))
}

/// Replaces the Rust names of arguments in code, `account_id`, by their own.
fn code(params: &[Param], docs: &str) -> String {
    let parts = docs.split('`').enumerate().map(|(index, part)| {
        let name = camel_case(part);
        let is_param = index % 2 == 1 && params.iter().any(|param| param.name == name);
        if is_param { name } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation;

    #[test]
    fn text_names_operations_and_arguments_as_javascript_does() {
        let search = operation("users.search").unwrap();
        for (docs, expected) in [
            (" Use\n [`Suspend`](super::Suspend).\n\n It\n stays.", "Use `users.suspend`.\n\nIt stays."),
            ("See [`users::ListRoles`](crate::api::users::ListRoles).", "See `users.listRoles`."),
            ("[`partial`](Invitations::partial) and a [`PolicyInput`].", "`partial` and a `PolicyInput`."),
            ("[`Organization::event_feed`](crate::handles::Organization::event_feed)", "`events.follow`"),
            ("Filter by `account_ids`, not by `plan_key`.", "Filter by `accountIds`, not by `plan_key`."),
        ] {
            assert_eq!(text("users", search.params, docs), expected);
        }
    }

    #[test]
    fn link_to_the_page_of_a_model_becomes_a_tag() {
        let docs = " A user.\n\n [Documented by\n Atlassian](https://example.com/#a).";
        assert_eq!(model(docs), "A user.\n\n@see https://example.com/#a");
    }
}
