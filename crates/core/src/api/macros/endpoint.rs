//! The macro that defines an operation.

/// Defines an operation: its argument struct, constructor, setters, entry in the operation table,
/// and its method on a handle.
///
/// The first line of the documentation is the summary of the operation. `reference.rs`, which is
/// generated, adds its example and its facts. The lines that follow, in this order:
///
/// - `Search: Post "/path/{orgId}";` the name of the type, the HTTP method, the path template.
/// - `id: "…"; name: group.verb; scope: …;` Atlassian's identifier, the name that users type, and
///   the scope: the path arguments that come from the handle; see `scope!`.
/// - `docs: "…";` the URL of Atlassian's documentation.
/// - `stops: on "2026-06-30", use "events.query";` marks an operation with an announced end date:
///   `on` names the first day without it, `after` the last day with it.
/// - `facts: .reads().scopes(&[…]);` methods of `Operation`.
/// - `returns: Type;` the response body, `returns: Type, in data;` a value in an envelope, or
///   `lists: Item by QueryCursor;` a listing; see `response!`.
/// - `path { … }`, `required { … }`, `optional { … }` and `document { … }` (the whole body): the
///   other arguments.
///
/// `new` takes the arguments of the path, the `required` ones and the document. Each `optional`
/// argument has a setter. The text after an argument is its name, and with `-> "…"` its name on
/// the wire, where that differs. The word after it is its location: see `location!`. Bounds follow
/// in brackets: `[1..=10 items]` for a list, `[1..=100, default 20]` for a number.
macro_rules! endpoint {
    (
        $(#[doc = $docs:literal])+
        $name:ident: $method:ident $path:literal;
        id: $id:literal; name: $group:ident.$verb:ident; scope: $scope:ident;
        docs: $url:literal;
        $(stops: $when:ident $date:literal, use $replacement:literal $(or $other:literal)*;)?
        $(facts: $(.$fact:ident($($value:expr),*))+;)?
        $(returns: $output:ty $(, in $envelope:ident)?;)?
        $(lists: $item:ident by $paging:ident;)?
        $(path { $($path_arguments:tt)* })?
        $(required { $($required:tt)* })?
        $(optional { $($optional:tt)* })?
        $(document { $($document:tt)* })?
    ) => {
        $crate::api::macros::scope! {
            $scope $name
            {
                docs: [$($docs),+];
                request: $method $path;
                name: $id $group.$verb $url;
                stops: [$($when $date, $replacement $(, $other)*)?];
                facts: [$($(.$fact($($value),*))+)?];
            }
            $(returns: $output $(, in $envelope)?;)?
            $(lists: $item by $paging;)?
            $(path { $($path_arguments)* })?
            $(required { $($required)* })?
            $(optional { $($optional)* })?
            $(document { $($document)* })?
        }
    };
}

/// Defines the struct of an operation and its implementations. `scope!` and `response!` have
/// replaced the scope and the response by what they stand for.
macro_rules! define {
    (
        $name:ident
        {
            docs: [$summary:literal $(, $docs:literal)*];
            request: $method:ident $path:literal;
            name: $id:literal $group:ident.$verb:ident $url:literal;
            stops: [$($when:ident $($stops:literal),+)?];
            facts: [$(.$fact:ident($($value:expr),*))*];
        }
        {
            scope: $($scope:ident)+;
            auth: $auth:ident;
            path { $(
                $given_doc:literal
                $given_field:ident: $given_type:ident = $given_name:literal $(-> $given_wire:literal)? $given_segment:ident,
            )* }
        }
        {
            response: $response:ty => $output:ty, $into_output:expr;
            paging: $paging:ident;
            $(argument { $page_doc:literal $page_field:ident: $page_type:ty = $page_wire:literal $page_place:ident })?
        }
        $(path { $(
            #[doc = $path_doc:literal] $(#[doc = $path_docs:literal])*
            $path_field:ident: $path_type:ty = $path_name:literal $(-> $path_wire:literal)? $($path_segment:ident)?
        ),* $(,)? })?
        $(required { $(
            #[doc = $required_doc:literal] $(#[doc = $required_docs:literal])*
            $required_field:ident: $required_type:ty = $required_name:literal $(-> $required_wire:literal)? $required_place:ident
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
        $(#[deprecated = $crate::operation::announcement!($($stops),+)])?
        // The crate `atlassian-admin` tests the examples: it has a simulator.
        #[cfg_attr(not(doctest), doc = $crate::api::reference::reference!($group $verb))]
        #[doc(alias = $id)]
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            $(
                #[doc = $given_doc]
                #[serde(rename = $given_name)]
                pub $given_field: $crate::model::$given_type,
            )*
            $($(
                #[doc = $path_doc] $(#[doc = $path_docs])*
                #[serde(rename = $path_name)]
                pub $path_field: $path_type,
            )*)?
            $($(
                #[doc = $required_doc] $(#[doc = $required_docs])*
                $(#[doc = $crate::operation::bounds_docs!($($required_bounds)+)])?
                #[serde(rename = $required_name)]
                pub $required_field: $required_type,
            )*)?
            $(
                #[doc = $page_doc]
                #[serde(rename = $page_wire, default, skip_serializing_if = "Option::is_none")]
                pub $page_field: Option<$page_type>,
            )?
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
                $($given_field: impl $crate::argument::Argument<$crate::model::$given_type>,)*
                $($($path_field: impl $crate::argument::Argument<$path_type>,)*)?
                $($($required_field: impl $crate::argument::Argument<$required_type>,)*)?
                $($document_field: impl $crate::argument::Argument<$document_type>,)?
            ) -> Self {
                Self {
                    $($given_field: $given_field.into_argument(),)*
                    $($($path_field: $path_field.into_argument(),)*)?
                    $($($required_field: $required_field.into_argument(),)*)?
                    $($page_field: None,)?
                    $($($optional_field: None,)*)?
                    $($document_field: $document_field.into_argument(),)?
                }
            }

            $(
                #[doc = $page_doc]
                #[must_use]
                pub fn $page_field(mut self, value: impl $crate::argument::Argument<$page_type>) -> Self {
                    self.$page_field = Some(value.into_argument());
                    self
                }
            )?

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
                use $crate::api::macros::location;
                use $crate::operation::{Method, Operation, Param};
                use $crate::page::Paging;
                use $crate::schema::HasSchema;
                const PARAMS: &[Param] = &[
                    $(Param {
                        name: $given_name,
                        wire: $crate::api::macros::wire_name!($given_name $($given_wire)?),
                        location: location!($given_segment),
                        schema: <$crate::model::$given_type as HasSchema>::SCHEMA,
                        required: true,
                        docs: $crate::schema::doc($given_doc),
                        bounds: None,
                    },)*
                    $($(Param {
                        name: $path_name,
                        wire: $crate::api::macros::wire_name!($path_name $($path_wire)?),
                        location: location!($($path_segment)?),
                        schema: <$path_type as HasSchema>::SCHEMA,
                        required: true,
                        docs: $crate::schema::doc(concat!($path_doc $(, $path_docs)*)),
                        bounds: None,
                    },)*)?
                    $($(Param {
                        name: $required_name,
                        wire: $crate::api::macros::wire_name!($required_name $($required_wire)?),
                        location: location!($required_place),
                        schema: <$required_type as HasSchema>::SCHEMA,
                        required: true,
                        docs: $crate::schema::doc(concat!($required_doc $(, $required_docs)*)),
                        bounds: $crate::operation::bounds!($($($required_bounds)+)?),
                    },)*)?
                    $(Param {
                        name: $page_wire,
                        wire: $page_wire,
                        location: location!($page_place),
                        schema: <$page_type as HasSchema>::SCHEMA,
                        required: false,
                        docs: $crate::schema::doc($page_doc),
                        bounds: None,
                    },)?
                    $($(Param {
                        name: $optional_wire,
                        wire: $optional_wire,
                        location: location!($optional_place),
                        schema: <$optional_type as HasSchema>::SCHEMA,
                        required: false,
                        docs: $crate::schema::doc(concat!($optional_doc $(, $optional_docs)*)),
                        bounds: $crate::operation::bounds!($($($optional_bounds)+)?),
                    },)*)?
                    $(Param {
                        name: "body",
                        wire: "body",
                        location: location!(document),
                        schema: <$document_type as HasSchema>::SCHEMA,
                        required: true,
                        docs: $crate::schema::doc(concat!($document_doc $(, $document_docs)*)),
                        bounds: None,
                    },)?
                ];
                Operation::new(Method::$method, $id, stringify!($group), stringify!($verb), $path)
                    .docs($url)
                    .declared($summary, concat!($($docs, "\n"),*), PARAMS)
                    .auth(<$crate::auth::$auth as $crate::auth::CredentialKind>::KIND)
                    .paged(Paging::$paging)
                    $(.deprecated($crate::operation::retirement!($when $($stops),+)))?
                    $(.$fact($($value),*))*
            };
            type Auth = $crate::auth::$auth;
            type Response = $response;
            type Output = $output;

            fn output(response: $response) -> $output {
                $into_output(response)
            }
        }

        $crate::api::macros::method! {
            [$($scope)+] [$($given_field)*]
            [$summary $name $group $verb $([$($stops),+])?]
            [
                $($($path_field: $path_type,)*)?
                $($($required_field: $required_type,)*)?
                $($document_field: $document_type,)?
            ]
        }

        #[allow(deprecated)]
        impl $crate::handles::RequestBuilder<$name> {
            $(
                #[doc = $page_doc]
                pub fn $page_field(self, value: impl $crate::argument::Argument<$page_type>) -> Self {
                    self.map(|call| call.$page_field(value))
                }
            )?

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

pub(crate) use {define, endpoint};
