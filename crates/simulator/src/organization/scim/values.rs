//! The values of multi-valued attributes: the forms in which requests name them, and how they are
//! added and removed.

use serde_json::{Map, Value};

use super::canonical::{self, is_primary};
use super::invalid;
use super::schema::{Kind, List, Schema};
use crate::problem::{Problem, ScimType};

/// A multi-valued attribute.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) name: &'a str,
    pub(super) list: List,
}

impl<'a> Values<'a> {
    /// The attribute, if it is multi-valued: by its schema, or since several values are present.
    pub(super) fn new(schema: Schema, name: &'a str, present: Option<&Value>) -> Option<Self> {
        match (schema.kind(name), present) {
            (Kind::List(list), _) => Some(Self { name, list }),
            (Kind::Unknown, Some(Value::Array(items))) => {
                Some(Self::unknown(name, items.iter().any(Value::is_object)))
            }
            _ => None,
        }
    }

    pub(super) fn unknown(name: &'a str, objects: bool) -> Self {
        Self { name, list: List { schema: Schema::UNKNOWN_ITEM, objects, case_exact: false } }
    }

    /// Reads which values a request names: a list, a single one, or either wrapped in an object of
    /// the attribute's name. `null` names none.
    pub(super) fn read(&self, sent: Value) -> Result<Vec<Value>, Problem> {
        let sent = match sent {
            Value::Object(members) => self.unwrapped(members),
            other => other,
        };
        let items = match sent {
            Value::Null => Vec::new(),
            Value::Array(items) => items,
            one => vec![one],
        };
        let items = items.into_iter().map(|item| self.item(item)).collect::<Result<Vec<_>, _>>()?;
        canonical::list(self.list.schema, self.name, items)
    }

    fn unwrapped(&self, members: Map<String, Value>) -> Value {
        let mut names = members.keys();
        match (names.next(), names.next()) {
            (Some(only), None) if only.eq_ignore_ascii_case(self.name) => {
                members.into_iter().next().map_or(Value::Null, |(_, value)| value)
            }
            _ => Value::Object(members),
        }
    }

    fn item(&self, item: Value) -> Result<Value, Problem> {
        match item {
            Value::Object(_) => Ok(item),
            Value::String(_) if self.list.objects => {
                Ok(Value::Object(Map::from_iter([("value".to_owned(), item)])))
            }
            Value::String(_) | Value::Number(_) | Value::Bool(_) if !self.list.objects => Ok(item),
            _ => Err(invalid(
                ScimType::InvalidValue,
                format!("each value of {} must be an object with a value, or the value itself", self.name),
            )),
        }
    }

    /// Adds values. One that is there already takes over the attributes that are new. A primary one
    /// ends that another is.
    pub(super) fn add(&self, items: &mut Vec<Value>, added: Vec<Value>) {
        for item in added {
            let becomes_primary = is_primary(&item);
            let present = items.iter().position(|other| self.is_same(&item, other));
            let index = present.unwrap_or(items.len());
            match (present.and_then(|index| items.get_mut(index)), item) {
                (Some(Value::Object(old)), Value::Object(new)) => self.list.schema.merge(old, new),
                (Some(_), _) => {}
                (None, item) => items.push(item),
            }
            if becomes_primary {
                demote_others(items, index);
            }
        }
    }

    /// Removes exactly the values that are named. Where one of them is not there, none goes.
    pub(super) fn remove(&self, items: &mut Vec<Value>, named: &[Value]) -> Result<(), Problem> {
        if named.is_empty() {
            return Err(invalid(
                ScimType::InvalidValue,
                format!("value names none of {}; without a value, all of them are removed", self.name),
            ));
        }
        if named.iter().any(|named| !items.iter().any(|item| self.is_same(named, item))) {
            return Err(self.no_such_value());
        }
        items.retain(|item| !named.iter().any(|named| self.is_same(named, item)));
        Ok(())
    }

    pub(super) fn no_such_value(&self) -> Problem {
        invalid(ScimType::NoTarget, format!("{} does not have such a value", self.name))
    }

    /// Whether an item is the one that a request names: it has the same `value`, and the same
    /// `type` where both have one. One without a `value` must be equal in all.
    fn is_same(&self, named: &Value, item: &Value) -> bool {
        let types = named.get("type").zip(item.get("type"));
        let (Some(one), Some(other)) = (value_of(named), value_of(item)) else {
            return named == item && named.as_object().is_some_and(|members| !members.is_empty());
        };
        is_equal(one, other, self.list.case_exact)
            && types.is_none_or(|(one, other)| is_equal(one, other, false))
    }
}

/// Ends that any item but one is primary (RFC 7644, section 3.5.2).
pub(super) fn demote_others(items: &mut [Value], primary: usize) {
    for (index, item) in items.iter_mut().enumerate() {
        if let (true, Some(Value::Bool(is_primary))) = (index != primary, item.get_mut("primary")) {
            *is_primary = false;
        }
    }
}

/// Whether two values are equal; of texts, the case counts only if `case_exact`.
pub(super) fn is_equal(one: &Value, other: &Value, case_exact: bool) -> bool {
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) if !case_exact => one.eq_ignore_ascii_case(other),
        _ => one == other,
    }
}

/// The `value` of an item; of an item that is not an object, itself.
fn value_of(item: &Value) -> Option<&Value> {
    if item.is_object() { item.get("value") } else { Some(item) }
}
