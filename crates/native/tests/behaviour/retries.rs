//! How long the client waits before it repeats a request.

use std::time::Duration;

use atlassian_admin::policy::Timeouts;
use atlassian_admin::{ErrorKind, Runtime};

use crate::behaviour;

// The simulator sends `X-RateLimit-Reset` with each response of a limited operation, as the API
// does.
behaviour!(retry_ignores_reset_header_while_requests_are_left, |simulator| simulator, async |world| {
    for fault in ["500:times=1", "502:times=1", "503:times=1", "504:times=1", "reset:times=1", "lost:times=1"]
    {
        world.simulator.set_faults(vec![fault.parse().unwrap()]);
        let client =
            world.client().with_timeouts(Timeouts { attempt: None, total: Some(Duration::from_secs(30)) });
        let start = world.time.monotonic();
        client.organization(world.org()).events().poll().send().await.unwrap();
        let waited = world.time.monotonic() - start;
        assert!(waited <= Duration::from_millis(500), "{fault}: {waited:?}");
    }
});

behaviour!(error_has_no_retry_after_unless_server_asks, |simulator| simulator, async |world| {
    let organization = world.client().organization(world.org());
    let missing = organization.users().last_active("nope").send().await.unwrap_err();
    assert_eq!((missing.kind(), missing.retry_after()), (ErrorKind::NotFound, None));
});
