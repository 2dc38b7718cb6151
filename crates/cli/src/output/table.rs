//! Tables for terminals: one line per row, truncated to the width of the terminal.
//!
//! Identifiers and times are shown whole or omitted, since a part of one cannot be copied. Text is
//! truncated with an ellipsis. Columns that still do not fit are omitted, the last ones first.

use console::{Alignment, measure_text_width, pad_str, truncate_str};

use crate::plain;

/// Spaces before the first column.
const MARGIN: usize = 1;
/// Spaces between columns.
const GAP: usize = 2;
/// Minimum width of a truncated column.
const LEAST: usize = 8;

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) name: String,
    /// Whether a cell is useless if truncated.
    pub(crate) whole: bool,
}

impl Head {
    /// A column that is never truncated.
    pub(crate) fn whole(name: impl Into<String>) -> Self {
        Self { name: name.into(), whole: true }
    }

    /// A column that is truncated on narrow terminals.
    pub(crate) fn text(name: impl Into<String>) -> Self {
        Self { name: name.into(), whole: false }
    }

    /// Returns the heading: `ACCOUNT ID` of `accountId`, `account_id` and `attributes.accountId`.
    fn title(&self) -> String {
        let name = self.name.rsplit('.').next().unwrap_or_default();
        let mut title = String::new();
        for (at, character) in name.chars().enumerate() {
            if at > 0 && character.is_ascii_uppercase() {
                title.push(' ');
            }
            title.extend(character.to_uppercase());
        }
        title.replace('_', " ")
    }
}

/// A formatted table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) text: String,
    /// The names of the columns that do not fit.
    pub(crate) left_out: Vec<String>,
}

/// Formats rows in lines of at most `width` terminal columns.
pub(crate) fn render(heads: &[Head], rows: &[Vec<String>], width: Option<usize>) -> Rendered {
    let mut lines: Vec<Vec<String>> = vec![heads.iter().map(|head| head.title()).collect()];
    lines.extend(rows.iter().map(|row| row.iter().map(|cell| plain::line(cell).into_owned()).collect()));
    let mut widths = vec![0; heads.len()];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = measure_text_width(cell).max(*width);
        }
    }
    let widths: Vec<_> = match width {
        Some(width) => fit(heads, &widths, width),
        None => widths.into_iter().map(Some).collect(),
    };

    let mut text = String::new();
    for line in &lines {
        let shown = line.iter().zip(&widths).filter_map(|(cell, width)| Some((cell, (*width)?)));
        let cells: Vec<_> = shown.map(|(cell, width)| cut(cell, width)).collect();
        text.push_str(format!("{:MARGIN$}{}", "", cells.join(&" ".repeat(GAP))).trim_end());
        text.push('\n');
    }
    let left_out = heads.iter().zip(&widths).filter(|(_, width)| width.is_none());
    Rendered { text, left_out: left_out.map(|(head, _)| head.name.clone()).collect() }
}

fn cut(cell: &str, width: usize) -> String {
    pad_str(&truncate_str(cell, width, "…"), width, Alignment::Left, None).into_owned()
}

