//! A stand-in for Gigs: the users of one project, in pages, and updates of one.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    routing::{get, patch},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{Outcome, serve};

type Users = Arc<Mutex<Vec<Value>>>;

/// Serves a project with this many users, newest first, and yields the base URL.
///
/// # Errors
/// When no address is free.
pub async fn serve_gigs(count: usize) -> Outcome<String> {
    let users: Users = Arc::new(Mutex::new((0..count).map(user).collect()));
    let router = Router::new()
        .route("/projects/{project}/users", get(list))
        .route("/projects/{project}/users/{user}", patch(update))
        .with_state(users);
    Ok(format!("http://{}", serve(router).await?))
}

fn user(number: usize) -> Value {
    json!({
        "object": "user",
        "id": format!("usr_{number:02}"),
        "metadata": {},
        "birthday": "2017-07-21",
        "createdAt": "2021-01-21T19:38:34Z",
        "email": format!("user{number}@example.com"),
        "emailVerified": true,
        "fullName": "Jerry Seinfeld",
        "preferredLocale": "en-US",
    })
}

#[derive(Deserialize)]
struct Page {
    after: Option<String>,
    limit: Option<usize>,
}

async fn list(State(users): State<Users>, Query(page): Query<Page>) -> Json<Value> {
    let users = users.lock().unwrap_or_else(PoisonError::into_inner);
    let position = |id: &String| users.iter().position(|user| user["id"] == **id);
    let from = page
        .after
        .as_ref()
        .and_then(position)
        .map_or(0, |at| at + 1);
    let to = users.len().min(from + page.limit.unwrap_or(10));
    let next = users[from..to].last().filter(|_| to < users.len());
    Json(json!({
        "object": "list",
        "items": users[from..to],
        "moreItemsAfter": next.map(|last| &last["id"]),
        "moreItemsBefore": null,
    }))
}

/// What is named is replaced, null included; what is not stays.
async fn update(
    State(users): State<Users>,
    Path((_, id)): Path<(String, String)>,
    Json(changes): Json<Map<String, Value>>,
) -> Result<Json<Value>, StatusCode> {
    let mut users = users.lock().unwrap_or_else(PoisonError::into_inner);
    let user = users.iter_mut().find(|user| user["id"] == id);
    let user = user.ok_or(StatusCode::NOT_FOUND)?;
    for (field, value) in changes {
        user[field] = value;
    }
    Ok(Json(user.clone()))
}
