//! Tables for terminals.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::plain;

/// The least width of the last column.
const LAST: u16 = 20;

/// Lays out rows, as wide as the terminal allows.
pub(crate) fn render<'a>(header: impl IntoIterator<Item = &'a str>, rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(header.into_iter().map(|name| name.to_uppercase().replace('_', " ")));
    for row in rows {
        table.add_row(row.iter().map(|cell| Cell::new(plain::line(cell))));
    }
    // Only the last column is broken over lines: an identifier in pieces cannot be copied.
    if let Some(last) = table.column_count().checked_sub(1) {
        let mut constraints = vec![ColumnConstraint::ContentWidth; last];
        constraints.push(ColumnConstraint::LowerBoundary(Width::Fixed(LAST)));
        table.set_constraints(constraints);
    }
    let mut text = table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_nothing_moves_the_terminal() {
        let rows = [["a1", "Ann\u{1b}[2J"], ["b", "Bob\n"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(render(["id", "name"], &rows), " ID  NAME\n a1  Ann�[2J\n b   Bob\n");
    }
}
