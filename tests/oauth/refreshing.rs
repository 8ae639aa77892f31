//! When tokens are refreshed, how often, and what becomes of them when something fails.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use bindery::thumbtack::oauth::{
    Connection, Error, Lock, MemoryStore, StoreError, TokenStore, Tokens,
};
use futures_util::future::{BoxFuture, FutureExt as _, join_all};

use crate::{authorizer::Authorizer, leaks, stores::Brittle};

#[tokio::test]
async fn many_calls_on_an_ended_token_make_one_refresh() {
    leaks::watch();
    let server = Authorizer::start().await;
    let store = Brittle::of(server.tokens(-1));
    let connection = server.oauth().connect(store.clone());
    let clients: Vec<_> = (0..4)
        .map(|_| connection.client().build().unwrap())
        .collect();
    let calls = (0..200).map(|index: usize| clients[index % 4].users().me().into_future());
    for result in join_all(calls).await {
        assert_eq!(result.unwrap().user_id, "1337");
    }
    assert_eq!(server.refreshes(), [1]);
    let kept = store.kept().await;
    assert_eq!(kept.refresh_token.unwrap().expose(), "hushed-refresh-2");
    assert_eq!(
        (kept.expires_at.unwrap() - server.time.now()).num_seconds(),
        3600
    );
    leaks::none_in(None);
}

#[tokio::test]
async fn many_calls_with_a_refused_token_make_one_refresh() {
    let server = Authorizer::start().await;
    let connection = server
        .oauth()
        .connect(MemoryStore::from(server.tokens(3600)));
    let clients: Vec<_> = (0..4)
        .map(|_| connection.client().build().unwrap())
        .collect();
    for client in &clients {
        client.users().me().await.unwrap();
    }
    server.revoke_access();
    let calls = (0..40).map(|index: usize| clients[index % 4].users().me().into_future());
    for result in join_all(calls).await {
        result.unwrap();
    }
    assert_eq!(server.refreshes(), [1]);
}

#[tokio::test]
async fn a_token_is_refreshed_a_minute_before_its_end() {
    for (seconds_left, refreshes) in [(3600, 0), (61, 0), (60, 1), (1, 1), (0, 1), (-1, 1)] {
        let server = Authorizer::start().await;
        let connection = server
            .oauth()
            .connect(MemoryStore::from(server.tokens(seconds_left)));
        for _ in 0..3 {
            connection.tokens().await.unwrap();
        }
        assert_eq!(server.refreshes().len(), refreshes, "{seconds_left}");
        assert!(connection.trouble().is_none());
    }
}

#[tokio::test]
async fn without_a_way_on_the_user_has_to_come_again() {
    for (name, store) in [
        ("nothing", MemoryStore::new()),
        (
            "no refresh token",
            Tokens::new("hushed-a")
                .expires_at(chrono::DateTime::UNIX_EPOCH)
                .into(),
        ),
        (
            "a refresh token nobody knows",
            Tokens::new("hushed-a")
                .refresh_token("hushed-unknown")
                .expires_at(chrono::DateTime::UNIX_EPOCH)
                .into(),
        ),
    ] {
        let server = Authorizer::start().await;
        let connection = server.oauth().connect(store);
        let error = connection.tokens().await.unwrap_err();
        assert!(error.is_reauthorization_required(), "{name}: {error}");
        assert!(
            !format!("{error:?}").contains("hushed"),
            "{name}: {error:?}"
        );
        let error = connection
            .client()
            .build()
            .unwrap()
            .users()
            .me()
            .await
            .unwrap_err();
        let source = Error::of(&error).unwrap();
        assert!(
            error.is_token() && source.is_reauthorization_required(),
            "{name}"
        );
        connection.adopt(server.tokens(3600)).await.unwrap();
        connection
            .client()
            .build()
            .unwrap()
            .users()
            .me()
            .await
            .unwrap();
    }
}

/// Whichever part of the store fails: while the old token lasts it is used, then calls fail; once
/// the store is mended, what was got is saved, and nothing is refreshed twice.
#[tokio::test]
async fn a_failing_store_keeps_the_old_token_usable_and_says_so() {
    for (part, refreshes_while_broken, says) in [
        ("lock", 0, "the store cannot be locked"),
        ("load", 0, "the store cannot load the tokens"),
        (
            "save",
            1,
            "the store cannot save the new tokens, which are kept in memory",
        ),
    ] {
        let server = Authorizer::start().await;
        let store = Brittle::of(server.tokens(120));
        let connection = server.oauth().connect(store.clone());
        let old = connection.tokens().await.unwrap();
        let switch = match part {
            "lock" => &store.breaks.lock,
            "load" => &store.breaks.load,
            _ => &store.breaks.save,
        };
        switch.store(true, Ordering::SeqCst);

        server.time.pass(90);
        for _ in 0..3 {
            assert_eq!(connection.tokens().await.unwrap(), old, "{part}");
            let trouble = connection.trouble().unwrap();
            assert!(trouble.is_store() && trouble.is_retryable(), "{part}");
            assert_eq!(format!("{trouble:?}"), format!("{says}: the disk is full"));
        }
        assert_eq!(server.refreshes().len(), refreshes_while_broken, "{part}");

        server.time.pass(30);
        for _ in 0..3 {
            let error = connection.tokens().await.unwrap_err();
            assert_eq!(format!("{error:?}"), format!("{says}: the disk is full"));
        }
        assert_eq!(store.kept().await, old, "{part}");

        // Long after the grace: only what was kept in memory can be of use.
        switch.store(false, Ordering::SeqCst);
        server.time.pass(600);
        let new = connection.tokens().await.unwrap();
        assert_eq!(new.access_token.expose(), "hushed-access-2", "{part}");
        assert_eq!(store.kept().await, new, "{part}");
        assert_eq!(server.refreshes(), [1], "{part}");
        assert!(connection.trouble().is_none(), "{part}");
    }
}

