//! What a run is asked for.

use super::areas::Area;
use crate::command::Outcome;

/// Which mutants to run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(super) areas: Vec<&'static Area>,
    pub(super) shard: Shard,
}

/// One of so many parts, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shard {
    index: usize,
    count: usize,
}

impl Options {
    /// Reads `[--shard k/n] [areas…]`.
    pub(crate) fn read(options: &[&str]) -> Outcome<Self> {
        let (shard, areas) = match options {
            ["--shard", shard, areas @ ..] => (Shard::read(shard)?, areas),
            areas => (Shard { index: 0, count: 1 }, areas),
        };
        Ok(Self { areas: Area::of(areas)?, shard })
    }
}

impl Shard {
    fn read(text: &str) -> Outcome<Self> {
        let parts =
            text.split_once('/').and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
        match parts {
            Some((index, count)) if index < count => Ok(Self { index, count }),
            _ => Err(format!("--shard takes k/n with k from 0 to n - 1, and not `{text}`").into()),
        }
    }

    /// Its part of all: every n-th one.
    pub(super) fn of(self, all: &[String]) -> impl Iterator<Item = &String> {
        all.iter().skip(self.index).step_by(self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(options: &[&str]) -> Result<(usize, Shard), String> {
        let options = Options::read(options).map_err(|error| error.to_string())?;
        Ok((options.areas.len(), options.shard))
    }

    #[test]
    fn shard_and_areas_are_read() {
        assert_eq!(read(&["paging", "auth"]), Ok((2, Shard { index: 0, count: 1 })));
        assert_eq!(read(&["--shard", "1/3", "path"]), Ok((1, Shard { index: 1, count: 3 })));
        for wrong in ["3/3", "1", "a/b", ""] {
            let told = format!("--shard takes k/n with k from 0 to n - 1, and not `{wrong}`");
            assert_eq!(read(&["--shard", wrong]), Err(told));
        }
    }

    #[test]
    fn the_shards_together_are_all() {
        let all: Vec<_> = (0..7).map(|number| number.to_string()).collect();
        let of = |index| Shard { index, count: 3 }.of(&all).map(String::as_str).collect::<Vec<_>>();
        assert_eq!([of(0), of(1), of(2)], [vec!["0", "3", "6"], vec!["1", "4"], vec!["2", "5"]]);
    }
}
