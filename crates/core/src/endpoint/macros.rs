//! The macro that makes an operation of a struct.

/// Defines an operation: the struct of its arguments, its constructor and setters, and its entry in the table.
///
/// It fills in what a struct cannot say by itself; everything else about an operation is ordinary Rust beside it. The first line
/// of the documentation is the operation's summary. Arguments of the path are required and go into `new`; arguments of the
/// query are optional, with a setter each.
macro_rules! endpoint {
    (
        #[doc = $summary:literal]
        $(#[doc = $docs:literal])*
        $name:ident -> $output:ty;
        request: $method:ident $path:literal;
        name: $id:literal = $group:ident.$verb:ident;
        docs: $url:literal;
        auth: $auth:ty;
        facts: $(.$fact:ident($($value:expr),*))*;
        $(path { $(
            #[doc = $path_doc:literal] $(#[doc = $path_docs:literal])*
            $path_field:ident: $path_type:ty = $path_wire:literal
        ),* $(,)? })?
        $(query { $(
            #[doc = $query_doc:literal] $(#[doc = $query_docs:literal])*
            $query_field:ident: $query_type:ty = $query_wire:literal $style:ident
        ),* $(,)? })?
    ) => {
        #[doc = $summary]
        $(#[doc = $docs])*
        #[doc = concat!("\n\nOperation `", $id, "`, [documented by Atlassian](", $url, "); its path is `", $path, "`.")]
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            $($(
                #[doc = $path_doc] $(#[doc = $path_docs])*
                #[serde(rename = $path_wire)]
                pub $path_field: $path_type,
            )*)?
            $($(
                #[doc = $query_doc] $(#[doc = $query_docs])*
                #[serde(rename = $query_wire, default, skip_serializing_if = "Option::is_none")]
                pub $query_field: Option<$query_type>,
            )*)?
        }

        impl $name {
            /// The call with what it cannot do without.
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new($($($path_field: impl Into<$path_type>),*)?) -> Self {
                Self {
                    $($($path_field: $path_field.into(),)*)?
                    $($($query_field: None,)*)?
                }
            }

            $($(
                #[doc = $query_doc] $(#[doc = $query_docs])*
                #[must_use]
                pub fn $query_field(mut self, value: impl Into<$query_type>) -> Self {
                    self.$query_field = Some(value.into());
                    self
                }
            )*)?
        }

        impl $crate::endpoint::Endpoint for $name {
            const OPERATION: $crate::endpoint::Operation = {
                use $crate::endpoint::{Argument, Location, Method, Operation, Param};
                const PARAMS: &[Param] = &[
                    $($(Param {
                        name: $path_wire,
                        location: Location::Path,
                        kind: <$path_type as Argument>::KIND,
                        required: true,
                        docs: $path_doc.trim_ascii(),
                    },)*)?
                    $($(Param {
                        name: $query_wire,
                        location: Location::Query($crate::endpoint::Style::$style),
                        kind: <$query_type as Argument>::KIND,
                        required: false,
                        docs: $query_doc.trim_ascii(),
                    },)*)?
                ];
                Operation::new(Method::$method, $id, stringify!($group), stringify!($verb), $path)
                    .docs($url)
                    .declared($summary.trim_ascii(), PARAMS)
                    $(.$fact($($value),*))*
            };
            type Auth = $auth;
            type Output = $output;
        }
    };
}

pub(crate) use endpoint;
