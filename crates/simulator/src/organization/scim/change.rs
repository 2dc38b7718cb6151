//! The evaluation of one patch operation on a document: on a single value, on several values, and
//! on those of several values that a filter selects.

use serde_json::{Map, Value, json};

use super::canonical::{self, is_primary};
use super::path::{Comparison, Path};
use super::schema::{Kind, List, Schema, is_password};
use super::values::{demote_others, no_such_value};
use super::{Document, object_at};
use crate::problem::{Problem, ScimType};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Add,
    Replace,
    Remove,
}

/// An action, and the value that it comes with: `null` is not the same as none.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) action: Action,
    pub(super) value: Option<Value>,
}

impl Change {
    /// Changes the document at the path. After an error the document must be discarded.
    pub(super) fn at(self, document: &mut Document, path: &Path) -> Result<(), Problem> {
        let (filter, part) = (path.filter.as_ref(), path.part.as_deref());
        let Some(urn) = &path.extension else {
            let attribute = path.attribute.as_deref().unwrap_or_default();
            return self.attribute(document, Schema::core(), attribute, filter, part);
        };
        let (schema, removes) = (Schema::of_extension(urn), self.removes());
        if removes && !document.contains_key(urn) {
            return Err(nothing_to_remove(urn));
        }
        let extension = object_at(document, urn)
            .ok_or_else(|| Problem::scim(ScimType::InvalidPath, format!("{urn} is not an extension")))?;
        match &path.attribute {
            Some(attribute) => self.attribute(extension, schema, attribute, filter, part)?,
            None => self.whole(extension, schema, urn)?,
        }
        if removes && extension.is_empty() {
            document.remove(urn);
            if let Some(Value::Array(schemas)) = document.get_mut("schemas") {
                schemas.retain(|listed| listed != urn);
            }
        }
        Ok(())
    }

    /// Changes all of an extension. What a value does not name stays.
    fn whole(self, extension: &mut Document, schema: Schema, urn: &str) -> Result<(), Problem> {
        match self.value {
            Some(Value::Object(attributes)) if self.action != Action::Remove => {
                for (attribute, value) in attributes {
                    let change = Self { action: self.action, value: Some(value) };
                    change.attribute(extension, schema, &attribute, None, None)?;
                }
            }
            None | Some(Value::Object(_)) => {
                let present = std::mem::take(extension).into();
                self.single(Kind::Complex(schema), urn, Some(present))?;
            }
            _ => return Err(invalid_value(format!("the value of {urn} must be an object"))),
        }
        Ok(())
    }

    /// Changes an attribute, those of its values that a filter selects, or a part of either.
    fn attribute(
        self,
        attributes: &mut Document,
        schema: Schema,
        name: &str,
        filter: Option<&Comparison>,
        part: Option<&str>,
    ) -> Result<(), Problem> {
        let name = schema.spelling(attributes, name).to_owned();
        let (present, removes) = (attributes.get(&name), self.removes());
        if is_password(&name) {
            return self.password();
        }
        if removes && present.is_none() {
            return Err(nothing_to_remove(&name));
        }
        let list = List::of(schema, &name, present);
        match (filter, part) {
            (None, None) => self.leaf(attributes, schema, &name),
            (Some(filter), part) => {
                let unknown = present.is_none().then(|| List::unknown(true));
                let list = list.or(unknown).ok_or_else(|| lacks(&name, "several values"))?;
                let items = list_at(attributes, &name)?;
                self.selected(items, list, &name, filter, part)?;
                if items.is_empty() {
                    attributes.remove(&name);
                }
                Ok(())
            }
            (None, Some(_)) if list.is_some() => {
                let detail = format!("{name} has several values: select one by a filter");
                Err(Problem::scim(ScimType::InvalidPath, detail))
            }
            (None, Some(part)) => {
                let Kind::Complex(parts) = schema.kind(&name) else { return Err(lacks(&name, "parts")) };
                let object = object_at(attributes, &name).ok_or_else(|| lacks(&name, "parts"))?;
                let part = parts.spelling(object, part).to_owned();
                self.leaf(object, parts, &part)?;
                if removes && object.is_empty() {
                    attributes.remove(&name);
                }
                Ok(())
            }
        }
    }

    /// Changes the attribute itself: all of its values, or those that the request names.
    fn leaf(self, attributes: &mut Document, schema: Schema, name: &str) -> Result<(), Problem> {
        if is_password(name) {
            return self.password();
        }
        let (present, kind) = (attributes.remove(name), schema.kind(name));
        let adds_list = !self.removes() && matches!(self.value, Some(Value::Array(_)));
        let is_new_list = adds_list && present.is_none() && kind.is_unknown();
        let list = List::of(schema, name, present.as_ref());
        let after = match list.or(is_new_list.then(|| List::unknown(false))) {
            Some(list) => {
                Some(self.several(list, name, present)?).filter(|items| !items.is_empty()).map(Value::from)
            }
            None => self.single(kind, name, present)?,
        };
        attributes.extend(after.map(|after| (name.to_owned(), after)));
        Ok(())
    }

