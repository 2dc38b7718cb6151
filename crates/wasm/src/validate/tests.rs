use atlassian_admin_core::schema::{self, Violation as Expected};
use atlassian_admin_core::{OPERATIONS, response_schema};
use proptest::prelude::*;
use serde_json::{Map, Value};

use atlassian_admin_core::json::Json;

use super::*;
use crate::table::Property;

fn describe(finding: &Finding<'_>) -> String {
    let at = &finding.at;
    match finding.violation {
        Violation::Type { expected, found } => format!("{at}: {expected}, not {found}"),
        Violation::Missing { expected } => format!("{at}: {expected}, not there"),
        Violation::Unknown(_) => format!("{at}: unknown"),
    }
}

fn answered(table: &Table, json: &str) -> Vec<String> {
    answer(table, table.schema(0), json.as_bytes(), Json::SERDE).first.iter().map(describe).collect()
}

/// A tree: nodes with a name and optional child nodes.
fn tree() -> Table {
    let member = |name, required, schema| Property { name, required, schema };
    let node = vec![member("name", true, 1), member("below", false, 2), member("any", false, 3)];
    Table {
        entries: Vec::new(),
        schemas: vec![Schema::Object(node.into()), Schema::Text, Schema::List(0), Schema::Json],
    }
}

#[test]
fn validation_reports_each_violation_with_its_path() {
    let tree = tree();
    for (json, findings) in [
        (r#"{"name":"a"}"#, &[][..]),
        ("\u{feff} {\n\"n\\u0061me\" : \"a\\\"]\" ,\t\"below\": [ ] }", &[]),
        (r#"{"new":[{"name":7}],"any":{"name":7},"below":null,"name":""}"#, &[]),
        ("[]", &[".: an object, not a list"]),
        (
            r#"{"below":[{"name":1},{"below":[{},null,[3]],"name":null},{"name":"\\"},true],"name":{"a":"}"}}"#,
            &[
                "below[0].name: text, not a number",
                "below[1].below[0].name: text, not there",
                "below[1].below[1]: an object, not null",
                "below[1].below[2]: an object, not a list",
                "below[1].name: text, not null",
                "below[3]: an object, not true or false",
                "name: text, not an object",
            ],
        ),
    ] {
        assert_eq!(answered(&tree, json), findings, "{json}");
    }
}

#[test]
fn validation_reports_first_hundred_violations_and_counts_all() {
    let tree = tree();
    let json = format!(r#"{{"name":"","below":[{}]}}"#, vec!["7"; 250].join(","));
    let findings = answer(&tree, tree.schema(0), json.as_bytes(), Json::SERDE);
    assert_eq!((findings.count, findings.first.len()), (250, 100));
    assert_eq!(findings.first[99].at, "below[99]");
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let tree = tree();
    let deep = r#"{"name":"","below":["#.repeat(200_000);
    assert_eq!(answered(&tree, &deep), [""; 0]);
    let deep = format!(r#"{{"name":"","any":{}}}"#, "[".repeat(1_000_000));
    assert_eq!(answered(&tree, &deep), [""; 0]);
}

/// Generates a value that is almost of a schema.
fn near(schema: schema::Schema) -> BoxedStrategy<Value> {
    let fitting = match schema {
        schema::Schema::Text => "\\PC{0,8}".prop_map(Value::from).boxed(),
        schema::Schema::Integer => any::<i64>().prop_map(Value::from).boxed(),
        schema::Schema::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        schema::Schema::Time => prop_oneof![
            Just(Value::from("2026-05-19T10:23Z")),
            Just(Value::from("soon")),
            any::<i64>().prop_map(Value::from)
        ]
        .boxed(),
        schema::Schema::Enum(known) => proptest::sample::select(known.values).prop_map(Value::from).boxed(),
        schema::Schema::List(item) => {
            proptest::collection::vec(near(*item), 0..3).prop_map(Value::from).boxed()
        }
        schema::Schema::Object(of) => {
            let members: Vec<_> =
                (of.properties)().iter().map(|member| (member.name, member.schema)).collect();
            object(members).prop_map(Value::Object).boxed()
        }
        _ => other().boxed(),
    };
    prop_oneof![19 => fitting, 1 => other()].boxed()
}

/// Generates an object with most of its properties and sometimes an unknown one.
fn object(members: Vec<(&'static str, schema::Schema)>) -> impl Strategy<Value = Map<String, Value>> {
    let known: Vec<_> = members
        .into_iter()
        .map(|(name, schema)| {
            proptest::option::weighted(0.8, near(schema).prop_map(move |value| (name.to_owned(), value)))
        })
        .collect();
    let unknown = proptest::option::weighted(0.1, ("\\PC{1,6}", other()));
    (known, unknown).prop_map(|(known, unknown)| known.into_iter().flatten().chain(unknown).collect())
}

/// Generates arbitrary JSON.
fn other() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
        Just(serde_json::json!([{ "a": ["]"] }])),
        Just(serde_json::json!({ "id": {}, "\\\"": [1, null] })),
    ]
}

/// Returns the core's violation as text; `None` for those that only apply to callers without
/// types.
fn expected(violation: &Expected, is_strict: bool) -> Option<String> {
    let at = if violation.at().is_empty() { "." } else { violation.at() };
    match violation {
        Expected::Type { expected, .. } => Some(format!("{at}: {expected}")),
        Expected::Missing { .. } => Some(format!("{at}: missing")),
        Expected::UnknownProperty { .. } if is_strict => Some(format!("{at}: unknown")),
        _ => None,
    }
}

fn ours(findings: Findings<'_>) -> Vec<String> {
    let describe = |Finding { at, violation }: &Finding<'_>| match violation {
        Violation::Type { expected, .. } => format!("{at}: {expected}"),
        Violation::Missing { .. } => format!("{at}: missing"),
        Violation::Unknown(_) => format!("{at}: unknown"),
    };
    let mut lines: Vec<_> = findings.first.iter().map(describe).collect();
    lines.sort();
    lines
}

fn theirs(violations: Vec<Expected>, is_strict: bool) -> Vec<String> {
    let mut lines: Vec<_> =
        violations.iter().filter_map(|violation| expected(violation, is_strict)).collect();
    lines.sort();
    lines.truncate(100);
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// The core's own validation, which uses the types' schemas and parsed values, finds the same.
    #[test]
    fn response_violations_agree_with_core(
        (id, value) in proptest::sample::select(OPERATIONS).prop_flat_map(|operation| {
            (Just(operation.dotted()), near(response_schema(&operation).unwrap()))
        }),
        pretty in any::<bool>(),
    ) {
        let table = Table::get();
        let entry = table.entry(&id).unwrap();
        let json = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let core = response_schema(atlassian_admin_core::operation(&id).unwrap()).unwrap();
        prop_assert_eq!(
            ours(answer(table, table.schema(entry.answer), json.as_bytes(), Json::SERDE)),
            theirs(core.violations(&value, ""), false),
            "{}",
            json
        );
    }

    #[test]
    fn argument_violations_agree_with_core(
        (id, value) in proptest::sample::select(OPERATIONS).prop_flat_map(|operation| {
            let params = operation.params.iter().map(|param| (param.name, param.schema)).collect();
            (Just(operation.dotted()), object(params))
        }),
    ) {
        let table = Table::get();
        let json = serde_json::to_string(&value).unwrap();
        let core = atlassian_admin_core::operation(&id).unwrap();
        prop_assert_eq!(
            ours(arguments(table, table.entry(&id).unwrap(), json.as_bytes(), Json::SERDE)),
            theirs(core.violations(&value), true),
            "{}",
            json
        );
    }

    /// Text that is not JSON or is truncated causes no panic.
    #[test]
    fn scan_does_not_panic_on_any_text(
        text in prop_oneof!["\\PC*", "[\\[\\]{}:,\"\\\\ an0-]{0,40}"],
        strict in any::<bool>(),
    ) {
        let table = Table::get();
        for entry in &table.entries {
            if strict {
                arguments(table, entry, text.as_bytes(), Json::SERDE);
            } else {
                answer(table, table.schema(entry.answer), text.as_bytes(), Json::SERDE);
            }
        }
    }
}
