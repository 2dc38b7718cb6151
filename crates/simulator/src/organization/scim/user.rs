//! The documents of users: made from users and their records, and read back into them.

use atlassian_admin_core::model::{
    AccountStatus, AtlassianUser, EnterpriseUser, ScimEmail, ScimName, ScimUser,
};
use serde_json::{Value, json};

use super::schema::is_read_only;
use super::{Document, canonical, invalid, meta, text};
use crate::organization::groups;
use crate::organization::groups::members;
use crate::organization::transaction::View;
use crate::organization::users::{Scim, User, nickname};
use crate::organization::world::model;
use crate::problem::{Problem, ScimType};

/// The document of a user's record. `home` is the directory's URL.
pub(crate) fn user_document(view: View<'_>, user: &User, scim: &Scim, home: &str) -> Document {
    let mut document = profile(user, scim);
    // A linked record has Atlassian's extension.
    if let (true, Some(Value::Array(schemas))) = (scim.linked, document.get_mut("schemas")) {
        schemas.push(AtlassianUser::SCHEMA.into());
    }
    let groups = members::groups_of(view, user.index)
        .filter_map(|index| groups::get(view, index))
        .filter(|group| scim.linked && group.synced);
    let groups: Vec<_> = groups
        .map(|group| {
            let id = view.world.scim_group_id(group.index);
            json!({ "type": "Group", "value": id, "display": group.name, "$ref": format!("{home}/Groups/{id}") })
        })
        .collect();
    let location = format!("{home}/Users/{}", scim.id);
    let mut set = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    set("id", scim.id.clone().into());
    set("active", is_active(view, user, scim).into());
    set("groups", groups.into());
    set("meta", meta("User", &location, scim.created, scim.modified));
    if scim.linked {
        set(AtlassianUser::SCHEMA, json!({ "atlassianAccountId": user.account_id }));
    }
    document
}

/// Whether a user's record says that it is active.
pub(crate) fn is_active(view: View<'_>, user: &User, scim: &Scim) -> bool {
    if scim.linked {
        user.account_status(view.now) == AccountStatus::Active
    } else {
        !scim.deleted && scim.is_told_active()
    }
}

/// The attributes that the identity provider sets, except `active`.
fn profile(user: &User, scim: &Scim) -> Document {
    let mut document = scim.told.clone().unwrap_or_else(|| from_profile(user));
    document.remove("active");
    let schemas = document.entry("schemas").or_insert_with(|| json!([ScimUser::SCHEMA]));
    if let Value::Array(schemas) = schemas {
        schemas.retain(|schema| schema != AtlassianUser::SCHEMA);
    }
    document.insert("userName".to_owned(), scim.user_name.clone().into());
    if let Some(external_id) = &scim.external_id {
        document.insert("externalId".to_owned(), external_id.clone().into());
    }
    document
}

/// The document of a user that no request has changed.
fn from_profile(user: &User) -> Document {
    let user = user.clone();
    let (given, family) = user.name.split_once(' ').unwrap_or((&user.name, ""));
    let name = ScimName::new().formatted(user.name.as_str()).given_name(given).family_name(family);
    let enterprise = model!(EnterpriseUser {
        organization: user.organization.clone(),
        department: user.department.clone()
    });
    let record = model!(ScimUser {
        schemas: vec![ScimUser::SCHEMA.to_owned(), EnterpriseUser::SCHEMA.to_owned()],
        name: name,
        display_name: user.name,
        nick_name: user.nickname,
        emails: vec![ScimEmail::new().value(user.email).kind("work").primary(true)],
        title: user.job_title,
        department: user.department,
        organization: user.organization,
        timezone: user.time_zone,
        preferred_language: user.locale,
        enterprise: enterprise,
    });
    match serde_json::to_value(record) {
        Ok(Value::Object(document)) => document,
        _ => Document::new(),
    }
}

/// A user, as a request writes it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UserInput {
    pub(crate) user_name: String,
    /// The primary address.
    pub(crate) email: String,
    pub(crate) active: Option<bool>,
    document: Document,
}

