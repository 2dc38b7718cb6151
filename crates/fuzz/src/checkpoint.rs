//! Stored checkpoints: an accepted one is serialized to an equal one, and a feed can resume from
//! it.

use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::events::{Checkpoint, Window};

use crate::fixtures;
use crate::host::{Script, answer, now};

/// The bytes are the file.
pub fn holds(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(checkpoint) = Checkpoint::from_json(text) else { return };
    same(&checkpoint);
    assert_eq!(serde_json::from_str(text).ok().as_ref(), Some(&checkpoint), "serde reads it, too");

    let Window { from, to } = checkpoint.window();
    let pages = fixtures::PAGES.iter().map(|page| answer(200, page.as_bytes()));
    let script = Script::new(pages);
    let client = script.client::<OrganizationKey>();
    let feed = client.organization(checkpoint.org_id()).event_feed().window(Window { from, to });
    let mut feed = feed.resume(checkpoint).stream().expect("it is of this organization and window");
    for _ in 0..8 {
        match now(feed.next()) {
            Some(Ok(batch)) => same(&batch.checkpoint),
            Some(Err(_)) | None => break,
        }
        same(feed.checkpoint());
    }
}

fn same(checkpoint: &Checkpoint) {
    let written = serde_json::to_string(checkpoint).expect("a checkpoint can be written");
    assert_eq!(Checkpoint::from_json(&written).as_ref(), Ok(checkpoint), "{written}");
}

/// Checkpoints old and new, complete and damaged.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    [
        r#"{"version":1,"orgId":"o-1","from":"5","to":"1779184820000","cursor":"c","processedAt":"2026-05-19T10:00:01.000Z","readUntil":1779184820000,"unsettledFrom":1779184760000,"rememberedFrom":1779184700000,"recent":[["e1",1779184801000],["e2",1779184802000]]}"#,
        r#"{"version":1,"orgId":"o-1","from":"2026-05-19T10:00:01Z","processedAt":"1772438400412","recent":[]}"#,
        r#"{"version":1,"orgId":"o-1","readUntil":-9223372036854775808,"unsettledFrom":9223372036854775807,"recent":[["e",-9223372036854775808]]}"#,
        r#"{"version":1,"orgId":"o","outputLength":12,"recent":[]}"#,
        r#"{"version":1,"orgId":"o","cursor":7}"#,
        r#"{"version":2,"novel":true}"#,
        "{}",
        "",
    ]
    .map(Vec::from)
    .to_vec()
}
