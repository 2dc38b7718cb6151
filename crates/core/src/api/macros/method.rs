//! The macro that adds an operation as a method to the handle of its group.

/// Defines the method of an operation on the handle of its group, once for each scope. The handle
/// has the path arguments of its scope; the others are parameters of the method.
macro_rules! method {
    ([$($scope:ident)+] $given:tt $about:tt $arguments:tt) => {
        $($crate::api::macros::method!(@in $scope $given $about $arguments);)+
    };
    (@in OrganizationScope $given:tt [$summary:literal $name:ident orgs $($about:tt)+] $arguments:tt) => {
        $crate::api::macros::method!(
            @on ($crate::handles::Organization) $given [$summary $name orgs $($about)+] $arguments
        );
    };
    (@in $scope:ident $given:tt [$summary:literal $name:ident $group:ident $($about:tt)+] $arguments:tt) => {
        $crate::api::macros::method!(
            @on ($crate::handles::by_group::$group::Api<$crate::handles::$scope>)
            $given [$summary $name $group $($about)+] $arguments
        );
    };
    (
        @on ($handle:ty) [$($given:ident)*]
        [$summary:literal $name:ident $group:ident $verb:ident $([$($stops:literal),*])?]
        [$($field:ident: $type:ty,)*]
    ) => {
        #[allow(deprecated)]
        impl $handle {
            #[doc = $summary]
            #[doc = concat!("\n\nSee [`", stringify!($group), "::", stringify!($name), "`](crate::api::", stringify!($group), "::", stringify!($name), ") for its example, scopes, limit and errors.")]
            $(#[deprecated = $crate::operation::announcement!($($stops),*)])?
            pub fn $verb(&self, $($field: impl $crate::argument::Argument<$type>),*) -> $crate::handles::RequestBuilder<$name> {
                $crate::handles::RequestBuilder::new(
                    &self.client,
                    $name::new($(self.scope.$given(),)* $($field),*),
                )
            }
        }
    };
}

pub(crate) use method;
