//! The examples at the end of each command's help.

pub(super) const TOP: &str = "\
Examples:
  atlassian-admin accounts list --csv > accounts.csv
  atlassian-admin events export --out audit.ndjson --from 30d
  atlassian-admin users search --status suspended
  atlassian-admin groups search --group-name auditors --table
  atlassian-admin operations users";

pub(super) const EVENTS: &str = "\
Examples:
  atlassian-admin events query --action user_login --from 7d
  atlassian-admin events export --out audit.ndjson --from 30d
  atlassian-admin events follow --out audit.ndjson";

pub(super) const QUERY: &str = "\
Examples:
  atlassian-admin events query --action user_login --from 7d
  atlassian-admin events query --product jira,loom --limit 100 --csv
  atlassian-admin events query --actor ACCOUNT --from 2026-05-01 --json";

pub(super) const EXPORT: &str = "\
Examples:
  atlassian-admin events export --out audit.ndjson --from 30d
  atlassian-admin events export --out - --checkpoint siem.ckpt | shipper";

pub(super) const FOLLOW: &str = "\
Examples:
  atlassian-admin events follow
  atlassian-admin events follow --out audit.ndjson --from 7d
  atlassian-admin events follow --checkpoint siem.ckpt | shipper";

pub(super) const CALL: &str = "\
Examples:
  atlassian-admin call users.search status=suspended limit=100 --all
  atlassian-admin call groups.create directoryId=ID name=auditors
  atlassian-admin call policies.create --org ID --json @policy.json --dry-run";

pub(super) const OPERATIONS: &str = "\
Examples:
  atlassian-admin operations
  atlassian-admin operations users
  atlassian-admin operations users.search";

pub(super) const COMPLETIONS: &str = "\
Examples:
  atlassian-admin completions bash > /etc/bash_completion.d/atlassian-admin";

pub(super) const SIMULATE: &str = "\
Examples:
  atlassian-admin simulate --seed 7 --accounts 50
  atlassian-admin simulate --listen 127.0.0.1:8080 --fault 503:every=5";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::command;

    #[test]
    fn examples_can_be_parsed() {
        let helps = [TOP, EVENTS, QUERY, EXPORT, FOLLOW, CALL, OPERATIONS, COMPLETIONS, SIMULATE];
        for example in helps.iter().flat_map(|help| help.lines().skip(1)) {
            let typed = example.split(['>', '|']).next().unwrap().split_whitespace();
            assert!(example.len() <= 80, "{example} is broken over lines on a usual terminal");
            assert!(command().try_get_matches_from(typed).is_ok(), "{example}");
        }
    }
}
