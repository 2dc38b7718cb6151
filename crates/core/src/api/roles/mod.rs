//! Roles of single users.
