//! A mock of Gigs.

use std::{ops::Deref, path::Path};

use super::{Expect, Mock};
use crate::{
    gigs::{Client, CreateUser, ListUsers, PRODUCTION, SearchUsers, UpdateUser, User, UserList},
    runtime::Builder,
};

const DOCUMENT: &str = include_str!("../../specs/gigs.yaml");

/// A server that stands in for Gigs.
#[derive(Debug)]
pub struct MockGigs {
    mock: Mock,
}

impl MockGigs {
    /// The project of its clients; the one that Gigs' own examples are about.
    pub const PROJECT: &str = "gigs";

    /// A server that expects nothing yet.
    pub async fn start() -> Self {
        let mock = Mock::start("gigs.yaml", DOCUMENT, PRODUCTION).await;
        Self { mock }
    }

    /// A server that answers as was recorded, in a file or all those below a folder.
    ///
    /// # Panics
    /// When the recordings cannot be read, with every fault of theirs.
    pub async fn recorded(path: impl AsRef<Path>) -> Self {
        let mock = Self::start().await;
        mock.replay(path);
        mock
    }

    /// A client of the server, to be configured further.
    pub fn builder(&self) -> Builder<Client> {
        Client::builder(Self::PROJECT, "api-key").base_url(self.url())
    }

    /// A client of the server.
    ///
    /// # Panics
    /// When TLS cannot be set up.
    pub fn client(&self) -> Client {
        super::built(self.builder())
    }

    /// Expectations of the operations on users.
    pub fn users(&self) -> GigsUsers<'_> {
        GigsUsers {
            mock: self,
            users: self.client().users(),
        }
    }
}

impl Deref for MockGigs {
    type Target = Mock;

    fn deref(&self) -> &Mock {
        &self.mock
    }
}

/// Expectations of [`gigs::Users`](crate::gigs::Users), method by method.
#[derive(Debug)]
pub struct GigsUsers<'a> {
    mock: &'a Mock,
    users: crate::gigs::Users,
}

impl<'a> GigsUsers<'a> {
    /// Requests for this user.
    pub fn retrieve(&self, user: &str) -> Expect<'a, User> {
        self.mock.on(self.users.retrieve(user))
    }

    /// Requests to create just this user.
    pub fn create(&self, user: &CreateUser) -> Expect<'a, User> {
        self.mock.on(self.users.create(user))
    }

    /// Requests to change this user in just this way.
    pub fn update(&self, user: &str, update: &UpdateUser) -> Expect<'a, User> {
        self.mock.on(self.users.update(user, update))
    }

    /// Requests to delete this user.
    pub fn delete(&self, user: &str) -> Expect<'a, User> {
        self.mock.on(self.users.delete(user))
    }

    /// Requests for users found by just this query.
    pub fn search(&self, query: &SearchUsers) -> Expect<'a, UserList> {
        self.mock.on(self.users.search(query))
    }

    /// Requests for one page, with just these options: `list(|users| users.limit(2))`.
    pub fn list(&self, options: impl FnOnce(ListUsers) -> ListUsers) -> Expect<'a, UserList> {
        self.mock.on(options(self.users.list()).page())
    }
}
