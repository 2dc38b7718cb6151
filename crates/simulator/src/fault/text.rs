//! Faults as text.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use super::table::{Arguments, FaultKind, Kind};
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
        let (name, settings) = text.split_once(':').map_or((text, None), |(name, rest)| (name, Some(rest)));
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

fn arguments(kind: FaultKind, text: Option<&str>) -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut given = Vec::new();
    for pair in text.into_iter().flat_map(|text| text.split(',')) {
        let no_argument = || format!("{pair:?} is not an argument; write name=value, or leave it out");
        let (name, value) = pair.split_once('=').ok_or_else(no_argument)?;
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

/// The readers of values. A value that means the same as no argument is `Some(None)`, and one that
/// cannot be read `None`.
type Read<T> = Option<Option<T>>;

pub(super) fn number<T: FromStr>(text: &str) -> Read<T> {
    text.parse().ok().map(Some)
}

pub(super) fn share(text: &str) -> Read<f64> {
    text.parse().ok().filter(|share| *share > 0.0 && *share <= 1.0).map(Some)
}

pub(super) fn operation(text: &str) -> Read<&'static str> {
    atlassian_admin_core::operation(text).map(|operation| Some(operation.id))
}

pub(super) fn retry_after(text: &str) -> Read<RetryAfter> {
    Some(match text {
        "none" => None,
        "http-date" => Some(RetryAfter::HttpDate),
        "iso" => Some(RetryAfter::Iso),
        seconds => Some(RetryAfter::Seconds(seconds.parse().ok()?)),
    })
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

pub(super) fn instead(text: &str) -> Read<Instead> {
    Some(match text {
        "reset" => None,
        "hang" => Some(Instead::Hang),
        status => Some(Instead::Status(error_status(status)?)),
    })
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
    use atlassian_admin_core::api;
    use proptest::prelude::*;
    use std::time::Duration;

    /// The text of a fault of this kind, with the arguments that it needs.
    fn text_of(kind: &FaultKind) -> String {
        let needed = kind.arguments.iter().filter(|argument| argument.required);
        let needed: Vec<_> = needed.map(|argument| format!("{}=1", argument.name)).collect();
        let separator = if needed.is_empty() { "" } else { ":" };
        format!("{}{separator}{}", kind.name.replace("STATUS", "503"), needed.join(","))
    }

    type Method = fn(Fault, u64) -> Fault;

    /// The methods, each with the kinds that its documentation names. Of several methods for one
    /// argument, the last one counts.
    const METHODS: [(&str, Method); 11] = [
        ("STATUS", |fault, number| fault.retry_after(Duration::from_millis(number))),
        ("STATUS", |fault, _| fault.retry_after_http_date()),
        ("STATUS", |fault, _| fault.rate_limit_reset()),
        ("lost", |fault, _| fault.as_hang()),
        ("lost", |fault, number| fault.as_status(number as u16)),
        ("all but late", |fault, _| fault.on::<api::events::Poll>()),
        ("all but late", Fault::skip),
        ("all", Fault::every),
        ("all but late", |fault, number| fault.chance(f64::from_bits(number))),
        ("all but late", |fault, number| fault.chance(number as f64 / u64::MAX as f64)),
        ("all but late", Fault::times),
    ];

    proptest! {
        #[test]
        fn methods_and_texts_describe_the_same_faults(
            methods in Just(METHODS.to_vec()).prop_shuffle(),
            number in any::<u64>(),
        ) {
            for kind in Fault::KINDS {
                let mut fault: Fault = text_of(kind).parse().unwrap();
                prop_assert_eq!(fault.kind(), *kind);
                for (kinds, method) in &methods {
                    let changed = method(fault, number);
                    let named = *kinds == kind.name || *kinds == "all" || kind.name != "late" && *kinds == "all but late";
                    prop_assert!(named || changed == fault, "{changed} from {fault}");
                    prop_assert_eq!(changed.to_string().parse(), Ok(changed));
                    fault = changed;
                }
            }
        }

        #[test]
        fn parse_does_not_panic_on_any_text(text in "\\PC*") {
            let _ = text.parse::<Fault>();
        }
    }

    #[test]
    fn text_omits_defaults() {
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
    fn methods_clamp_numbers_to_their_range() {
        let fault = Fault::status(200).every(0).times(0).retry_after(Duration::from_millis(1));
        assert_eq!(fault.to_string(), "400:retry-after=1,every=1,times=1");
        for (share, chance) in
            [(f64::NAN, f64::EPSILON), (-1.0, f64::EPSILON), (0.0, f64::EPSILON), (2.0, 1.0)]
        {
            assert_eq!(Fault::reset().chance(share).to_string(), format!("reset:chance={chance}"));
        }
        assert_eq!(Fault::late(3, Duration::from_nanos(1)).every(5).to_string(), "late:every=5,by=1");
        assert_eq!(Fault::delay(Duration::MAX).to_string(), format!("delay:ms={}", u32::MAX));
    }

    #[test]
    fn parse_error_names_the_accepted_forms() {
        let unknown = "unknown fault \"teapot\"; the faults are STATUS, reset, reset-body, truncated-json, \
            wrong-type, html, lost, delay, drip, hang, repeated-cursor, expired-cursor, duplicate, late; \
            STATUS is a number from 400 to 599";
        assert_eq!("teapot".parse::<Fault>().unwrap_err().to_string(), unknown);
        for row in [
            r#"429:retry=1 | unknown argument "retry"; it takes retry-after, operation, skip, every, chance, times"#,
            "429:retry-after=soon | retry-after=soon is not a whole number of seconds, http-date, iso or none",
            r#"500:times | "times" is not an argument; write name=value, or leave it out"#,
            r#"500: | "" is not an argument; write name=value, or leave it out"#,
            r#"500:times=1, | "" is not an argument; write name=value, or leave it out"#,
            "500:skip=-1 | skip=-1 is not a whole number",
            "500:times=0 | times=0 is not a whole number of at least 1; with 0 the fault would never apply",
            "500:chance=0 | chance=0 is not a number above 0, up to 1; with 0 the fault would never apply",
            "500:every=0 | every=0 is not a whole number of at least 1",
            "500:times=1,times=2 | times is given twice",
            "500:chance=2 | chance=2 is not a number above 0, up to 1; with 0 the fault would never apply",
            "500:operation=none | operation=none is not an operation; write its name, such as events.poll",
            "lost:as=200 | as=200 is not reset, hang or a status from 400 to 599",
            "delay | ms= must be given",
            "delay:ms=5000000000 | ms=5000000000 is not a whole number up to 4294967295",
            "late:every=3 | by= must be given",
            r#"late:every=3,by=1,times=1 | unknown argument "times"; it takes every, by"#,
        ] {
            let (text, error) = row.split_once(" | ").unwrap();
            let kind = text.split(':').next().unwrap();
            assert_eq!(text.parse::<Fault>(), Err(FaultError(format!("{kind}: {error}"))));
        }
        for text in ["200", "399", "600", "0500", "+50", "STATUS"] {
            assert!(text.parse::<Fault>().is_err(), "{text}");
        }
    }
}
