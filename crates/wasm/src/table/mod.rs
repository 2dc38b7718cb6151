//! The operations, their parameters and their responses, from a table that the build generates
//! from the core's own lists (`build`).
//!
//! The lists themselves would be larger (docs/size.md). The table has two parts: every string once,
//! one per line, in the order of their first use; and the operations as numbers. A string or a kind
//! is 0 where it is new: the next line, or a definition that follows. Where it is used again, it is
//! one more than its index.

mod codes;
mod input;

use std::cell::OnceCell;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{
    Bounds, Limit, Location, Method, Operation, Paging, Param, QueryStyle, Retirement,
};
use atlassian_admin_core::schema;

use input::Input;

static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/operations.bin"));

/// The table in memory.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) entries: Vec<Entry>,
    pub(crate) kinds: Vec<Kind>,
}

/// An operation.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) operation: Operation,
    /// The arguments, as one object.
    pub(crate) arguments: Members,
    pub(crate) answer: Place,
}

/// The index of a kind.
pub(crate) type Place = usize;

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    Json,
    Text,
    Integer,
    Boolean,
    Time,
    Nothing,
    List(Place),
    Object(Members),
}

/// The properties of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Members {
    pub(crate) all: Vec<Property>,
    /// The required properties: one bit for each index.
    pub(crate) required: u64,
}

/// A property of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) kind: Place,
}

impl From<Vec<Property>> for Members {
    fn from(all: Vec<Property>) -> Self {
        let required =
            all.iter().enumerate().map(|(place, member)| u64::from(member.required) << place).sum();
        Self { all, required }
    }
}

impl Table {
    /// Returns the table, which is parsed once.
    pub(crate) fn get() -> &'static Self {
        thread_local! {
            static READ: OnceCell<&'static Table> = const { OnceCell::new() };
        }
        READ.with(|table| *table.get_or_init(|| Box::leak(Box::new(read(&mut Input::new(TABLE, TEXTS))))))
    }

    /// Returns the operation with this group and name: `events.query`.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.operation.id == name)
    }

    pub(crate) fn kind(&self, place: Place) -> &Kind {
        self.kinds.get(place).unwrap_or(&Kind::Json)
    }
}

fn read(input: &mut Input) -> Table {
    let mut kinds = Vec::new();
    let entries = input.list(|input| entry(input, &mut kinds));
    Table { entries, kinds }
}

/// Reads a kind, and adds it to `kinds` if it is new.
fn kind(input: &mut Input, kinds: &mut Vec<Kind>) -> Place {
    if let Some(place) = input.number().checked_sub(1) {
        return place;
    }
    // The kind has its place before its content is read: an object may contain its own kind.
    let place = kinds.len();
    kinds.push(Kind::Json);
    let kind = match input.number() {
        codes::TEXT => Kind::Text,
        codes::INTEGER => Kind::Integer,
        codes::BOOLEAN => Kind::Boolean,
        codes::TIME => Kind::Time,
        codes::NOTHING => Kind::Nothing,
        codes::LIST => Kind::List(kind(input, kinds)),
        codes::OBJECT => {
            let members = input.list(|input| {
                let (name, required) = input.name();
                Property { name, required, kind: kind(input, kinds) }
            });
            Kind::Object(members.into())
        }
        _ => Kind::Json,
    };
    if let Some(own) = kinds.get_mut(place) {
        *own = kind;
    }
    place
}

fn entry(input: &mut Input, kinds: &mut Vec<Kind>) -> Entry {
    let (group, name_in_group) = (input.text(), input.text());
    let method = input.code(codes::METHODS).unwrap_or(Method::Get);
    let mut operation = Operation::new(method, "", group, name_in_group, input.text());
    // Atlassian's own identifiers are not used here, so the table does not hold them.
    operation.id = operation.dotted().leak();
    let flags = input.number();
    operation.reads = flags & codes::READS != 0;
    operation.idempotent = flags & codes::IDEMPOTENT != 0;
    if flags & codes::DIRECTORY_KEY != 0 {
        operation.auth = KeyKind::Directory;
    }
    operation.paging = input.code(codes::PAGINGS).unwrap_or(Paging::None);
    if flags & codes::LIMITED != 0 {
        operation.limit = Some(Limit { family: input.text(), per_minute: input.number() as u32 });
    }
    if flags & codes::STOPS != 0 {
        let mut retirement = Retirement::on(input.text(), &[]).texts("", input.text());
        retirement.works_on_date = flags & codes::WORKS_ON_DATE != 0;
        operation = operation.deprecated(retirement);
    }
    let answer = kind(input, kinds);
    let mut arguments = Vec::new();
    let params = input.list(|input| {
        let (name, required) = input.name();
        let number = input.number();
        let location =
            codes::LOCATIONS.get(number / 2).copied().unwrap_or(Location::Query(QueryStyle::Plain));
        let bounds = (number % 2 == 1).then(|| {
            let limits = input.number() as u32;
            Bounds::new(limits % 2, limits / 2)
        });
        let place = kind(input, kinds);
        arguments.push(Property { name, required, kind: place });
        // The core formats times differently from how it receives them, and refuses empty lists.
        let kind = match kinds.get(place) {
            Some(Kind::Time) => schema::Kind::Time,
            Some(Kind::List(_)) => schema::Kind::List(&schema::Kind::Json),
            _ => schema::Kind::Json,
        };
        Param { name, location, kind, required, docs: "", bounds }
    });
    operation.params = params.leak();
    Entry { operation, arguments: arguments.into(), answer }
}

#[cfg(test)]
mod tests;
