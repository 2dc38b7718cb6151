//! The operations, their parameters and their responses, from a table that the build generates
//! from the core's own lists (`build`).
//!
//! The lists themselves would be four times as large, since every string, index and count in them
//! has an address. The table holds, one after the other: every string once; every kind once; the
//! operations. They refer to each other by index.

mod codes;
mod input;

use std::cell::OnceCell;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{
    Bounds, Limit, Location, Method, Operation, Paging, Param, QueryStyle, Retirement,
};
use atlassian_admin_core::schema;

use input::Input;

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/table.bin"));

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
    pub(crate) all: Vec<Member>,
    /// The required properties: one bit for each index.
    pub(crate) required: u64,
}

/// A property of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) kind: Place,
}

impl From<Vec<Member>> for Members {
    fn from(all: Vec<Member>) -> Self {
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
        READ.with(|table| *table.get_or_init(|| Box::leak(Box::new(read(&mut Input(TABLE))))))
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
    let texts = input.texts();
    let text = |place: usize| texts.get(place).copied().unwrap_or_default();
    let kinds = input.list(|input| kind(input, &text));
    let entries = input.list(|input| entry(input, &text, &kinds));
    Table { entries, kinds }
}

fn kind(input: &mut Input, text: &impl Fn(usize) -> &'static str) -> Kind {
    match input.number() {
        codes::TEXT => Kind::Text,
        codes::INTEGER => Kind::Integer,
        codes::BOOLEAN => Kind::Boolean,
        codes::TIME => Kind::Time,
        codes::NOTHING => Kind::Nothing,
        codes::LIST => Kind::List(input.number()),
        codes::OBJECT => {
            let members = input.list(|input| {
                let (name, required) = name(input, text);
                Member { name, required, kind: input.number() }
            });
            Kind::Object(members.into())
        }
        _ => Kind::Json,
    }
}

/// Reads the name of a property, and whether it is required.
fn name(input: &mut Input, text: &impl Fn(usize) -> &'static str) -> (&'static str, bool) {
    let number = input.number();
    (text(number / 2), number % 2 == 1)
}

fn entry(input: &mut Input, text: &impl Fn(usize) -> &'static str, kinds: &[Kind]) -> Entry {
    let (group, name_in_group) = (text(input.number()), text(input.number()));
    let method = input.code(codes::METHODS).unwrap_or(Method::Get);
    let mut operation = Operation::new(method, "", group, name_in_group, text(input.number()));
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
        operation.limit = Some(Limit { family: text(input.number()), per_minute: input.number() as u32 });
    }
    if flags & codes::STOPS != 0 {
        let mut retirement = Retirement::on(text(input.number()), &[]).texts("", text(input.number()));
        retirement.works_on_date = flags & codes::WORKS_ON_DATE != 0;
        operation = operation.deprecated(retirement);
    }
    let answer = input.number();
    let mut arguments = Vec::new();
    let params = input.list(|input| {
        let (name, required) = name(input, text);
        let number = input.number();
        let location =
            codes::LOCATIONS.get(number / 2).copied().unwrap_or(Location::Query(QueryStyle::Plain));
        let bounds = (number % 2 == 1).then(|| {
            let limits = input.number() as u32;
            Bounds::new(limits % 2, limits / 2)
        });
        let place = input.number();
        arguments.push(Member { name, required, kind: place });
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
