//! Sync all Gigs users into SQLite, and resume after a crash.
//!
//! `cargo run -p bindery-recipes --bin sync_users -- users.sqlite [crash after this many pages]`
//!
//! Each page is stored together with the place where the next one begins, in one transaction: a
//! program that dies at any time goes on with the page after the last one stored. Users are stored
//! by their identifier, so a page that is fetched again changes nothing. Users that were created
//! after the sync began stand before its first page, and come with the next sync.

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use std::{env, process};

use bindery::{
    TryStreamExt as _,
    gigs::{Client, UserList},
};
use bindery_recipes::{Outcome, serve_gigs};
use rusqlite::{Connection, OptionalExtension as _};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, email TEXT NOT NULL, json TEXT NOT NULL);
    -- Where the sync goes on; no row between two syncs.
    CREATE TABLE IF NOT EXISTS cursor (one INTEGER PRIMARY KEY CHECK (one = 1), after TEXT NOT NULL);
";

#[tokio::main]
async fn main() -> Outcome {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().ok_or("give the path of a database")?;
    let crash_after: Option<u64> = arguments.next().map(|pages| pages.parse()).transpose()?;

    let gigs = Client::builder("acme", "api-key")
        .base_url(serve_gigs(25).await?)
        .build()?;
    let mut database = Connection::open(path)?;
    database.execute_batch(SCHEMA)?;

    let mut list = gigs.users().list().limit(5);
    match resume(&database)? {
        Some(user) => {
            println!("resumes after {user}");
            list = list.after(user);
        }
        None => println!("begins"),
    }
    let mut pages = list.pages();
    let mut fetched = 0;
    while let Some(page) = pages.try_next().await? {
        store(&mut database, &page)?;
        fetched += 1;
        if crash_after == Some(fetched) {
            // As if the power failed: nothing is closed, nothing is said.
            process::abort();
        }
    }
    let count: i64 = database.query_row("SELECT count(*) FROM users", [], |row| row.get(0))?;
    println!("fetched {fetched} pages, {count} users are stored");
    Ok(())
}

/// The user after whom an earlier sync stopped.
fn resume(database: &Connection) -> rusqlite::Result<Option<String>> {
    let mut statement = database.prepare("SELECT after FROM cursor")?;
    statement.query_row([], |row| row.get(0)).optional()
}

/// Stores a page and the place of the next one: both or neither.
fn store(database: &mut Connection, page: &UserList) -> Outcome {
    let transaction = database.transaction()?;
    for user in &page.items {
        let json = serde_json::to_string(user)?;
        transaction.execute(
            "INSERT OR REPLACE INTO users (id, email, json) VALUES (?1, ?2, ?3)",
            (&user.id, &user.email, json),
        )?;
    }
    transaction.execute("DELETE FROM cursor", [])?;
    if let Some(after) = &page.more_items_after {
        transaction.execute("INSERT INTO cursor (one, after) VALUES (1, ?1)", [after])?;
    }
    transaction.commit()?;
    Ok(())
}
