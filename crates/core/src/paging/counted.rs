//! Listings that count their items instead of returning a cursor, as SCIM does.

use std::ops::Range;

use super::Position;
use crate::page::{Counted, Cursor, PageError};

/// The position of a walk over a counted listing.
///
/// It depends on what was requested and received: some servers return a `startIndex` of 0, that of
/// another page, or none. Pages are compared by the identifiers of their items, which detects a
/// server that ignores `startIndex`.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    /// The requested number. `None` if the first page was requested without one.
    asked: Option<u64>,
    /// The number of items before the next page.
    seen: u64,
    /// The previous page.
    before: Option<Counted>,
    /// The number of items on the first page, if the server numbered it 0.
    zero: Option<(Counted, u64)>,
    /// Whether the item between the first page and the second is being requested.
    recovers: bool,
}

impl Counter {
    /// Starts at an item, counted from 1; 0 means 1 (RFC 7644, section 3.4.2.4).
    pub(crate) fn from(start: Option<u64>) -> Self {
        let asked = start.filter(|start| *start > 0);
        Self { asked, seen: asked.unwrap_or(1) - 1, ..Self::default() }
    }

    /// Advances past a page with this number of items. Returns the range of new items and the next
    /// position.
    pub(crate) fn accept(
        &mut self,
        page: Counted,
        received: usize,
    ) -> (Range<usize>, Result<Position, PageError>) {
        if self.recovers {
            return self.recover(&page, received);
        }
        // Items without an identifier can be equal and still be different items, so only whole
        // pages of them are compared.
        let has_id = page.first.as_ref().is_some_and(|first| !first.starts_with('{'));
        let before = self.before.as_ref().filter(|_| page.first.is_some());
        // Two pages that begin with the same item: the server ignores `startIndex`.
        let repeats =
            before.is_some_and(|before| before.first == page.first && (has_id || before.last == page.last));
        // If the listing has grown in between, an item appears on both pages.
        let is_known = has_id && before.is_some_and(|before| before.last == page.first);
        let new = usize::from(is_known).min(received)..received;
        if received == 0 {
            return (new, self.end(page.total));
        }
        if repeats || new.is_empty() {
            return (0..0, Err(PageError::Loop));
        }
        self.seen = self.seen.saturating_add(new.len() as u64);
        let next = self.asked.unwrap_or(1).saturating_add(received as u64);
        if self.asked.is_none() && page.start_index == Some(0) {
            self.zero = Some((page.clone(), received as u64));
        }
        self.asked = Some(next);
        // A total smaller than the number of received items is invalid, and is not the end of the
        // listing.
        let is_last = page.total == Some(self.seen);
        self.before = Some(page);
        (new, Ok(if is_last { Position::End } else { Position::At(Cursor::Index(next)) }))
    }

    /// Returns the next position after an empty page.
    fn end(&mut self, total: Option<u64>) -> Result<Position, PageError> {
        let missing = self.credible(total).map(|total| total - self.seen);
        match (missing, &self.zero) {
            (Some(0), _) => Ok(Position::End),
            // The server counts from 0 and has read the requested number of the second page as the
            // item after it, so one item was skipped.
            (Some(1) | None, Some((_, first))) => {
                self.recovers = true;
                Ok(Position::At(Cursor::Index(*first)))
            }
            (None, _) => Ok(Position::End),
            // Stopping here would silently lose the remaining items.
            (Some(_), _) => Err(PageError::Gap),
        }
    }

    /// The total, unless more items than that were received.
    fn credible(&self, total: Option<u64>) -> Option<u64> {
        total.filter(|total| *total >= self.seen)
    }

