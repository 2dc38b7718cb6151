//! Keys, ids, names, URLs and files as users paste them.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use tempfile::tempdir;

use crate::run::{Ended, binary, run};
use crate::server::Server;

fn utf16(mark: &str, text: &str) -> Vec<u8> {
    [mark, text].concat().encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Returns the request line that `call` would send.
fn dry_run(arguments: &[&str]) -> Ended {
    run(binary(&["call", "--dry-run"]).args(arguments))
}

#[track_caller]
fn sends(ended: &Ended, line: &str) {
    assert_eq!(ended.lines()[0], line);
}

#[test]
fn key_is_cleaned_or_refused_before_it_is_sent() {
    let server = Server::start(&[]);
    let key = server.get("apiKey");
    let folder = tempdir().unwrap();
    let file = folder.path().join("key");
    let from_file = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        run(server.client(&["orgs", "--key-file"]).arg(&file).env_remove("ATLASSIAN_ADMIN_API_KEY"))
    };
    let from_environment = |text: &str| run(server.client(&["orgs"]).env("ATLASSIAN_ADMIN_API_KEY", text));
    for (before, after) in [("", "\r\n"), ("\u{feff}", "\r\n"), (" \t", "\u{a0}"), ("\u{200b}", "\u{feff}")] {
        let text = [before, key, after].concat();
        assert_eq!(from_file(text.as_bytes()).lines().len(), 1, "{text:?}");
        assert_eq!(from_environment(&text).lines().len(), 1, "{text:?}");
    }
    for (before, after) in [("\"", "\""), ("'", "'\r\n"), ("“", "”"), ("\u{feff}\"", "\""), ("", "\"")] {
        let text = [before, key, after].concat();
        from_file(text.as_bytes()).fails(2, &["/key: ", "it is in quotes: remove them"]);
        from_environment(&text).fails(2, &["ATLASSIAN_ADMIN_API_KEY: ", "it is in quotes: remove them"]);
    }
    from_environment(&format!("Bearer {key}")).fails(2, &["it begins with `Bearer`: remove that word"]);
    for mark in ["", "\u{feff}"] {
        from_file(&utf16(mark, key)).fails(2, &["/key is UTF-16 text: save the file as UTF-8"]);
    }
    from_file(b"canary\xe9").fails(2, &["/key is not UTF-8 text (invalid at byte 6)"]);
}

#[test]
fn id_is_cleaned_or_refused_before_it_is_sent() {
    let suspend = |account: &str| {
        dry_run(&[
            "users.suspend",
            "--org=\u{feff}o-1\r",
            "directoryId=d-1 ",
            &format!("accountId={account}"),
        ])
    };
    let line = "POST https://api.atlassian.com/admin/v2/orgs/o-1/directories/d-1/users/a%3A1/suspend";
    for account in ["a:1", "a:1\r", "a:1\r\n", "\u{feff}a:1", " a:1\u{a0}", "\u{200b}a:1\t"] {
        sends(&suspend(account), line);
    }
    for account in ["\"a:1\"", "'a:1'\r", "“a:1”", "a:1\""] {
        suspend(account).fails(2, &["accountId: is in quotes: remove them"]);
    }
    suspend("a:1\r\na:2").fails(2, &["accountId: contains a line break"]);
    suspend("\r").fails(2, &["accountId: is empty"]);
    dry_run(&["orgs.get", "--org", "\"o-1\""]).fails(2, &["--org", "is in quotes: remove them"]);
    dry_run(&["groups.addMember", "--org=o-1", "directoryId=d", "groupId=g", "accountId=\"a\""])
        .fails(2, &["accountId: is in quotes"]);
    // `-` is every directory, which a write refuses.
    dry_run(&["users.suspend", "--org=o-1", "accountId=a", "directoryId=-\r"])
        .fails(2, &["directoryId: must be one directory's id"]);
}

