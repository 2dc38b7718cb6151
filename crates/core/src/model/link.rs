//! Links between resources and between pages.
//!
//! Properties marked "undocumented" were observed in responses of the server and are missing from
//! Atlassian's documentation. Do not rely on them.

use serde_json::Value;

use super::macros::object;
use crate::json::Raw;

object! {
    /// The links of a resource or page. The client never fetches them: links are data.
    Links {
        optional {
            /// The resource or page itself.
            this: String = "self",
            /// The previous page.
            prev: String = "prev",
            /// The next page: an absolute URL, a relative URL or a bare cursor.
            next: String = "next",
            /// An alternative representation, such as a web page of the product.
            alt: String = "alt",
        }
    }
}

object! {
    /// Metadata of a page. Do not compute with it: the server can report a wrong size or total.
    PageMeta {
        optional {
            /// The bare cursor of the next page.
            next: String = "next",
            /// The bare cursor of the previous page.
            prev: String = "prev",
            /// The number of items on a page.
            page_size: u64 = "page_size",
            /// The number of items on a page, in listings of workspaces.
            size: u64 = "pageSize",
            /// The index of the first item on the page, in listings of workspaces.
            start_index: u64 = "startIndex",
            /// The index of the last item on the page, in listings of workspaces.
            end_index: u64 = "endIndex",
            /// The total number of items. In some listings, the number of items on this page.
            total: u64 = "total",
            /// The number of items on this page. Undocumented.
            count: u64 = "count",
            /// The number of this page. Undocumented.
            current: u64 = "current",
            /// The index of the first item on the page, for events and policies. Undocumented.
            first: u64 = "start_index",
            /// The index of the last item on the page, for events and policies. Undocumented.
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
    fn page_meta_types_undocumented_properties() {
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
