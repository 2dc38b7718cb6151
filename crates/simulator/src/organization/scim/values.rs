//! The values of multi-valued attributes: the forms in which requests name them, and how they are
//! added and removed.

use serde_json::{Value, json};

use super::canonical::{self, is_primary};
use super::schema::{Kind, List, Schema, is_equal};
use crate::problem::{Problem, ScimType};

impl List {
    /// The attribute, if it is multi-valued: by its schema, or since several values are present.
    pub(super) fn of(schema: Schema, name: &str, present: Option<&Value>) -> Option<Self> {
        match (schema.kind(name), present) {
            (Kind::List(list), _) => Some(list),
            (kind, Some(Value::Array(items))) if kind.is_unknown() => {
                Some(Self::unknown(items.iter().any(Value::is_object)))
            }
            _ => None,
        }
    }

    pub(super) fn unknown(objects: bool) -> Self {
        Self { schema: Schema::UNKNOWN_ITEM, objects, case_exact: false }
    }

    /// Reads which values a request names: a list, a single one, or either wrapped in an object of
    /// the attribute's name. `null` names none.
    pub(super) fn read(self, name: &str, sent: Value) -> Result<Vec<Value>, Problem> {
        let is_wrapped = sent.as_object().is_some_and(|members| {
            members.len() == 1 && members.keys().all(|only| only.eq_ignore_ascii_case(name))
        });
        let sent = match sent {
            Value::Object(members) if is_wrapped => members.into_values().next().unwrap_or_default(),
            one => one,
        };
        let items = match sent {
            Value::Null => Vec::new(),
            Value::Array(items) => items,
            one => vec![one],
        };
        let item = |item: Value| match item {
            Value::Object(_) => Ok(item),
            Value::String(_) if self.objects => Ok(json!({ "value": item })),
            Value::String(_) | Value::Number(_) | Value::Bool(_) if !self.objects => Ok(item),
            _ => Err(Problem::scim(
                ScimType::InvalidValue,
                format!("each value of {name} must be an object with a value, or the value itself"),
            )),
        };
        let items = items.into_iter().map(item).collect::<Result<_, _>>()?;
        canonical::list(self.schema, name, items)
    }

    /// Adds values. One that is there already takes over the attributes that are new. A primary one
    /// ends that another is.
    pub(super) fn with(self, mut items: Vec<Value>, added: Vec<Value>) -> Vec<Value> {
        for item in added {
            let becomes_primary = is_primary(&item);
            let present = items.iter().position(|other| self.is_same(&item, other));
            let index = present.unwrap_or(items.len());
            match (present.and_then(|index| items.get_mut(index)), item) {
                (Some(Value::Object(old)), Value::Object(new)) => self.schema.merge(old, new),
                (Some(_), _) => {}
                (None, item) => items.push(item),
            }
            if becomes_primary {
                demote_others(&mut items, index);
            }
        }
        items
    }

    /// Removes exactly the values that are named, each of which must be there.
    pub(super) fn without(
        self,
        name: &str,
        mut items: Vec<Value>,
        named: &[Value],
    ) -> Result<Vec<Value>, Problem> {
        if named.is_empty() {
            return Err(Problem::scim(
                ScimType::InvalidValue,
                format!("value is empty: leave it out to remove all of {name}"),
            ));
        }
        if named.iter().any(|named| !items.iter().any(|item| self.is_same(named, item))) {
            return Err(no_such_value(name));
        }
        items.retain(|item| !named.iter().any(|named| self.is_same(named, item)));
        Ok(items)
    }

    /// Whether an item is the one that a request names: it has the same `value`, and the same
    /// `type` where both have one. One without a `value` must be equal in all.
    fn is_same(self, named: &Value, item: &Value) -> bool {
        let types = named.get("type").zip(item.get("type"));
        let (Some(one), Some(other)) = (value_of(named), value_of(item)) else {
            return named == item && named.as_object().is_some_and(|members| !members.is_empty());
        };
        is_equal(one, other, self.case_exact) && types.is_none_or(|(one, other)| is_equal(one, other, false))
    }
}

pub(super) fn no_such_value(name: &str) -> Problem {
    Problem::scim(ScimType::NoTarget, format!("{name} does not have this value"))
}

/// Ends that any item but one is primary (RFC 7644, section 3.5.2).
pub(super) fn demote_others(items: &mut [Value], primary: usize) {
    for (index, item) in items.iter_mut().enumerate() {
        if let (true, Some(Value::Bool(is_primary))) = (index != primary, item.get_mut("primary")) {
            *is_primary = false;
        }
    }
}

/// The `value` of an item; of an item that is not an object, itself.
fn value_of(item: &Value) -> Option<&Value> {
    if item.is_object() { item.get("value") } else { Some(item) }
}
