//! Operations of version 1 that have successors.
