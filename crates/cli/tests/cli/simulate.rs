//! `simulate`.

use std::io::Write;
use std::net::TcpStream;

use crate::run::{binary, run};
use crate::server::Server;

#[test]
fn simulate_prints_its_address_serves_and_ends() {
    let server = Server::start(&["--seed", "7", "--accounts", "3"]);
    let order = [
        "{\"baseUrl\":\"http://127.0.0.1:",
        "\",\"apiKey\":\"",
        "\",\"directoryKey\":\"",
        "\",\"orgId\":\"",
        "\",\"directoryId\":\"",
    ];
    let mut rest = server.line.as_str();
    for part in order {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} in {}", server.line)).1;
    }
    let orgs = run(&mut server.client(&["orgs", "list"]));
    assert_eq!(orgs.lines().len(), 1);
    assert_eq!(crate::run::id(orgs.lines()[0]), server.get("orgId"));
    assert_eq!(run(&mut server.client(&["accounts", "list"])).lines().len(), 3);

    // An open connection must not keep it running.
    let mut idle = TcpStream::connect(server.get("baseUrl").strip_prefix("http://").unwrap()).unwrap();
    idle.write_all(b"GET /admin/v1/orgs HTTP/1.1\r\n").unwrap();
    let ended = server.end("TERM");
    assert_eq!((ended.code, ended.stdout.as_str(), ended.stderr.as_str()), (Some(0), "", ""));
    assert_eq!(Server::start(&[]).end("INT").code, Some(0));
}

#[test]
fn simulate_refuses_remote_addresses_without_allow_remote() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        run(&mut binary(&["simulate", "--listen", address])).fails(2, &["--allow-remote"]);
    }
    let open = Server::start(&["--listen", "0.0.0.0:0", "--allow-remote"]);
    assert_eq!(open.end("TERM").code, Some(0));
}

#[test]
fn simulate_lists_known_values_when_one_is_unknown() {
    for (arguments, words) in [
        (["simulate", "--quirk=nonsense"], "bare-cursor"),
        (["simulate", "--fault=nonsense"], "truncated-json"),
        (["simulate", "--now=nonsense"], "2026-05-19"),
        (["simulate", "--events-per-minute=-1"], "give a number"),
    ] {
        run(&mut binary(&arguments)).fails(2, &[words, "see --help"]);
    }
    let taken = Server::start(&[]);
    let address = taken.get("baseUrl").strip_prefix("http://").unwrap().to_owned();
    run(&mut binary(&["simulate", "--listen", &address])).fails(2, &["cannot listen", "another port"]);
}

#[test]
fn simulate_refuses_times_outside_1970_to_9999() {
    // Both are before 1970.
    for time in ["1960-01-01", "60000d"] {
        run(&mut binary(&["simulate", "--now", time])).fails(2, &["--now", "1970 to 9999"]);
    }
    // The first moment of the year 10000.
    run(&mut binary(&["simulate", "--now", "253402300800000"])).fails(2, &["--now", "to 253402300799999"]);
    for time in ["1970-01-01", "9999-12-31T23:59:59Z"] {
        let server = Server::start(&["--now", time, "--events", "5"]);
        assert_eq!(run(&mut server.client(&["orgs"])).lines().len(), 1, "{time}");
    }
}

#[test]
fn simulate_help_lists_quirks_and_faults() {
    let help = run(&mut binary(&["simulate", "--help"]));
    for word in ["bare-cursor", "ignored-filters", "retry-after=SECONDS", "every=N", "Each N-th event"] {
        assert!(help.stdout.contains(word), "{word}");
    }
    let words: Vec<_> = help.stdout.split_whitespace().collect();
    assert!(words.join(" ").contains("its clock starts, which is a fixed day of January 2026 unless given"));
}

#[test]
fn simulate_starts_its_clock_at_the_given_time() {
    let server = Server::start(&["--now", "2026-05-19T10:00:00Z", "--events", "5"]);
    let events = run(&mut server.client(&["events", "query", "--csv"]));
    assert_eq!(events.lines().len(), 6);
    assert!(events.lines().iter().skip(1).all(|line| line.contains(",2026-05-")), "{}", events.stdout);

    // Its clock is then this machine's, which the client uses for distances.
    let server = Server::start(&["--now", "now", "--events", "500"]);
    let recent = run(&mut server.client(&["events", "query", "--from", "2h"]));
    assert!((1..500).contains(&recent.lines().len()), "{} events", recent.lines().len());
}
