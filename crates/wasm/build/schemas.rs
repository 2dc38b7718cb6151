//! Schemas, each defined where it is first used, so that an object may contain its own schema.

use atlassian_admin_core::schema::{Property, Schema};

use crate::output::{Output, Texts};
use crate::{Outcome, codes};

/// The schemas that were defined.
#[derive(Default)]
pub(crate) struct Schemas(Vec<Schema>);

impl Schemas {
    /// Writes a reference to a schema: one more than its index, or 0 for a new one, whose number
    /// and content follow.
    pub(crate) fn write(&mut self, schema: Schema, output: &mut Output, texts: &mut Texts) -> Outcome {
        let schema = match schema {
            // Atlassian adds values, so any string is accepted.
            Schema::Enum(_) => Schema::Text,
            schema => schema,
        };
        if let Some(index) = self.0.iter().position(|known| *known == schema) {
            output.number(index + 1);
            return Ok(());
        }
        self.0.push(schema);
        output.number(0);
        match schema {
            Schema::Json => output.number(codes::JSON),
            Schema::Text => output.number(codes::TEXT),
            Schema::Integer => output.number(codes::INTEGER),
            Schema::Boolean => output.number(codes::BOOLEAN),
            Schema::Time => output.number(codes::TIME),
            Schema::Nothing => output.number(codes::NOTHING),
            Schema::List(item) => {
                output.number(codes::LIST);
                self.write(*item, output, texts)?;
            }
            Schema::Object(object) => {
                output.number(codes::OBJECT);
                self.members((object.properties)(), output, texts)?;
            }
            other => return Err(format!("the table has no way to write {other:?}").into()),
        }
        Ok(())
    }

    fn members(&mut self, members: &[Property], output: &mut Output, texts: &mut Texts) -> Outcome {
        output.number(checked(members.len())?);
        for member in members {
            output.number(texts.reference(member.name) * 2 + usize::from(member.required));
            self.write(member.schema, output, texts)?;
        }
        Ok(())
    }
}

/// Returns the number of an object's properties, if that many can be validated.
pub(crate) fn checked(members: usize) -> Outcome<usize> {
    if members <= codes::MOST_MEMBERS {
        Ok(members)
    } else {
        Err(format!("an object has {members} members: `MOST_MEMBERS` is too small").into())
    }
}
