//! Connect a Thumbtack account by OAuth, and keep it connected.
//!
//! `cargo run -p bindery-recipes --bin connect_an_account -- folder-for-tokens`
//!
//! A user who comes to `/connect` is sent to Thumbtack and comes back to `/back`; from then on the
//! connection has tokens, and refreshes them while calls go on. Processes that share the folder
//! refresh once for all of them. Only when Thumbtack wants the user again does a call fail.

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use std::{
    collections::BTreeMap,
    env,
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write as _},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{RawQuery, State},
    http::{
        HeaderMap, StatusCode,
        header::{COOKIE, SET_COOKIE},
    },
    response::{IntoResponse, Redirect},
    routing::get,
};
use bindery::thumbtack::{
    Client,
    oauth::{self, Authorization, Connection, Lock, Oauth, Scope, StoreError, TokenStore, Tokens},
};
use bindery_recipes::{Authorizer, Browser, Outcome};
use futures_util::future::{BoxFuture, join_all};

#[derive(Clone)]
struct App {
    oauth: Oauth,
    /// In earnest, one for each user of yours.
    connection: Connection,
    /// Users who are at Thumbtack, by what their cookie says; in earnest, their sessions.
    away: Arc<Mutex<BTreeMap<String, Authorization>>>,
}

/// Sends a user to Thumbtack. The cookie ties the authorization to the browser that began it, so
/// that nobody can slip the user an answer that belongs to somebody else's account.
async fn connect(State(app): State<App>) -> impl IntoResponse {
    let scopes = [Scope::SUPPLY_USERS_READ, Scope::OFFLINE_ACCESS];
    let authorization = app.oauth.authorize(scopes);
    let state = authorization.state().expose().to_owned();
    // In earnest with `Secure`, too.
    let cookie = format!("connecting={state}; Path=/back; HttpOnly; SameSite=Lax");
    let answer = ([(SET_COOKIE, cookie)], Redirect::to(authorization.url()));
    let mut away = app.away.lock().unwrap_or_else(PoisonError::into_inner);
    away.insert(state, authorization);
    answer
}

async fn back(
    State(app): State<App>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> (StatusCode, String) {
    let cookies = headers
        .get(COOKIE)
        .and_then(|cookies| cookies.to_str().ok());
    let mut cookies = cookies.into_iter().flat_map(|cookies| cookies.split("; "));
    let state = cookies.find_map(|cookie| cookie.strip_prefix("connecting="));
    let authorization = state.and_then(|state| {
        let mut away = app.away.lock().unwrap_or_else(PoisonError::into_inner);
        away.remove(state)
    });
    let Some(authorization) = authorization else {
        return (StatusCode::FORBIDDEN, "you did not begin here".into());
    };
    match finish(&app, &authorization, &query.unwrap_or_default()).await {
        Ok(()) => (StatusCode::OK, "connected".into()),
        Err(error) if error.is_wrong_state() => (StatusCode::FORBIDDEN, error.to_string()),
        Err(error) if error.code() == Some("access_denied") => {
            (StatusCode::OK, "not connected, as you wish".into())
        }
        Err(error) => (StatusCode::BAD_GATEWAY, error.to_string()),
    }
}

async fn finish(app: &App, began: &Authorization, query: &str) -> Result<(), oauth::Error> {
    let tokens = app.oauth.exchange(began.callback(query)?).await?;
    app.connection.adopt(tokens).await
}

/// Tokens in a folder, replaced as a whole, with a lock between processes beside them.
///
/// They are readable to whoever can read the file: in earnest, encrypt them.
struct FileStore {
    folder: PathBuf,
}

impl FileStore {
    fn read(&self) -> Result<Option<Tokens>, StoreError> {
        match fs::read(self.folder.join("tokens.json")) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn write(&self, tokens: &Tokens) -> Result<(), StoreError> {
        let draft = self.folder.join("tokens.draft");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft)?;
        file.write_all(&serde_json::to_vec(tokens)?)?;
        file.sync_all()?;
        fs::rename(draft, self.folder.join("tokens.json"))?;
        // The power may fail now: the new name is on the disk once its folder is.
        #[cfg(unix)]
        File::open(&self.folder)?.sync_all()?;
        Ok(())
    }
}

/// Reading and writing take place on the spot: on a thread of their own they would go on when their
/// caller had left and given the lock back.
impl TokenStore for FileStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>> {
        Box::pin(async { self.read() })
    }

    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async { self.write(tokens) })
    }

    /// The system gives it back when the process dies.
    fn lock(&self) -> BoxFuture<'_, Result<Lock, StoreError>> {
        let path = self.folder.join("tokens.lock");
        let locked = tokio::task::spawn_blocking(move || {
            let file = File::create(path)?;
            file.lock()?;
            Ok::<_, io::Error>(file)
        });
        Box::pin(async { Ok(Lock::new(locked.await??)) })
    }
}

#[tokio::main]
async fn main() -> Outcome {
    let folder: PathBuf = env::args().nth(1).ok_or("give a folder for tokens")?.into();
    fs::create_dir_all(&folder)?;
    let thumbtack = Authorizer::default();
    let server = thumbtack.serve().await?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let here = format!("http://{}", listener.local_addr()?);

    let oauth = Oauth::builder("client-id", "client-secret", format!("{here}/back"))
        .server(&server)
        .api(&server)
        .build()?;
    let store = |folder: &PathBuf| FileStore {
        folder: folder.clone(),
    };
    let app = App {
        connection: oauth.connect(store(&folder)),
        away: Arc::default(),
        oauth: oauth.clone(),
    };
    let client = app.connection.client().build()?;
    let router = Router::new()
        .route("/connect", get(connect))
        .route("/back", get(back))
        .with_state(app);
    tokio::spawn(async move { axum::serve(listener, router).await });

    let mut user = Browser::new();
    println!("user: {}", user.visit(&format!("{here}/connect")).await?);
    println!("me: {}", client.users().me().await?.user_id);
    let forged = format!("{here}/back?code=a-code&state=guessed");
    println!("stranger: {}", Browser::new().visit(&forged).await?);

    thumbtack.end_access_token();
    // As in another process, which was started later.
    let replica = oauth.connect(store(&folder)).client().build()?;
    let answered = calls(&[client.clone(), replica]).await;
    println!(
        "{answered} calls answered, refreshed {} time",
        thumbtack.refreshes()
    );

    thumbtack.disconnect();
    let error = client.users().me().await.err().ok_or("still connected")?;
    // Ask the user, and make no calls meanwhile. What else keeps tokens away may pass.
    let why = oauth::Error::of(&error).filter(|why| why.is_reauthorization_required());
    println!("{}", why.ok_or("for another reason")?);
    println!("user: {}", user.visit(&format!("{here}/connect")).await?);
    println!("me: {}", client.users().me().await?.user_id);
    Ok(())
}

/// Ten calls of each client, all at the same time; how many were answered.
async fn calls(clients: &[Client]) -> usize {
    let calls = clients
        .iter()
        .flat_map(|client| (0..10).map(|_| client.users().me()));
    let answers = join_all(calls.map(IntoFuture::into_future)).await;
    answers.iter().flatten().count()
}
