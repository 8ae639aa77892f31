//! One small document per construct beside the client it becomes.
//!
//! The clients are compiled and called by `tests/constructs.rs` of the root package. After an
//! intended change, `UPDATE_EXPECT=1 cargo test -p bindery-codegen` writes them anew.

use std::{fs, path::PathBuf};

use bindery_codegen::{Document, Settings, generate};
use expect_test::expect_file;

#[test]
fn each_construct_becomes_the_client_beside_it() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/constructs"));
    let mut documents: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    documents.sort();
    assert!(!documents.is_empty());
    for path in documents {
        let name = path.display();
        let document = Document::load(&path).unwrap_or_else(|error| panic!("{error}"));
        let client =
            generate(&document, &Settings::new()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(client.refused(), [], "{name}");
        let again = generate(&document, &Settings::new()).unwrap();
        assert_eq!(
            client.source(),
            again.source(),
            "{name} is not generated the same twice"
        );
        expect_file![path.with_extension("rs")].assert_eq(client.source());
    }
}
