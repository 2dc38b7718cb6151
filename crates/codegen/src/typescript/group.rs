//! A group of operations: a class with a method for each, and the types of their parameters.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::operation::{Operation, Param};
use atlassian_admin_core::response_schema;
use atlassian_admin_core::schema::Schema;
use atlassian_admin_testing::examples::Examples;

use super::models::{Model, collect};
use super::syntax::{HEAD, capitalized, comment, interface, kebab, of, property, quoted};
use super::{docs, reference};

/// A group of operations with their examples.
pub(super) struct Group {
    name: String,
    operations: Vec<(&'static Operation, Examples)>,
}

impl Group {
    /// Returns all groups by name, each with its operations in the order of the list.
    pub(super) fn all(examples: Vec<(&'static Operation, Examples)>) -> Vec<Self> {
        let mut groups: BTreeMap<String, Self> = BTreeMap::new();
        for (operation, examples) in examples {
            let (name, _) = names(operation);
            let empty = || Self { name: name.clone(), operations: Vec::new() };
            groups.entry(name.clone()).or_insert_with(empty).operations.push((operation, examples));
        }
        groups.into_values().collect()
    }

    /// The property of the client: `scimLinks`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The class: `ScimLinksOperations`. Without the ending, some would be named like a model.
    pub(super) fn class(&self) -> String {
        format!("{}Operations", capitalized(&self.name))
    }

    /// The file, without its ending: `scim-links`.
    pub(super) fn file(&self) -> String {
        kebab(&self.name)
    }

    /// Documents the group. A test of the package finds a group without documentation.
    pub(super) fn about(&self) -> &'static str {
        match self.name.as_str() {
            "account" => {
                "Managed accounts, one by one: profile, e-mail address, API tokens, deactivation and deletion."
            }
            "accounts" => "All accounts that the organization manages.",
            "directories" => "The directories of the organization.",
            "domains" => "The domains that the organization has claimed.",
            "events" => "The audit log.",
            "groups" => "Groups of users, their members and their roles.",
            "legacy" => "Operations that Atlassian has announced to end. Each names its replacement.",
            "orgs" => "The organizations that the key can access.",
            "policies" => {
                "Policies, such as for IP addresses and data residency, and the resources they apply to."
            }
            "roles" => "The roles of single users on resources.",
            "scim" => {
                "Users and groups that an identity provider manages, by SCIM. They need the key of the directory."
            }
            "scimLinks" => "The links between SCIM records and accounts.",
            "users" => "The users of directories, and their access.",
            "workspaces" => "Instances of Jira, Confluence and other products.",
            _ => "",
        }
    }

    /// Returns the contents of the group's file.
    pub(super) fn render(&self) -> String {
        let params: Vec<_> = self.operations.iter().map(|(operation, _)| params(operation)).collect();
        let methods: Vec<_> =
            self.operations.iter().map(|(operation, examples)| method(operation, examples)).collect();
        let class = self.class();
        format!(
            "{HEAD}\n{}\n{}\n{}export class {class} {{\n  readonly #caller: Caller;\n\n  /** @internal */\n  constructor(caller: Caller) {{\n    this.#caller = caller;\n  }}\n\n{}}}\n",
            self.imports(),
            params.join("\n"),
            comment(self.about(), ""),
            methods.join("\n")
        )
    }

