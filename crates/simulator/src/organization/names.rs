//! Names of people, domains and products.

use crate::hash::Draw;

/// A name, and the form of it that goes into an e-mail address.
type Name = (&'static str, &'static str);

const FIRST: [Name; 24] = [
    ("Alice", "alice"),
    ("Bob", "bob"),
    ("Carol", "carol"),
    ("Dana", "dana"),
    ("Erin", "erin"),
    ("Frank", "frank"),
    ("Grace", "grace"),
    ("Heidi", "heidi"),
    ("Ivan", "ivan"),
    ("Judy", "judy"),
    ("Kofi", "kofi"),
    ("Lena", "lena"),
    ("Mallory", "mallory"),
    ("Nadia", "nadia"),
    ("Oscar", "oscar"),
    ("Priya", "priya"),
    ("Rahul", "rahul"),
    ("Sybil", "sybil"),
    ("Trent", "trent"),
    ("Zoë", "zoe"),
    ("José", "jose"),
    ("Łukasz", "lukasz"),
    ("Søren", "soren"),
    ("明", "ming"),
];

const LAST: [Name; 24] = [
    ("Adams", "adams"),
    ("Brown", "brown"),
    ("Chen", "chen"),
    ("Davis", "davis"),
    ("Evans", "evans"),
    ("Fischer", "fischer"),
    ("Garcia", "garcia"),
    ("Hughes", "hughes"),
    ("Ito", "ito"),
    ("Johnson", "johnson"),
    ("Kumar", "kumar"),
    ("Lopez", "lopez"),
    ("Martinez", "martinez"),
    ("Novak", "novak"),
    ("O’Brien", "obrien"),
    ("Patel", "patel"),
    ("Quinn", "quinn"),
    ("Rossi", "rossi"),
    ("Smith", "smith"),
    ("Tanaka", "tanaka"),
    ("Wilson", "wilson"),
    ("Müller", "mueller"),
    ("Nuñez", "nunez"),
    ("Åström", "astrom"),
];

/// A person's full name, and the local part of an e-mail address.
pub(crate) fn person(draw: &mut Draw, index: u64) -> (String, String) {
    let (first, last) = (draw.pick(&FIRST), draw.pick(&LAST));
    (format!("{} {}", first.0, last.0), format!("{}.{}.{index}", first.1, last.1))
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

/// Names of things that events are about.
pub(crate) const TITLES: [&str; 12] = [
    "Roadmap",
    "Release checklist",
    "Customer onboarding",
    "Équipe produit",
    "Incident review",
    "Budget draft",
    "Team charter",
    "Überblick",
    "Architecture notes",
    "Hiring plan",
    "設計メモ",
    "Support rota",
];

pub(crate) const JOB_TITLES: [&str; 6] =
    ["Engineer", "Designer", "Product manager", "Analyst", "Support agent", "Team lead"];

pub(crate) const DEPARTMENTS: [&str; 6] =
    ["Engineering", "Design", "Finance", "Support", "Marketing", "Legal"];
