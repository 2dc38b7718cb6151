//! What a walker is told.

use std::path::PathBuf;

use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::policy::Unlimited;
use atlassian_admin::{Client, ClientBuilder, Credentials, ReqwestBackend, TokioRuntime};

use crate::Outcome;
use crate::consumer::Consumer;
use crate::listing::Listing;

#[derive(Debug)]
pub(crate) struct Options {
    /// Where the server is.
    pub(crate) url: String,
    /// The organization, whose name is the server's configuration.
    pub(crate) org: String,
    /// What of it is walked over.
    pub(crate) listing: Listing,
    /// What is done with each page.
    pub(crate) consumer: Consumer,
    pub(crate) read_ahead: bool,
    /// The file that an export writes.
    pub(crate) file: PathBuf,
    /// How many times a page is decoded, where decoding alone is measured.
    pub(crate) times: u32,
}

impl Options {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut options = Self {
            url: String::new(),
            org: String::new(),
            listing: Listing::Events,
            consumer: Consumer::None,
            read_ahead: true,
            file: PathBuf::new(),
            times: 1,
        };
        for argument in arguments {
            match argument.split_once('=') {
                Some(("url", url)) => options.url = url.to_owned(),
                Some(("org", org)) => options.org = org.to_owned(),
                Some(("listing", name)) => options.listing = Listing::named(name)?,
                Some(("consumer", kind)) => options.consumer = Consumer::named(kind)?,
                Some(("ahead", on)) => options.read_ahead = on.parse()?,
                Some(("file", file)) => options.file = file.into(),
                Some(("times", times)) => options.times = times.parse()?,
                _ => return Err(format!("there is no argument `{argument}`").into()),
            }
        }
        Ok(options)
    }

    /// The client as its users make it, but for the rate limits, which would be all that is measured.
    pub(crate) fn client(&self) -> Outcome<Client> {
        let key = Credentials::<OrganizationKey>::key("k")?;
        let builder = ClientBuilder::new(ReqwestBackend::new()?, TokioRuntime::new(), key);
        Ok(builder.base_url(self.url.as_str()).rate_gate(Unlimited).build()?)
    }
}
