//! The columns of each kind of item: chosen for scripts, or else made of the item's schema. Each
//! column reads the item's JSON separately.

use std::collections::BTreeMap;

use atlassian_admin::Raw;
use atlassian_admin::schema::{ObjectSchema, Property, Schema};
use serde_json::Value;

use super::table::Head;

/// Maximum number of columns in a table of items whose columns are not chosen.
const IN_TABLE: usize = 6;

/// How deep a single item is shown; what is deeper is JSON.
const DEPTH: usize = 3;

/// The properties that come first after the identifier.
const MAIN: [&str; 5] = ["name", "displayName", "userName", "email", "status"];

/// A column: its name, its heading in a table (CSV has more columns than a table), and the path of
/// its value in an item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) in_table: Option<Head>,
    pub(crate) in_csv: bool,
    path: Vec<String>,
    /// The property to show of each element, if the value is a list of objects; empty for a list of
    /// plain values.
    each: Option<&'static str>,
}

fn column(name: &str, path: &[&str], in_table: Option<Head>) -> Column {
    let path = path.iter().map(|&name| name.to_owned()).collect();
    Column { name: name.to_owned(), in_table, in_csv: true, path, each: None }
}

/// A text column, which tables truncate on narrow terminals.
fn shown(name: &str, path: &[&str]) -> Column {
    column(name, path, Some(Head::text(name)))
}

/// A column of identifiers or times, which tables never truncate.
fn whole(name: &str, path: &[&str]) -> Column {
    column(name, path, Some(Head::whole(name)))
}

fn csv_only(name: &str, path: &[&str]) -> Column {
    column(name, path, None)
}

/// Returns the columns of a listing whose items have this schema.
pub(crate) fn of_items(item: Option<Schema>) -> Vec<Column> {
    match item {
        Some(Schema::Object(object)) => chosen(object.name).unwrap_or_else(|| derived(object)),
        _ => vec![shown("value", &[])],
    }
}

/// Names and order of these columns are stable for scripts: new ones go to the end.
fn chosen(name: &str) -> Option<Vec<Column>> {
    Some(match name {
        "Org" => vec![whole("id", &["id"]), shown("name", &["attributes", "name"])],
        "Account" => vec![
            whole("account_id", &["account_id"]),
            shown("name", &["name"]),
            shown("email", &["email"]),
            shown("account_status", &["account_status"]),
            csv_only("account_type", &["account_type"]),
            csv_only("access_billable", &["access_billable"]),
            whole("last_active", &["last_active"]),
            Column { each: Some("key"), ..csv_only("products", &["product_access"]) },
        ],
        "Domain" => vec![
            whole("id", &["id"]),
            shown("name", &["attributes", "name"]),
            shown("claim_type", &["attributes", "claim", "type"]),
            shown("claim_status", &["attributes", "claim", "status"]),
        ],
        "Event" => vec![
            whole("id", &["id"]),
            whole("time", &["attributes", "time"]),
            csv_only("processed_at", &["attributes", "processedAt"]),
            shown("action", &["attributes", "action"]),
            csv_only("actor_id", &["attributes", "actor", "id"]),
            shown("actor_name", &["attributes", "actor", "name"]),
            csv_only("actor_email", &["attributes", "actor", "email"]),
            csv_only("ip", &["attributes", "location", "ip"]),
            csv_only("city", &["attributes", "location", "city"]),
            csv_only("country", &["attributes", "location", "countryName"]),
            shown("message", &["message", "content"]),
        ],
        "EventAction" => vec![
            whole("id", &["id"]),
            shown("name", &["attributes", "displayName"]),
            shown("group", &["attributes", "groupDisplayName"]),
        ],
        _ => return None,
    })
}

