//! The numbers that encode values of the core's types in the table: their indexes in these lists.
//! The build includes this file, so that both sides agree.

use atlassian_admin_core::operation::{BodyPart, Location, Method, Paging, QueryStyle, Segment};

pub(crate) const METHODS: &[Method] =
    &[Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];

pub(crate) const LOCATIONS: &[Location] = &[
    Location::Path(Segment::Value),
    Location::Path(Segment::Directory),
    Location::Path(Segment::Directories),
    Location::Query(QueryStyle::Plain),
    Location::Query(QueryStyle::Comma),
    Location::Query(QueryStyle::Repeat),
    Location::Query(QueryStyle::Json),
    Location::Body(BodyPart::Property),
    Location::Body(BodyPart::Whole),
];

pub(crate) const PAGINGS: &[Paging] = Paging::ALL;

/// The facts of an operation, one bit each.
pub(crate) const READS: usize = 1;
pub(crate) const IDEMPOTENT: usize = 2;
pub(crate) const DIRECTORY_KEY: usize = 4;
pub(crate) const LIMITED: usize = 8;
/// Its retirement is announced.
pub(crate) const STOPS: usize = 16;
/// It still works on the announced date.
pub(crate) const WORKS_ON_DATE: usize = 32;

/// The facts of an argument, one bit each, below its location.
pub(crate) const HAS_BOUNDS: usize = 1;
/// It has another name on the wire.
pub(crate) const HAS_WIRE_NAME: usize = 2;

/// The first number of a schema.
#[allow(dead_code, reason = "what is none of the others is JSON")]
pub(crate) const JSON: usize = 0;
pub(crate) const TEXT: usize = 1;
pub(crate) const INTEGER: usize = 2;
pub(crate) const BOOLEAN: usize = 3;
pub(crate) const TIME: usize = 4;
pub(crate) const NOTHING: usize = 5;
pub(crate) const LIST: usize = 6;
pub(crate) const OBJECT: usize = 7;

/// Maximum number of properties of an object: those that were seen are recorded in the bits of one
/// `u64`.
#[allow(dead_code, reason = "it is the build that keeps to it")]
pub(crate) const MOST_MEMBERS: usize = 64;
