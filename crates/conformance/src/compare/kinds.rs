//! What our types hold against what schemas say, down to the last member.

use std::collections::BTreeSet;

use atlassian_admin_core::shape::Kind;

use super::Direction;
use crate::difference::Difference;
use crate::document::{Member, Says, Schema};

/// Compares, and remembers what it has compared: schemas are shared, and may hold themselves.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    pub(super) found: Vec<Difference>,
    /// The place (which a named schema has of its own), our type and the direction.
    seen: BTreeSet<(String, &'static str, bool)>,
}

impl Kinds {
    /// Compares a value at `at`.
    pub(super) fn compare(&mut self, kind: &Kind, schema: Schema<'_>, at: &str, direction: Direction) {
        let says = schema.says();
        match (kind, &says) {
            (Kind::Text, Says::Text)
            | (Kind::Text, Says::Anything)
            | (Kind::Integer, Says::Integer | Says::Number)
            | (Kind::Boolean, Says::Boolean)
            // Epoch milliseconds are called a string, and dates of ISO 8601 are one.
            | (Kind::Time, Says::Text)
            | (Kind::Json, Says::Anything | Says::AnyObject)
            // Of what the documents leave open we may know more.
            | (Kind::Object(_) | Kind::List(_) | Kind::Enum(_), Says::Anything)
            | (Kind::Object(_), Says::AnyObject)
            | (Kind::Enum(_), Says::Text) => {}
            // A single value is there to tell one kind of object from others.
            (Kind::Text, Says::Enum(values)) if direction == Direction::Answered && values.len() == 1 => {}
            (Kind::Enum(known), Says::Enum(values)) => self.values(known, values, at, direction),
            (Kind::List(kind), Says::List(items)) => self.compare(kind, *items, &format!("{at}[]"), direction),
            (Kind::Object(shape), Says::Object(_)) => {
                let Says::Object(members) = says else { return };
                let owner = members.first().and_then(|member| member.owner).unwrap_or(at).to_owned();
                if self.seen.insert((owner, shape.name, direction == Direction::Sent)) {
                    let ours: Vec<_> = (shape.members)()
                        .iter()
                        .map(|member| (member.name, member.kind, member.required))
                        .collect();
                    self.compare_members(&ours, members, at, direction);
                }
            }
            (kind, says) => {
                let ours = match kind {
                    Kind::Json => "any JSON",
                    kind => kind.noun(),
                };
                self.found.push(Difference::new(at, says.noun(), ours));
            }
        }
    }

    /// Compares the members of an object: ours as name, kind and whether they are required.
    pub(super) fn compare_members(
        &mut self,
        ours: &[(&str, Kind, bool)],
        documented: Vec<Member<'_>>,
        at: &str,
        direction: Direction,
    ) {
        let place = |member: &Member<'_>| format!("{}.{}", member.owner.unwrap_or(at), member.name);
        let names: Vec<_> = documented.iter().map(|member| member.name).collect();
        let owner = documented.first().and_then(|member| member.owner).unwrap_or(at).to_owned();
        for member in documented {
            let at = place(&member);
            let Some((_, kind, required)) = ours.iter().find(|(name, ..)| *name == member.name) else {
                // What is answered only, we need not send.
                if direction == Direction::Answered || !member.read_only {
                    self.found.push(Difference::new(at, member.schema.says().noun(), "nothing of it"));
                }
                continue;
            };
            // Of an answer we require only what we cannot work without.
            if direction == Direction::Sent && member.required != *required {
                self.found.push(Difference::new(&at, requirement(member.required), requirement(*required)));
            }
            self.compare(kind, member.schema, &at, direction);
        }
        // Answers are known to hold more than is documented.
        if direction == Direction::Sent {
            for (name, kind, _) in ours.iter().filter(|(name, ..)| !names.contains(name)) {
                self.found.push(Difference::new(format!("{owner}.{name}"), "nothing of it", kind.noun()));
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
            self.found.push(Difference::new(at, format!("the values {lacking}"), "nothing of them"));
        }
        if !more.is_empty() && direction == Direction::Sent {
            self.found.push(Difference::new(at, "nothing of them", format!("the values {more}")));
        }
    }
}

pub(super) const fn requirement(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::document;
    use Direction::{Answered, Sent};
    use atlassian_admin_core::model::{Org, SortOrder};
    use atlassian_admin_core::shape::Described;
    use serde_json::{Value, json};

    fn differences<T: Described>(schema: Value, direction: Direction) -> Vec<String> {
        let schemas = json!({
            "Org": {"properties": {"id": {"type": "string"}, "novel": {"type": "boolean"}, "twin": {"$ref": "#/components/schemas/Org"}}},
        });
        let document = document("/", json!({}), schemas);
        let mut kinds = Kinds::default();
        kinds.compare(&T::KIND, Schema { document: &document, json: &schema }, "x", direction);
        kinds.found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_of_another_kind_is_a_difference() {
        assert_eq!(differences::<String>(json!({"type": "string"}), Sent), [""; 0]);
        assert_eq!(
            differences::<Vec<u32>>(json!({"type": "array", "items": {"type": "string"}}), Sent),
            ["x[]: the document says text; we say a whole number"]
        );
        assert_eq!(
            differences::<Value>(json!({"type": "boolean"}), Answered),
            ["x: the document says true or false; we say any JSON"]
        );
        assert_eq!(differences::<Value>(json!({"type": "object"}), Answered), [""; 0]);
    }

    #[test]
    fn of_answers_we_may_know_more_but_not_less() {
        let named = json!({"type": "array", "items": {"$ref": "#/components/schemas/Org"}});
        let lacking = [
            "Org.novel: the document says true or false; we say nothing of it",
            "Org.twin: the document says an object of id, novel, twin; we say nothing of it",
        ];
        assert_eq!(differences::<Vec<Org>>(named.clone(), Answered), lacking);
        let sent = differences::<Vec<Org>>(named, Sent);
        assert!(sent.contains(&"Org.id: the document says optional; we say required".to_owned()), "{sent:?}");
        assert!(
            sent.contains(&"Org.links: the document says nothing of it; we say an object".to_owned()),
            "{sent:?}"
        );
    }

    #[test]
    fn values_are_compared_both_ways() {
        let order = |values: Value| json!({"type": "string", "enum": values});
        assert_eq!(differences::<SortOrder>(order(json!(["asc", "desc"])), Sent), [""; 0]);
        assert_eq!(
            differences::<SortOrder>(order(json!(["asc", "random"])), Sent),
            [
                "x: the document says the values random; we say nothing of them",
                "x: the document says nothing of them; we say the values desc",
            ]
        );
        assert_eq!(differences::<SortOrder>(order(json!(["asc"])), Answered), [""; 0]);
        assert_eq!(differences::<String>(order(json!(["orgs"])), Answered), [""; 0]);
        assert_eq!(
            differences::<String>(order(json!(["a", "b"])), Answered),
            ["x: the document says one of a, b; we say text"]
        );
    }
}
