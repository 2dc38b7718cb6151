//! Kinds, each once and by its index, so that an object may contain its own kind.

use atlassian_admin_core::schema::{Kind, Member};

use crate::output::{Output, Texts};
use crate::{Outcome, codes};

/// The kinds that were added, and those that they contain.
#[derive(Default)]
pub(crate) struct Kinds(Vec<Kind>);

impl Kinds {
    /// Returns the index of a kind.
    pub(crate) fn index(&mut self, kind: Kind) -> usize {
        let kind = match kind {
            // Atlassian adds values, so any string is accepted.
            Kind::Enum(_) => Kind::Text,
            kind => kind,
        };
        self.0.iter().position(|known| *known == kind).unwrap_or_else(|| {
            self.0.push(kind);
            self.0.len() - 1
        })
    }

    /// Writes their count, and each kind: its number and, for a list or an object, its content.
    pub(crate) fn write(mut self, texts: &mut Texts) -> Outcome<Vec<u8>> {
        let mut written = Output::default();
        let mut count = 0;
        // The loop adds further kinds.
        while let Some(kind) = self.0.get(count).copied() {
            count += 1;
            match kind {
                Kind::Json => written.number(codes::JSON),
                Kind::Text => written.number(codes::TEXT),
                Kind::Integer => written.number(codes::INTEGER),
                Kind::Boolean => written.number(codes::BOOLEAN),
                Kind::Time => written.number(codes::TIME),
                Kind::Nothing => written.number(codes::NOTHING),
                Kind::List(item) => {
                    written.number(codes::LIST);
                    written.number(self.index(*item));
                }
                Kind::Object(shape) => {
                    written.number(codes::OBJECT);
                    self.members((shape.members)(), &mut written, texts)?;
                }
                other => return Err(format!("the table has no way to write {other:?}").into()),
            }
        }
        let mut output = Output::default();
        output.number(count);
        Ok([output.into_bytes(), written.into_bytes()].concat())
    }

    fn members(&mut self, members: &[Member], output: &mut Output, texts: &mut Texts) -> Outcome {
        output.number(checked(members.len())?);
        for member in members {
            output.number(texts.index(member.name) * 2 + usize::from(member.required));
            output.number(self.index(member.kind));
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
