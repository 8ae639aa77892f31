//! Turns `library.yaml` into `$OUT_DIR/library.rs`.

use std::process::ExitCode;

use bindery_codegen::{Settings, build};

fn main() -> ExitCode {
    build(&["library.yaml"], &Settings::new())
}