    /// Accepts the item that a server that counts from 0 has skipped.
    fn recover(&mut self, page: &Counted, received: usize) -> (Range<usize>, Result<Position, PageError>) {
        let counts_from_one =
            self.zero.as_ref().is_some_and(|(first, _)| first.last.is_some() && first.last == page.first);
        match (received, self.credible(page.total)) {
            (1.., _) if !counts_from_one => (0..1, Ok(Position::End)),
            (_, None) => (0..0, Ok(Position::End)),
            (_, Some(_)) => (0..0, Err(PageError::Gap)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A server with `total` items and `page` items per page.
    #[derive(Debug, Clone, Copy)]
    struct Server {
        total: u64,
        page: u64,
        /// The index of the first returned item, from 0, by the requested number.
        at: fn(Option<u64>) -> u64,
        /// The `startIndex` of the response, by the requested number and the index.
        says: fn(Option<u64>, u64) -> Option<u64>,
        counts: bool,
    }

    /// The requested numbers, the received items, and how the walk ends.
    fn walk(server: Server, start: Option<u64>) -> (Vec<Option<u64>>, Vec<u64>, Option<PageError>) {
        let mut counter = Counter::from(start);
        let (mut asked, mut items, mut here) = (Vec::new(), Vec::new(), start);
        loop {
            asked.push(here);
            assert!(asked.len() < 50, "{asked:?}");
            let index = (server.at)(here).min(server.total);
            let page: Vec<_> = (index..server.total.min(index + server.page)).collect();
            let texts: Vec<_> = page.iter().map(|item| format!(r#"{{"id":"{item}"}}"#)).collect();
            let counted = Counted {
                start_index: (server.says)(here, index),
                total: server.counts.then_some(server.total),
                ..Counted::default()
            };
            let counted = counted.with_items(texts.iter().map(String::as_str));
            let (new, next) = counter.accept(counted, page.len());
            items.extend_from_slice(&page[new]);
            match next {
                Ok(Position::At(Cursor::Index(next))) => here = Some(next),
                Ok(_) => return (asked, items, None),
                Err(error) => return (asked, items, Some(error)),
            }
        }
    }

    const STANDARD: Server = Server {
        total: 5,
        page: 2,
        at: |asked| asked.unwrap_or(1).max(1) - 1,
        says: |_, index| Some(index + 1),
        counts: true,
    };

    #[test]
    fn walk_requests_items_after_received_ones() {
        let all = (vec![None, Some(3), Some(5)], vec![0, 1, 2, 3, 4], None);
        for says in [
            STANDARD.says,
            |_, _| None,
            |_, _| Some(0),
            |_, _| Some(1),
            |_, index| Some(index),
            |asked, _| Some(asked.unwrap_or(0)),
        ] as [fn(Option<u64>, u64) -> Option<u64>; 6]
        {
            assert_eq!(walk(Server { says, ..STANDARD }, None), all);
        }
        assert_eq!(walk(STANDARD, Some(4)), (vec![Some(4)], vec![3, 4], None));
        assert_eq!(walk(STANDARD, Some(9)), (vec![Some(9)], vec![], None));
        let uncounted = Server { counts: false, ..STANDARD };
        assert_eq!(walk(uncounted, None).0, [None, Some(3), Some(5), Some(6)]);
    }

    #[test]
    fn walk_continues_when_total_is_less_than_received_items() {
        let page = |total, items: &[&'static str]| {
            Counted { total: Some(total), ..Counted::default() }.with_items(items.iter().copied())
        };
        for total in [0, 1] {
            let mut counter = Counter::from(None);
            let next = |index| Ok(Position::At(Cursor::Index(index)));
            assert_eq!(counter.accept(page(total, &["a", "b"]), 2), (0..2, next(3)));
            assert_eq!(counter.accept(page(total, &["c"]), 1), (0..1, next(4)));
            assert_eq!(counter.accept(page(total, &[]), 0), (0..0, Ok(Position::End)));
        }
        let first = Counter::from(None).accept(page(2, &["a", "b"]), 2);
        assert_eq!(first, (0..2, Ok(Position::End)), "nothing contradicts this total");
        let mut shrunken = Counter::from(Some(9));
        assert_eq!(shrunken.accept(page(5, &[]), 0), (0..0, Ok(Position::End)));
    }

    #[test]
    fn walk_detects_server_that_ignores_start_index() {
        let stuck = Server { at: |_| 0, ..STANDARD };
        assert_eq!(walk(stuck, None), (vec![None, Some(3)], vec![0, 1], Some(PageError::Loop)));
        let uncounted = Server { counts: false, page: 1, ..stuck };
        assert_eq!(walk(uncounted, None), (vec![None, Some(2)], vec![0], Some(PageError::Loop)));
        let whole = Server { page: 9, ..stuck };
        assert_eq!(walk(whole, None), (vec![None], vec![0, 1, 2, 3, 4], None));
    }

    #[test]
    fn empty_page_is_an_error_before_total() {
        let short = Server { at: |asked| if asked.is_none() { 0 } else { 99 }, ..STANDARD };
        assert_eq!(walk(short, None), (vec![None, Some(3)], vec![0, 1], Some(PageError::Gap)));
        let zero = Server { says: |asked, _| Some(asked.unwrap_or(0)), ..short };
        assert_eq!(walk(zero, None).2, Some(PageError::Gap), "more than one item is missing");
    }

    #[test]
    fn item_is_returned_once_when_it_moves_to_next_page() {
        let mut counter = Counter::from(None);
        let page =
            |ids: [&str; 2]| Counted { total: Some(4), ..Counted::default() }.with_items(ids.into_iter());
        assert_eq!(counter.accept(page(["a", "b"]), 2), (0..2, Ok(Position::At(Cursor::Index(3)))));
        assert_eq!(counter.accept(page(["b", "c"]), 2), (1..2, Ok(Position::At(Cursor::Index(5)))));
    }

    #[test]
    fn equal_items_without_id_are_all_kept() {
        let mut counter = Counter::from(None);
        let page =
            |items: [&str; 2]| Counted { total: Some(6), ..Counted::default() }.with_items(items.into_iter());
        let (odd, other) = (r#"{"id":null}"#, r#"{"id":"a"}"#);
        assert_eq!(counter.accept(page([other, odd]), 2).0, 0..2);
        assert_eq!(counter.accept(page([odd, other]), 2).0, 0..2, "the first equals the last before");
        assert_eq!(counter.accept(page([odd, odd]), 2).0, 0..2, "two pages begin with equal items");
        assert_eq!(counter.accept(page([odd, odd]), 2).1, Err(PageError::Loop), "a whole page repeats");
    }

    #[test]
    fn item_is_identified_by_id_of_any_type() {
        let of = |item: &str| Counted::default().with_items([item].into_iter()).first.unwrap();
        assert_eq!(of(r#"{"id":"a","n":1}"#), r#""a""#);
        assert_eq!(of(r#"{"id":7}"#), "7");
        assert_eq!(of(r#"{"n":"\ud800"}"#), r#"{"n":"\ud800"}"#);
        assert_eq!(of("7"), "7");
    }

    proptest! {
        #[test]
        fn each_item_is_returned_once_by_any_server(
            total in 0_u64..12,
            page in 1_u64..5,
            from_zero in any::<bool>(),
            echo in 0_usize..5,
            counts in any::<bool>(),
        ) {
            let at = if from_zero { |asked: Option<u64>| asked.unwrap_or(0) } else { STANDARD.at };
            let says = [
                |_, index| Some(index),
                |asked: Option<u64>, _| Some(asked.unwrap_or(0)),
                STANDARD.says,
                |_, _| None,
                |_, _| Some(1),
            ] as [fn(Option<u64>, u64) -> Option<u64>; 5];
            // A server that counts from 0 reports that number on the first page.
            let says = says[if from_zero { echo % 2 } else { echo }];
            let (_, mut items, error) = walk(Server { total, page, at, says, counts }, None);
            items.sort_unstable();
            prop_assert_eq!((items, error), ((0..total).collect::<Vec<_>>(), None));
        }
    }
}
