//! Faults as text.

use std::fmt::{Display, Formatter};
use std::num::NonZeroU64;
use std::str::FromStr;

use super::table::{Arguments, FaultKind, Kind, Value};
use super::{Fault, Instead, RetryAfter};

/// The least and the greatest status that a fault can inject.
const ERRORS: (u16, u16) = (400, 599);

/// The status that a text names, where it is one of an error.
pub(super) fn error_status(text: &str) -> Option<u16> {
    let status = text.parse().ok()?;
    (nearest_error(status) == status && text.len() == 3).then_some(status)
}

pub(super) fn nearest_error(status: u16) -> u16 {
    status.clamp(ERRORS.0, ERRORS.1)
}

/// The text does not describe a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultError(String);

impl Display for FaultError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FaultError {}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let (name, settings) = text.split_once(':').unwrap_or((text, ""));
        let kind = Kind::named(name).ok_or_else(|| unknown(name))?;
        let arguments = arguments(kind.row(), settings).map_err(|it| FaultError(format!("{name}: {it}")))?;
        Ok(Self { kind, arguments })
    }
}

fn unknown(name: &str) -> FaultError {
    let known: Vec<_> = Fault::KINDS.iter().map(|kind| kind.name).collect();
    let (least, greatest) = ERRORS;
    FaultError(format!(
        "unknown fault {name:?}; the faults are {}; STATUS is a number from {least} to {greatest}",
        known.join(", ")
    ))
}

fn arguments(kind: FaultKind, text: &str) -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut given = Vec::new();
    for pair in text.split(',').filter(|pair| !pair.is_empty()) {
        let (name, value) =
            pair.split_once('=').ok_or_else(|| format!("{pair:?} is not an argument; write name=value"))?;
        if !kind.takes(name) {
            let takes: Vec<_> = kind.all_arguments().map(|argument| argument.name).collect();
            return Err(format!("unknown argument {name:?}; it takes {}", takes.join(", ")));
        }
        if given.contains(&name) {
            return Err(format!("{name} is given twice"));
        }
        given.push(name);
        arguments.set(name, value).map_err(|problem| format!("{name}={value} {problem}"))?;
    }
    match kind.arguments.iter().find(|argument| argument.required && !given.contains(&argument.name)) {
        Some(missing) => Err(format!("{}= must be given", missing.name)),
        None => Ok(arguments),
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let row = self.kind.row();
        match self.kind {
            Kind::Status(status) => write!(f, "{status}")?,
            _ => f.write_str(row.name)?,
        }
        let given = row
            .all_arguments()
            .filter_map(|argument| self.arguments.get(argument.name).map(|value| (argument.name, value)));
        for (number, (name, value)) in given.enumerate() {
            write!(f, "{}{name}={value}", if number == 0 { ':' } else { ',' })?;
        }
        Ok(())
    }
}

macro_rules! numbers {
    ($($type:ty, $problem:literal;)*) => {
        $(impl Value for $type {
            fn read(text: &str) -> Result<Option<Self>, &'static str> {
                text.parse().map(Some).map_err(|_| $problem)
            }
        })*
    };
}

numbers! {
    u32, "is not a whole number up to 4294967295";
    u64, "is not a whole number";
    NonZeroU64, "is not a whole number of at least 1";
}

impl Value for f64 {
    fn read(text: &str) -> Result<Option<Self>, &'static str> {
        let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
        share.map(Some).ok_or("is not a number from 0 to 1")
    }
}

/// The identifier of an operation.
impl Value for &'static str {
    fn read(text: &str) -> Result<Option<Self>, &'static str> {
        let operation = atlassian_admin_core::operation(text);
        let problem = "is not an operation; write an identifier such as pollEvents";
        operation.map(|operation| Some(operation.id)).ok_or(problem)
    }
}

