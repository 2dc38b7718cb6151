//! Reads the forms of times that the API writes, and calculates dates.

use super::Instant;

const DAY: i64 = 86_400;

pub(super) fn millis(text: &str) -> Option<i64> {
    instant(text).map(Instant::millis)
}

/// The last millisecond that the text covers.
pub(super) fn end_millis(text: &str) -> Option<i64> {
    let millis = millis(text)?;
    let is_date = text.len() == "2026-05-19".len() && text.contains('-');
    Some(if is_date { millis + (DAY * 1_000 - 1) } else { millis })
}

// Read here rather than by a date library: the one that reads all of these forms is large
// (docs/size.md).
pub(super) fn instant(text: &str) -> Option<Instant> {
    if !text.is_empty() && text.len() <= 17 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        return Some(if text.len() <= 10 { Instant::new(number, 0) } else { Instant::from_millis(number) });
    }
    let mut rest = text.as_bytes();
    let year = digits(&mut rest, 4)?;
    mark(&mut rest, b"-")?;
    let month = digits(&mut rest, 2)?;
    mark(&mut rest, b"-")?;
    let date = digits(&mut rest, 2)?;
    if !(1..=12).contains(&month) || date < 1 || date > days_in_month(year, month) {
        return None;
    }
    let midnight = days_from_civil(year, month, date) * DAY;
    if rest.is_empty() {
        return Some(Instant::new(midnight, 0));
    }
    mark(&mut rest, b"Tt ")?;
    let hour = digits(&mut rest, 2)?;
    mark(&mut rest, b":")?;
    let minute = digits(&mut rest, 2)?;
    let mut second = 0;
    let mut nanoseconds = 0;
    if mark(&mut rest, b":").is_some() {
        second = digits(&mut rest, 2)?;
        if mark(&mut rest, b".,").is_some() {
            nanoseconds = fraction(&mut rest)?;
        }
    }
    // 60 is a leap second: the first instant of the next second, as in POSIX.
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = zone_minutes(&mut rest)?;
    let seconds = midnight + (hour * 60 + minute - offset) * 60 + second;
    rest.is_empty().then_some(Instant::new(seconds, nanoseconds))
}

/// Writes Atlassian's usual form.
pub(super) fn text(millis: i64) -> String {
    let seconds = millis.div_euclid(1_000);
    let (year, month, date) = civil_from_days(seconds.div_euclid(DAY));
    let of_day = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let milli = millis.rem_euclid(1_000);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

fn digits(rest: &mut &[u8], count: usize) -> Option<i64> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    head.iter()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

fn mark(rest: &mut &[u8], marks: &[u8]) -> Option<u8> {
    let (first, tail) = rest.split_first()?;
    marks.contains(first).then(|| {
        *rest = tail;
        *first
    })
}

/// Reads the digits of a fraction as nanoseconds, rounded down.
fn fraction(rest: &mut &[u8]) -> Option<u32> {
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (head, tail) = rest.split_at_checked(length)?;
    *rest = tail;
    let nanoseconds = (0..9)
        .fold(0, |number, place| number * 10 + head.get(place).map_or(0, |byte| u32::from(byte - b'0')));
    (length > 0).then_some(nanoseconds)
}

fn zone_minutes(rest: &mut &[u8]) -> Option<i64> {
    match mark(rest, b"Zz+-") {
        None | Some(b'Z' | b'z') => Some(0),
        Some(sign) => {
            let hours = digits(rest, 2)?;
            let _ = mark(rest, b":");
            let minutes = if rest.is_empty() { 0 } else { digits(rest, 2)? };
            (hours <= 23 && minutes <= 59)
                .then_some((hours * 60 + minutes) * if sign == b'-' { -1 } else { 1 })
        }
    }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// The proleptic Gregorian calendar, with years that begin in March, so that the leap day is the
// last day of a year.
fn days_from_civil(year: i64, month: i64, date: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let (era, day_of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, date)
}
