//! Changes of one attribute: of a single value, of several values, and of those that a filter
//! names.

use serde_json::{Map, Value, json};

use super::canonical::{self, is_primary};
use super::filter::Comparison;
use super::path::Path;
use super::schema::{Attribute, Schema, is_password, is_reference};
use super::values::{Values, demote_others};
use super::{Document, invalid};
use crate::problem::{Problem, ScimType};

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Add,
    Replace,
    Remove,
}

/// A change, and the value that it comes with: `null` is not the same as none.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) action: Action,
    pub(super) value: Option<Value>,
}

impl Change {
    /// Makes the change where the path leads. After a refusal the document is of no use.
    pub(super) fn at(self, document: &mut Document, path: &Path) -> Result<(), Problem> {
        let removes = self.action == Action::Remove;
        match (&path.extension, &path.attribute) {
            (None, None) => Err(has_no("the path", "an attribute")),
            (None, Some(attribute)) => self.attribute(document, Schema::Core, attribute, path.which()),
            (Some(urn), attribute) => {
                let schema = Schema::of_extension(urn);
                if removes && !document.contains_key(urn) {
                    return Err(no_target(urn));
                }
                let Value::Object(extension) = document.entry(urn.clone()).or_insert_with(|| json!({}))
                else {
                    return Err(invalid(ScimType::InvalidPath, format!("{urn} is not an extension")));
                };
                match attribute {
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
        }
    }

    /// Changes all of an extension. What a value does not name stays.
    fn whole(self, extension: &mut Document, schema: Schema, urn: &str) -> Result<(), Problem> {
        match (self.action, self.value) {
            (Action::Remove, None) => extension.clear(),
            (Action::Remove, Some(Value::Object(sent))) => {
                if *extension != canonical::object(schema, urn, sent)? {
                    return Err(no_target(urn));
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
        members: &mut Map<String, Value>,
        schema: Schema,
        attribute: &str,
        (filter, part): (Option<&Comparison>, Option<&str>),
    ) -> Result<(), Problem> {
        let name = schema.name(members, attribute).to_owned();
        if is_password(&name) {
            return self.password();
        }
        let present = members.get(&name);
        if self.action == Action::Remove && present.is_none() {
            return Err(no_target(&name));
        }
        let values = values(schema, &name, present);
        match (filter, part, values) {
            (None, None, _) => self.leaf(members, schema, &name),
            (Some(filter), part, values) => {
                let values = match (values, present) {
                    (Some(values), _) => values,
                    (None, None) => unknown_values(&name, true),
                    (None, Some(_)) => return Err(has_no(&name, "several values")),
                };
                let Value::Array(items) = members.entry(name.clone()).or_insert_with(|| json!([])) else {
                    return Err(has_no(&name, "several values"));
                };
                self.among(items, &values, filter, part)?;
                if items.is_empty() {
                    members.remove(&name);
                }
                Ok(())
            }
            (None, Some(_), Some(_)) => {
                Err(invalid(ScimType::InvalidPath, format!("a filter must say which of {name} is meant")))
            }
            (None, Some(part), None) => {
                let parts = match schema.attribute(&name) {
                    Attribute::Complex(parts) => parts,
                    Attribute::Unknown => Schema::UNKNOWN_PARTS,
                    _ => return Err(has_no(&name, "parts")),
                };
                let removes = self.action == Action::Remove;
                let Value::Object(object) = members.entry(name.clone()).or_insert_with(|| json!({})) else {
                    return Err(has_no(&name, "parts"));
                };
                let part = parts.name(object, part).to_owned();
                self.leaf(object, parts, &part)?;
                if removes && object.is_empty() {
                    members.remove(&name);
                }
                Ok(())
            }
        }
    }

    /// A password is taken and forgotten, so there is never one to remove.
    fn password(self) -> Result<(), Problem> {
        match (self.action, self.value) {
            (Action::Remove, _) => Err(no_target("password")),
            (_, None | Some(Value::Null)) => Err(no_value("password")),
            _ => Ok(()),
        }
    }

    /// Changes the attribute itself: all of its values, or those that the request names.
    fn leaf(self, members: &mut Map<String, Value>, schema: Schema, name: &str) -> Result<(), Problem> {
        if is_password(name) {
            return self.password();
        }
        let sends_list = matches!(self.value, Some(Value::Array(_))) && self.action != Action::Remove;
        let present = members.get(name);
        let values = values(schema, name, present).or_else(|| {
            let is_unknown = matches!(schema.attribute(name), Attribute::Unknown);
            (sends_list && present.is_none() && is_unknown).then(|| unknown_values(name, false))
        });
        match values {
            Some(values) => self.several(members, &values),
            None => self.single(members, schema, name),
        }
    }

    fn several(self, members: &mut Map<String, Value>, values: &Values<'_>) -> Result<(), Problem> {
        let name = values.name;
        let named = self.value.map(|value| values.read(value)).transpose()?;
        match (self.action, named) {
            (Action::Remove, None) => match members.remove(name) {
                Some(Value::Array(items)) if !items.is_empty() => Ok(()),
                _ => Err(no_target(name)),
            },
            (Action::Remove, Some(named)) => match members.get_mut(name) {
                Some(Value::Array(items)) => {
                    values.remove(items, &named)?;
                    if items.is_empty() {
                        members.remove(name);
                    }
                    Ok(())
                }
                _ => Err(values.no_such_value()),
            },
            (_, None) => Err(no_value(name)),
            (Action::Add, Some(added)) if added.is_empty() => Err(no_value(name)),
            (Action::Add, Some(added)) => {
                match members.entry(name.to_owned()).or_insert_with(|| json!([])) {
                    Value::Array(items) => values.add(items, added),
                    _ => return Err(has_no(name, "several values")),
                }
                Ok(())
            }
            (Action::Replace, Some(named)) if named.is_empty() => {
                members.remove(name);
                Ok(())
            }
            (Action::Replace, Some(named)) => {
                members.insert(name.to_owned(), named.into());
                Ok(())
            }
        }
    }

    fn single(self, members: &mut Map<String, Value>, schema: Schema, name: &str) -> Result<(), Problem> {
        let kind = schema.attribute(name);
        let value = self.value.map(|value| canonical::value(kind, name, value)).transpose()?;
        match (self.action, value) {
            (Action::Remove, None | Some(Value::Null)) => {
                members.remove(name).map(drop).ok_or_else(|| no_target(name))
            }
            (Action::Remove, Some(value)) if members.get(name) == Some(&value) => {
                members.remove(name);
                Ok(())
            }
            (Action::Remove, Some(_)) => Err(no_target(name)),
            (_, None) | (Action::Add, Some(Value::Null)) => Err(no_value(name)),
            (Action::Replace, Some(Value::Null)) => {
                members.remove(name);
                Ok(())
            }
            (_, Some(value)) => {
                let parts = if let Attribute::Complex(parts) = kind { parts } else { Schema::UNKNOWN_PARTS };
                match (members.get_mut(name), value) {
                    (Some(Value::Object(old)), Value::Object(new)) => parts.merge(old, new),
                    (_, value) => drop(members.insert(name.to_owned(), value)),
                }
                Ok(())
            }
        }
    }

    /// Changes those of several values that the filter names.
    fn among(
        self,
        items: &mut Vec<Value>,
        values: &Values<'_>,
        filter: &Comparison,
        part: Option<&str>,
    ) -> Result<(), Problem> {
        let fits = |item: &Value| filter.fits(item, values.case_exact);
        if !items.iter().any(fits) {
            if self.action != Action::Add {
                return Err(values.no_such_value());
            }
            items.push(Value::Object(filter.example(values.schema)));
        }
        let chosen: Vec<_> = (0..items.len()).filter(|index| items.get(*index).is_some_and(fits)).collect();
        let becomes_primary = match part {
            Some(part) => {
                self.parts(items, values, &chosen, part)?;
                part.eq_ignore_ascii_case("primary")
            }
            None if self.action == Action::Remove => {
                if self.value.is_some_and(|value| !value.is_null()) {
                    let detail = format!("either the filter or the value says which of {} go", values.name);
                    return Err(invalid(ScimType::InvalidValue, detail));
                }
                items.retain(|item| !fits(item));
                return Ok(());
            }
            None => self.items(items, values, &chosen)?,
        };
        let primary: Vec<_> =
            chosen.into_iter().filter(|index| items.get(*index).is_some_and(is_primary)).collect();
        match primary.as_slice() {
            [primary] if becomes_primary => demote_others(items, *primary),
            [_, _, ..] if becomes_primary => {
                let detail = format!("only one of {} can be primary", values.name);
                return Err(invalid(ScimType::InvalidValue, detail));
            }
            _ => {}
        }
        items.retain(|item| item.as_object().is_none_or(|members| !members.is_empty()));
        Ok(())
    }

    /// Changes one part of each chosen item. Of those without the part, nothing is removed.
    fn parts(
        self,
        items: &mut [Value],
        values: &Values<'_>,
        chosen: &[usize],
        part: &str,
    ) -> Result<(), Problem> {
        let mut removed = false;
        for index in chosen {
            let Some(Value::Object(members)) = items.get_mut(*index) else {
                return Err(has_no(values.name, "parts"));
            };
            let part = values.schema.name(members, part).to_owned();
            if self.action == Action::Remove && !members.contains_key(&part) {
                continue;
            }
            removed = true;
            self.clone().leaf(members, values.schema, &part)?;
        }
        if removed { Ok(()) } else { Err(no_target(part)) }
    }

    /// Puts the value into each chosen item. Returns whether the value is a primary one.
    fn items(self, items: &mut [Value], values: &Values<'_>, chosen: &[usize]) -> Result<bool, Problem> {
        let mut sent = values.read(self.value.ok_or_else(|| no_value(values.name))?)?;
        let (Some(new), true) = (sent.pop(), sent.is_empty()) else {
            return Err(invalid(ScimType::InvalidValue, format!("value must be one of {}", values.name)));
        };
        for index in chosen {
            match (items.get_mut(*index), new.clone()) {
                (Some(Value::Object(old)), Value::Object(new)) => values.schema.merge(old, new),
                (Some(item), new) => *item = new,
                (None, _) => {}
            }
        }
        Ok(is_primary(&new))
    }
}

/// The attribute as one of several values, if it is: by its schema, or since it has several.
fn values<'a>(schema: Schema, name: &'a str, present: Option<&Value>) -> Option<Values<'a>> {
    let case_exact = matches!(schema, Schema::Core) && is_reference(name);
    match (schema.attribute(name), present) {
        (Attribute::List { of, objects }, _) => Some(Values { name, schema: of, objects, case_exact }),
        (Attribute::Unknown, Some(Value::Array(items))) => {
            Some(unknown_values(name, items.iter().any(Value::is_object)))
        }
        _ => None,
    }
}

fn unknown_values(name: &str, objects: bool) -> Values<'_> {
    Values { name, schema: Schema::UNKNOWN_ITEM, objects, case_exact: false }
}

fn no_target(name: &str) -> Problem {
    invalid(ScimType::NoTarget, format!("there is nothing to remove at {name}"))
}

fn no_value(name: &str) -> Problem {
    invalid(ScimType::InvalidValue, format!("a value of {name} must be given"))
}

fn has_no(name: &str, what: &str) -> Problem {
    invalid(ScimType::InvalidPath, format!("{name} does not have {what}"))
}
