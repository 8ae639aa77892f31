//! A pass over nothing says so, and so does one that leaves files out.

use std::fs;

use super::{Folder, log};

#[test]
#[rustfmt::skip] // One case, one line.
fn where_nothing_is_recorded_stderr_says_so() {
    let folder = Folder::new("nothing", &log());
    for empty in ["empty", "x.har"] {
        fs::create_dir(folder.0.join(empty)).expect("a folder for nothing");
    }
    fs::create_dir(folder.0.join("some")).expect("a folder for more");
    for name in ["log.ndjson", "a.json", "README.md", ".hidden"] {
        folder.write(&format!("some/{name}"), "");
    }
    let over = "2 files are passed over: a recording ends with `.yaml`, `.yml`, `.har`, `.ndjson` or `.jsonl`";
    let cases = [
        ("", "warning: no recording at `tests/recordings/cats`\n".to_owned()),
        ("--recordings empty", "warning: no recording at `empty`\n".to_owned()),
        ("--recordings x.har --format html", "warning: no recording at `x.har`\n".to_owned()),
        ("--recordings log.ndjson --recordings empty", "warning: no recording at `empty`\n".to_owned()),
        ("--recordings some", format!("note: {over}\n")),
        ("--recordings log.ndjson", String::new()),
    ];
    for (arguments, expected) in cases {
        let (_, _, stderr) = folder.call(arguments);
        assert_eq!(stderr, expected, "{arguments}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_up_is_not_followed() {
    let folder = Folder::new("loop", &log());
    fs::create_dir(folder.0.join("logs")).expect("a folder for the log");
    fs::rename(
        folder.0.join("log.ndjson"),
        folder.0.join("logs/log.ndjson"),
    )
    .expect("it moves");
    std::os::unix::fs::symlink("../logs", folder.0.join("logs/up")).expect("a link is made");
    let (_, stdout, _) = folder.call("--recordings logs");
    assert!(stdout.contains(" of 5 exchanges out of scope"), "{stdout}");
}
