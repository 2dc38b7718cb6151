//! What the store refuses, as each family of operations tells it. No table has a row for all the rest, so that a new
//! refusal has to be given its words in each of them, and a handler has to say whose words it uses.

mod account;
mod provisioning;
mod v1;
mod v2;
