//! `openapi-version`: one dialect to read, and one meaning of `nullable`.

use bindery_codegen::Pointer;

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    match survey.document.get("/openapi") {
        Some(version) if version == "3.0.3" => Vec::new(),
        _ => vec![Breach::new(
            &Pointer::from("/openapi"),
            "`openapi` is not `3.0.3`",
            "write `openapi: 3.0.3`",
        )],
    }
}
