//! The arguments that the command line fills in itself.

use atlassian_admin::auth::CredentialKind;
use atlassian_admin::model::DirectoryId;
use atlassian_admin::operation::Operation;
use atlassian_admin::schema::Violation;
use serde_json::{Map, Value};

use crate::args::Global;
use crate::context::{Context, id_variable};
use crate::exit::Failure;

/// The arguments that are filled in.
pub(super) const NAMES: [&str; 2] = ["orgId", "directoryId"];

/// Fills in the organization and the directory if the operation needs them and none was given.
pub(super) async fn fill<K: CredentialKind>(
    context: &Context<K>,
    global: &Global,
    operation: &Operation,
    arguments: &mut Map<String, Value>,
    refuse: fn(&Operation, &[Violation]) -> Failure,
) -> Result<(), Failure> {
    let lacks = |arguments: &Map<String, Value>, name| {
        operation.param(name).is_some() && !arguments.contains_key(name)
    };
    if lacks(arguments, "orgId") {
        arguments.insert("orgId".to_owned(), context.org().await?.to_string().into());
    }
    if lacks(arguments, "directoryId") {
        // The variable names a real directory, not one of the simulator's.
        let directory = match global.simulate {
            Some(_) => context.directory.clone(),
            None => id_variable("ATLASSIAN_ADMIN_DIRECTORY_ID")?,
        };
        // A write must name one directory; a read may cover all of them.
        let everywhere =
            (operation.reads && operation.param("orgId").is_some()).then(|| DirectoryId::EVERY.to_owned());
        let Some(directory) = directory.or(everywhere) else {
            return Err(refuse(operation, &[Violation::Missing { at: "directoryId".to_owned() }]));
        };
        arguments.insert("directoryId".to_owned(), directory.into());
    }
    Ok(())
}
