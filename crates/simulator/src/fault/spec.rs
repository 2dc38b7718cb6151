//! Faults as text.

use std::fmt::{Display, Formatter};
use std::str::FromStr;
use std::time::Duration;

use super::{Fault, Kind, Loss, RetryAfter, Trigger};

const KINDS: &str = "429, 500, 502, 503, 504, reset, reset-body, truncated-json, wrong-type, html, lost, delay, drip, hang, \
    repeated-cursor, expired-cursor, duplicate, late";

/// A text that is no fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultError(String);

impl Display for FaultError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FaultError {}

/// The parameters of a text, taken out one by one.
struct Params<'a> {
    kind: &'a str,
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Params<'a> {
    fn parse(kind: &'a str, text: &'a str) -> Result<Self, FaultError> {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        for pair in text.split(',').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair
                .split_once('=')
                .ok_or_else(|| FaultError(format!("{kind}: {pair:?} is no parameter; write name=value")))?;
            if pairs.iter().any(|(other, _)| *other == name) {
                return Err(FaultError(format!("{kind}: {name} is given twice")));
            }
            pairs.push((name, value));
        }
        Ok(Self { kind, pairs })
    }

    fn take(&mut self, name: &str) -> Option<&'a str> {
        let index = self.pairs.iter().position(|(other, _)| *other == name)?;
        Some(self.pairs.remove(index).1)
    }

    fn take_number<T: FromStr>(&mut self, name: &str) -> Result<Option<T>, FaultError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        value.parse().map(Some).map_err(|_| self.wrong(name, value, "is no whole number"))
    }

    fn take_positive(&mut self, name: &str) -> Result<Option<u64>, FaultError> {
        match self.take_number(name)? {
            Some(0) => Err(self.wrong(name, "0", "must be at least 1")),
            number => Ok(number),
        }
    }

    fn need<T>(&self, name: &str, value: Option<T>) -> Result<T, FaultError> {
        value.ok_or_else(|| FaultError(format!("{}: {name}= must be given", self.kind)))
    }

    fn wrong(&self, name: &str, value: &str, problem: &str) -> FaultError {
        FaultError(format!("{}: {name}={value} {problem}", self.kind))
    }

    /// Refuses what nobody took.
    fn end(self, own: &[&str]) -> Result<(), FaultError> {
        match self.pairs.first() {
            None => Ok(()),
            Some((name, _)) => Err(FaultError(format!(
                "{}: there is no parameter {name:?}; it takes {}",
                self.kind,
                own.join(", ")
            ))),
        }
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let (kind, params) = text.split_once(':').unwrap_or((text, ""));
        let mut params = Params::parse(kind, params)?;
        let mut takes = vec!["operation", "skip", "every", "chance", "times"];
        let kind = match kind {
            "429" => {
                takes.push("retry-after");
                Kind::TooManyRequests(retry_after(&mut params)?)
            }
            "500" => Kind::Status(500),
            "502" => Kind::Status(502),
            "503" => Kind::Status(503),
            "504" => Kind::Status(504),
            "reset" => Kind::Reset,
            "reset-body" => Kind::ResetBody,
            "truncated-json" => Kind::TruncatedJson,
            "wrong-type" => Kind::WrongType,
            "html" => Kind::Html,
            "hang" => Kind::Hang,
            "repeated-cursor" => Kind::RepeatedCursor,
            "expired-cursor" => Kind::ExpiredCursor,
            "duplicate" => Kind::Duplicate,
            "lost" => {
                takes.push("as");
                Kind::Lost(loss(&mut params)?)
            }
            "delay" | "drip" => {
                takes.push("ms");
                let ms: Option<u32> = params.take_number("ms")?;
                let time = Duration::from_millis(params.need("ms", ms)?.into());
                if kind == "delay" { Kind::Delay(time) } else { Kind::Drip(time) }
            }
            "late" => {
                let (every, by) = (params.take_positive("every")?, params.take_number::<u32>("by")?);
                let late = Kind::Late {
                    every: params.need("every", every)?,
                    by: Duration::from_secs(params.need("by", by)?.into()),
                };
                params.end(&["every", "by"])?;
                return Ok(Self { kind: late, trigger: Trigger::default() });
            }
            other => return Err(FaultError(format!("there is no fault {other:?}; the faults are {KINDS}"))),
        };
        let trigger = trigger(&mut params)?;
        params.end(&takes)?;
        Ok(Self { kind, trigger })
    }
}

