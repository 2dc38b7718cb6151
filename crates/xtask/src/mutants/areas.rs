//! The pieces of the core that are attacked.

use crate::command::Outcome;

/// A piece of the core: a file or a folder of this name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) name: &'static str,
    /// The tests that are to notice what is wrong with it, beside those within the library. What a mutant costs is to
    /// build and link the tests, so each piece names those alone that are about it.
    pub(super) tests: &'static [&'static str],
}

const AREAS: &[Area] = &[
    Area { name: "paging", tests: &["paging", "untyped"] },
    Area { name: "events", tests: &["feed", "follow"] },
    Area { name: "policy", tests: &[] },
    Area { name: "path", tests: &[] },
    Area { name: "auth", tests: &[] },
    Area { name: "endpoint", tests: &[] },
    Area { name: "error", tests: &["pipeline"] },
    Area { name: "client", tests: &["pipeline", "gate", "untyped", "paging"] },
];

impl Area {
    /// Those of these names, or all.
    pub(super) fn of(names: &[&str]) -> Outcome<Vec<&'static Self>> {
        if names.is_empty() {
            return Ok(AREAS.iter().collect());
        }
        let known = |name: &&str| {
            AREAS.iter().find(|area| area.name == *name).ok_or_else(|| {
                let known: Vec<_> = AREAS.iter().map(|area| area.name).collect();
                format!("`{name}` is none of {}", known.join(", ")).into()
            })
        };
        names.iter().map(known).collect()
    }

    /// Its files.
    pub(super) fn files(&self) -> [String; 4] {
        let place = format!("crates/core/src/{}", self.name);
        ["--file".into(), format!("{place}.rs"), "--file".into(), format!("{place}/**/*.rs")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_found_by_their_names() {
        let names = |names: &[&str]| {
            let areas = Area::of(names).map_err(|error| error.to_string())?;
            Ok::<_, String>(areas.iter().map(|area| area.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&["path", "auth"]), Ok(vec!["path", "auth"]));
        assert_eq!(names(&[]).map(|all| all.len()), Ok(AREAS.len()));
        let unknown = "`handles` is none of paging, events, policy, path, auth, endpoint, error, client";
        assert_eq!(names(&["handles"]), Err(unknown.into()));
    }
}
