//! The macro that adds an operation as a method to the handle of its group.

/// Defines the method of an operation. The leading path arguments select the handle; the others
/// are parameters of the method.
macro_rules! method {
    ($about:tt [org_id: $org:ty, directory_id: $directory:ty, $($path:tt)*] [$($rest:tt)*]) => {
        $crate::api::macros::method!(@in DirectoryScope (org_id, directory_id) $about [$($path)* $($rest)*]);
    };
    ($about:tt [org_id: $org:ty, $($path:tt)*] [$($rest:tt)*]) => {
        $crate::api::macros::method!(@in OrganizationScope (org_id) $about [$($path)* $($rest)*]);
    };
    ($about:tt [directory_id: $directory:ty, $($path:tt)*] [$($rest:tt)*]) => {
        $crate::api::macros::method!(@in ScimDirectoryScope (directory_id) $about [$($path)* $($rest)*]);
    };
    ([$summary:literal $name:ident account $verb:ident $($stops:tt)?] [account_id: $account:ty, $($path:tt)*] [$($rest:tt)*]) => {
        $crate::api::macros::method!(@in AccountScope (account_id) [$summary $name account $verb $($stops)?] [$($path)* $($rest)*]);
    };
    ($about:tt [$($path:tt)*] [$($rest:tt)*]) => {
        $crate::api::macros::method!(@in RootScope () $about [$($path)* $($rest)*]);
    };
    (
        @in $scope:ident ($($given:ident),*) [$summary:literal $name:ident $group:ident $verb:ident $([$($stops:literal),*])?]
        [$($field:ident: $type:ty,)*]
    ) => {
        #[allow(deprecated)]
        impl $crate::handles::$group::Handle<$crate::handles::$scope> {
            #[doc = $summary]
            #[doc = concat!("\n\nSee [`", stringify!($name), "`](crate::api::", stringify!($group), "::", stringify!($name), ").")]
            $(#[deprecated = $crate::operation::announcement!($($stops),*)])?
            pub fn $verb(&self, $($field: impl $crate::argument::Argument<$type>),*) -> $crate::handles::RequestBuilder<$name> {
                $crate::handles::RequestBuilder::new(
                    &self.client,
                    $name::new($(self.scope.$given.clone(),)* $($field),*),
                )
            }
        }
    };
}

pub(crate) use method;
