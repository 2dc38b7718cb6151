//! Formats counts and sizes for people. Output for programs has plain numbers.

use indicatif::HumanCount;

/// Formats a count: `1 event`, `10,000 events`.
pub(crate) fn count(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", HumanCount(number))
}

/// Formats a count with its verb: `1 event was`, `10,000 events were`.
pub(crate) fn count_were(number: u64, noun: &str) -> String {
    format!("{} {}", count(number, noun), if number == 1 { "was" } else { "were" })
}

/// Formats a size: `512 bytes`, `14.1 MiB`.
pub(crate) fn size(bytes: u64) -> String {
    const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    if bytes < 1024 {
        return count(bytes, "byte");
    }
    let mut size = bytes as f64 / 1024.0;
    let mut unit = UNITS[0];
    for larger in &UNITS[1..] {
        // A number that would be rounded to 1024.0 gets the next unit.
        if size < 1023.95 {
            break;
        }
        size /= 1024.0;
        unit = larger;
    }
    format!("{size:.1} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_separators_and_agree_with_their_noun() {
        for (number, text) in [
            (0, "0 items"),
            (1, "1 item"),
            (2, "2 items"),
            (999, "999 items"),
            (1_000, "1,000 items"),
            (1_234_567, "1,234,567 items"),
        ] {
            assert_eq!(count(number, "item"), text);
        }
        assert_eq!(count_were(1, "event"), "1 event was");
        assert_eq!(count_were(1_500, "event"), "1,500 events were");
    }

    #[test]
    fn sizes_have_the_unit_that_keeps_them_short() {
        for (bytes, text) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (1_023, "1,023 bytes"),
            (1_024, "1.0 KiB"),
            (1_536, "1.5 KiB"),
            (1_048_575, "1.0 MiB"),
            (14_823_530, "14.1 MiB"),
            (1 << 30, "1.0 GiB"),
            (u64::MAX, "16.0 EiB"),
        ] {
            assert_eq!(size(bytes), text, "{bytes}");
        }
    }
}
