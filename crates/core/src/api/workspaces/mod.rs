//! Sites and other workspaces.