impl Value for RetryAfter {
    fn read(text: &str) -> Result<Option<Self>, &'static str> {
        Ok(match text {
            "none" => None,
            "http-date" => Some(Self::HttpDate),
            "iso" => Some(Self::Iso),
            seconds => Some(Self::Seconds(
                seconds.parse().map_err(|_| "is not a whole number of seconds, http-date, iso or none")?,
            )),
        })
    }
}

impl Display for RetryAfter {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Seconds(seconds) => write!(f, "{seconds}"),
            Self::HttpDate => f.write_str("http-date"),
            Self::Iso => f.write_str("iso"),
        }
    }
}

impl Value for Instead {
    fn read(text: &str) -> Result<Option<Self>, &'static str> {
        Ok(match text {
            "reset" => None,
            "hang" => Some(Self::Hang),
            status => Some(Self::Status(
                error_status(status).ok_or("is not reset, hang or a status from 400 to 599")?,
            )),
        })
    }
}

impl Display for Instead {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Hang => f.write_str("hang"),
            Self::Status(status) => write!(f, "{status}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::api::events::PollEvents;
    use proptest::option;
    use proptest::prelude::*;
    use std::time::Duration;

    /// A fault of each kind, with the arguments that it needs.
    fn kinds() -> impl Strategy<Value = Fault> {
        let wait = || any::<u64>().prop_map(Duration::from_micros);
        prop_oneof![
            any::<u16>().prop_map(Fault::status),
            wait().prop_map(Fault::delay),
            wait().prop_map(Fault::drip),
            (any::<u64>(), wait()).prop_map(|(every, by)| Fault::late(every, by)),
            prop::sample::select(vec![
                Fault::reset(),
                Fault::reset_body(),
                Fault::truncated_json(),
                Fault::wrong_type(),
                Fault::html(),
                Fault::lost(),
                Fault::hang(),
                Fault::repeated_cursor(),
                Fault::expired_cursor(),
                Fault::duplicate(),
            ]),
        ]
    }

    /// Methods for one argument: of several, the last one counts.
    fn setters() -> impl Strategy<Value = Vec<fn(Fault, u64) -> Fault>> {
        let all: Vec<fn(Fault, u64) -> Fault> = vec![
            |fault, number| fault.retry_after(Duration::from_millis(number)),
            |fault, _| fault.retry_after_http_date(),
            |fault, _| fault.rate_limit_reset(),
            |fault, _| fault.as_hang(),
            |fault, number| fault.as_status(number as u16),
            |fault, _| fault.on::<PollEvents>(),
            Fault::skip,
            Fault::every,
            |fault, number| fault.chance(f64::from_bits(number)),
            |fault, number| fault.chance(number as f64 / u64::MAX as f64),
            Fault::times,
        ];
        prop::sample::subsequence(all.clone(), 0..=all.len()).prop_shuffle()
    }

    proptest! {
        #[test]
        fn typed_faults_and_texts_are_equal(fault in kinds(), setters in setters(), number in any::<u64>()) {
            let fault = setters.into_iter().fold(fault, |fault, set| set(fault, number));
            prop_assert_eq!(fault.to_string().parse(), Ok(fault));
        }

        #[test]
        fn arguments_survive_in_any_order(
            skip in option::of(any::<u64>()),
            times in option::of(any::<u64>()),
            retry_after in option::of(any::<u32>()),
        ) {
            let pairs = [
                times.map(|it| format!("times={it}")),
                retry_after.map(|it| format!("retry-after={it}")),
                skip.map(|it| format!("skip={it}")),
            ];
            let text = format!("429:{}", pairs.into_iter().flatten().collect::<Vec<_>>().join(","));
            let fault: Fault = text.parse().unwrap();
            let read = (fault.arguments.skip, fault.arguments.times, fault.arguments.retry_after);
            prop_assert_eq!(read, (skip, times, retry_after.map(RetryAfter::Seconds)));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            let _ = text.parse::<Fault>();
        }
    }

    #[test]
    fn each_kind_is_found_by_its_name() {
        for kind in Fault::KINDS {
            let name = kind.name.replace("STATUS", "503");
            let needed: Vec<_> = kind.arguments.iter().filter(|argument| argument.required).collect();
            let needed: Vec<_> = needed.iter().map(|argument| format!("{}=1", argument.name)).collect();
            let fault: Fault = format!("{name}:{}", needed.join(",")).parse().unwrap();
            assert_eq!(fault.kind(), *kind);
            assert!(kind.description.ends_with('.'), "{}", kind.name);
        }
    }

    #[test]
    fn defaults_are_left_out() {
        for (text, written) in [
            ("429:retry-after=none", "429"),
            ("lost:as=reset", "lost"),
            ("503:times=2,operation=events.poll", "503:operation=pollEvents,times=2"),
            ("late:by=30,every=2", "late:every=2,by=30"),
        ] {
            assert_eq!(text.parse::<Fault>().unwrap().to_string(), written);
        }
    }

    #[test]
    fn methods_change_only_the_kinds_that_their_documentation_names() {
        let late = Fault::late(3, Duration::from_secs(1));
        assert_eq!(late.times(1).skip(1).chance(0.5).on::<PollEvents>(), late);
        assert_eq!(late.every(5), Fault::late(5, Duration::from_secs(1)));
        for fault in [Fault::reset(), Fault::lost()] {
            let second = Duration::from_secs(1);
            assert_eq!(fault.retry_after(second).retry_after_http_date().rate_limit_reset(), fault);
        }
        for fault in [Fault::reset(), Fault::status(500)] {
            assert_eq!(fault.as_hang().as_status(502), fault);
        }
    }

    #[test]
    fn numbers_out_of_range_become_the_nearest() {
        let fault = Fault::status(200).every(0).chance(f64::NAN).retry_after(Duration::from_millis(1));
        assert_eq!(fault.to_string(), "400:retry-after=1,every=1,chance=0");
        assert_eq!(Fault::delay(Duration::MAX).to_string(), format!("delay:ms={}", u32::MAX));
    }

    #[test]
    fn errors_say_what_would_be_right() {
        for (text, error) in [
            (
                "teapot",
                "unknown fault \"teapot\"; the faults are STATUS, reset, reset-body, truncated-json, wrong-type, \
                html, lost, delay, drip, hang, repeated-cursor, expired-cursor, duplicate, late; STATUS is a number from 400 to 599",
            ),
            (
                "429:retry=1",
                "429: unknown argument \"retry\"; it takes retry-after, operation, skip, every, chance, times",
            ),
            (
                "429:retry-after=soon",
                "429: retry-after=soon is not a whole number of seconds, http-date, iso or none",
            ),
            ("500:times", "500: \"times\" is not an argument; write name=value"),
            ("500:times=-1", "500: times=-1 is not a whole number"),
            ("500:every=0", "500: every=0 is not a whole number of at least 1"),
            ("500:times=1,times=2", "500: times is given twice"),
            ("500:chance=2", "500: chance=2 is not a number from 0 to 1"),
            (
                "500:operation=none",
                "500: operation=none is not an operation; write an identifier such as pollEvents",
            ),
            ("lost:as=200", "lost: as=200 is not reset, hang or a status from 400 to 599"),
            ("delay", "delay: ms= must be given"),
            ("delay:ms=5000000000", "delay: ms=5000000000 is not a whole number up to 4294967295"),
            ("late:every=3", "late: by= must be given"),
            ("late:every=3,by=1,times=1", "late: unknown argument \"times\"; it takes every, by"),
        ] {
            assert_eq!(text.parse::<Fault>(), Err(FaultError(error.into())), "{text}");
        }
        for text in ["200", "399", "600", "0500", "+50", "STATUS"] {
            assert!(text.parse::<Fault>().is_err(), "{text}");
        }
    }
}
