//! A map whose names are data, described as an object: told of in few words, and mended in one.

use bindery_contract::{
    Document, Finding, Kind, Recording, Report, Request, Response, Severity, check, patch::settle,
};

use crate::answering;

/// What a report says of names that no schema declares.
fn undeclared(report: &Report) -> Vec<&Finding> {
    let findings = report.findings.iter();
    let findings = findings.filter(|finding| finding.kind == Kind::UndocumentedProperty);
    findings.collect()
}

/// A recorded answer with a property for each of some numbers.
fn named(numbers: std::ops::Range<usize>) -> Recording {
    let members: Vec<String> = numbers
        .map(|number| format!("\"n{number:05}\": 1"))
        .collect();
    let response = Response::new(200).json(format!("{{{}}}", members.join(", ")));
    Recording::invented("case", Request::new("GET", "/x"), Some(response))
}

fn document() -> Document {
    answering("3.0.3", "{type: object, properties: {a: {type: string}}}")
}

#[test]
fn names_without_end_are_told_together() {
    let cases = [
        (vec![named(0..3)], vec![1; 3], "few are told one by one"),
        (
            vec![named(0..20)],
            vec![1; 20],
            "so are all that are few enough",
        ),
        (
            vec![named(0..2000)],
            [vec![1980], vec![1; 20]].concat(),
            "many in one body",
        ),
        (
            (0..100).map(|number| named(number..number + 1)).collect(),
            [vec![80], vec![1; 20]].concat(),
            "many in the course of a log",
        ),
        (
            vec![named(0..20), named(0..30)],
            [vec![10], vec![2; 20]].concat(),
            "those that are known stay known",
        ),
    ];
    for (recordings, mut expected, because) in cases {
        let report = check(&document(), &recordings);
        let found = undeclared(&report);
        let mut counts: Vec<usize> = found.iter().map(|finding| finding.count).collect();
        counts.sort_unstable();
        expected.sort_unstable();
        assert_eq!(counts, expected, "{because}");
        assert!(
            found
                .iter()
                .all(|finding| finding.examples.len() == finding.count.min(3)),
            "{because}"
        );
    }
}

#[test]
fn names_without_end_are_mended_by_one_schema() {
    let recordings = [named(0..500)];
    let look = |document: &Document| Ok::<_, ()>(check(document, &recordings));
    let settled = settle(&document(), look).expect("nothing fails");
    let schema = "/paths/~1x/get/responses/200/content/application~1json/schema";
    let others = settled
        .document
        .get(&format!("{schema}/additionalProperties/type"));
    assert_eq!(others.and_then(serde_json::Value::as_str), Some("integer"));
    let report = check(&settled.document, &recordings);
    assert_eq!(report.count(Severity::Warning), 0);
}