fn retry_after(params: &mut Params<'_>) -> Result<RetryAfter, FaultError> {
    Ok(match params.take("retry-after") {
        None | Some("none") => RetryAfter::None,
        Some("http-date") => RetryAfter::HttpDate,
        Some("iso") => RetryAfter::Iso,
        Some(seconds) => RetryAfter::Seconds(seconds.parse().map_err(|_| {
            params.wrong(
                "retry-after",
                seconds,
                "is neither a whole number of seconds, nor http-date, iso or none",
            )
        })?),
    })
}

fn loss(params: &mut Params<'_>) -> Result<Loss, FaultError> {
    Ok(match params.take("as") {
        None | Some("reset") => Loss::Reset,
        Some("hang") => Loss::Hang,
        Some("500") => Loss::Status(500),
        Some("502") => Loss::Status(502),
        Some("503") => Loss::Status(503),
        Some("504") => Loss::Status(504),
        Some(other) => {
            return Err(params.wrong("as", other, "is none of reset, hang, 500, 502, 503 and 504"));
        }
    })
}

fn trigger(params: &mut Params<'_>) -> Result<Trigger, FaultError> {
    let operation = match params.take("operation") {
        None => None,
        Some(name) => match atlassian_admin_core::operation(name) {
            Some(operation) => Some(operation.id),
            None => {
                return Err(params.wrong(
                    "operation",
                    name,
                    "is no operation; write an identifier such as pollEvents",
                ));
            }
        },
    };
    let chance = match params.take("chance") {
        None => None,
        Some(text) => match text.parse::<f64>() {
            Ok(chance) if (0.0..=1.0).contains(&chance) => Some(chance),
            _ => return Err(params.wrong("chance", text, "is no number from 0 to 1")),
        },
    };
    Ok(Trigger {
        operation,
        skip: params.take_number("skip")?,
        every: params.take_positive("every")?,
        chance,
        times: params.take_number("times")?,
    })
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let mut params = Vec::new();
        let name = match self.kind {
            Kind::TooManyRequests(wait) => {
                match wait {
                    RetryAfter::None => {}
                    RetryAfter::Seconds(seconds) => params.push(format!("retry-after={seconds}")),
                    RetryAfter::HttpDate => params.push("retry-after=http-date".to_owned()),
                    RetryAfter::Iso => params.push("retry-after=iso".to_owned()),
                }
                "429"
            }
            Kind::Status(500) => "500",
            Kind::Status(502) => "502",
            Kind::Status(504) => "504",
            Kind::Status(_) => "503",
            Kind::Reset => "reset",
            Kind::ResetBody => "reset-body",
            Kind::TruncatedJson => "truncated-json",
            Kind::WrongType => "wrong-type",
            Kind::Html => "html",
            Kind::Delay(delay) => {
                params.push(format!("ms={}", delay.as_millis()));
                "delay"
            }
            Kind::Drip(pause) => {
                params.push(format!("ms={}", pause.as_millis()));
                "drip"
            }
            Kind::Hang => "hang",
            Kind::Lost(loss) => {
                match loss {
                    Loss::Reset => {}
                    Loss::Hang => params.push("as=hang".to_owned()),
                    Loss::Status(status) => params.push(format!("as={status}")),
                }
                "lost"
            }
            Kind::RepeatedCursor => "repeated-cursor",
            Kind::ExpiredCursor => "expired-cursor",
            Kind::Duplicate => "duplicate",
            Kind::Late { every, by } => {
                params.extend([format!("every={every}"), format!("by={}", by.as_secs())]);
                "late"
            }
        };
        let Trigger { operation, skip, every, chance, times } = &self.trigger;
        params.extend(operation.map(|operation| format!("operation={operation}")));
        params.extend(skip.map(|skip| format!("skip={skip}")));
        params.extend(every.map(|every| format!("every={every}")));
        params.extend(chance.map(|chance| format!("chance={chance}")));
        params.extend(times.map(|times| format!("times={times}")));
        f.write_str(name)?;
        if !params.is_empty() {
            write!(f, ":{}", params.join(","))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::OPERATIONS;
    use proptest::option;
    use proptest::prelude::*;

    fn kinds() -> impl Strategy<Value = Kind> {
        let wait = prop_oneof![
            Just(RetryAfter::None),
            Just(RetryAfter::HttpDate),
            Just(RetryAfter::Iso),
            any::<u32>().prop_map(RetryAfter::Seconds)
        ];
        prop_oneof![
            wait.prop_map(Kind::TooManyRequests),
            prop::sample::select(vec![500, 502, 503, 504]).prop_map(Kind::Status),
            prop::sample::select(vec![Loss::Reset, Loss::Hang, Loss::Status(500), Loss::Status(504)])
                .prop_map(Kind::Lost),
            any::<u32>().prop_map(|ms| Kind::Delay(Duration::from_millis(ms.into()))),
            any::<u32>().prop_map(|ms| Kind::Drip(Duration::from_millis(ms.into()))),
            prop::sample::select(vec![
                Kind::Reset,
                Kind::ResetBody,
                Kind::TruncatedJson,
                Kind::WrongType,
                Kind::Html,
                Kind::Hang,
                Kind::RepeatedCursor,
                Kind::ExpiredCursor,
                Kind::Duplicate,
            ]),
        ]
    }

    prop_compose! {
        fn triggers()(
            operation in option::of(0..OPERATIONS.len()),
            skip in option::of(any::<u64>()),
            every in option::of(1_u64..),
            chance in option::of(0.0..=1.0),
            times in option::of(any::<u64>()),
        ) -> Trigger {
            Trigger { operation: operation.map(|index| OPERATIONS[index].id), skip, every, chance, times }
        }
    }

    proptest! {
        #[test]
        fn a_fault_survives_its_text(kind in kinds(), trigger in triggers()) {
            let fault = Fault { kind, trigger };
            prop_assert_eq!(fault.to_string().parse(), Ok(fault));
        }

        #[test]
        fn a_late_fault_survives_its_text(every in 1_u64.., by in any::<u32>()) {
            let kind = Kind::Late { every, by: Duration::from_secs(by.into()) };
            let fault = Fault { kind, trigger: Trigger::default() };
            prop_assert_eq!(fault.to_string().parse(), Ok(fault));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            let _ = text.parse::<Fault>();
        }
    }

    #[test]
    fn errors_say_what_would_be_right() {
        for (text, error) in [
            (
                "teapot",
                "there is no fault \"teapot\"; the faults are 429, 500, 502, 503, 504, reset, reset-body, \
                truncated-json, wrong-type, html, lost, delay, drip, hang, repeated-cursor, expired-cursor, duplicate, late",
            ),
            (
                "429:retry=1",
                "429: there is no parameter \"retry\"; it takes operation, skip, every, chance, times, retry-after",
            ),
            (
                "429:retry-after=soon",
                "429: retry-after=soon is neither a whole number of seconds, nor http-date, iso or none",
            ),
            ("500:times", "500: \"times\" is no parameter; write name=value"),
            ("500:times=-1", "500: times=-1 is no whole number"),
            ("500:every=0", "500: every=0 must be at least 1"),
            ("500:times=1,times=2", "500: times is given twice"),
            ("500:chance=2", "500: chance=2 is no number from 0 to 1"),
            (
                "500:operation=none",
                "500: operation=none is no operation; write an identifier such as pollEvents",
            ),
            ("lost:as=429", "lost: as=429 is none of reset, hang, 500, 502, 503 and 504"),
            ("delay", "delay: ms= must be given"),
            ("late:every=3", "late: by= must be given"),
            ("late:every=3,by=1,times=1", "late: there is no parameter \"times\"; it takes every, by"),
        ] {
            assert_eq!(text.parse::<Fault>(), Err(FaultError(error.into())), "{text}");
        }
    }
}
