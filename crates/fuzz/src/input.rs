//! Derives choices from bytes.

/// Returns the choice among `all` that the first byte selects, and the other bytes.
pub(crate) fn choose<'a, 'd, T>(all: &'a [T], data: &'d [u8]) -> (&'a T, &'d [u8]) {
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    (&all[usize::from(*first) % all.len()], rest)
}

/// Returns the bytes that select `index`, followed by `rest`.
pub(crate) fn chosen(index: usize, rest: impl AsRef<[u8]>) -> Vec<u8> {
    [&[u8::try_from(index).expect("there are fewer than 256")], rest.as_ref()].concat()
}