/// What could not be saved is of no use once somebody else has saved tokens.
#[tokio::test]
async fn unsaved_tokens_give_way_to_saved_ones() {
    let server = Authorizer::start().await;
    let store = Brittle::of(server.tokens(-1));
    let connection = server.oauth().connect(store.clone());
    store.breaks.save.store(true, Ordering::SeqCst);
    connection.tokens().await.unwrap_err();
    store.breaks.save.store(false, Ordering::SeqCst);
    let saved = server.tokens(3600);
    store.save(&saved).await.unwrap();
    assert_eq!(connection.tokens().await.unwrap(), saved);
    assert_eq!(store.kept().await, saved);
    assert_eq!(server.refreshes(), [1]);
}

/// Two connections over one store, as two replicas have them.
#[tokio::test]
async fn what_another_replica_saved_is_taken() {
    let server = Authorizer::start().await;
    let store = Brittle::of(server.tokens(3600));
    let (one, other) = (
        server.oauth().connect(store.clone()),
        server.oauth().connect(store.clone()),
    );
    let clients = [&one, &other].map(|connection| connection.client().build().unwrap());
    for client in &clients {
        client.users().me().await.unwrap();
    }
    server.revoke_access();
    for client in &clients {
        client.users().me().await.unwrap();
    }
    assert_eq!(server.refreshes(), [1]);
}

/// A caller that leaves does not break off the refresh it began.
#[tokio::test]
async fn a_refresh_outlives_the_caller_that_began_it() {
    let server = Authorizer::start().await;
    let store = Brittle::of(server.tokens(-1));
    let connection = server.oauth().connect(store.clone());
    assert!(connection.tokens().now_or_never().is_none());
    while store.kept().await.access_token.expose() == "hushed-access-1" {
        tokio::task::yield_now().await;
    }
    connection.tokens().await.unwrap();
    assert_eq!(server.refreshes(), [1]);
}

/// The lock is given back when a refresh is done with: who then adopts tokens has the last word.
#[tokio::test]
async fn tokens_adopted_right_after_a_refresh_stay() {
    let server = Authorizer::start().await;
    let next = server.tokens(3600);
    let store = Arc::new(AdoptsOnUnlock {
        kept: server.tokens(-1).into(),
        next: next.clone(),
        connection: OnceLock::new(),
        locked: AtomicBool::new(false),
    });
    let connection = server.oauth().connect(Arc::clone(&store));
    store.connection.set(connection.clone()).unwrap();
    connection.tokens().await.unwrap();
    assert_eq!(store.kept.load().await.unwrap().as_ref(), Some(&next));
    assert_eq!(connection.tokens().await.unwrap(), next);
}

/// Whose connection adopts tokens as soon as its first lock is given back.
struct AdoptsOnUnlock {
    kept: MemoryStore,
    next: Tokens,
    connection: OnceLock<Connection>,
    locked: AtomicBool,
}

struct Adopts(Connection, Tokens);

impl Drop for Adopts {
    fn drop(&mut self) {
        let adopted = self.0.adopt(self.1.clone()).now_or_never();
        adopted.unwrap().unwrap();
    }
}

impl TokenStore for AdoptsOnUnlock {
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>> {
        self.kept.load()
    }

    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>> {
        self.kept.save(tokens)
    }

    fn lock(&self) -> BoxFuture<'_, Result<Lock, StoreError>> {
        let first = self
            .connection
            .get()
            .cloned()
            .filter(|_| !self.locked.swap(true, Ordering::SeqCst));
        let lock = match first {
            Some(connection) => Lock::new(Adopts(connection, self.next.clone())),
            None => Lock::new(()),
        };
        Box::pin(async { Ok(lock) })
    }
}

/// A refresh whose answer was lost before it was saved can be repeated for a minute.
#[tokio::test]
async fn a_lost_refresh_is_made_again_within_the_grace() {
    for (seconds, recovers) in [(0, true), (60, true), (61, false)] {
        let server = Authorizer::start().await;
        let before = server.tokens(-1);
        let lost = server.oauth().connect(MemoryStore::from(before.clone()));
        lost.tokens().await.unwrap();
        server.time.pass(seconds);
        let next = server.oauth().connect(MemoryStore::from(before));
        match next.tokens().await {
            Ok(tokens) => assert!(recovers && tokens.access_token.expose() == "hushed-access-3"),
            Err(error) => assert!(!recovers && error.is_reauthorization_required(), "{error}"),
        }
    }
}

/// A store that panics breaks off one refresh, and the next one starts anew.
#[tokio::test]
async fn a_store_that_panics_is_asked_again() {
    let server = Authorizer::start().await;
    let store = Arc::new(PanicsOnce {
        panicked: AtomicBool::new(false),
        kept: server.tokens(-1).into(),
    });
    let connection = server.oauth().connect(Arc::clone(&store));
    let error = connection.tokens().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the refresh was broken off: the store panicked"
    );
    let tokens = connection.tokens().await.unwrap();
    assert_eq!(store.kept.load().await.unwrap(), Some(tokens));
    assert_eq!(server.refreshes(), [1]);
}

struct PanicsOnce {
    panicked: AtomicBool,
    kept: MemoryStore,
}

impl TokenStore for PanicsOnce {
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>> {
        assert!(
            self.panicked.swap(true, Ordering::SeqCst),
            "the store's own bug"
        );
        self.kept.load()
    }

    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>> {
        self.kept.save(tokens)
    }
}
