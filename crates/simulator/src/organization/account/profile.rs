//! Profiles and addresses.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{
    AccountCharacteristics, AccountProfile, AccountType, ExtendedProfile, ManagedAccount, Privilege,
};
use serde_json::Value;

use crate::organization::account::permissions::{PROFILE, restriction};
use crate::organization::{Call, User, account, model};
use crate::problem::Problem;
use crate::refusal::{Failure, Refusal};

/// The most characters of a name.
const NAME: usize = 100;
/// The most characters of a nickname.
const NICKNAME: usize = 30;
/// The most characters of an address before the `@`, and of each part of its domain.
const ADDRESS_PART: usize = 255;

pub(crate) fn get_profile(
    call: &Call<'_>,
    request: api::account::GetProfile,
) -> Result<AccountProfile, Failure> {
    Ok(profile(account::find(call.view(), &request.account_id)?, call.tx.now))
}

pub(crate) fn update_profile(
    call: &mut Call<'_>,
    request: api::account::UpdateProfile,
) -> Result<AccountProfile, Failure> {
    let user = account::find(call.view(), &request.account_id)?;
    if let Some(reason) = restriction(call.tx.world, &user, &Privilege::ProfileWrite) {
        let json = serde_json::to_value(&request).unwrap_or_default();
        let is_given = |property: &&str| {
            json.pointer(&format!("/{}", property.replace('.', "/"))).is_some_and(Value::is_string)
        };
        let given = PROFILE.into_iter().filter(is_given).map(|property| (property, reason.as_str()));
        return Err(Problem::forbidden_mutation(given).into());
    }
    let names = [("name", &request.name, NAME), ("nickname", &request.nickname, NICKNAME)];
    let broken =
        |(field, name, most): (_, &Option<String>, _)| Some((field, violation(name.as_ref()?, most)?));
    let violations: Vec<_> = names.into_iter().filter_map(broken).collect();
    if !violations.is_empty() {
        return Err(Problem::violated(violations).into());
    }
    let account = request.account_id.clone();
    account::change_profile(&mut call.tx, user.index, |user| change(user, request))?;
    Ok(profile(account::find(call.view(), &account)?, call.tx.now))
}

pub(crate) fn set_email(call: &mut Call<'_>, request: api::account::SetEmail) -> Result<(), Failure> {
    let user = account::may(call.view(), &request.account_id, Privilege::EmailSet)?;
    let email = request.email.trim();
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    if std::iter::once(local).chain(domain.split('.')).any(|part| part.chars().count() > ADDRESS_PART) {
        return Err(Problem::violated([("email", "partMaxLength")]).into());
    }
    account::set_email(&mut call.tx, user.index, email).map_err(|refusal| match refusal {
        Refusal::InvalidEmail => Problem::violated([("email", "validCharacters")]).into(),
        // No document says which response this has.
        Refusal::EmailTaken => Problem::violated([("email", "unique")]).into(),
        Refusal::UnverifiedDomain => Problem::unclaimed_domain(domain).into(),
        other => other.into(),
    })
}

/// The rule that a name breaks, if it does.
fn violation(name: &str, most: usize) -> Option<&'static str> {
    if name.chars().count() > most {
        Some("maxLength")
    } else if name.trim().is_empty() || name.contains(char::is_control) {
        Some("validCharacters")
    } else {
        None
    }
}

/// What is not given stays.
fn change(user: &mut User, request: api::account::UpdateProfile) {
    let extended = request.extended_profile.unwrap_or_default();
    for (property, given) in [(&mut user.name, request.name), (&mut user.nickname, request.nickname)] {
        *property = given.unwrap_or_else(|| std::mem::take(property));
    }
    for (property, given) in [
        (&mut user.time_zone, request.zoneinfo),
        (&mut user.locale, request.locale),
        (&mut user.job_title, extended.job_title),
        (&mut user.organization, extended.organization),
        (&mut user.department, extended.department),
        (&mut user.location, extended.location),
    ] {
        *property = given.or_else(|| property.take());
    }
}

fn profile(user: User, now: i64) -> AccountProfile {
    let account = model!(ManagedAccount {
        account_status: user.account_status(now),
        account_id: user.account_id,
        account_type: AccountType::Atlassian,
        name: user.name,
        nickname: user.nickname,
        email: user.email,
        picture: user.picture,
        zoneinfo: user.time_zone,
        locale: user.locale,
        extended_profile: model!(ExtendedProfile {
            job_title: user.job_title,
            organization: user.organization,
            department: user.department,
            location: user.location,
        }),
        characteristics: model!(AccountCharacteristics { not_mentionable: false }),
    });
    model!(AccountProfile { account: account })
}
