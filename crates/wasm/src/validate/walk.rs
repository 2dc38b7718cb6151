//! Validates by following the table and the bytes together.

use std::borrow::Cow;

use atlassian_admin_core::json::Json;
use atlassian_admin_core::model::EpochMillis;
use serde_json::Value;

use super::finding::{Findings, Violation, expectation, found};
use super::scan::Scan;
use crate::table::{Members, Property, Schema, Table};

/// Maximum depth that is validated. Real values stay far below; a hostile value of a recursive
/// schema would overflow the stack.
const MAX_DEPTH: usize = 100;

pub(super) struct Walk<'a, 'j> {
    table: &'a Table,
    scan: Scan<'j>,
    /// Parses the few strings and times that are needed as values.
    json: Json,
    /// Whether unknown properties are violations.
    is_strict: bool,
    pub(super) findings: Findings<'a>,
}

/// The path to a value, linked from the value upwards.
#[derive(Clone, Copy)]
struct Step<'s> {
    above: Option<&'s Self>,
    name: Name<'s>,
    depth: usize,
}

#[derive(Clone, Copy)]
enum Name<'s> {
    Property(&'s str),
    Item(usize),
}

impl<'a, 'j> Walk<'a, 'j> {
    pub(super) fn new(table: &'a Table, text: &'j [u8], json: Json, is_strict: bool) -> Self {
        Self { table, scan: Scan::new(text), json, is_strict, findings: Findings::default() }
    }

    pub(super) fn arguments(&mut self, members: &'a Members) {
        if self.scan.peek() == b'{' {
            self.object(members, None);
        }
    }

    pub(super) fn whole(&mut self, schema: &'a Schema) {
        let first = self.scan.peek();
        self.value(schema, first, None);
    }

    /// Validates the current value, which begins with `first`.
    fn value(&mut self, schema: &'a Schema, first: u8, at: Option<&Step<'_>>) {
        let is_shallow = at.is_none_or(|step| step.depth < MAX_DEPTH);
        match (schema, first) {
            (Schema::List(item), b'[') if is_shallow => return self.list(self.table.schema(*item), at),
            (Schema::Object(members), b'{') if is_shallow => return self.object(members, at),
            _ => {}
        }
        let value = self.scan.skip();
        let fits = match schema {
            Schema::Json => true,
            Schema::Text => first == b'"',
            Schema::List(_) => first == b'[',
            Schema::Object(_) => first == b'{',
            Schema::Boolean => matches!(first, b't' | b'f'),
            Schema::Nothing => first == b'n',
            Schema::Integer => value.iter().all(|byte| matches!(byte, b'-' | b'0'..=b'9')),
            Schema::Time => (self.json.read)(value).is_some_and(|value| EpochMillis::of(&value).is_some()),
        };
        if !fits {
            let violation = Violation::Type { expected: expectation(schema), found: found(first) };
            self.findings.add(violation, || path(at));
        }
    }

    fn list(&mut self, schema: &'a Schema, at: Option<&Step<'_>>) {
        self.scan.enter();
        let mut index = 0;
        loop {
            let first = self.scan.next_item();
            if first == 0 {
                return;
            }
            self.value(schema, first, Some(&Step::below(at, Name::Item(index))));
            index += 1;
        }
    }

    fn object(&mut self, members: &'a Members, at: Option<&Step<'_>>) {
        self.scan.enter();
        let mut seen = 0_u64;
        // Properties mostly arrive in the table's order.
        let mut behind = 0;
        while let Some(quoted) = self.scan.next_member() {
            let found = position(&members.all, behind, inner(quoted))
                .or_else(|| position(&members.all, 0, unescaped(quoted, self.json)?.as_bytes()));
            let first = self.scan.peek();
            let Some((index, member)) = found else {
                self.scan.skip();
                if self.is_strict {
                    let name = unescaped(quoted, self.json);
                    let name = name.map_or_else(|| String::from_utf8_lossy(inner(quoted)), Cow::Owned);
                    let step = Step::below(at, Name::Property(&name));
                    self.findings.add(Violation::Unknown(&members.all), || path(Some(&step)));
                }
                continue;
            };
            behind = index + 1;
            if first == b'n' && (!member.required || at.is_none() && self.is_strict) {
                // `null` counts as absent.
                self.scan.skip();
                continue;
            }
            seen |= 1 << index;
            let schema = self.table.schema(member.schema);
            if first == b'"' && matches!(schema, Schema::Text) {
                // The most frequent case.
                self.scan.text();
                continue;
            }
            let step = Step::below(at, Name::Property(member.name));
            self.value(schema, first, Some(&step));
        }
        if members.required & !seen == 0 {
            return;
        }
        for (index, member) in members.all.iter().enumerate() {
            if member.required && seen & (1 << index) == 0 {
                let step = Step::below(at, Name::Property(member.name));
                let expected = expectation(self.table.schema(member.schema));
                self.findings.add(Violation::Missing { expected }, || path(Some(&step)));
            }
        }
    }
}

/// Returns the property of this name and its index, searching from an index on and then before it.
fn position<'a>(members: &'a [Property], from: usize, name: &[u8]) -> Option<(usize, &'a Property)> {
    let (before, rest) = members.split_at_checked(from)?;
    let is_it = |(_, member): &(usize, &Property)| member.name.as_bytes() == name;
    (from..).zip(rest).find(is_it).or_else(|| before.iter().enumerate().find(is_it))
}

impl<'s> Step<'s> {
    fn below(above: Option<&'s Self>, name: Name<'s>) -> Self {
        Self { above, name, depth: above.map_or(0, |above| above.depth + 1) }
    }
}

/// Writes a path as in JavaScript: `data[3].id`, or `.` for the whole.
fn path(at: Option<&Step<'_>>) -> String {
    fn write(step: &Step<'_>, path: &mut String) {
        if let Some(above) = step.above {
            write(above, path);
        }
        match step.name {
            Name::Item(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            Name::Property(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
        }
    }
    let Some(at) = at else { return ".".to_owned() };
    let mut path = String::new();
    write(at, &mut path);
    path
}

/// Returns the text between quotes.
fn inner(quoted: &[u8]) -> &[u8] {
    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default()
}

/// Returns the name between quotes if it is written with escapes, which is rare.
fn unescaped(quoted: &[u8], json: Json) -> Option<String> {
    match quoted.contains(&b'\\').then(|| (json.read)(quoted))?? {
        Value::String(name) => Some(name),
        _ => None,
    }
}
