//! The operations, their parameters and their responses, from a table that the build generates
//! from the core's own lists (`build`).
//!
//! The lists themselves would be larger (docs/size.md). The table has two parts: every string once,
//! one per line, in the order of their first use; and the operations as numbers. A string or a
//! schema is 0 where it is new: the next line, or a definition that follows. Where it is used
//! again, it is one more than its index.

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
    pub(crate) schemas: Vec<Schema>,
}

/// An operation.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) operation: Operation,
    /// The arguments, as one object.
    pub(crate) arguments: Members,
    pub(crate) answer: Place,
}

/// The index of a schema.
pub(crate) type Place = usize;

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Schema {
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
    pub(crate) schema: Place,
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

    pub(crate) fn schema(&self, place: Place) -> &Schema {
        self.schemas.get(place).unwrap_or(&Schema::Json)
    }
}

fn read(input: &mut Input) -> Table {
    let mut schemas = Vec::new();
    let entries = input.list(|input| entry(input, &mut schemas));
    Table { entries, schemas }
}

/// Reads a schema, and adds it to `schemas` if it is new.
fn schema(input: &mut Input, schemas: &mut Vec<Schema>) -> Place {
    if let Some(place) = input.number().checked_sub(1) {
        return place;
    }
    // The schema has its place before its content is read: an object may contain its own schema.
    let place = schemas.len();
    schemas.push(Schema::Json);
    let schema = match input.number() {
        codes::TEXT => Schema::Text,
        codes::INTEGER => Schema::Integer,
        codes::BOOLEAN => Schema::Boolean,
        codes::TIME => Schema::Time,
        codes::NOTHING => Schema::Nothing,
        codes::LIST => Schema::List(schema(input, schemas)),
        codes::OBJECT => {
            let members = input.list(|input| {
                let (name, required) = input.name();
                Property { name, required, schema: schema(input, schemas) }
            });
            Schema::Object(members.into())
        }
        _ => Schema::Json,
    };
    if let Some(own) = schemas.get_mut(place) {
        *own = schema;
    }
    place
}

fn entry(input: &mut Input, schemas: &mut Vec<Schema>) -> Entry {
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
    let answer = schema(input, schemas);
    let mut arguments = Vec::new();
    let params = input.list(|input| {
        let (name, required) = input.name();
        let number = input.number();
        let location =
            codes::LOCATIONS.get(number / 4).copied().unwrap_or(Location::Query(QueryStyle::Plain));
        let wire = if number & codes::HAS_WIRE_NAME == 0 { name } else { input.text() };
        let bounds = (number & codes::HAS_BOUNDS != 0).then(|| {
            let limits = input.number() as u32;
            Bounds::new(limits % 2, limits / 2)
        });
        let place = schema(input, schemas);
        arguments.push(Property { name, required, schema: place });
        // The core formats times differently from how it receives them, and refuses empty lists.
        let schema = match schemas.get(place) {
            Some(Schema::Time) => schema::Schema::Time,
            Some(Schema::List(_)) => schema::Schema::List(&schema::Schema::Json),
            _ => schema::Schema::Json,
        };
        Param { name, wire, location, schema, required, docs: "", bounds }
    });
    operation.params = params.leak();
    Entry { operation, arguments: arguments.into(), answer }
}

#[cfg(test)]
mod tests;
