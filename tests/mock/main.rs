//! The mocks as a user's tests have them: they answer by type, and fail the test where they should.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod answers;
mod faults;
mod operations;
mod recordings;

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

/// What the test would have failed with.
#[track_caller]
fn failure(of: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(of)).expect_err("nothing failed");
    match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(other) => (*other.downcast::<&str>().unwrap()).to_owned(),
    }
}

/// A user of Gigs.
fn jerry() -> Value {
    json!({
        "object": "user", "id": "usr_1", "metadata": {}, "birthday": null,
        "createdAt": "2021-01-21T19:38:34Z", "email": "jerry@example.com", "emailVerified": true,
        "fullName": "Jerry", "preferredLocale": "en-US",
    })
}

/// A page of one user, after which there are no more.
fn page() -> Value {
    json!({"object": "list", "items": [jerry()], "moreItemsAfter": null, "moreItemsBefore": null})
}
