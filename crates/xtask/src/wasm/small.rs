//! What makes the published module a fifth smaller, and takes features of the compiler that are not stable yet.
//!
//! Who uses the crates needs none of it: it makes one file of one package, whose users never see a compiler.

use crate::command::Cmd;

/// A panic ends the module there and then. To say where and why takes formatting and texts in every place that could panic; lints keep
/// panics out, and whoever reports one has the module's stack, whose offsets a build of the same version leads back to the source.
/// And `{:?}` writes nothing: no text that a user gets has one in it.
pub(super) const FLAGS: &[&str] =
    &["-Zlocation-detail=none", "-Zfmt-debug=none", "-Zunstable-options", "-Cpanic=immediate-abort"];

/// A build that compiles the standard library, too, for size: as it comes, it was compiled for speed, and to tell of its panics.
pub(super) fn with_own_std(build: Cmd) -> Cmd {
    build
        .args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"])
        // Lets a stable toolchain take what is unstable.
        .env("RUSTC_BOOTSTRAP", "1")
}
