//! Generates the clients of the enabled providers.

use std::process::ExitCode;

#[cfg(any(feature = "gigs", feature = "thumbtack", feature = "chakra"))]
fn main() -> ExitCode {
    let documents: &[&str] = &[
        #[cfg(feature = "gigs")]
        "specs/gigs.yaml",
        #[cfg(feature = "thumbtack")]
        "specs/thumbtack.yaml",
        #[cfg(feature = "chakra")]
        "specs/chakra.yaml",
    ];
    let settings = bindery_codegen::Settings::new().runtime("crate::runtime");
    bindery_codegen::build(documents, &settings)
}

#[cfg(not(any(feature = "gigs", feature = "thumbtack", feature = "chakra")))]
fn main() -> ExitCode {
    ExitCode::SUCCESS
}
