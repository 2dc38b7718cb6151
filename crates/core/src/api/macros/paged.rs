//! The macro that declares an operation as a listing.

/// Declares a listing. The cursor is passed in the argument `cursor`. With `alone`, the request
/// for a further page holds only the path arguments and the cursor. With `from`, the cursor is a
/// number and is passed in that argument.
macro_rules! paged {
    ($endpoint:ty, $page:ident, $item:ty) => {
        $crate::api::macros::paged!(@impl $endpoint, $page, $item, |call, cursor| {
            Self { cursor: Some(cursor.into_token()?), ..call.clone() }
        });
    };
    ($endpoint:ty, $page:ident, $item:ty, alone($($path:ident),*)) => {
        $crate::api::macros::paged!(@impl $endpoint, $page, $item, |call, cursor| {
            Self::new($(call.$path.clone()),*).cursor(cursor.into_token()?)
        });
    };
    ($endpoint:ty, $page:ident, $item:ty, from $start:ident) => {
        $crate::api::macros::paged!(@impl $endpoint, $page, $item, |call, cursor| {
            Self { $start: Some(cursor.into_index()?), ..call.clone() }
        }, $start);
    };
    (@impl $endpoint:ty, $page:ident, $item:ty, |$call:ident, $cursor:ident| $next:expr $(, $start:ident)?) => {
        #[allow(deprecated)]
        impl $crate::paging::Paged for $endpoint {
            type Item = $item;
            type Page<T: serde::de::DeserializeOwned + Send + 'static> = $page<T>;

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

pub(crate) use paged;
