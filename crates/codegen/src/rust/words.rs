//! Names of Rust from names on the wire, and names of variables from names of types.

/// `accountIds` becomes `account_ids`.
pub(super) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// `users_search` becomes `UsersSearch`.
pub(super) fn camel_case(name: &str) -> String {
    let word = |word: &str| {
        let mut characters = word.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    };
    name.split('_').map(word).collect()
}

/// Returns the last word of the name of a type: `user` of `DirectoryUser`.
pub(super) fn noun(name: &str) -> String {
    let snake = snake_case(name);
    snake.rsplit('_').next().unwrap_or_default().to_owned()
}

/// Returns the plural of a noun.
pub(super) fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if noun.ends_with('s') => noun.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

/// Begins a text with a capital.
pub(super) fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_rust() {
        assert_eq!(snake_case("accountIds"), "account_ids");
        assert_eq!(snake_case("account_id"), "account_id");
        assert_eq!(camel_case("scim_links_get_for_email"), "ScimLinksGetForEmail");
        assert_eq!(noun("DirectoryUser"), "user");
        assert_eq!(["user", "policy", "roles"].map(plural), ["users", "policies", "roles"]);
        assert_eq!(sentence("finds users"), "Finds users");
    }
}