/// The columns of a schema: the identifier first, then names, other identifiers, and all other
/// plain properties, also of inner objects. A table shows the first of them, and none that says the
/// same in each row.
fn derived(object: &ObjectSchema) -> Vec<Column> {
    let mut columns = properties(object, &[], 1);
    columns.retain(|column| column.in_csv);
    let is_id = |column: &Column| column.path.len() == 1 && names_id(&column.name);
    // The object's own identifier is named `id`, or comes before those of others.
    let own =
        columns.iter().find(|column| column.name == "id").or_else(|| columns.iter().find(|it| is_id(it)));
    let own = own.map(|column| column.name.clone());
    let rank = |column: &Column| {
        let name = column.name.strip_prefix("attributes.").unwrap_or(&column.name);
        MAIN.iter().position(|main| *main == name).unwrap_or(MAIN.len())
    };
    columns.sort_by_key(|column| (Some(&column.name) != own.as_ref(), rank(column), !is_id(column)));
    let in_table = |column: &Column, ids: bool| {
        let name = column.name.strip_prefix("attributes.").unwrap_or(&column.name);
        let is_own = Some(&column.name) == own.as_ref();
        let is_other_id = names_id(name) && !is_own;
        let is_inner = name.contains('.') || (is_other_id && name != column.name);
        let is_hidden = ["type", "schemas", "picture", "avatar", "icon"].contains(&column.name.as_str());
        !is_inner && !is_hidden && (ids || !is_other_id)
    };
    // Other identifiers would leave no room for names, unless there is nothing else.
    let ids = columns.iter().filter(|column| in_table(column, false)).count() < 2;
    for column in columns.iter_mut().filter(|column| in_table(column, ids)).take(IN_TABLE) {
        let name = column.name.as_str();
        column.in_table = Some(if names_id(name) { Head::whole(name) } else { Head::text(name) });
    }
    columns
}

fn names_id(name: &str) -> bool {
    name == "id" || name.ends_with("Id") || name.ends_with("_id")
}

/// Returns the columns of all properties of an object, and of those of its inner objects, down to a
/// depth.
fn properties(object: &ObjectSchema, within: &[&'static str], depth: usize) -> Vec<Column> {
    let of = |property: &Property| {
        let path = [within, &[property.name]].concat();
        match property.schema {
            // Links lead programs on.
            Schema::Object(_) if property.name == "links" => Vec::new(),
            Schema::Object(inner) if depth > 0 => properties(inner, &path, depth - 1),
            schema => vec![of_property(&path, schema)],
        }
    };
    (object.properties)().iter().flat_map(of).collect()
}

/// Returns the column of a property. CSV has it if its values fit into a cell.
fn of_property(path: &[&str], schema: Schema) -> Column {
    let name = path.join(".");
    let is_list = matches!(schema, Schema::List(item) if item.is_scalar());
    Column { in_csv: is_list || schema.is_scalar(), each: is_list.then_some(""), ..column(&name, path, None) }
}

/// Returns the columns that show a single item, one property a line. Without a schema, they follow
/// the item itself.
pub(crate) fn of_item(item: &Raw<Value>, schema: Option<Schema>) -> Vec<Column> {
    if let Some(Schema::Object(object)) = schema {
        return chosen(object.name).unwrap_or_else(|| properties(object, &[], DEPTH));
    }
    match item.decode_as::<Members>() {
        Ok(members) => members.iter().flat_map(|(name, value)| found(&[name], value, DEPTH)).collect(),
        Err(_) => vec![shown("value", &[])],
    }
}

/// Returns the columns of the properties that a value has.
fn found(path: &[&str], value: &Raw<Value>, depth: usize) -> Vec<Column> {
    match value.decode_as::<Members>() {
        Ok(members) if depth > 0 => {
            let of = |(name, value): (&String, _)| found(&[path, &[name]].concat(), value, depth - 1);
            members.iter().flat_map(of).collect()
        }
        _ => vec![Column { each: Some(""), ..column(&path.join("."), path, None) }],
    }
}

/// The properties of a JSON object.
type Members = BTreeMap<String, Raw<Value>>;

/// Returns the cells of an item: the text of each column's value, or its JSON if it is not a
/// string. An absent value gives an empty cell. An item that is not an object fills the first
/// cell.
pub(crate) fn cells(item: &Raw<Value>, columns: &[Column]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    match item.decode_as::<Members>() {
        Ok(members) if columns.iter().all(|column| !column.path.is_empty()) => {
            let wanted: Vec<_> = columns
                .iter()
                .zip(&mut cells)
                .map(|(column, cell)| (column.path.as_slice(), column.each, cell))
                .collect();
            fill(&members, wanted);
        }
        _ => cells.iter_mut().take(1).for_each(|cell| *cell = item.one_line().into_owned()),
    }
    cells
}

/// The remaining path, the property to show at its end, and the cell to fill.
type Wanted<'a> = (&'a [String], Option<&'static str>, &'a mut String);