#[test]
fn ids_are_refused_when_one_text_contains_several() {
    for (call, name) in
        [("users.search", "accountIds"), ("users.list", "groupIds"), ("groups.list", "resourceOwners")]
    {
        dry_run(&[call, "--quiet", "--org=o-1", "directoryId=d", &format!("{name}=0,1,2")])
            .fails(2, &[&format!("{name}: contains a comma: pass a list of single values")]);
    }
    let several = dry_run(&["users.search", "--org=o-1", "directoryId=d", "accountIds=0", "accountIds=1"]);
    assert!(several.stdout.contains(r#"{"accountIds":["0","1"]}"#), "{}", several.stdout);
}

#[test]
fn ids_of_the_environment_are_cleaned_or_refused() {
    let suspend = |org: &OsStr, directory: &OsStr| {
        run(binary(&["call", "--dry-run", "users.suspend", "accountId=a"])
            .env("ATLASSIAN_ADMIN_ORG_ID", org)
            .env("ATLASSIAN_ADMIN_DIRECTORY_ID", directory))
    };
    let clean = OsStr::new("x-1");
    sends(
        &suspend(OsStr::new("\u{feff}o-1\r"), OsStr::new(" d-1\n")),
        "POST https://api.atlassian.com/admin/v2/orgs/o-1/directories/d-1/users/a/suspend",
    );
    suspend(OsStr::new("\"o-1\""), clean).fails(2, &["ATLASSIAN_ADMIN_ORG_ID: is in quotes: remove them"]);
    suspend(clean, OsStr::new("'d'")).fails(2, &["ATLASSIAN_ADMIN_DIRECTORY_ID: is in quotes: remove them"]);
    suspend(OsStr::from_bytes(b"o\xff"), clean).fails(2, &["ATLASSIAN_ADMIN_ORG_ID: is not UTF-8 text"]);
}

#[test]
fn name_is_cleaned_or_refused_and_free_text_is_kept() {
    let create = |name: &str| {
        dry_run(&["groups.create", "--org=o", "directoryId=d", "description= a \r", &format!("name={name}")])
    };
    for name in ["site admins", "site admins\r\n", "\u{feff} site admins\t"] {
        assert!(create(name).stdout.contains(r#"{"description":" a \r","name":"site admins"}"#), "{name:?}");
    }
    create("\"site admins\"").fails(2, &["name: is in quotes: remove them"]);
    create("site\nadmins").fails(2, &["name: contains a line break"]);
}

#[test]
fn base_url_drops_the_path_that_operations_add() {
    let get = |url: &str| {
        [
            dry_run(&["orgs.get", "--org=o-1", "--base-url", url]),
            run(binary(&["call", "--dry-run", "orgs.get", "--org=o-1"]).env("ATLASSIAN_ADMIN_BASE_URL", url)),
        ]
    };
    for base in ["https://api.atlassian.com", "https://admin.atlassian.com/gateway/api"] {
        for own in ["", "/", "/admin", "/admin/", "/admin/v1", "/admin/v2//", "/scim", "/admin\r\n"] {
            for ended in get(&[base, own].concat()) {
                sends(&ended, &format!("GET {base}/admin/v1/orgs/o-1"));
            }
        }
    }
    for ended in get("\"https://api.atlassian.com\"") {
        ended.fails(2, &["the base URL cannot be used: it is in quotes"]);
    }
}

#[test]
fn json_of_a_file_and_of_standard_input_is_decoded() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("arguments.json");
    let json = "{\"accountId\":\"557058:1\"}\r\n";
    let read = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let from_file =
            dry_run(&["users.lastActive", "--org=o-1", "--json", &format!("@{}", file.display())]);
        let mut command = binary(&["call", "--dry-run", "users.lastActive", "--org=o-1", "--json", "-"]);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        process.stdin.take().unwrap().write_all(bytes).unwrap();
        [from_file, Ended::of(process.wait_with_output().unwrap())]
    };
    for mark in ["", "\u{feff}"] {
        for ended in read([mark, json].concat().as_bytes()) {
            assert!(ended.lines()[0].contains("557058%3A1"), "{ended:?}");
        }
        for ended in read(&utf16(mark, json)) {
            ended.fails(2, &["--json: ", "is UTF-16 text: save the file as UTF-8"]);
        }
    }
    for ended in read(b"{\"a\":\"\xe9\"}") {
        ended.fails(2, &["--json: ", "is not UTF-8 text (invalid at byte 6)"]);
    }
}
