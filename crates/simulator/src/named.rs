//! Enums whose values have names on the wire.

/// Defines an enum, the list of its values, and their names on the wire.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($(#[$doc])* $value,)* }

        impl $name {
            #[allow(dead_code, reason = "only some enums are listed")]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$value),*];

            /// Its name on the wire.
            pub(crate) const fn id(self) -> &'static str {
                match self { $(Self::$value => $text,)* }
            }
        }
    };
}

pub(crate) use named;
