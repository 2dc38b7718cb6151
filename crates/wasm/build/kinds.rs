//! Kinds, each once and by its place, so that an object may hold others of its own kind.

use atlassian_admin_core::schema::{Kind, Member};

use crate::output::{Output, Texts};
use crate::{Outcome, codes};

/// The kinds that were asked for, and those that they hold.
#[derive(Default)]
pub(crate) struct Kinds(Vec<Kind>);

impl Kinds {
    /// The place of a kind.
    pub(crate) fn place(&mut self, kind: Kind) -> usize {
        let kind = match kind {
            // Atlassian adds values: any text will do.
            Kind::Enum(_) => Kind::Text,
            kind => kind,
        };
        self.0.iter().position(|known| *known == kind).unwrap_or_else(|| {
            self.0.push(kind);
            self.0.len() - 1
        })
    }

    /// How many there are, and each: what it is and, of a list or an object, what that holds.
    pub(crate) fn write(mut self, texts: &mut Texts) -> Outcome<Vec<u8>> {
        let mut written = Output::default();
        let mut count = 0;
        // There are more as one goes on.
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
                    written.number(self.place(*item));
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
            output.number(texts.place(member.name) * 2 + usize::from(member.required));
            output.number(self.place(member.kind));
        }
        Ok(())
    }
}

/// The count of an object's members, if that many can be checked.
pub(crate) fn checked(members: usize) -> Outcome<usize> {
    if members <= codes::MOST_MEMBERS {
        Ok(members)
    } else {
        Err(format!("an object has {members} members: `MOST_MEMBERS` is too small").into())
    }
}
