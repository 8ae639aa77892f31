//! The client of `library.yaml`.

include!(concat!(env!("OUT_DIR"), "/library.rs"));