/// Returns the width of each column; `None` for omitted ones. The first column is always shown.
fn fit(heads: &[Head], natural: &[usize], width: usize) -> Vec<Option<usize>> {
    let mut left = (width + GAP).saturating_sub(MARGIN);
    let mut widths = vec![None; natural.len()];
    for whole in [true, false] {
        for (at, ((head, natural), width)) in heads.iter().zip(natural).zip(&mut widths).enumerate() {
            let first = at == 0;
            if (head.whole || first) != whole {
                continue;
            }
            let least = if head.whole { *natural } else { (*natural).min(LEAST) };
            if first || least + GAP <= left {
                *width = Some(least);
                left = left.saturating_sub(least + GAP);
            }
        }
    }
    // The truncated columns share the remaining width.
    let mut grows = true;
    while grows {
        grows = false;
        for (width, natural) in widths.iter_mut().zip(natural) {
            if let Some(width) = width.as_mut().filter(|width| left > 0 && **width < *natural) {
                *width += 1;
                left -= 1;
                grows = true;
            }
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn accounts() -> [Head; 4] {
        [Head::whole("account_id"), Head::text("name"), Head::text("email"), Head::whole("last_active")]
    }

    const TIME: &str = "2025-12-14T11:32:01.000Z";

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    #[test]
    fn table_aligns_columns_and_removes_control_characters() {
        let rows = rows(&[&["a1", "Ann\u{1b}[2J"], &["b", "Bob\n"]]);
        let table = render(&[Head::whole("id"), Head::text("name")], &rows, None);
        assert_eq!(table.text, " ID  NAME\n a1  Ann�[2J\n b   Bob\n");
    }

    #[test]
    fn title_separates_words_of_a_name() {
        for (name, title) in [
            ("account_id", "ACCOUNT ID"),
            ("accountId", "ACCOUNT ID"),
            ("attributes.claim_type", "CLAIM TYPE"),
            ("Resources", "RESOURCES"),
        ] {
            assert_eq!(Head::text(name).title(), title);
        }
    }

    #[test]
    fn narrow_table_truncates_text_then_omits_columns() {
        let rows = rows(&[&["id-1234567890", "Ming Chen-Rodriguez", "ming.chen@example.com", TIME]]);
        for (width, line, left_out) in [
            (
                84,
                " id-1234567890  Ming Chen-Rodriguez  ming.chen@example.com  2025-12-14T11:32:01.000Z",
                &[][..],
            ),
            (70, " id-1234567890  Ming Chen-Ro…  ming.chen@ex…  2025-12-14T11:32:01.000Z", &[]),
            (60, " id-1234567890  Ming Ch…  ming.ch…  2025-12-14T11:32:01.000Z", &[]),
            (59, " id-1234567890  Ming Chen-Rodrig…  2025-12-14T11:32:01.000Z", &["email"]),
            (40, " id-1234567890  2025-12-14T11:32:01.000Z", &["name", "email"]),
            (39, " id-1234567890  Ming Chen-…  ming.chen…", &["last_active"]),
            (10, " id-1234567890", &["name", "email", "last_active"]),
        ] {
            let table = render(&accounts(), &rows, Some(width));
            assert_eq!(table.text.lines().last(), Some(line), "{width}");
            assert_eq!(table.left_out, left_out, "{width}");
        }
    }

    #[test]
    fn width_counts_wide_characters_twice() {
        let rows = rows(&[&["a", "設計メモ設計メモ"], &["b", "設計"]]);
        let table = render(&[Head::whole("id"), Head::text("name")], &rows, Some(13));
        assert_eq!(table.text, " ID  NAME\n a   設計メ…\n b   設計\n");
    }

    proptest! {
        #[test]
        fn rows_take_one_line_and_whole_cells_are_not_truncated(
            cells in proptest::collection::vec(("[a-f0-9-]{1,43}", any::<String>(), "\\PC{0,60}"), 0..8),
            width in 1_usize..200,
        ) {
            let rows: Vec<Vec<String>> = cells
                .iter()
                .map(|(id, name, email)| vec![id.clone(), name.clone(), email.clone(), TIME.to_owned()])
                .collect();
            let table = render(&accounts(), &rows, Some(width));
            let lines: Vec<_> = table.text.lines().collect();
            prop_assert_eq!(lines.len(), rows.len() + 1);
            let first = rows.iter().map(|row| row[0].len()).max().unwrap_or_default().max("ACCOUNT ID".len());
            for (line, row) in lines[1..].iter().zip(&rows) {
                prop_assert!(measure_text_width(line) <= width.max(first + MARGIN), "{:?}", line);
                prop_assert!(line[MARGIN..].starts_with(&row[0]), "{:?}", line);
                prop_assert_eq!(line.ends_with(TIME), !table.left_out.contains(&"last_active".to_owned()));
            }
        }
    }
}
