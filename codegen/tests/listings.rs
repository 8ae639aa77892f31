//! The public items of each provider's client: what a change of a document does to users.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use bindery_codegen::{Document, Settings, generate};
use expect_test::expect_file;

#[track_caller]
fn check(provider: &str) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let document = Document::load(format!("{root}/specs/{provider}.yaml")).unwrap();
    let client = generate(&document, &Settings::new()).unwrap();
    expect_file![format!("{root}/codegen/tests/listings/{provider}.txt")]
        .assert_eq(&client.listing());
}

#[test]
fn the_clients_offer_what_is_listed() {
    check("chakra");
    check("gigs");
    check("thumbtack");
}
