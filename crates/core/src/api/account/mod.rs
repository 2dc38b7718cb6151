//! A managed account: its profile, its tokens, its life.
