//! The command line's CSV: it parses to the cells that were written, and no cell is a formula.

use atlassian_admin_cli::fuzzed;

const ROW: u8 = b'\x1e';
const CELL: u8 = b'\x1f';

/// The bytes are cells, separated by the unit separator, in rows, separated by the record
/// separator. Each row has as many as the first.
pub fn holds(data: &[u8]) {
    let mut rows: Vec<Vec<String>> = data
        .split(|byte| *byte == ROW)
        .map(|row| row.split(|byte| *byte == CELL).map(|cell| String::from_utf8_lossy(cell).into()).collect())
        .collect();
    let header = rows.remove(0);
    for row in &mut rows {
        row.resize(header.len(), String::new());
    }
    let names: Vec<_> = header.iter().map(String::as_str).collect();
    let text = fuzzed::csv(&names, &rows);
    let mut reader = ::csv::Reader::from_reader(text.as_slice());
    assert_eq!(reader.headers().expect("the header is read").iter().collect::<Vec<_>>(), names);
    let read: Vec<_> = reader.records().map(|row| row.expect("each row is read")).collect();
    assert_eq!(read.len(), rows.len());
    for (read, row) in read.iter().zip(&rows) {
        assert_eq!(read.len(), row.len());
        for (read, cell) in read.iter().zip(row) {
            assert!(read == cell || read.strip_prefix('\'') == Some(cell), "{cell:?} became {read:?}");
            assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{read:?} is a formula");
        }
    }
}

/// Cells that need quotes, and formulas.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    [
        "id\u{1f}name\u{1e}a1\u{1f}Zoë \"Z\" Ångström, Ms\u{1e}\u{1f}",
        "a\u{1e}=1+1\u{1e}+49\u{1e}-1\u{1e}@x\u{1e}\tx\u{1e}\rx\u{1e}\nx\u{1e}'x",
        "a\u{1f}b\u{1f}c\u{1e}one\r\ntwo\u{1f}\"\"\u{1f},",
        "",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}
