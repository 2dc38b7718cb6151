//! CSV that spreadsheets open without running formulas.

use std::borrow::Cow;

/// Writes rows, after a header if there is one.
pub(crate) fn encode<'a>(header: Option<impl Iterator<Item = &'a str>>, rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory only fails for rows of different lengths, and each row has one cell per
    // column.
    if let Some(header) = header {
        let _ = writer.write_record(header);
    }
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

/// Spreadsheets run a cell that begins like a formula; an apostrophe makes it text.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        return Cow::Owned(format!("'{cell}"));
    }
    Cow::Borrowed(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encode_quotes_cells_and_escapes_formulas() {
        let row = ["=1+1", "+49", "-1", "@x", "\tx", "\rx", "a,\"b\"", "a=b", ""].map(str::to_owned).to_vec();
        let header = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
        let text = String::from_utf8(encode(Some(header.into_iter()), &[row])).unwrap();
        assert_eq!(text, "a,b,c,d,e,f,g,h,i\n'=1+1,'+49,'-1,'@x,'\tx,\"'\rx\",\"a,\"\"b\"\"\",a=b,\n");
    }

    #[test]
    fn cells_are_read_as_written_and_never_as_formulas() {
        let cells = ('\0'..='\u{ffff}').map(|first| format!("{first}=\",\r\n{first}"));
        let rows: Vec<_> = cells.map(|cell| vec![cell, String::new()]).collect();
        let text = encode(Some(["a", "b"].into_iter()), &rows);
        let mut reader = csv::Reader::from_reader(text.as_slice());
        let read: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(read.len(), rows.len());
        for (read, row) in read.iter().zip(&rows) {
            assert!(read[0] == row[0] || read[0].strip_prefix('\'') == Some(&row[0]), "{row:?}");
            assert!(!read[0].starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{row:?}");
            assert_eq!(read[1], row[1]);
        }
    }
}
