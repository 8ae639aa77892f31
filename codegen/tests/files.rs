//! Documents of several files: what they refer to is found, and what is wrong is said of the file
//! it stands in.

use std::{fs, path::PathBuf};

use bindery_codegen::Document;

/// A folder with the files; the path of the first.
fn written(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("it is made");
        fs::write(path, text).expect("the file is written");
    }
    folder.join(files[0].0)
}

fn load(name: &str, files: &[(&str, &str)]) -> Document {
    Document::load(written(name, files)).unwrap_or_else(|error| panic!("{error}"))
}

/// Without the folder, which differs from machine to machine.
fn plain(name: &str, text: &str) -> String {
    text.replace(&format!("{}/{name}/", env!("CARGO_TARGET_TMPDIR")), "")
}

#[test]
fn every_file_is_mounted_once_and_every_reference_is_local() {
    let files = [
        (
            "api/root.yaml",
            "a: {$ref: ./b.yaml}\nc: {$ref: '../common.yaml#/x/%7E0y'}\nd: {$ref: 'b.yaml#/deep%20er'}\ne: {$ref: '#/a'}\nf: {$ref: root.yaml#/a}\n",
        ),
        (
            "api/b.yaml",
            "deep er: {$ref: '#/x'}\nx: {$ref: root.yaml#/e}\ny: {$ref: ../api/b.yaml}\n",
        ),
        ("common.yaml", "x:\n  ~y: {$ref: api/b.yaml#/deep er}\n"),
    ];
    let document = load("mounted", &files);
    for (pointer, reference, authored, place) in [
        (
            "/a/$ref",
            "#/x-files/b.yaml",
            "./b.yaml",
            "api/root.yaml:1:5",
        ),
        (
            "/c/$ref",
            "#/x-files/..~1common.yaml/x/~0y",
            "../common.yaml#/x/%7E0y",
            "api/root.yaml:2:5",
        ),
        (
            "/d/$ref",
            "#/x-files/b.yaml/deep er",
            "b.yaml#/deep%20er",
            "api/root.yaml:3:5",
        ),
        ("/e/$ref", "#/a", "#/a", "api/root.yaml:4:5"),
        ("/f/$ref", "#/a", "root.yaml#/a", "api/root.yaml:5:5"),
        (
            "/x-files/b.yaml/deep er/$ref",
            "#/x-files/b.yaml/x",
            "#/x",
            "api/b.yaml:1:11",
        ),
        (
            "/x-files/b.yaml/x/$ref",
            "#/e",
            "root.yaml#/e",
            "api/b.yaml:2:5",
        ),
        (
            "/x-files/b.yaml/y/$ref",
            "#/x-files/b.yaml",
            "../api/b.yaml",
            "api/b.yaml:3:5",
        ),
        (
            "/x-files/..~1common.yaml/x/~0y/$ref",
            "#/x-files/b.yaml/deep er",
            "api/b.yaml#/deep er",
            "common.yaml:2:8",
        ),
    ] {
        let at = pointer.into();
        assert_eq!(document.get(pointer).unwrap(), reference, "{pointer}");
        assert_eq!(document.reference(&at), Some(authored), "{pointer}");
        let diagnostic = document.diagnostic(pointer, "here").to_string();
        assert_eq!(plain("mounted", &diagnostic), format!("{place}: here"));
    }
    let paths: Vec<String> = document
        .paths()
        .map(|path| plain("mounted", path))
        .collect();
    assert_eq!(paths, ["api/root.yaml", "common.yaml", "api/b.yaml"]);
    let line = document.file("/x-files/b.yaml/x").line(2);
    assert_eq!(line, "x: {$ref: root.yaml#/e}");
}

#[test]
fn what_is_data_refers_to_nothing() {
    let files = [(
        "root.yaml",
        "a: {example: {$ref: gone.yaml}, x-more: {$ref: gone.yaml}, enum: [{$ref: gone.yaml}]}\nproperties: {$ref: {default: {$ref: gone.yaml}}}\n",
    )];
    let paths = load("data", &files).paths().count();
    assert_eq!(paths, 1);
}

