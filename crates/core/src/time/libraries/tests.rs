use proptest::prelude::*;

use crate::time::{EpochMillis, Instant, InvalidTime, Timestamp};

/// One time in two forms: as the API may write it, and as RFC 3339 has it.
fn written() -> impl Strategy<Value = [String; 2]> {
    // At the ends of the calendar, an offset leads out of the range of some libraries.
    let end = prop::sample::select(vec![(0, 1, 1), (9_999, 12, 30), (9_999, 12, 31)]);
    let date = prop_oneof![9 => (0..=9_999, 1..=12, 1..=28), 1 => end];
    let time = (0_u8..24, 0_u8..60, 0_u8..60, proptest::option::of("[0-9]{1,9}"));
    let zone = (prop::bool::ANY, 0_u8..24, 0_u8..60);
    (date, time, zone, 0_usize..4, prop::sample::select(vec!['T', 't', ' '])).prop_map(
        |((year, month, day), (hour, minute, second, fraction), (west, hours, minutes), form, mark)| {
            let date = format!("{year:04}-{month:02}-{day:02}");
            let time = format!("{hour:02}:{minute:02}:{second:02}");
            let dot =
                |mark: &str| fraction.as_ref().map_or(String::new(), |digits| format!("{mark}{digits}"));
            let sign = if west { '-' } else { '+' };
            let (zone, ours) = match form {
                0 => ("Z".to_owned(), "Z".to_owned()),
                1 => ("Z".to_owned(), String::new()),
                2 => (format!("{sign}{hours:02}:{minutes:02}"), format!("{sign}{hours:02}{minutes:02}")),
                _ => (format!("{sign}{hours:02}:00"), format!("{sign}{hours:02}")),
            };
            let comma = if form == 3 { "," } else { "." };
            [format!("{date}{mark}{time}{}{ours}", dot(comma)), format!("{date}T{time}{}{zone}", dot("."))]
        },
    )
}

/// Tests the conversions of one library against its own reader of RFC 3339.
macro_rules! library {
    ($feature:literal, $module:ident, $time:ty, $read:expr) => {
        #[cfg(feature = $feature)]
        mod $module {
            use super::*;

            fn read(rfc_3339: &str) -> Option<$time> {
                let read: fn(&str) -> Option<$time> = $read;
                read(rfc_3339)
            }

            proptest! {
                #[test]
                fn conversion_agrees_with_reader_of_library([ours, theirs] in written()) {
                    let expected = read(&theirs);
                    let converted = <$time>::try_from(&Timestamp::from(ours.as_str()));
                    prop_assert_eq!(converted, expected.ok_or(InvalidTime::OutOfRange));
                    if let Some(time) = expected {
                        let instant = Timestamp::from(ours).instant().unwrap();
                        prop_assert_eq!(Instant::from(time), instant);
                        prop_assert_eq!(EpochMillis::from(time), EpochMillis(instant.millis()));
                    }
                }
            }

            #[test]
            fn conversion_refuses_text_that_is_not_a_time() {
                for text in ["", "never", "2026-02-30", "2026-05-19T25:00Z"] {
                    assert_eq!(
                        <$time>::try_from(&Timestamp::from(text)),
                        Err(InvalidTime::Unreadable),
                        "{text}"
                    );
                }
                // Digits are milliseconds: three million years.
                let far = Timestamp::from("99999999999999999");
                assert_eq!(<$time>::try_from(&far), Err(InvalidTime::OutOfRange));
            }

            #[test]
            fn conversion_reads_forms_without_zone_seconds_or_time() {
                for (ours, theirs) in [
                    ("2026-05-19", "2026-05-19T00:00:00Z"),
                    ("2026-05-19T10:23Z", "2026-05-19T10:23:00Z"),
                    ("2026-05-19T10:23", "2026-05-19T10:23:00Z"),
                    ("1779186226830", "2026-05-19T10:23:46.83Z"),
                    ("1969-12-31T23:59:59.5+0000", "1969-12-31T23:59:59.5Z"),
                    ("2024-02-29T23:59:60Z", "2024-03-01T00:00:00Z"),
                ] {
                    assert_eq!(<$time>::try_from(&Timestamp::from(ours)).ok(), read(theirs), "{ours}");
                }
            }
        }
    };
}

library!("jiff", jiff, ::jiff::Timestamp, |text| text.parse().ok());

library!("chrono", chrono, ::chrono::DateTime<::chrono::Utc>, |text| {
    Some(::chrono::DateTime::parse_from_rfc3339(text).ok()?.into())
});

library!("time", time, ::time::OffsetDateTime, |text| {
    use ::time::format_description::well_known::Rfc3339;
    ::time::OffsetDateTime::parse(text, &Rfc3339).ok()?.checked_to_offset(::time::UtcOffset::UTC)
});

#[cfg(feature = "chrono")]
#[test]
fn leap_second_of_chrono_is_first_instant_of_next_second() {
    let leap = ::chrono::DateTime::parse_from_rfc3339("2016-12-31T23:59:60.5Z").unwrap().to_utc();
    assert_eq!(Some(Instant::from(leap)), Timestamp::from("2017-01-01T00:00:00.5Z").instant());
}