    /// The values of a multi-valued attribute after the change.
    fn several(self, list: List, name: &str, present: Option<Value>) -> Result<Vec<Value>, Problem> {
        let named = self.value.map(|value| list.read(name, value)).transpose()?;
        match (self.action, named, present) {
            (Action::Remove, None, Some(Value::Array(items))) if !items.is_empty() => Ok(Vec::new()),
            (Action::Remove, None, _) => Err(nothing_to_remove(name)),
            (Action::Remove, Some(named), Some(Value::Array(items))) => list.without(name, items, &named),
            (Action::Remove, Some(_), _) => Err(no_such_value(name)),
            (_, None, _) => Err(no_value(name)),
            (Action::Replace, Some(named), _) => Ok(named),
            (Action::Add, Some(added), _) if added.is_empty() => Err(no_value(name)),
            (Action::Add, Some(added), None) => Ok(list.with(Vec::new(), added)),
            (Action::Add, Some(added), Some(Value::Array(items))) => Ok(list.with(items, added)),
            (Action::Add, ..) => Err(lacks(name, "several values")),
        }
    }

    /// The value of a single attribute after the change.
    fn single(self, kind: Kind, name: &str, present: Option<Value>) -> Result<Option<Value>, Problem> {
        let sent = self.value.map(|value| canonical::value(kind, name, value)).transpose()?;
        match (self.action, present, sent) {
            (Action::Remove, Some(_), None | Some(Value::Null)) => Ok(None),
            (Action::Remove, Some(old), Some(sent)) if sent == old => Ok(None),
            (Action::Remove, ..) => Err(nothing_to_remove(name)),
            (_, _, None) | (Action::Add, _, Some(Value::Null)) => Err(no_value(name)),
            (Action::Replace, _, Some(Value::Null)) => Ok(None),
            (_, Some(Value::Object(mut old)), Some(Value::Object(new))) => {
                let parts = if let Kind::Complex(parts) = kind { parts } else { Schema::UNKNOWN };
                parts.merge(&mut old, new);
                Ok(Some(old.into()))
            }
            (_, _, sent) => Ok(sent),
        }
    }

    /// Accepts a password without keeping it, so there is never one to remove.
    fn password(self) -> Result<(), Problem> {
        match (self.action, self.value) {
            (Action::Remove, _) => Err(nothing_to_remove("password")),
            (_, None | Some(Value::Null)) => Err(no_value("password")),
            _ => Ok(()),
        }
    }

    /// Changes those of several values that the filter selects, or one part of each. A remove of a
    /// part skips the values without it.
    fn selected(
        self,
        items: &mut Vec<Value>,
        list: List,
        name: &str,
        filter: &Comparison,
        part: Option<&str>,
    ) -> Result<(), Problem> {
        let matches = |item: &Value| filter.matches(item, list.case_exact);
        if !items.iter().any(matches) {
            if self.action != Action::Add {
                return Err(no_such_value(name));
            }
            let attribute = list.schema.spelling(&Map::new(), &filter.attribute).to_owned();
            items.push(json!({ attribute: filter.value }));
        }
        if self.removes() && part.is_none() {
            if self.value.is_some_and(|value| !value.is_null()) {
                return Err(invalid_value(format!("a remove by the filter of {name} does not take a value")));
            }
            items.retain(|item| !matches(item));
            return Ok(());
        }
        let new = if part.is_none() { Some(self.clone().one(list, name)?) } else { None };
        let (mut is_done, mut primary) = (new.is_some(), Vec::new());
        for (at, item) in items.iter_mut().enumerate().filter(|(_, item)| matches(item)) {
            match (part, &new, &mut *item) {
                (Some(part), _, Value::Object(parts)) => {
                    let part = list.schema.spelling(parts, part).to_owned();
                    if !self.removes() || parts.contains_key(&part) {
                        is_done = true;
                        self.clone().leaf(parts, list.schema, &part)?;
                    }
                }
                (Some(_), ..) => return Err(lacks(name, "parts")),
                (None, Some(Value::Object(new)), Value::Object(old)) => list.schema.merge(old, new.clone()),
                (None, Some(new), item) => *item = new.clone(),
                (None, None, _) => {}
            }
            if is_primary(item) {
                primary.push(at);
            }
        }
        if let (Some(part), false) = (part, is_done) {
            return Err(nothing_to_remove(part));
        }
        let sets_primary = new.as_ref().is_some_and(is_primary)
            || part.is_some_and(|part| part.eq_ignore_ascii_case("primary"));
        match primary.as_slice() {
            [primary] if sets_primary => demote_others(items, *primary),
            [_, _, ..] if sets_primary => {
                return Err(invalid_value(format!("only one of {name} can be primary")));
            }
            _ => {}
        }
        items.retain(|item| item.as_object().is_none_or(|parts| !parts.is_empty()));
        Ok(())
    }

    /// The value, which must be a single one.
    fn one(self, list: List, name: &str) -> Result<Value, Problem> {
        let mut sent = list.read(name, self.value.ok_or_else(|| no_value(name))?)?;
        let one = sent.pop().filter(|_| sent.is_empty());
        one.ok_or_else(|| invalid_value(format!("value must be a single value of {name}")))
    }

    fn removes(&self) -> bool {
        self.action == Action::Remove
    }
}

/// The list at a name, a new one if there is nothing.
fn list_at<'a>(attributes: &'a mut Document, name: &str) -> Result<&'a mut Vec<Value>, Problem> {
    let list = attributes.entry(name).or_insert_with(|| json!([])).as_array_mut();
    list.ok_or_else(|| lacks(name, "several values"))
}

fn nothing_to_remove(name: &str) -> Problem {
    Problem::scim(ScimType::NoTarget, format!("{name} does not have a value to remove"))
}

fn no_value(name: &str) -> Problem {
    invalid_value(format!("{name} needs a value"))
}

fn invalid_value(detail: String) -> Problem {
    Problem::scim(ScimType::InvalidValue, detail)
}

fn lacks(name: &str, what: &str) -> Problem {
    Problem::scim(ScimType::InvalidPath, format!("{name} does not have {what}"))
}
