//! [Thumbtack](https://developers.thumbtack.com): the user behind a token, and that user's webhooks.
//!
//! ```no_run
//! # async fn example() -> Result<(), bindery::Error> {
//! use bindery::thumbtack::{BasicAuth, Client, NewWebhook};
//!
//! let thumbtack = Client::builder("access-token").user_agent("acme/1.0").build()?;
//! let me = thumbtack.users().me().await?;
//! let hook = NewWebhook::new("https://acme.example/hooks")
//!     .event("MessageCreatedV4")
//!     .auth(BasicAuth::new("acme", "secret"));
//! let hook = thumbtack.webhooks().create(&hook).await?;
//! println!("{} listens for {}", hook.webhook_id, me.user_id);
//! # Ok(()) }
//! ```

#[cfg(feature = "oauth")]
pub mod oauth;
pub mod webhook;

use serde::{Deserialize, Serialize};

use crate::{Call, Error, Secret, runtime::Builder};

pub use crate::generated::thumbtack as generated;
pub use generated::types::{
    AuthType, BasicAuth, CustomHeaderAuth, DeliveryEvent, EventType, Message, MessageAttachment,
    MessageBusiness, MessageCreatedDelivery, MessageCreatedV4Delivery, MessageCustomer,
    MessageSender, Negotiation, NegotiationBusiness, NegotiationCategory, NegotiationChargeState,
    NegotiationCreatedV4Delivery, NegotiationCustomer, NegotiationDetail, NegotiationEstimate,
    NegotiationEstimateType, NegotiationLocation, NegotiationRequest, NegotiationStatus,
    NewWebhook, Pagination, ProblemDetails, ProposedTime, ProxyError, TravelPreference,
    UpdateWebhook, User, Webhook, WebhookAuth, WebhookList,
};

/// The production server.
pub const PRODUCTION: &str = generated::SERVERS[0];
/// The staging server, whose credentials are issued separately.
pub const STAGING: &str = generated::SERVERS[1];

/// A client that acts for one user; clones share its connections.
#[derive(Debug, Clone)]
pub struct Client {
    generated: generated::Client,
}

impl Client {
    /// A client that acts by an access token of the authorization-code flow.
    ///
    /// It calls [`PRODUCTION`]; `.base_url(STAGING)` changes that.
    pub fn builder(access_token: impl Into<Secret>) -> Builder<Self> {
        Self::prepare().bearer(access_token)
    }

    /// Without a token.
    fn prepare() -> Builder<Self> {
        crate::runtime::Client::builder(PRODUCTION)
            .never_retry(is_wrong_audience)
            .map(|runtime| Self {
                generated: generated::Client::new(runtime),
            })
    }

    /// The operations on users.
    pub fn users(&self) -> Users {
        Users {
            client: self.clone(),
        }
    }

    /// The operations on the user's webhooks.
    pub fn webhooks(&self) -> Webhooks {
        Webhooks {
            client: self.clone(),
        }
    }

    /// The client as generated, operation by operation.
    pub fn generated(&self) -> &generated::Client {
        &self.generated
    }
}

/// The proxy answers 502 to a token of another audience, and will again.
fn is_wrong_audience(error: &Error) -> bool {
    let refusal = error.details::<ProxyError>();
    refusal.is_some_and(|refusal| refusal.error == "proxy_oauth_failed")
}

/// The operations on users: <https://developers.thumbtack.com/docs/users>.
#[derive(Debug, Clone)]
pub struct Users {
    client: Client,
}

impl Users {
    /// The user who granted the token.
    pub fn me(&self) -> Call<User> {
        self.client.generated.get_user_self()
    }
}

/// The operations on the user's webhooks: <https://developers.thumbtack.com/docs/users>.
///
/// Failures carry [`ProblemDetails`], or a [`ProxyError`] with status 502. A 202 is a challenge by
/// Thumbtack's firewall and so a failure, though its number says otherwise.
#[derive(Debug, Clone)]
pub struct Webhooks {
    client: Client,
}

impl Webhooks {
    /// Creates a webhook.
    pub fn create(&self, webhook: &NewWebhook) -> Call<Webhook> {
        self.client.generated.create_user_webhook(webhook)
    }

    /// Fetches one webhook.
    pub fn get(&self, webhook: &str) -> Call<Webhook> {
        self.client.generated.get_user_webhook(webhook)
    }

    /// Lists the user's webhooks; no way to ask for a further page is documented.
    pub fn list(&self) -> Call<WebhookList> {
        self.client.generated.list_user_webhooks()
    }

    /// Changes what the update names and leaves the rest as it is.
    pub fn update(&self, webhook: &str, update: &UpdateWebhook) -> Call<()> {
        self.client.generated.update_user_webhook(webhook, update)
    }

    /// Deletes a webhook.
    pub fn delete(&self, webhook: &str) -> Call<()> {
        self.client.generated.delete_user_webhook(webhook)
    }

    /// Replaces how a webhook's deliveries authenticate themselves.
    pub fn update_auth(&self, webhook: &str, auth: impl Into<WebhookAuth>) -> Call<()> {
        self.client
            .generated
            .update_user_webhook_auth(webhook, &auth.into())
    }

    /// Removes how a webhook's deliveries authenticate themselves.
    pub fn delete_auth(&self, webhook: &str) -> Call<()> {
        self.client.generated.delete_user_webhook_auth(webhook)
    }
}

/// What Thumbtack's token endpoint answers failures with (RFC 6749, section 5.2).
///
/// Source: <https://developers.thumbtack.com/docs/getting-started/troubleshooting>.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OAuthError {
    /// The error code, such as `invalid_client`.
    pub error: String,
    /// What went wrong, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

impl NewWebhook {
    /// Adds one event to those that the webhook listens for.
    #[must_use]
    pub fn event(mut self, event: impl Into<EventType>) -> Self {
        self.event_types.get_or_insert_default().push(event.into());
        self
    }
}
