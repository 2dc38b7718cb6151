//! The walk: the table leads, the bytes follow.

use std::borrow::Cow;

use atlassian_admin_core::json::Json;
use atlassian_admin_core::model::EpochMillis;
use serde_json::Value;

use super::finding::{Findings, Misfit, found, noun};
use super::scan::Scan;
use crate::table::{Kind, Member, Table};

/// How deep a value is looked at. No real one comes near, but a hostile one of a kind that holds itself would use up the stack.
const DEEPEST: usize = 100;

pub(super) struct Walk<'a, 'j> {
    table: &'a Table,
    scan: Scan<'j>,
    /// Reads the few texts and times that are needed as values.
    json: Json,
    /// Whether what is not known is a finding.
    is_strict: bool,
    pub(super) findings: Findings<'a>,
}

/// The way to a value, from the value up.
#[derive(Clone, Copy)]
struct Step<'s> {
    above: Option<&'s Self>,
    name: Name<'s>,
    depth: usize,
}

#[derive(Clone, Copy)]
enum Name<'s> {
    Member(&'s str),
    Item(usize),
}

impl<'a, 'j> Walk<'a, 'j> {
    pub(super) fn new(table: &'a Table, text: &'j [u8], json: Json, is_strict: bool) -> Self {
        Self { table, scan: Scan::new(text), json, is_strict, findings: Findings::default() }
    }

    pub(super) fn arguments(&mut self, members: &'a [Member]) {
        if self.scan.peek() == b'{' {
            self.object(members, None);
        }
    }

    pub(super) fn whole(&mut self, kind: &'a Kind) {
        self.value(kind, None);
    }

    fn value(&mut self, kind: &'a Kind, at: Option<&Step<'_>>) {
        let first = self.scan.peek();
        let is_shallow = at.is_none_or(|step| step.depth < DEEPEST);
        match (kind, first) {
            (Kind::List(item), b'[') if is_shallow => return self.list(self.table.kind(*item), at),
            (Kind::Object(members), b'{') if is_shallow => return self.object(members, at),
            _ => {}
        }
        let value = self.scan.skip();
        let fits = match kind {
            Kind::Json => true,
            Kind::Text => first == b'"',
            Kind::List(_) => first == b'[',
            Kind::Object(_) => first == b'{',
            Kind::Boolean => matches!(first, b't' | b'f'),
            Kind::Nothing => first == b'n',
            Kind::Integer => value.iter().all(|byte| matches!(byte, b'-' | b'0'..=b'9')),
            Kind::Time => (self.json.read)(value).is_some_and(|value| EpochMillis::of(&value).is_some()),
        };
        if !fits {
            let misfit = Misfit::Type { expected: noun(kind), found: found(first) };
            self.findings.add(misfit, || path(at));
        }
    }

    fn list(&mut self, kind: &'a Kind, at: Option<&Step<'_>>) {
        self.scan.enter();
        let mut index = 0;
        while self.scan.next_item(index == 0) {
            self.value(kind, Some(&Step::below(at, Name::Item(index))));
            index += 1;
        }
    }

    fn object(&mut self, members: &'a [Member], at: Option<&Step<'_>>) {
        self.scan.enter();
        let mut seen = 0_u64;
        let mut is_first = true;
        while let Some(name) = self.scan.next_member(is_first) {
            is_first = false;
            let name = unquoted(name, self.json);
            match members.iter().position(|member| member.name.as_bytes() == &*name) {
                Some(index) => {
                    let Some(member) = members.get(index) else { return };
                    if self.scan.peek() == b'n' && (!member.required || at.is_none() && self.is_strict) {
                        // `null` says as much as absence.
                        self.scan.skip();
                        continue;
                    }
                    seen |= 1 << index;
                    let step = Step::below(at, Name::Member(member.name));
                    self.value(self.table.kind(member.kind), Some(&step));
                }
                None => {
                    self.scan.skip();
                    if self.is_strict {
                        let name = String::from_utf8_lossy(&name);
                        let step = Step::below(at, Name::Member(&name));
                        self.findings.add(Misfit::Unknown(members), || path(Some(&step)));
                    }
                }
            }
        }
        for (index, member) in members.iter().enumerate() {
            if member.required && seen & (1 << index) == 0 {
                let step = Step::below(at, Name::Member(member.name));
                let expected = noun(self.table.kind(member.kind));
                self.findings.add(Misfit::Missing { expected }, || path(Some(&step)));
            }
        }
    }
}

impl<'s> Step<'s> {
    fn below(above: Option<&'s Self>, name: Name<'s>) -> Self {
        Self { above, name, depth: above.map_or(0, |above| above.depth + 1) }
    }
}

/// The way to a place as one writes it: `data[3].id`, or `.` for the whole.
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
            Name::Member(name) => {
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

/// What stands between quotes.
fn unquoted(text: &[u8], json: Json) -> Cow<'_, [u8]> {
    if text.contains(&b'\\')
        && let Some(Value::String(text)) = (json.read)(text)
    {
        return Cow::Owned(text.into_bytes());
    }
    Cow::Borrowed(text.get(1..text.len().saturating_sub(1)).unwrap_or_default())
}
