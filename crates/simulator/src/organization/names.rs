//! Names of people, domains and products, and the other tables of words that an organization is
//! made of.

use std::sync::LazyLock;

use crate::rng::Rng;

/// The rows of a table, whose `N` columns are separated by bars.
pub(crate) fn rows<const N: usize>(table: &'static str) -> Vec<[&'static str; N]> {
    let row = |line: &'static str| line.split('|').map(str::trim).collect::<Vec<_>>().try_into().ok();
    table.lines().filter_map(row).collect()
}

/// First and last names, each with the form of it that goes into an e-mail address.
static FIRST: LazyLock<Vec<[&str; 2]>> = LazyLock::new(|| rows(include_str!("names/first.txt")));
static LAST: LazyLock<Vec<[&str; 2]>> = LazyLock::new(|| rows(include_str!("names/last.txt")));

/// Names of things that events are about.
pub(crate) static TITLES: LazyLock<Vec<[&str; 1]>> = LazyLock::new(|| rows(include_str!("names/titles.txt")));

/// A person's full name, and the local part of an e-mail address.
pub(crate) fn person(rng: &mut Rng, index: u64) -> (String, String) {
    let ([first, first_part], [last, last_part]) = (rng.pick(&FIRST), rng.pick(&LAST));
    (format!("{first} {last}"), format!("{first_part}.{last_part}.{index}"))
}

/// The name of a domain of the organization.
pub(crate) fn domain(index: u64) -> String {
    match index {
        0 => "example.com".to_owned(),
        1 => "example.org".to_owned(),
        2 => "example.net".to_owned(),
        _ => format!("division-{index}.example.com"),
    }
}

/// Key and name of the products that accounts can use.
pub(crate) const PRODUCTS: [(&str, &str); 5] = [
    ("jira-software", "Jira Software"),
    ("jira-service-desk", "Jira Service Management"),
    ("confluence", "Confluence"),
    ("bitbucket", "Bitbucket"),
    ("trello", "Trello"),
];

pub(crate) const JOB_TITLES: [&str; 6] =
    ["Engineer", "Designer", "Product manager", "Analyst", "Support agent", "Team lead"];

pub(crate) const DEPARTMENTS: [&str; 6] =
    ["Engineering", "Design", "Finance", "Support", "Marketing", "Legal"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::audit_log::{ACTIONS, PLACES};

    #[test]
    fn every_line_of_a_table_is_a_row() {
        for (table, count) in [
            (include_str!("names/first.txt"), FIRST.len()),
            (include_str!("names/last.txt"), LAST.len()),
            (include_str!("names/titles.txt"), TITLES.len()),
            (include_str!("audit_log/places.txt"), PLACES.len()),
            (include_str!("audit_log/actions.txt"), ACTIONS.len()),
        ] {
            assert_eq!((table.lines().count(), count > 0), (count, true), "{table}");
        }
    }
}