    fn imports(&self) -> String {
        let operations = || self.operations.iter().map(|(operation, _)| *operation);
        let mut models: BTreeMap<String, Model> = BTreeMap::new();
        for operation in operations() {
            let response = response_schema(operation).filter(|_| extended(operation).is_none());
            let schemas = operation.params.iter().map(|param| param.schema).chain(response);
            schemas.for_each(|schema| collect(schema, false, &mut models));
        }
        let mut modules = BTreeSet::from([
            ("../callers.js", "import { callerOf }".to_owned()),
            ("../caller.js", "import type { Caller }".to_owned()),
        ]);
        if operations().any(|operation| extended(operation).is_some()) {
            modules.insert(("../invitations.js", "import type { Invitations }".to_owned()));
        }
        let lists = operations().any(|operation| operation.paging.convention().is_some());
        let calls = operations().any(|operation| operation.paging.convention().is_none());
        if calls {
            modules.insert(("../api-promise.js", "import type { ApiPromise }".to_owned()));
        }
        let options = match (calls, lists) {
            (true, true) => "CallOptions, ListOptions",
            (true, false) => "CallOptions",
            (false, _) => "ListOptions",
        };
        modules.insert(("../call-options.js", format!("import type {{ {options} }}")));
        if lists {
            modules.insert(("../list.js", "import type { List }".to_owned()));
        }
        if !models.is_empty() {
            let names: Vec<_> = models.into_keys().collect();
            let line = format!("import type {{ {} }}", names.join(", "));
            let lines = format!("import type {{\n  {},\n}}", names.join(",\n  "));
            modules.insert(("../models.js", if line.len() > 100 { lines } else { line }));
        }
        modules.iter().map(|(module, import)| format!("{import} from '{module}';\n")).collect()
    }
}

/// The names of an operation's group and method.
fn names(operation: &Operation) -> (String, String) {
    let dotted = operation.dotted();
    let (group, method) = dotted.split_once('.').unwrap_or_default();
    (group.to_owned(), method.to_owned())
}

/// `UsersSearchParams`.
fn params_name(operation: &Operation) -> String {
    let (group, method) = names(operation);
    format!("{}{}Params", capitalized(&group), capitalized(&method))
}

fn params(operation: &Operation) -> String {
    let params = operation.params.iter().map(|param| {
        let absent = if param.required { "" } else { " | undefined" };
        property(&param_docs(operation, param), param.name, &of(param.schema, None), absent)
    });
    interface(&format!("Parameters of `{}`.", operation.dotted()), &params_name(operation), params)
}

/// Documents an argument, with its bounds and the origin of an identifier.
fn param_docs(operation: &Operation, param: &Param) -> String {
    let text = docs::text(operation.group, operation.params, param.docs);
    let bounds = param.bounds.map(|bounds| bounds.docs);
    [Some(text.as_str()), bounds, reference::origin(operation, param)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn method(operation: &Operation, examples: &Examples) -> String {
    let response = response(operation);
    let item = match response_schema(operation) {
        Some(Schema::Object(object)) => object.of.map(|item| of(*item, None)),
        _ => None,
    };
    let item = item.unwrap_or_else(|| "unknown".to_owned());
    let result = match operation.paging.convention() {
        None => format!("ApiPromise<{response}>"),
        Some(convention) if convention.is_number => format!("List<{item}, {response}, number>"),
        Some(_) => format!("List<{item}, {response}>"),
    };
    // A call without required arguments may omit them all.
    let optional = if operation.params.iter().any(|param| param.required) { "" } else { "?" };
    let way = match operation.paging.convention() {
        Some(_) => "list",
        None if operation.reads => "read",
        None => "write",
    };
    let (_, name) = names(operation);
    let options = if way == "list" { "ListOptions" } else { "CallOptions" };
    format!(
        "{}  {name}(params{optional}: {}, options?: {options}): {result} {{\n    return this.#caller.{way}(callerOf(this.{name}), {}, params, options);\n  }}\n",
        comment(&reference::operation(operation, examples), "  "),
        params_name(operation),
        quoted(&operation.dotted()),
    )
}

/// Returns the type of an operation's response, of a page for listings.
fn response(operation: &Operation) -> String {
    let schema =
        || response_schema(operation).map_or_else(|| "unknown".to_owned(), |schema| of(schema, None));
    extended(operation).map_or_else(schema, str::to_owned)
}

/// Returns the façade's own type of a response to which it adds properties.
fn extended(operation: &Operation) -> Option<&'static str> {
    // It adds whether a part failed, by the status, and which.
    (operation.dotted() == "users.invite").then_some("Invitations")
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation;

    #[test]
    fn method_calls_its_operation_and_returns_its_response() {
        let code = |name: &str| {
            let none = Examples { examples: Vec::new(), refusals: Vec::new() };
            let method = method(operation(name).unwrap(), &none);
            method.split_once("*/\n").unwrap().1.to_owned()
        };
        for (name, expected) in [
            (
                "orgs.get",
                "  get(params: OrgsGetParams, options?: CallOptions): ApiPromise<One<Org>> {\n    return this.#caller.read(callerOf(this.get), 'orgs.get', params, options);\n  }\n",
            ),
            (
                "orgs.list",
                "  list(params?: OrgsListParams, options?: ListOptions): List<Org, Page<Org>> {\n    return this.#caller.list(callerOf(this.list), 'orgs.list', params, options);\n  }\n",
            ),
            (
                "users.suspend",
                "  suspend(params: UsersSuspendParams, options?: CallOptions): ApiPromise<void> {\n    return this.#caller.write(callerOf(this.suspend), 'users.suspend', params, options);\n  }\n",
            ),
        ] {
            assert_eq!(code(name), expected);
        }
        assert!(code("scim.listUsers").contains("List<ScimUser, ResourcePage<ScimUser>, number> {"));
    }

    #[test]
    fn argument_is_documented_with_bounds_and_origin() {
        let search = operation("users.search").unwrap();
        for (name, expected) in [
            ("orgId", "The organization. `orgs.list` returns its identifier."),
            (
                "groupIds",
                "Only members of one of these groups. At most 10 items. `groups.search` returns their identifiers.",
            ),
            ("limit", "The maximum number of users on a page. From 1 to 100; 50 unless given."),
        ] {
            assert_eq!(param_docs(search, search.param(name).unwrap()), expected);
        }
    }
}
