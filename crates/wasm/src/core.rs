//! The class that the façade creates: calls, listings and feeds.

use std::rc::Rc;

use atlassian_admin_backend_fetch::{FunctionBackend, JSON_OF_HOST};
use atlassian_admin_core::events::FeedMachine;
use atlassian_admin_core::paging::UntypedWalk;
use js_sys::Function;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::arguments;
use crate::clients::{Clients, settle};
use crate::feed::{self, Feed};
use crate::hooks::Hooks;
use crate::listing::Listing;
use crate::raw::Request;

/// The client of one façade.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core(Rc<Clients>);

#[wasm_bindgen]
impl Core {
    /// Creates a client with `settings` (as JSON) that sends with `fetch`. `functions` has those of
    /// the user's options: `apiKey`, `directoryKey` and `onEvent`.
    ///
    /// # Errors
    /// A string that names the wrong setting.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, fetch: Function, functions: JsValue) -> Result<Core, JsValue> {
        let clients = Clients::new(settings, &Hooks::new(functions), FunctionBackend::new(fetch));
        clients.map(|clients| Self(Rc::new(clients))).map_err(|problem| JsValue::from_str(&problem))
    }

    /// Calls an operation. `options` are the call's own settings, as JSON.
    pub fn call(&self, call: u32, name: &str, arguments: &str, options: Option<String>) {
        let clients = Rc::clone(&self.0);
        let prepared = arguments::prepare(name, arguments, JSON_OF_HOST);
        settle(call, async move {
            let (entry, arguments) = prepared?;
            Ok(clients.send(call, entry, arguments, options.as_deref()).await?.value)
        });
    }

    /// Sends a raw request; `parts` are its path, query and body, as JSON.
    pub fn request(&self, call: u32, method: String, template: String, parts: &str, options: Option<String>) {
        let clients = Rc::clone(&self.0);
        let request = Request::new(method, template, parts);
        settle(call, async move { Ok(clients.request(call, &request, options.as_deref()).await?.value) });
    }

    /// Starts a pagination over a listing. Wrong arguments are reported with the first page.
    #[must_use]
    pub fn list(&self, name: &str, arguments: &str) -> Listing {
        let walk = arguments::prepare(name, arguments, JSON_OF_HOST)
            .map(|(entry, arguments)| (entry, UntypedWalk::new(&entry.operation, arguments)));
        Listing::new(Rc::clone(&self.0), walk)
    }

    /// Creates an event feed with `settings` (as JSON) that resumes from `checkpoint`.
    ///
    /// # Errors
    /// A string that describes the problem.
    pub fn feed(&self, settings: &str, checkpoint: Option<String>) -> Result<Feed, JsValue> {
        let made = || {
            let checkpoint = checkpoint.as_deref().map(feed::checkpoint).transpose();
            let checkpoint = checkpoint.map_err(|error| format!("checkpoint: {error}"))?;
            let config = feed::config(settings, checkpoint.as_ref())?;
            match checkpoint {
                None => Ok(FeedMachine::new(config)),
                Some(checkpoint) => {
                    FeedMachine::resume(config, checkpoint).map_err(|error| format!("checkpoint: {error}"))
                }
            }
        };
        let made = made().map_err(|problem: String| JsValue::from_str(&problem))?;
        Ok(Feed::new(Rc::clone(&self.0), made))
    }
}
