//! The tables of faults and of their arguments: text, help, documentation and typed API read them.

use std::num::NonZeroU64;
use std::time::Duration;

use super::{Fault, Instead, RetryAfter, text};

/// An argument of a fault, written `NAME=VALUE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FaultArgument {
    /// Its name, such as `retry-after`.
    pub name: &'static str,
    /// A placeholder or an example of its value, such as `SECONDS`.
    pub value: &'static str,
    /// Whether the fault needs it.
    pub required: bool,
    /// What it does, in one sentence.
    pub description: &'static str,
}

impl FaultArgument {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

/// A kind of fault: a row of the table [`Fault::KINDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FaultKind {
    /// Its name, such as `reset`; `STATUS` represents any HTTP status from 400 to 599.
    pub name: &'static str,
    /// The arguments of this kind.
    pub arguments: &'static [FaultArgument],
    /// The arguments that choose requests: [`Fault::TRIGGERS`], or none.
    pub triggers: &'static [FaultArgument],
    /// What happens, in one sentence.
    pub description: &'static str,
}

impl FaultKind {
    /// Its own arguments, then the triggers.
    pub(super) fn all_arguments(&self) -> impl Iterator<Item = &'static FaultArgument> + use<> {
        self.arguments.iter().chain(self.triggers)
    }

    pub(super) fn takes(&self, name: &str) -> bool {
        self.all_arguments().any(|argument| argument.name == name)
    }
}

macro_rules! arguments {
    ($($constant:ident $field:ident: $type:ty = $name:literal, $value:literal, $description:literal,
        $read:path, $problem:literal;)*) => {
        /// The arguments of a fault that are given.
        #[derive(Debug, Clone, Copy, Default, PartialEq)]
        pub(crate) struct Arguments {
            $(#[doc = $description] pub(crate) $field: Option<$type>,)*
        }

        impl Arguments {
            /// # Errors
            /// What is wrong with the value, as the end of a sentence.
            pub(super) fn set(&mut self, name: &str, value: &str) -> Result<(), &'static str> {
                match name {
                    $($name => self.$field = $read(value).ok_or($problem)?,)*
                    _ => {}
                }
                Ok(())
            }

            /// The value as text, as [`Self::set`] reads it.
            pub(super) fn get(&self, name: &str) -> Option<String> {
                match name {
                    $($name => self.$field.as_ref().map(ToString::to_string),)*
                    _ => None,
                }
            }
        }

        $(const $constant: FaultArgument =
            FaultArgument { name: $name, value: $value, required: false, description: $description };)*
    };
}

arguments! {
    RETRY_AFTER retry_after: RetryAfter = "retry-after", "SECONDS",
        "The wait that the response asks for; also `http-date`, `iso` (in `X-RateLimit-Reset` alone) or `none`.",
        text::retry_after, "is not a whole number of seconds, http-date, iso or none";
    AS instead: Instead = "as", "STATUS", "What arrives instead of the response: `hang`, a status, or `reset`.",
        text::instead, "is not reset, hang or a status from 400 to 599";
    MS ms: u32 = "ms", "MILLISECONDS", "How long to wait.",
        text::number, "is not a whole number up to 4294967295";
    BY by: u32 = "by", "SECONDS", "How long after its processing an event becomes visible.",
        text::number, "is not a whole number up to 4294967295";
    OPERATION operation: &'static str = "operation", "NAME", "Only requests of this operation, such as `events.poll`.",
        text::operation, "is not an operation; write its name, such as events.poll";
    SKIP skip: u64 = "skip", "N", "The first N of the requests pass.", text::number, "is not a whole number";
    EVERY every: NonZeroU64 = "every", "N", "Only each N-th of those that follow.",
        text::number, "is not a whole number of at least 1";
    CHANCE chance: f64 = "chance", "0.25", "Of these only this share; a seed always selects the same requests.",
        text::share, "is not a number above 0, up to 1; with 0 the fault would never apply";
    TIMES times: NonZeroU64 = "times", "N", "At most N times.",
        text::number, "is not a whole number of at least 1; with 0 the fault would never apply";
}

macro_rules! faults {
    (
        status = $status:literal, [$($own:expr),*], $text:literal;
        $($variant:ident: $make:ident($($parameter:ident: $type:ty),*)
            = $name:literal, [$($argument:expr),*] $($triggers:ident)?, $description:literal;)*
    ) => {
        /// What goes wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind {
            #[doc = $text]
            Status(u16),
            $(#[doc = $description] $variant,)*
        }

        impl Kind {
            /// The kind of this name; a status is named by its number.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    number => text::error_status(number).map(Self::Status),
                }
            }

            pub(super) const fn row(self) -> FaultKind {
                match self {
                    Self::Status(_) => FaultKind {
                        name: $status, arguments: const { &[$($own),*] }, triggers: Fault::TRIGGERS, description: $text,
                    },
                    $(Self::$variant => FaultKind {
                        name: $name,
                        arguments: const { &[$($argument),*] },
                        triggers: faults!(@triggers $($triggers)?),
                        description: $description,
                    },)*
                }
            }
        }

        impl Fault {
            /// Every kind of fault:
            ///
            /// | kind | what happens |
            /// |---|---|
            #[doc = concat!("| `", $status, "` | ", $text, " |")]
            $(#[doc = concat!("| `", $name, "` | ", $description, " |")])*
            pub const KINDS: &'static [FaultKind] = &[Kind::Status(500).row(), $(Kind::$variant.row()),*];

            $(
                #[doc = $description]
                ///
                #[doc = concat!("As text: `", $name, "`.")]
                pub fn $make($($parameter: $type),*) -> Self {
                    Self::new(Kind::$variant)$(.$parameter($parameter))*
                }
            )*
        }
    };
    (@triggers) => { Fault::TRIGGERS };
    (@triggers always) => { &[] };
}

faults! {
    status = "STATUS", [RETRY_AFTER],
        "The request is refused with this HTTP status, 400 to 599, in the form of its family of operations.";
    Reset: reset() = "reset", [], "The connection ends without a response.";
    ResetBody: reset_body() = "reset-body", [], "The connection ends within the response.";
    TruncatedJson: truncated_json() = "truncated-json", [], "The response is complete, but its JSON is cut off.";
    WrongType: wrong_type() = "wrong-type", [], "A success contains JSON of another schema.";
    Html: html() = "html", [], "A success contains an HTML page.";
    Lost: lost() = "lost", [AS], "The request is carried out, and its response is lost.";
    Delay: delay(ms: Duration) = "delay", [MS.required()], "The response takes longer; other faults still apply.";
    Drip: drip(ms: Duration) = "drip", [MS.required()],
        "The body arrives in 16 pieces, with this wait between them; other faults still apply.";
    Hang: hang() = "hang", [], "The response never arrives.";
    RepeatedCursor: repeated_cursor() = "repeated-cursor", [],
        "The next cursor of a page is the cursor of its request.";
    ExpiredCursor: expired_cursor() = "expired-cursor", [], "A cursor is refused.";
    Duplicate: duplicate() = "duplicate", [], "A page of events begins with the last event of the page before.";
    Late: late(every: u64, by: Duration) = "late", [EVERY.required(), BY.required()] always,
        "Each N-th event becomes visible only some time after its processing.";
}

impl Fault {
    /// The arguments that choose the requests of a fault. All kinds but `late` take them, and they
    /// apply in this order.
    pub const TRIGGERS: &'static [FaultArgument] = &[OPERATION, SKIP, EVERY, CHANCE, TIMES];
}