impl UserInput {
    pub(crate) fn read(sent: Document) -> Result<Self, Problem> {
        let invalid = |detail: &str| invalid(ScimType::InvalidValue, detail);
        let mut document = canonical::document(sent, ScimUser::SCHEMA)?;
        document.retain(|name, _| !is_read_only(name));
        let record: ScimUser = serde_json::from_value(Value::Object(document.clone()))
            .map_err(|_| invalid("the user has attributes of other types than their schema says"))?;
        let user_name =
            text(&document, "userName").ok_or_else(|| invalid("userName must be given"))?.to_owned();
        let primary: Vec<_> = record.emails.unwrap_or_default();
        let mut primary = primary.into_iter().filter(|email| email.primary == Some(true));
        let (Some(email), None) = (primary.next().and_then(|email| email.value), primary.next()) else {
            return Err(invalid("exactly one of emails must be primary"));
        };
        Ok(Self { user_name, email, active: record.active, document })
    }

    /// Writes the user and the record, and clears what is left out, except `active`. Returns
    /// whether anything else than `active` is new.
    pub(crate) fn apply(self, user: &mut User, scim: &mut Scim) -> bool {
        let before = profile(user, scim);
        let sent = |name: &str| text(&self.document, name).map(str::to_owned);
        let extension = self.document.get(EnterpriseUser::SCHEMA).and_then(Value::as_object);
        let extended = |name: &str| extension.and_then(|parts| text(parts, name)).map(str::to_owned);
        user.name =
            sent("displayName").or_else(|| self.full_name()).unwrap_or_else(|| self.user_name.clone());
        user.nickname = sent("nickName").unwrap_or_else(|| nickname(&user.name));
        user.job_title = sent("title");
        user.department = sent("department").or_else(|| extended("department"));
        user.organization = sent("organization").or_else(|| extended("organization"));
        user.time_zone = sent("timezone");
        user.locale = sent("preferredLanguage");
        scim.external_id = sent("externalId");
        user.email = self.email;
        match self.active {
            Some(true) => user.set_status = AccountStatus::Active,
            Some(false) => user.set_status = AccountStatus::Inactive,
            None => {}
        }
        scim.user_name = self.user_name;
        scim.told = Some(self.document);
        profile(user, scim) != before
    }

    fn full_name(&self) -> Option<String> {
        let name = self.document.get("name")?.as_object()?;
        let parts: Vec<_> = ["givenName", "familyName"].iter().filter_map(|part| text(name, part)).collect();
        let parts = (!parts.is_empty()).then(|| parts.join(" "));
        text(name, "formatted").map(str::to_owned).or(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::world;
    use crate::organization::scim::cases::{assert_refused, json};

    #[test]
    fn read_needs_a_name_and_one_primary_address() {
        for bad in [
            r#"{ "emails": [{ "value": "a@example.com", "primary": true }] }"#,
            r#"{ "userName": " ", "emails": [{ "value": "a@example.com", "primary": true }] }"#,
            r#"{ "userName": "ada" }"#,
            r#"{ "userName": "ada", "emails": [{ "value": "a@example.com" }] }"#,
            r#"{ "userName": "ada", "emails": [{ "value": "a", "primary": true }, { "primary": "True" }] }"#,
            r#"{ "userName": "ada", "emails": [{ "value": "a", "primary": true }], "active": "perhaps" }"#,
        ] {
            assert_refused(bad, &UserInput::read(json(bad)).unwrap_err(), "InvalidValue");
        }
    }

    #[test]
    fn apply_sets_the_profile_and_clears_what_is_left_out() {
        let (mut user, mut scim) = (world(1, &[]).user(0), Scim::new("s".into(), "old", 0));
        user.location = Some("Nowhere".into());
        let input = UserInput::read(json(
            r#"{
                "userName": "ada", "externalId": "x", "id": "ignored", "title": "Countess", "badge": 7,
                "emails": [{ "value": "b@example.com" }, { "value": "a@example.com", "primary": true }],
                "name": { "givenName": "Ada", "familyName": "Example" }, "active": "FALSE",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "Engines" }
            }"#,
        ));
        assert!(input.unwrap().apply(&mut user, &mut scim));
        let document = scim.told.unwrap();
        assert_eq!((document.get("badge"), document.get("id")), (Some(&json!(7)), None));
        assert_eq!([user.name, user.nickname, user.email], ["Ada Example", "Ada", "a@example.com"]);
        assert_eq!(
            [user.job_title, user.department],
            ["Countess", "Engines"].map(|text| Some(text.to_owned()))
        );
        assert_eq!((user.organization, user.locale, user.set_status), (None, None, AccountStatus::Inactive));
        assert_eq!(user.location.as_deref(), Some("Nowhere"), "SCIM has no location");
        assert_eq!((scim.user_name.as_str(), scim.external_id.as_deref()), ("ada", Some("x")));
    }
}
