//! Texts that are asked for whole or in part, in any case.

/// What a text is asked to be. By default any text will do.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextMatch {
    /// One of these, whole.
    pub(crate) equal: Option<Vec<String>>,
    /// With this in it.
    pub(crate) contains: Option<String>,
}

impl TextMatch {
    pub(crate) fn fits(&self, text: &str) -> bool {
        // The usual case, which is asked about every user.
        if self.equal.is_none() && self.contains.is_none() {
            return true;
        }
        let text = text.to_lowercase();
        let is = |wanted: &String| wanted.to_lowercase() == text;
        self.equal.as_ref().is_none_or(|list| list.iter().any(is))
            && self.contains.as_ref().is_none_or(|part| text.contains(&part.to_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fits_all_that_is_asked() {
        let asked = |equal: Option<&[&str]>, contains: Option<&str>| TextMatch {
            equal: equal.map(|list| list.iter().map(|text| (*text).to_owned()).collect()),
            contains: contains.map(str::to_owned),
        };
        assert!(asked(None, None).fits("Alice"));
        assert!(asked(Some(&["bob", "ALICE"]), None).fits("Alice"));
        assert!(!asked(Some(&["Ali"]), None).fits("Alice"));
        assert!(!asked(Some(&[]), None).fits("Alice"), "none of none");
        assert!(asked(None, Some("LIC")).fits("Alice"));
        assert!(!asked(Some(&["alice"]), Some("bob")).fits("Alice"));
    }
}
