//! Quirks: where the real API deviates from its documents, each as a switch. All are off by
//! default.

use std::collections::BTreeSet;
use std::str::FromStr;

macro_rules! quirks {
    ($($variant:ident = $name:literal, $description:literal;)*) => {
        /// A known deviation of the real API from its documents, of [`Quirk::ALL`].
        ///
        /// # Examples
        /// ```
        /// use atlassian_admin_simulator::Quirk;
        /// assert_eq!("read-lag".parse(), Ok(Quirk::ReadLag));
        /// assert_eq!(Quirk::ReadLag.to_string(), "read-lag");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Quirk {
            $(#[doc = concat!("`", $name, "`: ", $description)] $variant,)*
        }

        impl Quirk {
            /// Every quirk:
            ///
            /// | quirk | what it does |
            /// |---|---|
            $(#[doc = concat!("| `", $name, "` | ", $description, " |")])*
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name that it is switched on by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does, in one sentence.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description,)* }
            }
        }
    };
}

quirks! {
    BareCursor = "bare-cursor", "`links.next` is the bare cursor instead of a URL.";
    RelativeNext = "relative-next", "`links.next` is a URL without a host.";
    ForeignNext = "foreign-next", "`links.next` points at another host.";
    MetaNextOnly = "meta-next-only", "The next cursor is in `meta.next` alone; `links` has no `next`.";
    NullNextAtEnd = "null-next-at-end",
        "The last page of `events-stream` has no cursor: `links` is empty and `meta` has seven properties that are null.";
    PageSizeLies = "page-size-lies", "`meta.page_size` is 200 for any `limit`, and `meta.total` counts the page.";
    NoClaimedDomains = "no-claimed-domains", "The organization has claimed no domain, so it has no managed accounts either.";
    ScopedKey = "scoped-key", "The key has scopes that do not show it its organization: `getOrgs` is empty.";
    UnroutableOrg = "unroutable-org", "An unknown organization is refused by the routing layer, in another form.";
    HtmlNotFound = "html-not-found", "The response to an unknown path is an HTML page.";
    SparseEvents = "sparse-events",
        "Events lack `links` and `context`, some actors are apps, and locations are empty or hold only `geo`.";
    TimesWithoutMillis = "times-without-millis", "The `time` of events is written without milliseconds.";
    FilterByEventTime = "filter-by-event-time",
        "`from` and `to` of `events-stream` compare the time of the event instead of its processing.";
    ResetWithSeconds = "reset-with-seconds", "`X-RateLimit-Reset` is written with seconds.";
    ResetAsEpoch = "reset-as-epoch", "`X-RateLimit-Reset` is written as epoch seconds.";
    LimitEnvelope = "limit-envelope", "A refusal by the rate limit has the `errors` envelope, with `ADMIN-429-1`.";
    NonUuidOrg = "non-uuid-org", "The organization's identifier is not a UUID.";
    ExpiredKey = "expired-key", "The key has expired: the response to every request is 401.";
    MissingScope = "missing-scope", "The key lacks every scope: a request that needs one is refused with 401 and `ADMIN-401-2`, or as its family of operations refuses a key (in version 2 with 403 and `ADMIN-UAM-403-1`).";
    RepeatedListKeysOnly = "repeated-list-keys-only", "Lists are read as repeated keys; a comma is part of a value.";
    UserManagementUnscoped = "user-management-unscoped",
        "The key has scopes, so user management refuses it with 403 and `forbidden.insufficientScope`.";
    RetiredOperations = "retired-operations",
        "An operation is refused with 410 once its announced date has passed by the simulated clock.";
    NoPaidSubscription = "no-paid-subscription", "The organization pays for no product: invitations are refused with 402.";
    IgnoredFilters = "ignored-filters", "`q` of `getEvents` is accepted and ignored.";
    AlreadyMemberConflict = "already-member-conflict",
        "To add a member again is refused with 409 and `ADMIN-UAM-409-2` instead of accepted.";
    OrgRoleNeedsResource = "org-role-needs-resource",
        "`assignRole` and `revokeRole` refuse any role without a resource, with 400 and `ADMIN-UAM-400-5`.";
    LicenceLimit = "licence-limit", "No licence is left: a write that gives one more user access to a product is refused.";
    SessionAuth = "session-auth", "Most actors of events have the undocumented `authType` `session`.";
    EmptyRule = "empty-rule", "Policies of the type `data-security` have the rule `{}`, although the document requires `in`.";
    ListedDeactivation = "listed-deactivation", "Listings and searches of users have `deactivatedOn`, which is documented for a single user alone.";
    ReadLag = "read-lag", "Reads see a changed membership after 1 s, and a changed role after 30 s.";
    UndocumentedProperties = "undocumented-properties",
        "Responses have properties, and policies have types, that were seen on the real API and are missing from its document; their values are made up.";
}

impl std::fmt::Display for Quirk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Quirk {
    type Err = UnknownQuirk;

    fn from_str(name: &str) -> Result<Self, UnknownQuirk> {
        let known = Self::ALL.iter().copied().find(|quirk| quirk.name() == name);
        known.ok_or_else(|| UnknownQuirk(name.to_owned()))
    }
}

/// A name that no quirk has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownQuirk(String);

impl std::fmt::Display for UnknownQuirk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = Quirk::ALL.iter().map(|quirk| quirk.name()).collect();
        write!(f, "unknown quirk {:?}; the quirks are {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownQuirk {}

/// The quirks that are on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Quirks(pub(crate) BTreeSet<Quirk>);

impl Quirks {
    pub(crate) fn has(&self, quirk: Quirk) -> bool {
        self.0.contains(&quirk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quirk_is_found_by_its_name() {
        for quirk in Quirk::ALL {
            assert_eq!(quirk.name().parse(), Ok(*quirk));
            assert!(quirk.description().ends_with('.'), "{quirk}");
            assert!(quirk.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{quirk}");
        }
    }

    #[test]
    fn parse_error_lists_the_known_quirks() {
        let error = "bare".parse::<Quirk>().unwrap_err().to_string();
        let start = "unknown quirk \"bare\"; the quirks are bare-cursor, relative-next, ";
        assert!(error.starts_with(start) && error.ends_with(", undocumented-properties"), "{error}");
    }
}