#[cfg(feature = "generate")]
#[test]
#[rustfmt::skip] // One case, one line.
fn references_that_lead_astray_are_placed_in_their_file() {
    for (case, reference, expected) in [
        ("url", "https://example.com/user.yaml", "paths.yaml:6:47: `https://example.com/user.yaml` is a URL, and nothing is read from the network\n  help: save what it refers to beside the document, and refer to the file"),
        ("missing", "gone.yaml#/User", "paths.yaml:6:47: cannot read `gone.yaml`: No such file or directory (os error 2)\n  help: paths start from the folder of `paths.yaml`"),
        ("folder", "./", "paths.yaml:6:47: `./` is no file\n  help: refer to a YAML or JSON file"),
        ("fragment", "user.yaml#/Usr", "paths.yaml:6:47: `user.yaml#/Usr` leads nowhere\n  help: define it, or mend the name: `user.yaml` has `User`, `Loop`"),
        ("deep", "user.yaml#/User/properties/nmae", "paths.yaml:6:47: `user.yaml#/User/properties/nmae` leads nowhere\n  help: define it, or mend the name: `/User/properties` has `name`"),
        ("word", "user.yaml#User", "paths.yaml:6:47: `user.yaml#User` names no place\n  help: write the place as `#/…`"),
        ("loop", "user.yaml#/Loop", "paths.yaml:6:47: `user.yaml#/Loop` leads back to itself\n  help: write in its place what is meant\nuser.yaml:2:8: `#/Loop` leads back to itself\n  help: write in its place what is meant"),
        ("syntax", "broken.yaml", "broken.yaml:1:5: not YAML: "),
        ("json", "broken.json", "broken.json:1:8: the key `a` stands twice\n  help: keep one of the two"),
    ] {
        let item = "a:\n  get:\n    responses:\n      '200':\n        description: D\n        content: {application/json: {schema: {$ref: 'REF'}}}\n";
        let files = [
            ("root.yaml", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: paths.yaml#/a}\n"),
            ("paths.yaml", &item.replace("REF", reference)),
            ("user.yaml", "User: {type: object, properties: {name: {type: string}}}\nLoop: {$ref: '#/Loop'}\n"),
            ("broken.yaml", "a: b: c\n"),
            ("broken.json", "{\"a\":1,\"a\":2}"),
        ];
        let result = bindery_codegen::generate(&load(case, &files), &bindery_codegen::Settings::new());
        let error = plain(case, &result.expect_err("the document is faulty").to_string());
        assert!(error.starts_with(expected), "{case}:\n{error}\n{expected}");
    }
}

#[test]
fn faults_are_found_in_what_is_referred_to_alone() {
    let files = [
        (
            "root.yaml",
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: common.yaml#/paths/~1a}\ncomponents:\n  schemas: {A: {$ref: a.yaml}, B: {$ref: 'a.yaml#/properties/b'}, C: {$ref: list.yaml#/0}}\n",
        ),
        (
            "common.yaml",
            "openapi: 3.0.3\nunknown: 1\npaths:\n  /a:\n    gte: {}\n    get: {operationId: a, responses: {default: {$ref: '#/components/responses/R'}}}\ncomponents: {responses: {R: {content: {}}, Unused: 5}}\n",
        ),
        ("a.yaml", "type: objekt\nproperties: {b: {nulable: true}}\n"),
        ("list.yaml", "- 5\n"),
    ];
    let faults = load("faults", &files).faults();
    let faults: Vec<String> = faults
        .iter()
        .map(|fault| plain("faults", &fault.to_string()))
        .collect();
    assert_eq!(
        faults,
        [
            "a.yaml:1:7: `type` is `objekt`, not one of its values\n  help: write `object`",
            "a.yaml:2:18: `nulable` is no keyword of a schema\n  help: write `nullable`",
            "common.yaml:5:5: `gte` is no keyword of a path item\n  help: write `get`",
            "common.yaml:7:26: a response without `description`\n  help: add `description`",
            "list.yaml:1:3: `list.yaml[0]` is `5`, not a schema\n  help: write a mapping of keywords such as `type`, or a `$ref`",
        ]
    );
}

#[test]
fn the_place_of_other_files_is_not_the_authors() {
    let files = [
        ("root.yaml", "a: {$ref: b.yaml}\nx-files: 1\n"),
        ("b.yaml", "{}"),
    ];
    let error = Document::load(written("taken", &files))
        .map(|_| ())
        .unwrap_err();
    let expected = "root.yaml:2:1: `x-files` is where the other files of a document are put\n  help: give it another name";
    assert_eq!(plain("taken", &error.to_string()), expected);
    let alone = [("root.yaml", "x-files: {b: {c: 1}}\n")];
    assert_eq!(
        load("alone", &alone).position("/x-files/b/c").to_string(),
        "1:15"
    );
}
