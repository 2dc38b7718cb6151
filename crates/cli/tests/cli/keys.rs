//! The sources of keys, and that keys are printed nowhere.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::tempdir;

use crate::run::{Ended, binary, run};
use crate::server::Server;

const CANARY: &str = "canary-5e0f1c";

fn write(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn key_file_is_read_when_only_its_owner_can_read_it() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("key");
    let server = Server::start(&[]);
    write(&file, &format!("{}\n", server.get("apiKey")), 0o600);
    let mut orgs = server.client(&["orgs", "--key-file"]);
    orgs.arg(&file).env("ATLASSIAN_ADMIN_API_KEY", "an older one");
    assert_eq!(run(&mut orgs).lines().len(), 1);
}

#[test]
fn key_file_is_refused_when_others_can_read_it_or_it_is_unusable() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("my key");
    let orgs = || run(binary(&["orgs", "--key-file"]).arg(&file));
    orgs().fails(2, &[&format!("cannot read the key file {}: No such file", file.display())]);
    for mode in [0o644, 0o640, 0o604] {
        write(&file, CANARY, mode);
        orgs().fails(2, &[&format!("chmod 600 -- '{}'", file.display())]);
    }
    // Printed on one line, this would be the name of another file.
    let odd = folder.path().join("my\nkey");
    write(&odd, CANARY, 0o644);
    run(binary(&["orgs", "--key-file"]).arg(&odd)).fails(2, &["fix it with: chmod 600 -- FILE"]);
    for (text, words) in
        [("", "it is empty"), ("\n", "it is empty"), ("canary 5\n6", "holds spaces"), ("é", "no key has")]
    {
        write(&file, text, 0o600);
        let refused = orgs();
        refused.fails(2, &[&format!("the key file {}: ", file.display()), words]);
        assert!(!refused.stderr.contains("canary"));
    }
    write(&file, &"a".repeat(100_000), 0o600);
    orgs().fails(2, &[&format!("the key file {} is too large", file.display())]);
    run(binary(&["orgs", "--key-file"]).arg(folder.path()))
        .fails(2, &[&format!("the key file {}", folder.path().display())]);
}

#[test]
fn error_names_the_sources_of_a_key_when_there_is_none() {
    run(&mut binary(&["orgs"])).fails(2, &["ATLASSIAN_ADMIN_API_KEY", "--key-file", "--simulate"]);
    run(binary(&["orgs"]).env("ATLASSIAN_ADMIN_API_KEY", ""))
        .fails(2, &["ATLASSIAN_ADMIN_API_KEY", "it is empty"]);
    run(binary(&["orgs"]).env("ATLASSIAN_ADMIN_API_KEY", OsStr::from_bytes(&[0xff])))
        .fails(2, &["ATLASSIAN_ADMIN_API_KEY", "it is not UTF-8 text"]);
}

#[test]
fn key_is_never_printed() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("key");
    write(&file, CANARY, 0o600);
    let server = Server::start(&[]);
    let org = server.get("orgId");
    let check = |ended: Ended| assert!(!format!("{ended:?}").contains("canary"), "{ended:?}");
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["orgs", "--help"],
        &["events", "export", "--help"],
        &["simulate", "--help"],
        &["--version"],
        &["nonsense"],
        &["events", "query", "--from", "nonsense"],
        &["orgs"],
        &["accounts", "--org", org],
        &["domains", "get", "x", "--org", org],
        &["events", "export", "--out", "-", "--org", org],
        &["events", "follow", "--org", org],
        &["orgs", "--base-url", "http://127.0.0.1:1", "--timeout", "0.2"],
        &["orgs", "--base-url", "nonsense"],
    ] {
        check(run(server.client(arguments).env("ATLASSIAN_ADMIN_API_KEY", CANARY)));
        check(run(server
            .client(arguments)
            .env_remove("ATLASSIAN_ADMIN_API_KEY")
            .arg("--key-file")
            .arg(&file)));
    }
    run(server.client(&["orgs"]).env("ATLASSIAN_ADMIN_API_KEY", CANARY))
        .fails(3, &["HTTP 401", "does not accept the key"]);
}

#[test]
fn key_is_refused_and_not_repeated_when_it_is_an_argument() {
    for arguments in [
        &["--api-key", CANARY, "orgs"][..],
        &["orgs", "--api-key", CANARY],
        &["orgs", "list", "--api-key=canary-5e0f1c"],
        &["--token", CANARY, "orgs"],
    ] {
        let refused = run(&mut binary(arguments));
        refused.fails(2, &["--key-file", "ATLASSIAN_ADMIN_API_KEY"]);
        assert!(!refused.stderr.contains("canary"));
    }
    // Users are likely to pass the key instead of a path.
    let refused = run(&mut binary(&["orgs", "--key-file", CANARY]));
    refused.fails(2, &["takes the path of a file", "not repeated here, since it may be a key"]);
    assert!(!refused.stderr.contains("canary"));
}
