//! The clients that `build.rs` makes of the documents in `specs/`.

#![allow(
    clippy::pedantic,
    clippy::needless_borrows_for_generic_args,
    clippy::derivable_impls,
    rustdoc::redundant_explicit_links,
    reason = "generated code answers to its document, not to the lints of hand-written code"
)]

#[cfg(feature = "chakra")]
pub mod chakra {
    //! The client of `specs/chakra.yaml`, operation by operation.
    include!(concat!(env!("OUT_DIR"), "/chakra.rs"));
}

#[cfg(feature = "gigs")]
pub mod gigs {
    //! The client of `specs/gigs.yaml`, operation by operation.
    include!(concat!(env!("OUT_DIR"), "/gigs.rs"));
}

#[cfg(feature = "thumbtack")]
pub mod thumbtack {
    //! The client of `specs/thumbtack.yaml`, operation by operation.
    include!(concat!(env!("OUT_DIR"), "/thumbtack.rs"));
}
