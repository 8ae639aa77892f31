//! Prints the client of a document, and with `--listing` its public items.

use bindery_codegen::{Document, Error, Settings, generate};

#[expect(clippy::print_stdout, reason = "printing is what this example is for")]
fn main() -> Result<(), Error> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let listing = arguments.iter().any(|argument| argument == "--listing");
    arguments.retain(|argument| argument != "--listing");
    for path in arguments {
        let client = generate(&Document::load(path)?, &Settings::new())?;
        print!(
            "{}",
            if listing {
                client.listing()
            } else {
                client.source()
            }
        );
    }
    Ok(())
}
