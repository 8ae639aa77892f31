//! A mock of Chakra HQ.

use std::{ops::Deref, path::Path};

use serde_json::json;

use super::{Expect, Mock};
use crate::{
    chakra::{Client, PRODUCTION, User},
    runtime::Builder,
};

const DOCUMENT: &str = include_str!("../../specs/chakra.yaml");

/// A server that stands in for Chakra HQ.
#[derive(Debug)]
pub struct MockChakra {
    mock: Mock,
}

impl MockChakra {
    /// A server that expects nothing yet.
    pub async fn start() -> Self {
        let mock = Mock::start("chakra.yaml", DOCUMENT, PRODUCTION).await;
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
        Client::builder("access-token").base_url(self.url())
    }

    /// A client of the server.
    ///
    /// # Panics
    /// When TLS cannot be set up.
    pub fn client(&self) -> Client {
        super::built(self.builder())
    }

    /// Expectations of the operations on users.
    pub fn users(&self) -> ChakraUsers<'_> {
        ChakraUsers {
            mock: self,
            users: self.client().users(),
        }
    }
}

impl Deref for MockChakra {
    type Target = Mock;

    fn deref(&self) -> &Mock {
        &self.mock
    }
}

/// Expectations of [`chakra::Users`](crate::chakra::Users), method by method.
#[derive(Debug)]
pub struct ChakraUsers<'a> {
    mock: &'a Mock,
    users: crate::chakra::Users,
}

impl<'a> ChakraUsers<'a> {
    /// Requests for this user, who is answered in Chakra HQ's envelope.
    pub fn fetch(&self, user: &str) -> Expect<'a, User> {
        let call = self.mock.on(self.users.fetch(user));
        call.within(|user| json!({ "_data": user }))
    }
}
