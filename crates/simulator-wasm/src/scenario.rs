//! Scenarios as plain data: users, groups and policies that a test needs.

use atlassian_admin_simulator::{Scenario, Simulator};

use crate::input::Input;

const SCENARIO: [&str; 4] = ["users", "groups", "policies", "recorded"];
const GROUP: [&str; 3] = ["name", "directory", "roles"];
const USER: [&str; 10] = [
    "email",
    "directory",
    "provisioned",
    "groups",
    "roles",
    "tokens",
    "suspended",
    "removed",
    "deactivated",
    "forDeletion",
];

/// Makes the changes: groups, then users, then policies.
pub(crate) fn arrange(simulator: &Simulator, input: &Input<'_>) -> Result<(), String> {
    input.only(&SCENARIO)?;
    let is_recorded = input.flag("recorded")?;
    let take = |input: &Input<'_>, scenario: Scenario| {
        let scenario = if is_recorded { scenario.recorded() } else { scenario };
        simulator.arrange(&scenario).map_err(|error| input.refuse(error))
    };
    for input in input.elements("groups")? {
        take(&input, group(simulator, &input)?)?;
    }
    for input in input.elements("users")? {
        take(&input, user(simulator, &input)?)?;
    }
    for input in input.elements("policies")? {
        take(&input, Scenario::new().policy(input.text()?))?;
    }
    Ok(())
}

fn group(simulator: &Simulator, input: &Input<'_>) -> Result<Scenario, String> {
    input.only(&GROUP)?;
    let name = input.get("name").ok_or_else(|| input.missing("name"))?;
    with_roles(in_directory(simulator, input)?.group(name.text()?), input)
}

fn user(simulator: &Simulator, input: &Input<'_>) -> Result<Scenario, String> {
    input.only(&USER)?;
    let email = input.get("email").ok_or_else(|| input.missing("email"))?.text()?;
    let scenario = in_directory(simulator, input)?;
    let mut scenario =
        if input.flag("provisioned")? { scenario.provisioned_user(email) } else { scenario.user(email) };
    for group in input.elements("groups")? {
        scenario = scenario.in_group(group.text()?);
    }
    scenario = with_roles(scenario, input)?;
    for label in input.elements("tokens")? {
        scenario = scenario.with_token(label.text()?);
    }
    // An account that is not active can no longer be changed, so this comes last.
    for (name, step) in [
        ("suspended", Scenario::suspended as fn(Scenario) -> Scenario),
        ("removed", Scenario::removed),
        ("deactivated", Scenario::deactivated),
        ("forDeletion", Scenario::for_deletion),
    ] {
        if input.flag(name)? {
            scenario = step(scenario);
        }
    }
    Ok(scenario)
}

fn in_directory(simulator: &Simulator, input: &Input<'_>) -> Result<Scenario, String> {
    let Some(directory) = input.get("directory") else { return Ok(Scenario::new()) };
    let last = simulator.directory_ids().len().saturating_sub(1);
    let number = directory
        .whole(0, last as u64)
        .map_err(|error| format!("{error}; set `directories`, which is {}", last + 1))?;
    Ok(Scenario::new().in_directory(usize::try_from(number).unwrap_or_default()))
}

fn with_roles(mut scenario: Scenario, input: &Input<'_>) -> Result<Scenario, String> {
    for grant in input.elements("roles")? {
        grant.only(&["role", "resource"])?;
        let text = |name| grant.get(name).ok_or_else(|| grant.missing(name))?.text();
        scenario = scenario.with_role(text("role")?, text("resource")?);
    }
    Ok(scenario)
}
