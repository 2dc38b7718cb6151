//! Links between resources and between pages.

use super::macros::object;

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
        }
    }
}
