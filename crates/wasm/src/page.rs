//! JavaScript values as the core's view of JSON: pages are read in place, and only the properties
//! that lead to the next page are copied.

use atlassian_admin_core::page::{HostJson, HostPage};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A JavaScript value that was parsed from JSON.
#[derive(Debug)]
pub(crate) struct Js(pub(crate) JsValue);

/// A page of a listing.
pub(crate) type ListPage = HostPage<Js>;

/// Returns the items of a page.
pub(crate) fn items(page: &ListPage) -> Array {
    page.items.as_ref().map_or_else(Array::new, |Js(items)| items.clone().unchecked_into())
}

impl Js {
    fn array(&self) -> Option<&Array> {
        self.0.dyn_ref()
    }
}

impl HostJson for Js {
    /// Values other than objects are skipped: each exception through the glue leaks a slot of its
    /// table.
    fn property(&self, name: &str) -> Option<Self> {
        if !self.0.is_object() {
            return None;
        }
        let property = Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default();
        (!property.is_undefined() && !property.is_null()).then_some(Self(property))
    }

    fn is_object(&self) -> bool {
        self.0.is_object() && self.array().is_none()
    }

    fn length(&self) -> Option<usize> {
        self.array().map(|array| array.length() as usize)
    }

    fn element(&self, index: usize) -> Option<Self> {
        let array = self.array()?;
        let index = u32::try_from(index).ok().filter(|index| *index < array.length())?;
        Some(Self(array.get(index)))
    }

    fn string(&self) -> Option<String> {
        self.0.as_string()
    }

    fn to_json(&self) -> String {
        JSON::stringify(&self.0).map(String::from).unwrap_or_default()
    }
}
