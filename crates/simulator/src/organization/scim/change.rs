//! The evaluation of one patch operation on a document: on a single value, on several values, and
//! on those of several values that a filter selects.

use serde_json::{Map, Value, json};

use super::canonical::{self, is_primary};
use super::filter::Comparison;
use super::path::Path;
use super::schema::{Kind, Schema, is_password};
use super::values::{Values, demote_others};
use super::{Document, invalid};
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
        let Some(urn) = &path.extension else {
            let attribute = path.attribute.as_deref().ok_or_else(|| lacks("the path", "an attribute"))?;
            return self.attribute(document, Schema::core(), attribute, path.which());
        };
        let (schema, removes) = (Schema::of_extension(urn), self.removes());
        if removes && !document.contains_key(urn) {
            return Err(nothing_to_remove(urn));
        }
        let extension = object_at(document, urn)
            .ok_or_else(|| invalid(ScimType::InvalidPath, format!("{urn} is not an extension")))?;
        match &path.attribute {
            Some(attribute) => self.attribute(extension, schema, attribute, path.which())?,
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
        match (self.action, self.value) {
            (Action::Remove, None) => extension.clear(),
            (Action::Remove, Some(Value::Object(sent))) => {
                if *extension != canonical::object(schema, urn, sent)? {
                    return Err(nothing_to_remove(urn));
                }
                extension.clear();
            }
            (action, Some(Value::Object(attributes))) => {
                for (attribute, value) in attributes {
                    let change = Self { action, value: Some(value) };
                    change.attribute(extension, schema, &attribute, (None, None))?;
                }
            }
            (_, None) => return Err(no_value(urn)),
            _ => {
                return Err(invalid(ScimType::InvalidValue, format!("the value of {urn} must be an object")));
            }
        }
        Ok(())
    }

    fn attribute(
        self,
        attributes: &mut Map<String, Value>,
        schema: Schema,
        name: &str,
        which: (Option<&Comparison>, Option<&str>),
    ) -> Result<(), Problem> {
        let name = schema.spelling(attributes, name).to_owned();
        if is_password(&name) {
            return self.password();
        }
        let (present, removes) = (attributes.get(&name), self.removes());
        if removes && present.is_none() {
            return Err(nothing_to_remove(&name));
        }
        let is_absent = present.is_none();
        let values = Values::new(schema, &name, present);
        match (which, values) {
            ((None, None), _) => self.leaf(attributes, schema, &name),
            ((Some(filter), part), values) => {
                let several = || lacks(&name, "several values");
                let unknown = || is_absent.then(|| Values::unknown(&name, true));
                let values = values.or_else(unknown).ok_or_else(several)?;
                let items = list_at(attributes, &name).ok_or_else(several)?;
                self.selected(items, &values, filter, part)?;
                if items.is_empty() {
                    attributes.remove(&name);
                }
                Ok(())
            }
            ((None, Some(_)), Some(_)) => {
                Err(invalid(ScimType::InvalidPath, format!("a filter must say which of {name} is meant")))
            }
            ((None, Some(part)), None) => {
                let parts = match schema.kind(&name) {
                    Kind::Complex(parts) => parts,
                    Kind::Unknown => Schema::UNKNOWN,
                    _ => return Err(lacks(&name, "parts")),
                };
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
    fn leaf(self, attributes: &mut Map<String, Value>, schema: Schema, name: &str) -> Result<(), Problem> {
        if is_password(name) {
            return self.password();
        }
        let (present, kind) = (attributes.get(name), schema.kind(name));
        let adds_list = !self.removes() && matches!(self.value, Some(Value::Array(_)));
        let is_new_list = adds_list && present.is_none() && matches!(kind, Kind::Unknown);
        let unknown = || is_new_list.then(|| Values::unknown(name, false));
        match Values::new(schema, name, present).or_else(unknown) {
            Some(values) => self.several(attributes, &values),
            None => self.single(attributes, kind, name),
        }
    }

    fn several(self, attributes: &mut Map<String, Value>, values: &Values<'_>) -> Result<(), Problem> {
        let name = values.name;
        let named = self.value.map(|value| values.read(value)).transpose()?;
        match (self.action, named) {
            (Action::Remove, None) => match attributes.remove(name) {
                Some(Value::Array(items)) if !items.is_empty() => {}
                _ => return Err(nothing_to_remove(name)),
            },
            (Action::Remove, Some(named)) => {
                let Some(Value::Array(items)) = attributes.get_mut(name) else {
                    return Err(values.no_such_value());
                };
                values.remove(items, &named)?;
                if items.is_empty() {
                    attributes.remove(name);
                }
            }
            (Action::Add, Some(added)) if !added.is_empty() => {
                let items = list_at(attributes, name).ok_or_else(|| lacks(name, "several values"))?;
                values.add(items, added);
            }
            (_, None) | (Action::Add, _) => return Err(no_value(name)),
            (Action::Replace, Some(named)) if named.is_empty() => drop(attributes.remove(name)),
            (Action::Replace, Some(named)) => drop(attributes.insert(name.to_owned(), named.into())),
        }
        Ok(())
    }

    fn single(self, attributes: &mut Map<String, Value>, kind: Kind, name: &str) -> Result<(), Problem> {
        let value = self.value.map(|value| canonical::value(kind, name, value)).transpose()?;
        match (self.action, value) {
            (Action::Remove, sent) => match attributes.remove(name) {
                Some(old) if sent.as_ref().is_none_or(|sent| sent.is_null() || *sent == old) => {}
                _ => return Err(nothing_to_remove(name)),
            },
            (_, None) | (Action::Add, Some(Value::Null)) => return Err(no_value(name)),
            (Action::Replace, Some(Value::Null)) => drop(attributes.remove(name)),
            (_, Some(value)) => {
                let parts = if let Kind::Complex(parts) = kind { parts } else { Schema::UNKNOWN };
                match (attributes.get_mut(name), value) {
                    (Some(Value::Object(old)), Value::Object(new)) => parts.merge(old, new),
                    (_, value) => drop(attributes.insert(name.to_owned(), value)),
                }
            }
        }
        Ok(())
    }

    /// Accepts a password without keeping it, so there is never one to remove.
    fn password(self) -> Result<(), Problem> {
        match (self.action, self.value) {
            (Action::Remove, _) => Err(nothing_to_remove("password")),
            (_, None | Some(Value::Null)) => Err(no_value("password")),
            _ => Ok(()),
        }
    }

    /// Changes those of several values that the filter selects, or one part of each.
    fn selected(
        self,
        items: &mut Vec<Value>,
        values: &Values<'_>,
        filter: &Comparison,
        part: Option<&str>,
    ) -> Result<(), Problem> {
        let matches = |item: &Value| filter.matches(item, values.list.case_exact);
        if !items.iter().any(matches) {
            if self.action != Action::Add {
                return Err(values.no_such_value());
            }
            items.push(filter.example(values.list.schema).into());
        }
        if self.removes() && part.is_none() {
            if self.value.is_some_and(|value| !value.is_null()) {
                let detail = format!("either the filter or the value says which of {} go", values.name);
                return Err(invalid(ScimType::InvalidValue, detail));
            }
            items.retain(|item| !matches(item));
            return Ok(());
        }
        let chosen: Vec<_> = (0..items.len()).filter(|at| items.get(*at).is_some_and(matches)).collect();
        let sets_primary = match part {
            Some(part) => self.parts(items, values, &chosen, part)?,
            None => self.items(items, values, &chosen)?,
        };
        let primary: Vec<_> =
            chosen.into_iter().filter(|at| items.get(*at).is_some_and(is_primary)).collect();
        match primary.as_slice() {
            [primary] if sets_primary => demote_others(items, *primary),
            [_, _, ..] if sets_primary => {
                let detail = format!("only one of {} can be primary", values.name);
                return Err(invalid(ScimType::InvalidValue, detail));
            }
            _ => {}
        }
        items.retain(|item| item.as_object().is_none_or(|parts| !parts.is_empty()));
        Ok(())
    }

    /// Changes one part of each chosen item; a remove skips items without it. Returns whether the
    /// part is `primary`.
    fn parts(
        self,
        items: &mut [Value],
        values: &Values<'_>,
        chosen: &[usize],
        part: &str,
    ) -> Result<bool, Problem> {
        let mut is_done = false;
        for at in chosen {
            let Some(Value::Object(parts)) = items.get_mut(*at) else {
                return Err(lacks(values.name, "parts"));
            };
            let part = values.list.schema.spelling(parts, part).to_owned();
            if !self.removes() || parts.contains_key(&part) {
                is_done = true;
                self.clone().leaf(parts, values.list.schema, &part)?;
            }
        }
        if is_done { Ok(part.eq_ignore_ascii_case("primary")) } else { Err(nothing_to_remove(part)) }
    }

    /// Puts the value into each chosen item. Returns whether the value is a primary one.
    fn items(self, items: &mut [Value], values: &Values<'_>, chosen: &[usize]) -> Result<bool, Problem> {
        let mut sent = values.read(self.value.ok_or_else(|| no_value(values.name))?)?;
        let (Some(new), true) = (sent.pop(), sent.is_empty()) else {
            return Err(invalid(ScimType::InvalidValue, format!("value must be one of {}", values.name)));
        };
        for at in chosen {
            match (items.get_mut(*at), new.clone()) {
                (Some(Value::Object(old)), Value::Object(new)) => values.list.schema.merge(old, new),
                (Some(item), new) => *item = new,
                (None, _) => {}
            }
        }
        Ok(is_primary(&new))
    }

    fn removes(&self) -> bool {
        self.action == Action::Remove
    }
}

/// The object at a name, a new one if there is nothing; none if something else is there.
fn object_at<'a>(attributes: &'a mut Map<String, Value>, name: &str) -> Option<&'a mut Map<String, Value>> {
    attributes.entry(name).or_insert_with(|| json!({})).as_object_mut()
}

/// The list at a name, a new one if there is nothing; none if something else is there.
fn list_at<'a>(attributes: &'a mut Map<String, Value>, name: &str) -> Option<&'a mut Vec<Value>> {
    attributes.entry(name).or_insert_with(|| json!([])).as_array_mut()
}

fn nothing_to_remove(name: &str) -> Problem {
    invalid(ScimType::NoTarget, format!("there is nothing to remove at {name}"))
}

fn no_value(name: &str) -> Problem {
    invalid(ScimType::InvalidValue, format!("a value of {name} must be given"))
}

fn lacks(name: &str, what: &str) -> Problem {
    invalid(ScimType::InvalidPath, format!("{name} does not have {what}"))
}
