//! A mock of Thumbtack.

use std::{ops::Deref, path::Path};

use super::{Expect, Mock};
use crate::{
    runtime::Builder,
    thumbtack::{
        Client, NewWebhook, PRODUCTION, UpdateWebhook, User, Webhook, WebhookAuth, WebhookList,
    },
};

const DOCUMENT: &str = include_str!("../../specs/thumbtack.yaml");

/// A server that stands in for Thumbtack.
#[derive(Debug)]
pub struct MockThumbtack {
    mock: Mock,
}

impl MockThumbtack {
    /// A server that expects nothing yet.
    pub async fn start() -> Self {
        let mock = Mock::start("thumbtack.yaml", DOCUMENT, PRODUCTION).await;
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
    pub fn users(&self) -> ThumbtackUsers<'_> {
        ThumbtackUsers {
            mock: self,
            users: self.client().users(),
        }
    }

    /// Expectations of the operations on webhooks.
    pub fn webhooks(&self) -> ThumbtackWebhooks<'_> {
        ThumbtackWebhooks {
            mock: self,
            webhooks: self.client().webhooks(),
        }
    }
}

impl Deref for MockThumbtack {
    type Target = Mock;

    fn deref(&self) -> &Mock {
        &self.mock
    }
}

/// Expectations of [`thumbtack::Users`](crate::thumbtack::Users), method by method.
#[derive(Debug)]
pub struct ThumbtackUsers<'a> {
    mock: &'a Mock,
    users: crate::thumbtack::Users,
}

impl<'a> ThumbtackUsers<'a> {
    /// Requests for the user behind the token.
    pub fn me(&self) -> Expect<'a, User> {
        self.mock.on(self.users.me())
    }
}

/// Expectations of [`thumbtack::Webhooks`](crate::thumbtack::Webhooks), method by method.
#[derive(Debug)]
pub struct ThumbtackWebhooks<'a> {
    mock: &'a Mock,
    webhooks: crate::thumbtack::Webhooks,
}

impl<'a> ThumbtackWebhooks<'a> {
    /// Requests to create just this webhook.
    pub fn create(&self, webhook: &NewWebhook) -> Expect<'a, Webhook> {
        self.mock.on(self.webhooks.create(webhook))
    }

    /// Requests for this webhook.
    pub fn get(&self, webhook: &str) -> Expect<'a, Webhook> {
        self.mock.on(self.webhooks.get(webhook))
    }

    /// Requests for all webhooks.
    pub fn list(&self) -> Expect<'a, WebhookList> {
        self.mock.on(self.webhooks.list())
    }

    /// Requests to change this webhook in just this way.
    pub fn update(&self, webhook: &str, update: &UpdateWebhook) -> Expect<'a, ()> {
        self.mock.on(self.webhooks.update(webhook, update))
    }

    /// Requests to delete this webhook.
    pub fn delete(&self, webhook: &str) -> Expect<'a, ()> {
        self.mock.on(self.webhooks.delete(webhook))
    }

    /// Requests to replace how this webhook's deliveries authenticate themselves.
    pub fn update_auth(&self, webhook: &str, auth: impl Into<WebhookAuth>) -> Expect<'a, ()> {
        self.mock.on(self.webhooks.update_auth(webhook, auth))
    }

    /// Requests to remove how this webhook's deliveries authenticate themselves.
    pub fn delete_auth(&self, webhook: &str) -> Expect<'a, ()> {
        self.mock.on(self.webhooks.delete_auth(webhook))
    }
}
