//! The locations of arguments, as words.

/// Returns the location that a word names: in the path `path`, `directory` or `directories`;
/// in the query `query`, or `comma`, `repeat` or `json` for a list or a structure; `body` for a
/// property of the body, `document` for the whole body.
macro_rules! location {
    () => {
        $crate::api::macros::location!(path)
    };
    (path) => {
        $crate::operation::Location::Path($crate::operation::Segment::Value)
    };
    (directory) => {
        $crate::operation::Location::Path($crate::operation::Segment::Directory)
    };
    (directories) => {
        $crate::operation::Location::Path($crate::operation::Segment::Directories)
    };
    (query) => {
        $crate::operation::Location::Query($crate::operation::QueryStyle::Plain)
    };
    (comma) => {
        $crate::operation::Location::Query($crate::operation::QueryStyle::Comma)
    };
    (repeat) => {
        $crate::operation::Location::Query($crate::operation::QueryStyle::Repeat)
    };
    (json) => {
        $crate::operation::Location::Query($crate::operation::QueryStyle::Json)
    };
    (body) => {
        $crate::operation::Location::Body($crate::operation::BodyPart::Property)
    };
    (document) => {
        $crate::operation::Location::Body($crate::operation::BodyPart::Whole)
    };
}

/// The name of an argument on the wire: its name, unless there is another one.
macro_rules! wire_name {
    ($name:literal) => {
        $name
    };
    ($name:literal $wire:literal) => {
        $wire
    };
}

pub(crate) use {location, wire_name};
