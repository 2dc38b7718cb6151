//! A proxy in the environment applies to https only: plain http, which is for loopback, must not
//! send it the key.

use std::process::Command;

use atlassian_admin::ErrorKind;

use crate::server::{Server, ok, refused};

/// The variables that may name a proxy, together and alone: a proxy for https replaces one for
/// all.
const ENVIRONMENTS: [&[&str]; 4] = [
    &["HTTP_PROXY", "http_proxy"],
    &["ALL_PROXY", "all_proxy"],
    &["HTTPS_PROXY", "https_proxy"],
    &["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"],
];

#[tokio::test]
#[ignore = "runs in a process of its own, whose environment names a proxy"]
async fn call_bypasses_proxy_of_the_environment() {
    let named = |names: &[&str]| names.iter().all(|name| std::env::var_os(name).is_some());
    assert!(ENVIRONMENTS.into_iter().any(named), "the proxy is named");
    let server = Server::always(|| ok("{}")).await;
    assert_eq!(refused(&server.client()).await.kind(), ErrorKind::Decode);
    assert_eq!(server.requests().len(), 1, "it came straight here");
}

#[tokio::test]
async fn plain_http_bypasses_proxy() {
    for names in ENVIRONMENTS {
        let proxy = Server::always(|| ok("{}")).await;
        let mut test = Command::new(std::env::current_exe().unwrap());
        test.args([
            "--exact",
            "proxies::call_bypasses_proxy_of_the_environment",
            "--ignored",
            "--test-threads=1",
        ]);
        for name in ENVIRONMENTS.concat().iter().chain(&["NO_PROXY", "no_proxy"]) {
            test.env_remove(name);
        }
        test.envs(names.iter().map(|name| (name, &proxy.url)));
        let ended = tokio::task::spawn_blocking(move || test.output()).await.unwrap().unwrap();
        let stdout = String::from_utf8_lossy(&ended.stdout);
        assert!(ended.status.success() && stdout.contains("1 passed"), "{names:?}: {stdout}");
        assert!(proxy.requests().is_empty(), "{names:?}: {:?}", proxy.requests());
    }
}
