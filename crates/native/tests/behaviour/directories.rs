//! Directories.

use atlassian_admin::ErrorKind;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::summary;

behaviour!(
    directories_are_listed_and_found_by_id_name_and_account,
    |simulator| simulator.directories(3),
    async |world| {
        let organization = world.client().organization(world.org());
        let list = || organization.directories().list();
        let all: Vec<_> = list().limit(2).pages().items().try_collect().await.unwrap();
        let names: Vec<_> = all.iter().filter_map(|directory| directory.name.as_deref()).collect();
        assert_eq!(names, ["Example Corp", "Example Corp 2", "Example Corp 3"]);
        assert_eq!(world.statuses(), [200, 200], "two pages");

        let second = all[1].id.clone();
        assert_eq!(list().directory_ids([second.clone()]).send().await.unwrap().data, all[1..2]);
        assert_eq!(list().search_term("CORP 3").send().await.unwrap().data, all[2..]);
        let user = organization.directory(second).users().search().limit(1).send().await.unwrap();
        let account = user.data[0].account_id.clone();
        assert_eq!(list().account_id(account).send().await.unwrap().data, all[1..2]);
        assert_eq!(list().account_id("nobody").send().await.unwrap().data, []);

        for wrong in [list().limit(0), list().limit(101)] {
            let error = wrong.send().await.unwrap_err();
            assert_eq!(summary(&error), (ErrorKind::InvalidArgument, None, None));
        }
        let error = list().cursor("made up").send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-1")));
    }
);
