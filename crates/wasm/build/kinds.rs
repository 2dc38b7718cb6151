//! Kinds, each defined where it is first used, so that an object may contain its own kind.

use atlassian_admin_core::schema::{Kind, Property};

use crate::output::{Output, Texts};
use crate::{Outcome, codes};

/// The kinds that were defined.
#[derive(Default)]
pub(crate) struct Kinds(Vec<Kind>);

impl Kinds {
    /// Writes a reference to a kind: one more than its index, or 0 for a new one, whose number and
    /// content follow.
    pub(crate) fn write(&mut self, kind: Kind, output: &mut Output, texts: &mut Texts) -> Outcome {
        let kind = match kind {
            // Atlassian adds values, so any string is accepted.
            Kind::Enum(_) => Kind::Text,
            kind => kind,
        };
        if let Some(index) = self.0.iter().position(|known| *known == kind) {
            output.number(index + 1);
            return Ok(());
        }
        self.0.push(kind);
        output.number(0);
        match kind {
            Kind::Json => output.number(codes::JSON),
            Kind::Text => output.number(codes::TEXT),
            Kind::Integer => output.number(codes::INTEGER),
            Kind::Boolean => output.number(codes::BOOLEAN),
            Kind::Time => output.number(codes::TIME),
            Kind::Nothing => output.number(codes::NOTHING),
            Kind::List(item) => {
                output.number(codes::LIST);
                self.write(*item, output, texts)?;
            }
            Kind::Object(shape) => {
                output.number(codes::OBJECT);
                self.members((shape.members)(), output, texts)?;
            }
            other => return Err(format!("the table has no way to write {other:?}").into()),
        }
        Ok(())
    }

    fn members(&mut self, members: &[Property], output: &mut Output, texts: &mut Texts) -> Outcome {
        output.number(checked(members.len())?);
        for member in members {
            output.number(texts.reference(member.name) * 2 + usize::from(member.required));
            self.write(member.kind, output, texts)?;
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
