//! The types of our values and the schemas of the documents, down to the last property.

use atlassian_admin_core::shape::Kind;

use super::{Comparison, Direction};
use crate::schema::{Allows, Property, Schema};

impl Comparison<'_> {
    /// Compares a value at `at`.
    pub(super) fn kind(&mut self, kind: &Kind, schema: Schema<'_>, at: &str, direction: Direction) {
        match (kind, schema.allows()) {
            (Kind::Text, Allows::Text | Allows::Anything)
            | (Kind::Integer, Allows::Integer | Allows::Number)
            | (Kind::Boolean, Allows::Boolean)
            // Epoch milliseconds are documented as a string, and dates of ISO 8601 are one.
            | (Kind::Time, Allows::Text)
            | (Kind::Json, Allows::Anything | Allows::AnyObject)
            // We may know more about what the documents leave open.
            | (Kind::Object(_) | Kind::List(_) | Kind::Enum(_), Allows::Anything)
            | (Kind::Object(_), Allows::AnyObject)
            | (Kind::Enum(_), Allows::Text) => {}
            // A single value is there to distinguish one kind of object from others.
            (Kind::Text, Allows::Enum(values)) if direction == Direction::Response && values.len() == 1 => {}
            (Kind::Enum(known), Allows::Enum(values)) => self.values(known, &values, at, direction),
            (Kind::List(kind), Allows::List(items)) => self.kind(kind, items, &format!("{at}[]"), direction),
            (Kind::Object(shape), Allows::Object(properties)) => {
                if self.seen.insert((owner(&properties, at), shape.name, direction)) {
                    let ours: Vec<_> = (shape.members)()
                        .iter()
                        .map(|member| (member.name, member.kind, member.required))
                        .collect();
                    self.properties(&ours, properties, at, direction);
                }
            }
            (Kind::Json, allows) => self.report(at, allows.noun(), "any JSON"),
            (kind, allows) => self.report(at, allows.noun(), kind.noun()),
        }
    }

    /// Compares the properties of an object: ours as name, kind and whether they are required.
    pub(super) fn properties(
        &mut self,
        ours: &[(&str, Kind, bool)],
        documented: Vec<Property<'_>>,
        at: &str,
        direction: Direction,
    ) {
        let names: Vec<_> = documented.iter().map(|property| property.name).collect();
        let all = owner(&documented, at);
        for property in documented {
            let at = format!("{}.{}", property.owner.unwrap_or(at), property.name);
            let Some((_, kind, required)) = ours.iter().find(|(name, ..)| *name == property.name) else {
                // A request does not need what only responses have.
                if direction == Direction::Response || !property.read_only {
                    self.report(at, property.schema.allows().noun(), "nothing of it");
                }
                continue;
            };
            // Of a response we require only what the client cannot work without.
            if direction == Direction::Request {
                self.expect_equal(&at, requirement(property.required), requirement(*required));
            }
            self.kind(kind, property.schema, &at, direction);
        }
        // Responses are known to have more than is documented.
        if direction == Direction::Request {
            for (name, kind, _) in ours.iter().filter(|(name, ..)| !names.contains(name)) {
                self.report(format!("{all}.{name}"), "nothing of it", kind.noun());
            }
        }
    }

    fn values(&mut self, known: &[&str], values: &[&str], at: &str, direction: Direction) {
        let only = |these: &[&str], those: &[&str]| {
            let only: Vec<_> = these.iter().filter(|value| !those.contains(value)).copied().collect();
            only.join(", ")
        };
        let (lacking, more) = (only(values, known), only(known, values));
        if !lacking.is_empty() {
            self.report(at, format!("the values {lacking}"), "nothing of them");
        }
        if !more.is_empty() && direction == Direction::Request {
            self.report(at, "nothing of them", format!("the values {more}"));
        }
    }
}

/// The name of the schema that has these properties; of one without a name, its place.
fn owner(properties: &[Property<'_>], at: &str) -> String {
    properties.first().and_then(|property| property.owner).unwrap_or(at).to_owned()
}

pub(super) fn requirement(required: bool) -> String {
    if required { "required" } else { "optional" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tests::facts;
    use Direction::{Request, Response};
    use atlassian_admin_core::model::{Org, SortOrder};
    use atlassian_admin_core::shape::Described;
    use serde_json::{Value, json};

    fn differences<T: Described>(schema: Value, direction: Direction) -> Vec<String> {
        let org = json!({"id": {"type": "string"}, "novel": {"type": "boolean"}, "twin": {"$ref": "#/schemas/test/Org"}});
        let facts = facts(json!({}), json!({"Org": {"properties": org}}));
        let mut comparison = Comparison { facts: &facts, found: Vec::new(), seen: Default::default() };
        comparison.kind(&T::KIND, facts.schema(&schema), "x", direction);
        comparison.found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_value_of_another_kind_is_a_difference() {
        assert_eq!(differences::<String>(json!({"type": "string"}), Request), [""; 0]);
        assert_eq!(
            differences::<Vec<u32>>(json!({"type": "array", "items": {"type": "string"}}), Request),
            ["x[]: the document says text; we say a whole number"]
        );
        assert_eq!(
            differences::<Value>(json!({"type": "boolean"}), Response),
            ["x: the document says true or false; we say any JSON"]
        );
        assert_eq!(differences::<Value>(json!({"type": "object"}), Response), [""; 0]);
    }

    #[test]
    fn of_responses_we_may_know_more_but_not_less() {
        let named = json!({"type": "array", "items": {"$ref": "#/schemas/test/Org"}});
        let lacking = [
            "Org.novel: the document says true or false; we say nothing of it",
            "Org.twin: the document says an object of id, novel, twin; we say nothing of it",
        ];
        assert_eq!(differences::<Vec<Org>>(named.clone(), Response), lacking);
        let request = differences::<Vec<Org>>(named, Request);
        for line in [
            "Org.id: the document says optional; we say required",
            "Org.links: the document says nothing of it; we say an object",
        ] {
            assert!(request.contains(&line.to_owned()), "{request:?}");
        }
    }

    #[test]
    fn values_are_compared_both_ways() {
        let order = |values: Value| json!({"type": "string", "enum": values});
        assert_eq!(differences::<SortOrder>(order(json!(["asc", "desc"])), Request), [""; 0]);
        assert_eq!(
            differences::<SortOrder>(order(json!(["asc", "random"])), Request),
            [
                "x: the document says the values random; we say nothing of them",
                "x: the document says nothing of them; we say the values desc",
            ]
        );
        assert_eq!(differences::<SortOrder>(order(json!(["asc"])), Response), [""; 0]);
        assert_eq!(differences::<String>(order(json!(["orgs"])), Response), [""; 0]);
        assert_eq!(
            differences::<String>(order(json!(["a", "b"])), Response),
            ["x: the document says one of a, b; we say text"]
        );
    }
}
