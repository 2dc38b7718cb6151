//! Directories, sites, and the resources on which roles are held.

use crate::organization::{PRODUCTS, Role, World};
use crate::rng::{Rng, Subject};

/// A place where users and groups live. An account lives in one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Directory {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A site: an address with products behind it, whose users come out of one directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) directory: usize,
    /// How many of [`PRODUCTS`] it has.
    pub(crate) products: usize,
    /// A place to try things out.
    pub(crate) sandbox: bool,
}

/// Something that a role can be held on: the organization, a site, or a product of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    /// Its ARI.
    pub(crate) id: String,
    /// `platform`, or the product's key.
    pub(crate) owner: &'static str,
    /// Its site; the organization has none.
    pub(crate) site: Option<usize>,
    /// Which of [`PRODUCTS`] it is.
    pub(crate) product: Option<usize>,
}

impl Site {
    pub(crate) fn url(&self) -> String {
        format!("https://{}.atlassian.net", self.name)
    }
}

impl Resource {
    /// Whether there is such a role on it.
    pub(crate) fn takes(&self, role: Role) -> bool {
        match role {
            Role::OrgAdmin | Role::AiAccess => self.site.is_none(),
            Role::SiteAdmin => self.site.is_some() && self.product.is_none(),
            Role::UserAccessAdmin => true,
            Role::Customer => self.owner == "jira-service-desk",
            _ => self.product.is_some(),
        }
    }
}

pub(crate) fn directories(seed: u64, count: u64) -> Vec<Directory> {
    (0..count.max(1))
        .map(|index| Directory {
            id: Rng::new(seed, Subject::DirectoryId, index).uuid(),
            name: if index == 0 { "Example Corp".to_owned() } else { format!("Example Corp {}", index + 1) },
        })
        .collect()
}

/// One site for each directory, and then a second one and a sandbox for the first directory.
pub(crate) fn sites(seed: u64, directories: usize) -> Vec<Site> {
    (0..directories + 2)
        .map(|index| {
            let id = Rng::new(seed, Subject::Site, index as u64).uuid();
            let (name, directory) = match index.checked_sub(directories) {
                None if index == 0 => ("example-corp".to_owned(), 0),
                None => (format!("example-corp-{}", index + 1), index),
                Some(0) => ("example-labs".to_owned(), 0),
                Some(_) => ("example-sandbox".to_owned(), 0),
            };
            let products = if index < directories { PRODUCTS.len() } else { 3 };
            Site { id, name, directory, products, sandbox: index == directories + 1 }
        })
        .collect()
}

/// The organization is the first one.
pub(crate) fn resources(org_id: &str, sites: &[Site]) -> Vec<Resource> {
    let organization = Resource {
        id: format!("ari:cloud:platform::org/{org_id}"),
        owner: "platform",
        site: None,
        product: None,
    };
    let mut resources = vec![organization];
    for (site, Site { id, products, .. }) in sites.iter().enumerate() {
        let on_site = |owner, product| Resource {
            id: format!("ari:cloud:{owner}::site/{id}"),
            owner,
            site: Some(site),
            product,
        };
        resources.push(on_site("platform", None));
        let products = PRODUCTS.iter().take(*products).enumerate();
        resources.extend(products.map(|(index, (key, _))| on_site(key, Some(index))));
    }
    resources
}

impl World {
    /// The resource that is the organization itself.
    pub(crate) const ORGANIZATION: usize = 0;

    pub(crate) fn directory_index(&self, id: &str) -> Option<usize> {
        self.directories.iter().position(|directory| directory.id == id)
    }

    pub(crate) fn resource_index(&self, id: &str) -> Option<usize> {
        self.resources.iter().position(|resource| resource.id == id)
    }

    /// The directory behind a resource; the organization has none of its own.
    pub(crate) fn directory_of_resource(&self, index: usize) -> Option<usize> {
        Some(self.sites.get(self.resources.get(index)?.site?)?.directory)
    }

    /// The directory in which an account of the start lives.
    pub(crate) fn directory_of_account(&self, index: u64) -> usize {
        usize::try_from(index % self.directories.len() as u64).unwrap_or_default()
    }

    /// The resource that is the main site of a directory, or a product on it.
    pub(crate) fn resource_at(&self, directory: usize, product: Option<usize>) -> Option<usize> {
        let is_it = |resource: &Resource| resource.site == Some(directory) && resource.product == product;
        self.resources.iter().position(is_it)
    }
}
