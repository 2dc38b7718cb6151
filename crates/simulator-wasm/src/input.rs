//! Reads plain data of JavaScript. An error names the property, what it must be, and what it is.

use serde_json::{Map, Value};

/// The most characters of a value that an error quotes.
const QUOTED: usize = 60;

/// A value, and its place: `scenario.users[0].email`. The place of the whole is empty.
#[derive(Debug, Clone)]
pub(crate) struct Input<'a> {
    place: String,
    pub(crate) value: &'a Value,
}

impl<'a> Input<'a> {
    pub(crate) fn new(place: &str, value: &'a Value) -> Self {
        Self { place: place.to_owned(), value }
    }

    /// The error for a value that is not as it must be.
    pub(crate) fn refuse(&self, problem: impl std::fmt::Display) -> String {
        let separator = if self.place.is_empty() { "" } else { ": " };
        format!("{}{separator}{problem}", self.place)
    }

    pub(crate) fn must_be(&self, what: &str) -> String {
        let value = match self.value {
            Value::Object(_) => "an object".to_owned(),
            Value::Array(_) => "a list".to_owned(),
            value => value.to_string().chars().take(QUOTED).collect(),
        };
        self.refuse(format!("must be {what}, not {value}"))
    }

    fn object(&self) -> Result<&'a Map<String, Value>, String> {
        self.value.as_object().ok_or_else(|| self.must_be("an object"))
    }

    fn at(&self, name: &str, value: &'a Value) -> Self {
        let separator = if self.place.is_empty() { "" } else { "." };
        Self { place: format!("{}{separator}{name}", self.place), value }
    }

    /// Refuses an object with a property of another name.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), String> {
        match self.object()?.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, value)) => {
                Err(self.at(name, value).refuse(format!("is not known here; known are {}", known.join(", "))))
            }
            None => Ok(()),
        }
    }

    /// The property of an object.
    pub(crate) fn get(&self, name: &str) -> Option<Self> {
        self.value.get(name).map(|value| self.at(name, value))
    }

    /// The error for a property that is missing.
    pub(crate) fn missing(&self, name: &str) -> String {
        self.at(name, self.value).refuse("must be given")
    }

    /// The elements of a list.
    pub(crate) fn list(&self) -> Result<Vec<Self>, String> {
        let list = self.value.as_array().ok_or_else(|| self.must_be("a list"))?;
        let element = |(index, value)| Self { place: format!("{}[{index}]", self.place), value };
        Ok(list.iter().enumerate().map(element).collect())
    }

    /// The elements of the property of this name; none without the property.
    pub(crate) fn elements(&self, name: &str) -> Result<Vec<Self>, String> {
        self.get(name).map_or(Ok(Vec::new()), |list| list.list())
    }

    /// Whether the property of this name is `true`.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, String> {
        self.get(name).map_or(Ok(false), |flag| flag.boolean())
    }

    pub(crate) fn boolean(&self) -> Result<bool, String> {
        self.value.as_bool().ok_or_else(|| self.must_be("true or false"))
    }

    pub(crate) fn text(&self) -> Result<&'a str, String> {
        let text = self.value.as_str().filter(|text| !text.is_empty());
        text.ok_or_else(|| self.must_be("a text that is not empty"))
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn whole(&self, least: u64, most: u64) -> Result<u64, String> {
        let number = self.value.as_u64().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| self.must_be(&format!("a whole number from {least} to {most}")))
    }

    /// A number from 0 to `most`.
    pub(crate) fn number(&self, most: f64) -> Result<f64, String> {
        let number = self.value.as_f64().filter(|number| (0.0..=most).contains(number));
        number.ok_or_else(|| self.must_be(&format!("a number from 0 to {most}")))
    }
}
