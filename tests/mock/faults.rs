//! What fails a test: requests that nobody expects or the document forbids, and mocks that are set
//! up as no provider would answer.

use bindery::{
    gigs::CreateUser,
    mock::{MockChakra, MockGigs},
    thumbtack::NewWebhook,
};
use serde_json::{Value, json};

use crate::{failure, jerry, page};

#[tokio::test]
async fn what_nobody_expects_is_refused_with_the_reason_and_fails_the_test() {
    let gigs = MockGigs::start().await;
    let reason = "nobody expects `GET /projects/gigs/users/usr_1`; expected: nothing";
    let error = gigs.client().users().retrieve("usr_1").await.unwrap_err();
    assert_eq!((error.status(), error.attempts()), (Some(501), 1));
    assert!(error.to_string().contains(reason), "{error}");
    assert_eq!(failure(|| gigs.verify()), reason);
    assert_eq!(failure(|| drop(gigs)), reason);

    let gigs = MockGigs::start().await;
    gigs.users()
        .create(&CreateUser::new("a@example.com"))
        .returns(jerry());
    let other = CreateUser::new("b@example.com");
    gigs.client().users().create(&other).await.unwrap_err();
    assert_eq!(
        failure(|| drop(gigs)),
        "nobody expects `POST /projects/gigs/users with {\"email\":\"b@example.com\"}`; \
         expected: `POST /projects/gigs/users with {\"email\":\"a@example.com\"}`"
    );
}

#[tokio::test]
async fn what_the_document_forbids_fails_the_test_though_it_is_answered() {
    for (method, path, query, body, reasons) in [
        (
            "GET",
            "/projects/gigs/users",
            ("limit", "10"),
            None,
            &[][..],
        ),
        (
            "GET",
            "/projects/gigs/users",
            ("limit", "201"),
            None,
            &["`limit`", "200"],
        ),
        (
            "GET",
            "/projects/gigs/users",
            ("limit", "many"),
            None,
            &["`limit`", "integer"],
        ),
        (
            "GET",
            "/projects/gigs/users",
            ("page", "2"),
            None,
            &["`page`"],
        ),
        (
            "POST",
            "/projects/gigs/users",
            ("", ""),
            Some(json!({"email": 7})),
            &["`email`", "string"],
        ),
        (
            "POST",
            "/projects/gigs/users",
            ("", ""),
            Some(json!({})),
            &["email", "required"],
        ),
        (
            "POST",
            "/projects/gigs/users",
            ("", ""),
            None,
            &["request body is required"],
        ),
    ] {
        let gigs = MockGigs::start().await;
        gigs.users().list(|users| users).any().returns(page());
        gigs.users()
            .create(&CreateUser::new("a@example.com"))
            .any()
            .returns(jerry());
        let client = gigs.client();
        let request = client.generated().runtime().undocumented(method, path);
        let request = match query {
            ("", _) => request,
            (name, value) => request.query(name, value),
        };
        let request = match &body {
            Some(body) => request.json_body(body),
            None => request,
        };
        let answer: Value = request.json().await.unwrap();
        assert!(answer.is_object());
        if reasons.is_empty() {
            gigs.verify();
            continue;
        }
        let said = failure(|| drop(gigs));
        for reason in reasons {
            assert!(said.contains(reason), "{query:?} {body:?}: {said}");
        }
        assert!(said.contains("gigs.yaml:"), "{said}");
    }
}

#[tokio::test]
async fn an_answer_that_the_document_forbids_cannot_be_set_up() {
    let without = |key: &str| {
        let mut user = jerry();
        user.as_object_mut().unwrap().remove(key);
        user
    };
    let with = |key: &str, value: Value| {
        let mut user = jerry();
        user[key] = value;
        user
    };
    for (answer, reasons) in [
        (without("email"), &["missing field `email`"][..]),
        (
            with("email", json!(7)),
            &["at `email`", "expected a string"],
        ),
        (with("createdAt", json!("yesterday")), &["at `createdAt`"]),
        (with("object", json!("cat")), &["object", "cat"]),
        (json!(null), &["User"]),
    ] {
        let gigs = MockGigs::start().await;
        let said = failure(|| {
            gigs.users().retrieve("usr_1").returns(&answer);
        });
        for reason in reasons {
            assert!(said.contains(reason), "{answer}: {said}");
        }
    }
    let gigs = MockGigs::start().await;
    let said = failure(|| {
        gigs.users()
            .retrieve("usr_1")
            .fails(404, json!({"message": 7}));
    });
    assert!(
        said.contains("message") && said.contains("gigs.yaml:"),
        "{said}"
    );
    gigs.users().retrieve("usr_1").fails(
        529,
        json!({"object": "error", "type": "system_error", "message": "overloaded"}),
    );
}

#[tokio::test]
async fn what_cannot_be_sent_cannot_be_expected() {
    let chakra = MockChakra::start().await;
    let said = failure(|| {
        chakra.users().fetch("..");
    });
    assert!(said.starts_with("no such request can be sent: "), "{said}");
    let thumbtack = bindery::mock::MockThumbtack::start().await;
    let said = failure(|| {
        thumbtack
            .webhooks()
            .create(&NewWebhook::new("ftp://acme.example"));
    });
    assert!(said.contains("webhookURL"), "{said}");
    let gigs = MockGigs::start().await;
    assert_eq!(
        failure(|| drop(gigs.users().retrieve("usr_1").times(2))),
        "`times` limits an answer; give one first"
    );
}

#[test]
fn a_mock_does_not_hide_why_a_test_failed() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let said = failure(|| {
        runtime.block_on(async {
            let gigs = MockGigs::start().await;
            let _ = gigs.client().users().retrieve("usr_1").await;
            panic!("the test's own reason");
        });
    });
    assert_eq!(said, "the test's own reason");
}
