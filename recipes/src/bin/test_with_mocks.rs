//! Test your code with the mocks: the program is what is tested, its tests are the recipe.
//!
//! `cargo test -p bindery-recipes --bin test_with_mocks`
//!
//! `mock` is a feature of the dev-dependency only, so the program is built without it.

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use bindery::{
    Error, Patch, TryStreamExt as _,
    gigs::{Client, UpdateUser},
};
use bindery_recipes::{Outcome, serve_gigs};

/// Your code: clears the birthdays of all users who have one; how many had.
async fn forget_birthdays(gigs: &Client) -> Result<usize, Error> {
    let mut forgotten = 0;
    let mut users = gigs.users().list().limit(2).items();
    while let Some(user) = users.try_next().await? {
        if user.birthday.is_some() {
            let update = UpdateUser::new().birthday(Patch::Null);
            gigs.users().update(&user.id, &update).await?;
            forgotten += 1;
        }
    }
    Ok(forgotten)
}

#[tokio::main]
async fn main() -> Outcome {
    let gigs = Client::builder("acme", "api-key")
        .base_url(serve_gigs(5).await?)
        .build()?;
    println!("{} forgotten", forget_birthdays(&gigs).await?);
    println!("{} forgotten", forget_birthdays(&gigs).await?);
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use bindery::mock::MockGigs;
    use serde_json::{Value, json};

    use super::*;

    fn user(id: &str, birthday: Option<&str>) -> Value {
        json!({
            "object": "user", "id": id, "metadata": {}, "birthday": birthday,
            "createdAt": "2021-01-21T19:38:34Z", "email": "jerry@example.com",
            "emailVerified": true, "fullName": null, "preferredLocale": "en-US",
        })
    }

    fn page(users: &[Value], next: Option<&str>) -> Value {
        json!({"object": "list", "items": users, "moreItemsAfter": next, "moreItemsBefore": null})
    }

    fn forgets() -> UpdateUser {
        UpdateUser::new().birthday(Patch::Null)
    }

    /// An answer is held against the document and the type, a request is compared whole: a test
    /// that expects what Gigs would never say, or code that sends what was not expected, fails.
    #[tokio::test]
    async fn birthdays_are_cleared_on_all_pages_and_nobody_else_is_touched() {
        let gigs = MockGigs::start().await;
        let (one, two) = (user("usr_1", Some("1954-04-29")), user("usr_2", None));
        let three = user("usr_3", Some("1961-01-13"));
        gigs.users()
            .list(|users| users.limit(2))
            .returns(page(&[one, two], Some("usr_2")));
        gigs.users()
            .list(|users| users.limit(2).after("usr_2"))
            .returns(page(&[three], None));
        for id in ["usr_1", "usr_3"] {
            gigs.users().update(id, &forgets()).returns(user(id, None));
        }

        assert_eq!(forget_birthdays(&gigs.client()).await.unwrap(), 2);
        gigs.users().update("usr_1", &forgets()).called(1);
        gigs.users().update("usr_3", &forgets()).called(1);
        // Dropped here, the mock fails the test if anything else had come.
    }

    #[tokio::test]
    async fn a_list_that_fails_for_a_moment_is_asked_for_again() {
        let gigs = MockGigs::start().await;
        gigs.users()
            .list(|users| users.limit(2))
            .fails(503, down())
            .returns(page(&[], None));
        assert_eq!(forget_birthdays(&gigs.client()).await.unwrap(), 0);
        gigs.users().list(|users| users.limit(2)).called(2);
    }

    #[tokio::test]
    async fn an_update_that_fails_ends_it() {
        let gigs = MockGigs::start().await;
        let users = ["usr_1", "usr_2"].map(|id| user(id, Some("1954-04-29")));
        gigs.users()
            .list(|users| users.limit(2))
            .returns(page(&users, None));
        gigs.users().update("usr_1", &forgets()).fails(500, down());
        let error = forget_birthdays(&gigs.client()).await.unwrap_err();
        assert_eq!(error.status(), Some(500));
        gigs.users().update("usr_2", &forgets()).called(0);
    }

    fn down() -> Value {
        json!({"object": "error", "type": "system_error", "message": "down"})
    }
}
