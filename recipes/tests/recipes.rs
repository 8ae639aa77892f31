//! Each recipe, run as a program, does what it says.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Output},
};

#[test]
fn clear_a_field() {
    shows(
        env!("CARGO_BIN_EXE_clear_a_field"),
        r#"None Some("Elaine Benes") user0@example.com
None Some("Elaine Benes") user0@example.com
"#,
    );
}

/// Twenty calls on two connections refresh once, and tokens outlive the one that got them.
#[test]
fn connect_an_account() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("connect_an_account");
    drop(fs::remove_dir_all(&folder));
    let output = run(
        env!("CARGO_BIN_EXE_connect_an_account"),
        &[folder.to_str().unwrap()],
    );
    assert!(output.status.success(), "{output:?}");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "user: 200 connected
me: 1337
stranger: 403 you did not begin here
20 calls answered, refreshed 1 time
refused: `invalid_grant` (the user has to authorize the application again)
user: 200 connected
me: 1337
"
    );
}

#[test]
fn test_with_mocks() {
    shows(
        env!("CARGO_BIN_EXE_test_with_mocks"),
        "5 forgotten\n0 forgotten\n",
    );
}

#[test]
fn receive_messages() {
    shows(
        env!("CARGO_BIN_EXE_receive_messages"),
        "Customer: Are you available on my date?
answered 204
answered 204
answered 401
Customer: Great!
answered 204
",
    );
}

#[test]
fn rotate_a_password() {
    shows(
        env!("CARGO_BIN_EXE_rotate_a_password"),
        "received MessageCreatedV4
old: 204
received MessageCreatedV4
old, still: 204
received MessageCreatedV4
new: 204
received MessageCreatedV4
new, alone: 204
old, too late: 401
",
    );
}

#[test]
fn add_a_provider() {
    shows(
        env!("CARGO_BIN_EXE_add_a_provider"),
        "tom is hungry
kitty is asleep
listCats: parameter `limit` is 0, less than 1
tom was fed and is purring
",
    );
}

/// Two crashes and a run that ends: no page is lost, none is fetched in vain.
#[test]
fn sync_users() {
    let program = env!("CARGO_BIN_EXE_sync_users");
    let database = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sync_users.sqlite");
    for name in ["sync_users.sqlite", "sync_users.sqlite-journal"] {
        drop(fs::remove_file(database.with_file_name(name)));
    }
    let path = database.to_str().unwrap();
    for (arguments, succeeds, shown) in [
        (vec![path, "2"], false, "begins\n"),
        (vec![path, "1"], false, "resumes after usr_09\n"),
        (
            vec![path],
            true,
            "resumes after usr_14\nfetched 2 pages, 25 users are stored\n",
        ),
        (
            vec![path],
            true,
            "begins\nfetched 5 pages, 25 users are stored\n",
        ),
    ] {
        let output = run(program, &arguments);
        assert_eq!(output.status.success(), succeeds, "{output:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), shown);
    }
}

/// A recipe that is not listed is not found, and one that is not tested may be broken.
#[test]
fn every_recipe_is_listed_and_tested() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let programs = fs::read_dir(root.join("src/bin")).unwrap();
    let programs: BTreeSet<String> = programs
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let tests = fs::read_to_string(root.join("tests/recipes.rs")).unwrap();
    let guide = fs::read_to_string(root.join("../src/lib.rs")).unwrap();
    for program in &programs {
        assert!(
            readme.contains(&format!("(src/bin/{program}.rs)")),
            "{program}"
        );
        assert!(
            tests.contains(&format!("CARGO_BIN_EXE_{program}")),
            "{program}"
        );
        assert!(guide.contains(&format!("| `{program}` |")), "{program}");
    }
    assert_eq!(readme.matches("(src/bin/").count(), programs.len());
}

#[track_caller]
fn shows(program: &str, expected: &str) {
    let output = run(program, &[]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).output().unwrap()
}
