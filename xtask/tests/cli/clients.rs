//! What makes clients, tries to, and compares them: `generate`, `survey` and `diff`.

use std::fs;

use super::{Folder, RECORDING, SPEC, holds};

#[test]
fn a_document_becomes_a_client_or_its_listing() {
    let folder = Folder::new("generate", SPEC, RECORDING);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml");
    assert_eq!(code, Some(0));
    holds(&stdout, &["pub fn get_cat(&self, cat: &str)"]);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml --listing");
    assert_eq!(code, Some(0));
    holds(&stdout, &["\nClient::get_cat(&self, cat: &str)"]);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml --notes");
    assert_eq!(
        (code, stdout.as_str()),
        (Some(0), "0 notes: 0 rewritten, 0 lost\n")
    );
    let (code, _, stderr) = folder.run("generate --spec specs/dogs.yaml");
    assert_eq!(code, Some(2));
    holds(&stderr, &["error: specs/dogs.yaml: cannot read"]);
}

#[test]
fn what_a_client_lacks_is_listed_with_its_place() {
    let spec = SPEC.replace(
        "                    type: string\n",
        "                    Type: string\n                    pattern: '^[a'\n",
    );
    let folder = Folder::new("notes", &spec, RECORDING);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml --notes");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            "rewritten: specs/cats.yaml:29:21: `Type` is no keyword of a schema: read as `type`\n  help: write `type`",
            "lost: specs/cats.yaml:30:21: the pattern `^[a` does not compile",
            "2 notes: 1 rewritten, 1 lost\n",
        ],
    );
    let (_, stdout, _) = folder.run("survey specs --format json");
    holds(
        &stdout,
        &[r#""kind": "lost""#, r#""line": 30"#, r#""lost": 1"#],
    );
}

#[test]
fn a_survey_counts_what_is_bound_and_says_why_the_rest_is_not() {
    let folder = Folder::new("survey", SPEC, RECORDING);
    fs::write(folder.0.join("specs/old.json"), r#"{"swagger": "2.0"}"#).expect("a second document");
    let (code, stdout, stderr) = folder.run("survey specs --emit clients");
    assert_eq!((code, stderr.as_str()), (Some(1), ""));
    holds(
        &stdout,
        &[
            "specs/cats.yaml  bound                  1       1      0",
            "specs/old.json   refused                0       0      0",
            "specs/old.json:1:2: Swagger 2.0 is not OpenAPI 3.0",
            "1 of 2 documents bound, 1 of 1 operations",
        ],
    );
    assert!(folder.0.join("clients/cats.rs").exists() && !folder.0.join("clients/old.rs").exists());

    fs::create_dir_all(folder.0.join("more/a")).expect("a folder");
    for (name, text) in [
        ("cats.yaml", SPEC),
        ("a/cats.yaml", SPEC),
        ("cat.json", "{}"),
    ] {
        fs::write(folder.0.join("more").join(name), text).expect("a file");
    }
    let (code, stdout, _) = folder.run("survey more --emit clients");
    assert_eq!(code, Some(0));
    holds(&stdout, &["2 of 2 documents bound, 2 of 2 operations"]);
    let clients = ["clients/cats.yaml.rs", "clients/a_cats.yaml.rs"];
    assert!(clients.iter().all(|client| folder.0.join(client).exists()));

    let half = SPEC.replace(
        "paths:\n",
        "paths:\n  /dogs: {get: {responses: {'200': {$ref: gone.yaml}}}}\n",
    );
    fs::write(folder.0.join("half.yaml"), half).expect("a third document");
    let (code, stdout, _) = folder.run("survey half.yaml");
    assert_eq!(code, Some(1));
    holds(
        &stdout,
        &[
            "half.yaml  partial                2       1",
            "half.yaml:6:37: cannot read `gone.yaml`: ",
            "so `GET /dogs` is left out",
            "0 of 1 documents bound, 1 of 2 operations",
        ],
    );
    let (code, stdout, stderr) = folder.run("generate --spec half.yaml --listing");
    assert_eq!(code, Some(1));
    holds(&stdout, &["Client::get_cat"]);
    holds(
        &stderr,
        &["warning: half.yaml:6:37: cannot read `gone.yaml`"],
    );

    let (code, stdout, _) = folder.run("survey specs/cats.yaml --format json");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[r#""outcome": "bound""#, r#""operations_bound": 1"#],
    );
    let (code, _, stderr) = folder.run("survey nowhere");
    assert_eq!(code, Some(2));
    holds(&stderr, &["error: cannot read `nowhere`"]);
}

#[test]
fn a_diff_says_what_a_change_does_to_users_and_which_version_it_asks_for() {
    let folder = Folder::new("diff", SPEC, RECORDING);
    let cases = [
        (
            "same",
            SPEC.to_owned(),
            0,
            "0 breaking, 0 additive, 0 wire: no new version",
        ),
        (
            "gone",
            SPEC.replace("getCat", "fetchCat"),
            1,
            "2 breaking, 2 additive, 0 wire: before 1.0 a minor version, from 1.0 on a major one",
        ),
        (
            "moved",
            SPEC.replace("/cats/{cat}", "/pets/{cat}"),
            0,
            "wire: `Client::get_cat` the request was `GET /cats/{cat}` and is `GET /pets/{cat}`\n  --> specs/moved.yaml:7:5",
        ),
    ];
    for (name, text, code, expected) in cases {
        fs::write(folder.0.join(format!("specs/{name}.yaml")), text).expect("the other document");
        let (found, stdout, stderr) =
            folder.run(&format!("diff specs/cats.yaml specs/{name}.yaml"));
        assert_eq!(
            (found, stderr.as_str()),
            (Some(code), ""),
            "{name}: {stdout}"
        );
        holds(&stdout, &[expected]);
    }
    let moved = "diff specs/cats.yaml specs/moved.yaml";
    assert_eq!(folder.run(&format!("{moved} --fail-on wire")).0, Some(1));
    let (code, stdout, _) =
        folder.run("diff specs/cats.yaml specs/gone.yaml --fail-on never --format json");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            r#""class": "breaking""#,
            r#""before_1_0": "minor""#,
            r#""line": 7"#,
        ],
    );
    let (code, _, stderr) = folder.run("diff specs/cats.yaml specs/none.yaml");
    assert_eq!(code, Some(2));
    holds(&stderr, &["error: specs/none.yaml: cannot read"]);
}
