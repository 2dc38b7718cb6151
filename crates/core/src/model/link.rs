//! Links between resources and between pages.
//!
//! Properties marked "undocumented" were seen in responses of the real API and are missing from
//! Atlassian's document. Do not rely on them.

use serde_json::Value;

use super::macros::object;
use crate::json::Raw;

object! {
    /// Where a resource, its neighbours in a listing and its relatives stand. Links are data: none of them is ever fetched.
    Links {
        optional {
            /// The resource or page itself.
            this: String = "self",
            /// The page before.
            prev: String = "prev",
            /// The page after: an absolute URL, a relative one, or the bare cursor.
            next: String = "next",
            /// The same thing for people, such as a page of the product.
            alt: String = "alt",
        }
    }
}

object! {
    /// What a listing says of itself. Do no arithmetic with it: the real API answers a page size that was not asked for and a
    /// `total` that counts the page alone.
    PageMeta {
        optional {
            /// The bare cursor of the next page.
            next: String = "next",
            /// The bare cursor of the page before.
            prev: String = "prev",
            /// Items on a page.
            page_size: u64 = "page_size",
            /// Items on a page, as listings of workspaces name it.
            size: u64 = "pageSize",
            /// The number of the page's first item, in listings of workspaces.
            start_index: u64 = "startIndex",
            /// The number of the page's last item, in listings of workspaces.
            end_index: u64 = "endIndex",
            /// Items in all; on some listings, items on this page.
            total: u64 = "total",
            /// Items on this page. Undocumented.
            count: u64 = "count",
            /// The number of this page. Undocumented.
            current: u64 = "current",
            /// The number of the page's first item, of events and policies. Undocumented.
            first: u64 = "start_index",
            /// The number of the page's last item, of events and policies. Undocumented.
            last: u64 = "end_index",
            /// Free-form. Undocumented.
            attributes: Raw<Value> = "attributes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undocumented_properties_of_a_page_are_typed() {
        let meta: PageMeta = serde_json::from_str(
            r#"{"attributes":{"a":1},"count":30,"current":2,"start_index":31,"end_index":60,"prev":"p","next":null,"total":95,"page_size":30}"#,
        )
        .unwrap();
        assert!(meta.extra.is_empty(), "{:?}", meta.extra);
        assert_eq!(
            (meta.count, meta.current, meta.total, meta.page_size),
            (Some(30), Some(2), Some(95), Some(30))
        );
        assert_eq!(
            (meta.first, meta.last, meta.prev.as_deref(), meta.next),
            (Some(31), Some(60), Some("p"), None)
        );
        assert_eq!(meta.attributes.unwrap().json(), r#"{"a":1}"#);
        let nulls = r#"{"attributes":null,"count":null,"current":null,"start_index":null,"end_index":null,"prev":null,"total":null}"#;
        assert_eq!(serde_json::from_str::<PageMeta>(nulls).unwrap(), PageMeta::default());
    }
}