/// Fills the cells whose paths begin at an object. Each object on a path is parsed once.
fn fill(members: &Members, wanted: Vec<Wanted<'_>>) {
    let mut deeper: BTreeMap<&str, Vec<Wanted<'_>>> = BTreeMap::new();
    for (path, each, cell) in wanted {
        match path {
            [name] => *cell = members.get(name).map(|value| shown_as(value, each)).unwrap_or_default(),
            [name, rest @ ..] => deeper.entry(name).or_default().push((rest, each, cell)),
            [] => {}
        }
    }
    for (name, wanted) in deeper {
        if let Some(inner) = members.get(name).and_then(|value| value.decode_as::<Members>().ok()) {
            fill(&inner, wanted);
        }
    }
}

/// Formats a value as a cell.
fn shown_as(value: &Raw<Value>, each: Option<&str>) -> String {
    if let Some(name) = each
        && let Ok(elements) = value.decode_as::<Vec<Raw<Value>>>()
        && (!name.is_empty() || elements.iter().all(|element| !element.json().starts_with(['{', '['])))
    {
        let texts = elements.iter().map(|element| match element.decode_as::<Members>() {
            Ok(members) if !name.is_empty() => {
                members.get(name).map(|value| shown_as(value, None)).unwrap_or_default()
            }
            _ => shown_as(element, None),
        });
        return texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    }
    match value.json() {
        "null" => String::new(),
        _ => value.decode_as::<String>().unwrap_or_else(|_| value.one_line().into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::operation;

    fn row(name: &str, json: &str) -> Vec<String> {
        cells(&serde_json::from_str(json).unwrap(), &chosen(name).unwrap())
    }

    #[test]
    fn cells_show_json_of_an_unexpected_value() {
        let event = r#"{"id":12345,"attributes":{"time":1.50,"processedAt":null,"action":["a", "b"],"context":{},
            "actor":{"id":{"x" :1},"name":"\ud800!","email":true},"location":"here"},"message":{"content":"c"}}"#;
        assert_eq!(
            row("Event", event),
            ["12345", "1.50", "", r#"["a", "b"]"#, r#"{"x" :1}"#, "\u{fffd}!", "true", "", "", "", "c"]
        );
        assert_eq!(row("Org", r#"{"attributes":{"name":"n"}}"#), ["", "n"], "an item without its id");
        assert_eq!(row("Org", "[\n1]"), ["[1]", ""], "an item that is not an object");
        assert_eq!(row("Org", r#"{"id":"o","attributes":[],"\ud800":1}"#), ["o", ""]);
    }

    #[test]
    fn columns_follow_the_schema() {
        let item = |name: &str| match atlassian_admin::response_schema(operation(name).unwrap()) {
            Some(Schema::Object(page)) => page.of.copied(),
            _ => None,
        };
        let columns = of_items(item("groups.search"));
        let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "id",
                "name",
                "directoryId",
                "description",
                "externalSynced",
                "managedBy",
                "managementAccess.deletable",
                "managementAccess.modifiable",
                "managementAccess.readable",
                "counts.users",
                "counts.resources",
            ]
        );
        let tabled: Vec<_> = columns.iter().filter_map(|column| column.in_table.clone()).collect();
        let heads = ["id", "name", "description", "externalSynced", "managedBy"];
        assert_eq!(tabled.iter().map(|head| head.name.as_str()).collect::<Vec<_>>(), heads);
        assert_eq!(tabled.iter().filter(|head| head.whole).count(), 1, "the identifier");
        let row = cells(&serde_json::from_str(r#"{"id":"g","counts":{"users":3}}"#).unwrap(), &columns);
        assert_eq!((row[0].as_str(), row[9].as_str()), ("g", "3"));
        let roles = of_items(item("users.listRoles"));
        let roles: Vec<_> = roles.into_iter().filter(|column| column.name == "roles").collect();
        let row = cells(&serde_json::from_str(r#"{"roles":["a","b"]}"#).unwrap(), &roles);
        assert_eq!(row, ["a b"], "a list of plain values");
    }

    #[test]
    fn product_cell_joins_keys_of_the_list() {
        let products = |list: &str| row("Account", &format!(r#"{{"product_access":{list}}}"#)).pop().unwrap();
        for (list, cell) in [
            (r#"[{"key":"jira"},{"key":"confluence"}]"#, "jira confluence"),
            (r#"[{"key":"jira"},{"name":"n"},7,null,{"key":{"a":1}}]"#, r#"jira 7 {"a":1}"#),
            ("[]", ""),
            ("null", ""),
            (r#"{"key":"jira"}"#, r#"{"key":"jira"}"#),
        ] {
            assert_eq!(products(list), cell, "{list}");
        }
    }
}
