//! Provisioning of users and groups by SCIM.
