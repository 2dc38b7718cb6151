//! The macro that defines an operation.

/// Defines an operation: its argument struct, constructor, setters and entry in the operation
/// table.
///
/// The first line of the documentation is the summary of the operation.
///
/// `new` takes the path arguments, the `required` ones and a `document` (the whole body). Each
/// `optional` argument has a setter. The word after an argument is its location: `Plain`, `Comma`,
/// `Repeat` or `Json` in the query, or `Member` of the body. Bounds follow in brackets:
/// `[1..=10 items]` for a list, `[1..=100, default 20]` for a number.
///
/// `stops` marks an operation with an announced end date: `on` names the first day without it,
/// `after` the last day with it. The replacements are named as users type them: `events.query`.
macro_rules! endpoint {
    (
        #[doc = $summary:literal]
        $(#[doc = $docs:literal])*
        $name:ident -> $output:ty;
        $(stops: $when:ident $date:literal, use $replacement:literal $(or $other:literal)*;)?
        request: $method:ident $path:literal;
        name: $id:literal = $group:ident.$verb:ident;
        docs: $url:literal;
        auth: $auth:ty;
        facts: $(.$fact:ident($($value:expr),*))*;
        $(path { $(
            #[doc = $path_doc:literal] $(#[doc = $path_docs:literal])*
            $path_field:ident: $path_type:ty = $path_wire:literal
        ),* $(,)? })?
        $(required { $(
            #[doc = $required_doc:literal] $(#[doc = $required_docs:literal])*
            $required_field:ident: $required_type:ty = $required_wire:literal $required_place:ident
                $([$($required_bounds:tt)+])?
        ),* $(,)? })?
        $(optional { $(
            #[doc = $optional_doc:literal] $(#[doc = $optional_docs:literal])*
            $(#[serde($($optional_serde:tt)*)])?
            $optional_field:ident: $optional_type:ty = $optional_wire:literal $optional_place:ident
                $([$($optional_bounds:tt)+])?
        ),* $(,)? })?
        $(document {
            #[doc = $document_doc:literal] $(#[doc = $document_docs:literal])*
            $document_field:ident: $document_type:ty
        })?
    ) => {
        #[doc = $summary]
        $(#[doc = $docs])*
        $(#[deprecated = $crate::operation::announcement!($date, $replacement $(, $other)*)])?
        #[doc = concat!("\n\nOperation `", $id, "`, [documented by Atlassian](", $url, "); its path is `", $path, "`.")]
        #[doc(alias = $id)]
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            $($(
                #[doc = $path_doc] $(#[doc = $path_docs])*
                #[serde(rename = $path_wire)]
                pub $path_field: $path_type,
            )*)?
            $($(
                #[doc = $required_doc] $(#[doc = $required_docs])*
                $(#[doc = $crate::operation::bounds_docs!($($required_bounds)+)])?
                #[serde(rename = $required_wire)]
                pub $required_field: $required_type,
            )*)?
            $($(
                #[doc = $optional_doc] $(#[doc = $optional_docs])*
                $(#[doc = $crate::operation::bounds_docs!($($optional_bounds)+)])?
                #[serde(rename = $optional_wire, default, skip_serializing_if = "Option::is_none")]
                $(#[serde($($optional_serde)*)])?
                pub $optional_field: Option<$optional_type>,
            )*)?
            $(
                #[doc = $document_doc] $(#[doc = $document_docs])*
                #[serde(rename = "body")]
                pub $document_field: $document_type,
            )?
        }

        #[allow(deprecated)]
        impl $name {
            /// Creates the operation with its required arguments.
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new(
                $($($path_field: impl $crate::argument::Argument<$path_type>,)*)?
                $($($required_field: impl $crate::argument::Argument<$required_type>,)*)?
                $($document_field: impl $crate::argument::Argument<$document_type>,)?
            ) -> Self {
                Self {
                    $($($path_field: $path_field.into_argument(),)*)?
                    $($($required_field: $required_field.into_argument(),)*)?
                    $($($optional_field: None,)*)?
                    $($document_field: $document_field.into_argument(),)?
                }
            }

            $($(
                #[doc = $optional_doc] $(#[doc = $optional_docs])*
                $(#[doc = $crate::operation::bounds_docs!($($optional_bounds)+)])?
                #[must_use]
                pub fn $optional_field(mut self, value: impl $crate::argument::Argument<$optional_type>) -> Self {
                    self.$optional_field = Some(value.into_argument());
                    self
                }
            )*)?
        }

        #[allow(deprecated)]
        impl $crate::operation::Endpoint for $name {
            const OPERATION: $crate::operation::Operation = {
                use $crate::operation::{Location, Method, Operation, Param};
                use $crate::schema::HasSchema;
                const PARAMS: &[Param] = &[
                    $($(Param {
                        name: $path_wire,
                        location: Location::Path,
                        kind: <$path_type as HasSchema>::KIND,
                        required: true,
                        docs: $crate::schema::doc(concat!($path_doc $(, $path_docs)*)),
                        bounds: None,
                    },)*)?
                    $($(Param {
                        name: $required_wire,
                        location: Location::$required_place,
                        kind: <$required_type as HasSchema>::KIND,
                        required: true,
                        docs: $crate::schema::doc(concat!($required_doc $(, $required_docs)*)),
                        bounds: $crate::operation::bounds!($($($required_bounds)+)?),
                    },)*)?
                    $($(Param {
                        name: $optional_wire,
                        location: Location::$optional_place,
                        kind: <$optional_type as HasSchema>::KIND,
                        required: false,
                        docs: $crate::schema::doc(concat!($optional_doc $(, $optional_docs)*)),
                        bounds: $crate::operation::bounds!($($($optional_bounds)+)?),
                    },)*)?
                    $(Param {
                        name: "body",
                        location: Location::Document,
                        kind: <$document_type as HasSchema>::KIND,
                        required: true,
                        docs: $crate::schema::doc(concat!($document_doc $(, $document_docs)*)),
                        bounds: None,
                    },)?
                ];
                Operation::new(Method::$method, $id, stringify!($group), stringify!($verb), $path)
                    .docs($url)
                    .declared($summary, PARAMS)
                    .auth(<$auth as $crate::auth::CredentialKind>::KIND)
                    $(.deprecated($crate::operation::retirement!($when $date, $replacement $(, $other)*)))?
                    $(.$fact($($value),*))*
            };
            type Auth = $auth;
            type Output = $output;
        }

        $crate::api::macros::method! {
            [$summary $name $group $verb $([$date, $replacement $(, $other)*])?]
            [$($($path_field: $path_type,)*)?]
            [$($($required_field: $required_type,)*)? $($document_field: $document_type,)?]
        }

        #[allow(deprecated)]
        impl $crate::handles::RequestBuilder<$name> {
            $($(
                #[doc = $optional_doc] $(#[doc = $optional_docs])*
                $(#[doc = $crate::operation::bounds_docs!($($optional_bounds)+)])?
                pub fn $optional_field(self, value: impl $crate::argument::Argument<$optional_type>) -> Self {
                    self.map(|call| call.$optional_field(value))
                }
            )*)?
        }
    };
}

pub(crate) use endpoint;
