//! Recording and importing by the built command line: against servers on this machine, and then
//! held against the document as any other recording is.

mod bench;
mod import;
mod record;
mod wire;

use std::fs;

use self::bench::Folder;

#[test]
fn what_cannot_be_captured_exits_2_or_is_left_out_with_its_place() {
    let folder = Folder::new("capture-faults");
    let har = "{\"log\": {\"entries\": [\n{\"request\": {\"url\": \"https://api.example.com/v1/people\"}}]}}";
    for (name, text) in [
        ("cut.har", "{\"log\""),
        ("other.har", "{\"log\": {}}"),
        ("odd.har", har),
    ] {
        fs::write(folder.0.join(name), text).expect("the file is written");
    }
    for (arguments, code, expected) in [
        ("record people", 2, "--upstream"),
        (
            "record people --upstream https://jo:t0k3n@api.example.com",
            2,
            "leave credentials to the client",
        ),
        (
            "record people --upstream https://api.example.com/v1",
            2,
            "name the server alone",
        ),
        (
            "record people --upstream https://api.example.com --for soon",
            2,
            "write seconds",
        ),
        (
            "record cats --upstream http://127.0.0.1:1",
            2,
            "error: specs/cats.yaml: cannot read",
        ),
        (
            "record people --upstream http://127.0.0.1:1 --for 0s",
            0,
            "0 exchanges written",
        ),
        ("import none.har", 2, "error: none.har: cannot read"),
        (
            "import specs/people.yaml",
            2,
            "error: specs/people.yaml: not an HTTP archive",
        ),
        (
            "import cut.har",
            2,
            "error: cut.har:1:7: not an HTTP archive",
        ),
        (
            "import other.har",
            2,
            "error: other.har:1:11: not an HTTP archive: `entries` is missing",
        ),
        (
            "import odd.har",
            2,
            "error: odd.har:2:56: not an entry of an archive: missing field `method`",
        ),
    ] {
        let (found, output) = folder.run(arguments);
        assert_eq!(found, Some(code), "{arguments}: {output}");
        assert!(output.contains(expected), "{arguments}: {output}");
    }
}
