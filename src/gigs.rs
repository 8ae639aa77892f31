//! [Gigs](https://developers.gigs.com): the users of a project.
//!
//! ```no_run
//! # async fn example() -> Result<(), bindery::Error> {
//! use bindery::{Patch, TryStreamExt as _, gigs::{Client, UpdateUser}};
//!
//! let gigs = Client::builder("my-project", "my-api-key").build()?;
//! let user = gigs.users().retrieve("usr_0SNlurA049MEWV4OpCwsNyC9Kn2d").await?;
//! gigs.users().update(&user.id, &UpdateUser::new().birthday(Patch::Null)).await?;
//!
//! let mut users = gigs.users().list().items();
//! while let Some(user) = users.try_next().await? {
//!     println!("{}", user.email);
//! }
//! # Ok(()) }
//! ```

pub mod webhook;

use std::{
    future::{Future, IntoFuture},
    pin::Pin,
    sync::Arc,
};

use crate::{
    Call, Error, Secret,
    runtime::{
        Builder,
        page::{self, BoxStream},
    },
};

pub use crate::generated::gigs as generated;
pub use generated::types::{
    CreateUser, Error as ApiError, ErrorCode, ErrorDetail, ErrorType, SearchUsers, UpdateUser,
    User, UserAddressEvent, UserEvent, UserList, UserStatus,
};

/// The only server that Gigs names; live and test data live in separate projects.
pub const PRODUCTION: &str = generated::SERVERS[0];

/// A client of one project; clones share its connections.
#[derive(Debug, Clone)]
pub struct Client {
    generated: generated::Client,
    project: Arc<str>,
}

impl Client {
    /// A client that acts in `project` by an API key of that project.
    pub fn builder(project: impl Into<Arc<str>>, api_key: impl Into<Secret>) -> Builder<Self> {
        let project = project.into();
        crate::runtime::Client::builder(PRODUCTION)
            .bearer(api_key)
            .map(|runtime| Self {
                generated: generated::Client::new(runtime),
                project,
            })
    }

    /// The operations on users.
    pub fn users(&self) -> Users {
        Users {
            client: self.clone(),
        }
    }

    /// The client as generated, operation by operation.
    pub fn generated(&self) -> &generated::Client {
        &self.generated
    }
}

/// The operations on users: <https://developers.gigs.com/api/latest/core/users>.
///
/// Failures carry an [`ApiError`]: `error.details::<ApiError>()`.
#[derive(Debug, Clone)]
pub struct Users {
    client: Client,
}

impl Users {
    /// Fetches one user.
    pub fn retrieve(&self, user: &str) -> Call<User> {
        self.client
            .generated
            .retrieve_user(&self.client.project, user)
    }

    /// Creates a user.
    pub fn create(&self, user: &CreateUser) -> Call<User> {
        self.client
            .generated
            .create_user(&self.client.project, user)
    }

    /// Changes what the update names and leaves the rest as it is.
    ///
    /// A field that is left out stays, [`Patch::Null`](crate::Patch::Null) clears it.
    pub fn update(&self, user: &str, update: &UpdateUser) -> Call<User> {
        self.client
            .generated
            .update_user(&self.client.project, user, update)
    }

    /// Deletes a user and yields what was deleted.
    pub fn delete(&self, user: &str) -> Call<User> {
        self.client
            .generated
            .delete_user(&self.client.project, user)
    }

    /// Finds users; the answer has a list's cursors, but no parameter takes them.
    pub fn search(&self, query: &SearchUsers) -> Call<UserList> {
        self.client
            .generated
            .search_users(&self.client.project, query)
    }

    /// Lists users, newest first: await one page, or stream them all.
    pub fn list(&self) -> ListUsers {
        ListUsers {
            client: self.client.clone(),
            options: generated::types::ListUsersOptions::new(),
        }
    }
}

/// A list of users that has not been fetched yet.
#[derive(Debug, Clone)]
#[must_use = "a list is fetched when it is awaited or streamed"]
pub struct ListUsers {
    client: Client,
    options: generated::types::ListUsersOptions,
}

impl ListUsers {
    /// How many users a page holds: 0 to 200; Gigs takes 10 unless told.
    pub fn limit(mut self, limit: i32) -> Self {
        self.options = self.options.limit(limit);
        self
    }

    /// Only users listed after this one; excludes [`before`](Self::before).
    pub fn after(mut self, user: impl Into<String>) -> Self {
        self.options = self.options.after(user);
        self
    }

    /// Only users listed before this one; excludes [`after`](Self::after).
    pub fn before(mut self, user: impl Into<String>) -> Self {
        self.options = self.options.before(user);
        self
    }

    /// One page.
    pub fn page(&self) -> Call<UserList> {
        self.client
            .generated
            .list_users(&self.client.project, &self.options)
    }

    /// The pages from the one asked for to the last; towards the newest if [`before`](Self::before)
    /// is set.
    pub fn pages(self) -> BoxStream<UserList> {
        self.client
            .generated
            .list_users_pages(&self.client.project, &self.options)
    }

    /// The users of all pages.
    pub fn items(self) -> BoxStream<User> {
        page::items(self.pages())
    }
}

impl IntoFuture for ListUsers {
    type Output = Result<UserList, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        self.page().into_future()
    }
}
