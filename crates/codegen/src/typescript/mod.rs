//! The TypeScript of the npm packages: models, a file for each group of operations, and the names
//! that the simulator knows.

mod client;
pub(crate) mod docs;
mod example;
mod group;
mod models;
pub(crate) mod reference;
mod simulator;
mod syntax;

use atlassian_admin_core::operation::Operation;
use atlassian_admin_testing::examples::Examples;

use group::Group;
pub(crate) use simulator::names as simulator;

/// Returns each file by its path from the folder of the package's sources.
pub(crate) fn files(examples: Vec<(&'static Operation, Examples)>) -> Vec<(String, String)> {
    let groups = Group::all(examples);
    let mut files: Vec<_> =
        groups.iter().map(|group| (format!("groups/{}.ts", group.file()), group.render())).collect();
    files.push(("groups/all.ts".to_owned(), client::render(&groups)));
    files.push(("models.ts".to_owned(), models::render()));
    files
}
