//! Pages that are all alike but for identifiers and times, which are written into a page that is rendered once: the server must
//! cost next to nothing.

use std::fmt::{self, Write};

use atlassian_admin::model::Timestamp;

/// 2026-05-19T10:00:00Z, the time of the first item.
const START: i64 = 1_779_184_800_000;
/// From one item to the next, in milliseconds.
const SPACING: i64 = 10_000;

const NUMBER: &str = "0000000";
const TIME: &str = "2026-05-19T10:00:00.000Z";

const NAMES: [&str; 8] = [
    "Zoë Müller",
    "Łukasz Wiśniewski",
    "Renée Côté",
    "Ann Lee",
    "José García",
    "Søren Kjær",
    "Priya Raman",
    "Jürgen Groß",
];

/// The name of someone, another for each of a few numbers.
pub(crate) fn name(index: usize) -> &'static str {
    pick(&NAMES, index)
}

/// One of a list, over and over again in order.
pub(crate) fn pick<T: Copy + Default>(list: &[T], index: usize) -> T {
    list.get(index % list.len()).copied().unwrap_or_default()
}

/// A page with holes.
pub(crate) struct Template {
    items: Items,
    count: usize,
    end: fn(Option<&str>) -> String,
}

/// The items of a template, as they are written. Writing into it cannot fail.
#[derive(Default)]
pub(crate) struct Items {
    json: String,
    /// Which item is being written.
    item: usize,
    holes: Vec<Hole>,
}

/// Where an item's own text stands.
#[derive(Clone)]
struct Hole {
    place: usize,
    item: usize,
    content: Content,
}

#[derive(Clone)]
enum Content {
    /// The item's number, in seven digits.
    Number,
    /// The item's time, less so many milliseconds.
    Time { before: i64 },
}

impl Items {
    pub(crate) fn text(&mut self, json: &str) {
        self.json.push_str(json);
    }

    pub(crate) fn number(&mut self) {
        self.hole(NUMBER, Content::Number);
    }

    /// The item's time, less so many milliseconds.
    pub(crate) fn time(&mut self, before: i64) {
        self.hole(TIME, Content::Time { before });
    }

    fn hole(&mut self, room: &str, content: Content) {
        self.holes.push(Hole { place: self.json.len(), item: self.item, content });
        self.json.push_str(room);
    }
}

impl Write for Items {
    fn write_str(&mut self, json: &str) -> fmt::Result {
        self.text(json);
        Ok(())
    }
}

impl Template {
    /// A page of so many items, each as `write` writes it. `end` is what stands behind them, with the cursor of the next page.
    pub(crate) fn new(
        count: usize,
        write: impl Fn(&mut Items, usize),
        end: fn(Option<&str>) -> String,
    ) -> Self {
        let mut items = Items::default();
        for index in 0..count {
            if index > 0 {
                items.text(",");
            }
            items.item = index;
            write(&mut items, index);
        }
        Self { items, count, end }
    }

    /// The same with all letters beyond ASCII replaced, by as many letters as they have bytes: the holes stay where they are.
    pub(crate) fn in_ascii(&self) -> Self {
        let plain = |letter: char| if letter.is_ascii() { letter } else { 'x' };
        let letters = self.items.json.chars();
        let json = letters.flat_map(|letter| std::iter::repeat_n(plain(letter), letter.len_utf8())).collect();
        let items = Items { json, item: self.items.item, holes: self.items.holes.clone() };
        Self { items, count: self.count, end: self.end }
    }

    /// The page of this number; `next` is the cursor of the one after it.
    pub(crate) fn render(&self, page: usize, next: Option<&str>) -> Vec<u8> {
        const BEGINNING: &[u8] = br#"{"data":["#;
        let Items { json, holes, .. } = &self.items;
        let mut body = Vec::with_capacity(json.len() + 512);
        body.extend_from_slice(BEGINNING);
        body.extend_from_slice(json.as_bytes());
        for Hole { place, item, content } in holes {
            let number = page * self.count + item;
            let text = match content {
                Content::Number => format!("{number:07}"),
                Content::Time { before } => {
                    let time = START + SPACING * i64::try_from(number).unwrap_or(0);
                    Timestamp::from_millis(time - before).to_string()
                }
            };
            let start = BEGINNING.len() + place;
            if let Some(room) = body.get_mut(start..start + text.len()) {
                room.copy_from_slice(text.as_bytes());
            }
        }
        body.extend_from_slice((self.end)(next).as_bytes());
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_gets_its_own_number_and_time() {
        let write = |items: &mut Items, index: usize| {
            items.text(r#"{"name":""#);
            items.text(name(index));
            items.text(r#"","id":""#);
            items.number();
            items.text(r#"","at":""#);
            items.time(700);
            items.text(r#""}"#);
        };
        let template = Template::new(2, write, |next| format!(r#"],"next":"{}"}}"#, next.unwrap_or("-")));
        assert_eq!(
            String::from_utf8(template.render(3, Some("c4"))).unwrap(),
            concat!(
                r#"{"data":[{"name":"Zoë Müller","id":"0000006","at":"2026-05-19T10:00:59.300Z"},"#,
                r#"{"name":"Łukasz Wiśniewski","id":"0000007","at":"2026-05-19T10:01:09.300Z"}],"next":"c4"}"#
            )
        );
    }
}
