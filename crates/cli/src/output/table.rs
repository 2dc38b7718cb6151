//! Tables for terminals: one line a row, cut to the width of the terminal.
//!
//! Identifiers and times are shown whole or not at all, since a part of one cannot be copied. Text
//! is cut, with an ellipsis. Columns that do not fit even so are left out, the last ones first.

use console::{Alignment, measure_text_width, pad_str, truncate_str};

use crate::plain;

/// Blanks before the first column.
const MARGIN: usize = 1;
/// Blanks between columns.
const GAP: usize = 2;
/// The least width of a column that is cut.
const LEAST: usize = 8;

/// The head of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) name: &'static str,
    /// Whether a cell is of no use without its end.
    pub(crate) whole: bool,
}

impl Head {
    /// A column whose cells are never cut.
    pub(crate) const fn whole(name: &'static str) -> Self {
        Self { name, whole: true }
    }

    /// A column whose cells are cut where the terminal is narrow.
    pub(crate) const fn text(name: &'static str) -> Self {
        Self { name, whole: false }
    }

    fn title(self) -> String {
        self.name.to_uppercase().replace('_', " ")
    }
}

/// A table that was laid out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) text: String,
    /// The names of the columns that do not fit.
    pub(crate) left_out: Vec<&'static str>,
}

/// Lays out rows, in lines of at most `width` columns of a terminal.
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
    Rendered { text, left_out: left_out.map(|(head, _)| head.name).collect() }
}

fn cut(cell: &str, width: usize) -> String {
    pad_str(&truncate_str(cell, width, "…"), width, Alignment::Left, None).into_owned()
}

/// The width of each column; `None` for those that are left out. The first column is always shown.
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
    // The columns that are cut share what is left.
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

    const ACCOUNTS: [Head; 4] =
        [Head::whole("account_id"), Head::text("name"), Head::text("email"), Head::whole("last_active")];
    const TIME: &str = "2025-12-14T11:32:01.000Z";

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    #[test]
    fn columns_line_up_and_nothing_moves_the_terminal() {
        let rows = rows(&[&["a1", "Ann\u{1b}[2J"], &["b", "Bob\n"]]);
        let table = render(&[Head::whole("id"), Head::text("name")], &rows, None);
        assert_eq!(table.text, " ID  NAME\n a1  Ann�[2J\n b   Bob\n");
    }

    #[test]
    fn a_narrow_table_cuts_text_then_leaves_out_columns() {
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
            let table = render(&ACCOUNTS, &rows, Some(width));
            assert_eq!(table.text.lines().last(), Some(line), "{width}");
            assert_eq!(table.left_out, left_out, "{width}");
        }
    }

    #[test]
    fn wide_characters_count_twice() {
        let rows = rows(&[&["a", "設計メモ設計メモ"], &["b", "設計"]]);
        let table = render(&[Head::whole("id"), Head::text("name")], &rows, Some(13));
        assert_eq!(table.text, " ID  NAME\n a   設計メ…\n b   設計\n");
    }

    proptest! {
        #[test]
        fn rows_are_one_line_each_and_whole_cells_stay_whole(
            cells in proptest::collection::vec(("[a-f0-9-]{1,43}", any::<String>(), "\\PC{0,60}"), 0..8),
            width in 1_usize..200,
        ) {
            let rows: Vec<Vec<String>> = cells
                .iter()
                .map(|(id, name, email)| vec![id.clone(), name.clone(), email.clone(), TIME.to_owned()])
                .collect();
            let table = render(&ACCOUNTS, &rows, Some(width));
            let lines: Vec<_> = table.text.lines().collect();
            prop_assert_eq!(lines.len(), rows.len() + 1);
            let first = rows.iter().map(|row| row[0].len()).max().unwrap_or_default().max("ACCOUNT ID".len());
            for (line, row) in lines[1..].iter().zip(&rows) {
                prop_assert!(measure_text_width(line) <= width.max(first + MARGIN), "{:?}", line);
                prop_assert!(line[MARGIN..].starts_with(&row[0]), "{:?}", line);
                prop_assert_eq!(line.ends_with(TIME), !table.left_out.contains(&"last_active"));
            }
        }
    }
}
