//! What links an account to an identity provider's record.
