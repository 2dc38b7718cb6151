//! A feed survives the rotation of the key, if a provider returns it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use atlassian_admin::backend::{HttpBackend, backend_fn};
use atlassian_admin::http::header::AUTHORIZATION;
use atlassian_admin::{ClientBuilder, ErrorKind, OrganizationKey, TokioRuntime};
use atlassian_admin_simulator::Simulator;

/// The place where the key is kept, and rotated.
#[derive(Clone)]
struct Vault(Arc<Mutex<String>>);

impl Vault {
    fn key(&self) -> String {
        self.0.lock().unwrap().clone()
    }

    fn rotate(&self) {
        self.0.lock().unwrap().push_str("-next");
    }
}

fn world() -> (Simulator, Vault) {
    let simulator = Simulator::builder(Arc::new(TokioRuntime::new())).accounts(20).events(1_200).build();
    let vault = Vault(Arc::new(Mutex::new(simulator.api_key().to_owned())));
    (simulator, vault)
}

/// The simulator, which accepts no key but that in the vault.
fn backend(simulator: &Simulator, vault: &Vault) -> impl HttpBackend {
    let (simulator, vault) = (simulator.clone(), vault.clone());
    backend_fn(move |mut request| {
        let is_current = request.headers()[AUTHORIZATION] == format!("Bearer {}", vault.key());
        let key = if is_current { simulator.api_key() } else { "revoked" };
        request.headers_mut().insert(AUTHORIZATION, format!("Bearer {key}").parse().unwrap());
        let simulator = simulator.clone();
        async move { simulator.execute(request).await }
    })
}

/// Follows the log until all events so far have arrived, and rotates the key after each batch.
async fn follow(simulator: &Simulator, vault: &Vault, key: OrganizationKey) -> Result<usize, ErrorKind> {
    let client = ClientBuilder::new(backend(simulator, vault), TokioRuntime::new(), key).build().unwrap();
    let feed = client.organization(simulator.org_id()).event_feed().page_size(100).read_ahead(false);
    let mut feed = feed.follow(Duration::from_secs(30)).unwrap();
    let (mut count, all) = (0, simulator.visible_event_ids().count());
    while count < all {
        let batch = feed.next().await.unwrap();
        count += batch.map_err(|error| error.kind())?.events.len();
        vault.rotate();
    }
    Ok(count)
}

#[tokio::test(start_paused = true)]
async fn feed_survives_rotation_of_provided_key() {
    let (simulator, vault) = world();
    let store = vault.clone();
    let key = OrganizationKey::provided_by(move || {
        let key = store.key();
        async { Ok::<_, std::io::Error>(key) }
    });
    assert_eq!(follow(&simulator, &vault, key).await, Ok(1_200));
    assert_ne!(vault.key(), simulator.api_key());
}

#[tokio::test(start_paused = true)]
async fn feed_with_fixed_key_ends_with_its_rotation() {
    let (simulator, vault) = world();
    let key = OrganizationKey::new(vault.key()).unwrap();
    assert_eq!(follow(&simulator, &vault, key).await, Err(ErrorKind::Unauthorized));
}
