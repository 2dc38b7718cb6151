//! The columns of each kind of item. Each column reads the item's JSON separately.

use std::collections::BTreeMap;

use atlassian_admin::Raw;
use atlassian_admin::model::{Account, Domain, Event, EventAction, Org};
use serde_json::Value;

use super::table::Head;

/// A column: its name, its heading in a table (CSV has all columns, a table only some), and the
/// path of its value in an item.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) in_table: Option<Head>,
    path: &'static [&'static str],
    /// The property to show of each element, if the value is a list of objects.
    each: Option<&'static str>,
}

/// Items that can be shown as rows. Names and order of the columns are stable for scripts: new
/// ones go to the end.
pub(crate) trait Row: Send + 'static {
    const COLUMNS: &'static [Column];
}

/// A text column, which tables truncate on narrow terminals.
const fn shown(name: &'static str, path: &'static [&'static str]) -> Column {
    Column { name, in_table: Some(Head::text(name)), path, each: None }
}

/// A column of identifiers or times, which tables never truncate.
const fn whole(name: &'static str, path: &'static [&'static str]) -> Column {
    Column { name, in_table: Some(Head::whole(name)), path, each: None }
}

const fn csv_only(name: &'static str, path: &'static [&'static str]) -> Column {
    Column { name, in_table: None, path, each: None }
}

impl Row for Org {
    const COLUMNS: &'static [Column] = &[whole("id", &["id"]), shown("name", &["attributes", "name"])];
}

impl Row for Account {
    const COLUMNS: &'static [Column] = &[
        whole("account_id", &["account_id"]),
        shown("name", &["name"]),
        shown("email", &["email"]),
        shown("account_status", &["account_status"]),
        csv_only("account_type", &["account_type"]),
        csv_only("access_billable", &["access_billable"]),
        whole("last_active", &["last_active"]),
        Column { each: Some("key"), ..csv_only("products", &["product_access"]) },
    ];
}

impl Row for Domain {
    const COLUMNS: &'static [Column] = &[
        whole("id", &["id"]),
        shown("name", &["attributes", "name"]),
        shown("claim_type", &["attributes", "claim", "type"]),
        shown("claim_status", &["attributes", "claim", "status"]),
    ];
}

impl Row for Event {
    const COLUMNS: &'static [Column] = &[
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
    ];
}

impl Row for EventAction {
    const COLUMNS: &'static [Column] = &[
        whole("id", &["id"]),
        shown("name", &["attributes", "displayName"]),
        shown("group", &["attributes", "groupDisplayName"]),
    ];
}

/// The properties of a JSON object.
type Members = BTreeMap<String, Raw<Value>>;

/// Returns the cells of an item: the text of each column's value, or its JSON if it is not a
/// string. An absent value gives an empty cell. An item that is not an object fills the first
/// cell.
pub(crate) fn cells<T>(item: &Raw<T>, columns: &[Column]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    match item.decode_as::<Members>() {
        Ok(members) => {
            let wanted: Vec<_> = columns
                .iter()
                .zip(&mut cells)
                .map(|(column, cell)| (column.path, column.each, cell))
                .collect();
            fill(&members, wanted);
        }
        Err(_) => cells.iter_mut().take(1).for_each(|cell| *cell = item.one_line().into_owned()),
    }
    cells
}

/// The remaining path, the property to show at its end, and the cell to fill.
type Wanted<'a> = (&'static [&'static str], Option<&'static str>, &'a mut String);

/// Fills the cells whose paths begin at an object. Each object on a path is parsed once.
fn fill(members: &Members, wanted: Vec<Wanted<'_>>) {
    let mut deeper: BTreeMap<&str, Vec<Wanted<'_>>> = BTreeMap::new();
    for (path, each, cell) in wanted {
        match path {
            [name] => *cell = members.get(*name).map(|value| shown_as(value, each)).unwrap_or_default(),
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
    {
        let texts = elements.iter().map(|element| match element.decode_as::<Members>() {
            Ok(members) => members.get(name).map(|value| shown_as(value, None)).unwrap_or_default(),
            Err(_) => shown_as(element, None),
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

    fn row<T: Row>(json: &str) -> Vec<String> {
        cells(&serde_json::from_str::<Raw<T>>(json).unwrap(), T::COLUMNS)
    }

    #[test]
    fn cells_show_json_of_an_unexpected_value() {
        let event = r#"{"id":12345,"attributes":{"time":1.50,"processedAt":null,"action":["a", "b"],"context":{},
            "actor":{"id":{"x" :1},"name":"\ud800!","email":true},"location":"here"},"message":{"content":"c"}}"#;
        assert_eq!(
            row::<Event>(event),
            ["12345", "1.50", "", r#"["a", "b"]"#, r#"{"x" :1}"#, "\u{fffd}!", "true", "", "", "", "c"]
        );
        assert_eq!(row::<Org>(r#"{"attributes":{"name":"n"}}"#), ["", "n"], "an item without its id");
        assert_eq!(row::<Org>("[\n1]"), ["[1]", ""], "an item that is not an object");
        assert_eq!(row::<Org>(r#"{"id":"o","attributes":[],"\ud800":1}"#), ["o", ""]);
    }

    #[test]
    fn product_cell_joins_keys_of_the_list() {
        let products = |list: &str| row::<Account>(&format!(r#"{{"product_access":{list}}}"#)).pop().unwrap();
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
