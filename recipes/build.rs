//! Generates the client of the provider that the recipes add.

fn main() -> std::process::ExitCode {
    let settings = bindery_codegen::Settings::new();
    bindery_codegen::build(&["specs/cats.yaml"], &settings)
}
