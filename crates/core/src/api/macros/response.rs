//! The responses of operations, and the paging of listings.

/// Replaces the response of an operation by its types, its paging convention and the argument of
/// that convention, and implements `Paged` for a listing.
///
/// - `returns: Type;` the response body is the value.
/// - `returns: Type, in data;` the value is the property `data` of the response body.
/// - `lists: Item by QueryCursor;` the response body is a page. The other conventions are those of
///   [`Paging`](crate::page::Paging).
macro_rules! response {
    ($name:ident $head:tt $scope:tt returns: $output:ty, in data; $($rest:tt)*) => {
        $crate::api::macros::define! {
            $name $head $scope
            {
                response: $crate::model::One<$output> => $output, |one: $crate::model::One<$output>| one.data;
                paging: None;
            }
            $($rest)*
        }
    };
    ($name:ident $head:tt $scope:tt returns: $output:ty; $($rest:tt)*) => {
        $crate::api::macros::define! {
            $name $head $scope { response: $output => $output, std::convert::identity; paging: None; } $($rest)*
        }
    };
    ($name:ident $head:tt $scope:tt lists: $item:ident by QueryCursor; $($rest:tt)*) => {
        $crate::api::macros::response!(@cursor query QueryCursor LinkedPage $item $name $head $scope $($rest)*);
    };
    ($name:ident $head:tt $scope:tt lists: $item:ident by Stream; $($rest:tt)*) => {
        $crate::api::macros::response!(@cursor query Stream LinkedPage $item $name $head $scope $($rest)*);
    };
    ($name:ident $head:tt $scope:tt lists: $item:ident by NestedItems; $($rest:tt)*) => {
        $crate::api::macros::response!(@cursor query NestedItems LastActivePage $item $name $head $scope $($rest)*);
    };
    ($name:ident $head:tt $scope:tt lists: $item:ident by BodyCursor; $($rest:tt)*) => {
        $crate::api::macros::response!(@cursor body BodyCursor LinkedPage $item $name $head $scope $($rest)*);
    };
    ($name:ident $head:tt $scope:tt lists: $item:ident by BodyCursorOnly; $($rest:tt)*) => {
        $crate::api::macros::response!(@define body BodyCursorOnly LinkedPage $item $name $head $scope $($rest)*);
        $crate::api::macros::response!(@paged LinkedPage $item $name |call, cursor| {
            Self::new(call.org_id.clone()).cursor(cursor.into_token()?)
        });
    };
    ($name:ident $head:tt $scope:tt lists: $item:ident by StartIndex; $($rest:tt)*) => {
        $crate::api::macros::define! {
            $name $head $scope
            {
                response: $crate::page::ResourcePage<$item> => $crate::page::ResourcePage<$item>, std::convert::identity;
                paging: StartIndex;
                argument { "The 1-based index of the first record on the page." start_index: u64 = "startIndex" query }
            }
            $($rest)*
        }
        $crate::api::macros::response!(@paged ResourcePage $item $name |call, cursor| {
            Self { start_index: Some(cursor.into_index()?), ..call.clone() }
        } start_index);
    };
    (@cursor $place:ident $paging:ident $page:ident $item:ident $name:ident $($rest:tt)*) => {
        $crate::api::macros::response!(@define $place $paging $page $item $name $($rest)*);
        $crate::api::macros::response!(@paged $page $item $name |call, cursor| {
            Self { cursor: Some(cursor.into_token()?), ..call.clone() }
        });
    };
    (@define $place:ident $paging:ident $page:ident $item:ident $($rest:tt)*) => {
        $crate::api::macros::response!(@with
            {
                response: $crate::page::$page<$item> => $crate::page::$page<$item>, std::convert::identity;
                paging: $paging;
                argument { "The cursor of the page to return. The previous page holds it." cursor: String = "cursor" $place }
            }
            $($rest)*
        );
    };
    (@with $response:tt $name:ident $head:tt $scope:tt $($rest:tt)*) => {
        $crate::api::macros::define! { $name $head $scope $response $($rest)* }
    };
    (@paged $page:ident $item:ident $name:ident |$call:ident, $cursor:ident| $next:block $($start:ident)?) => {
        #[allow(deprecated)]
        impl $crate::paging::Paged for $name {
            type Item = $item;
            type Page<T: serde::de::DeserializeOwned + Send + 'static> = $crate::page::$page<T>;

            fn at(&self, $cursor: $crate::page::Cursor) -> Result<Self, $crate::page::PageError> {
                let $call = self;
                Ok($next)
            }

            $(fn start(&self) -> Option<u64> {
                self.$start
            })?
        }
    };
}

pub(crate) use response;
