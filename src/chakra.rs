//! [Chakra HQ](https://apidocs.chakrahq.com): the users of a team.
//!
//! ```no_run
//! # async fn example() -> Result<(), bindery::Error> {
//! let chakra = bindery::chakra::Client::builder("access-token").build()?;
//! let user = chakra.users().fetch("9763caa1-cef3-497f-b3b2-f551456b2831").await?;
//! println!("{} {}", user.first_name, user.last_name);
//! # Ok(()) }
//! ```

pub mod webhook;

use crate::{Call, Secret, runtime::Builder};

pub use crate::generated::chakra as generated;
pub use generated::types::{
    AvailabilityStatus, ChakraEvent, Email, ErrorResponse, FetchUserResponse, User,
};

/// The only server that Chakra HQ names.
pub const PRODUCTION: &str = generated::SERVERS[0];

/// A client that acts with the role of its access token; clones share its connections.
#[derive(Debug, Clone)]
pub struct Client {
    generated: generated::Client,
}

impl Client {
    /// A client that acts by an access token made in Chakra HQ's admin pages.
    pub fn builder(access_token: impl Into<Secret>) -> Builder<Self> {
        crate::runtime::Client::builder(PRODUCTION)
            .bearer(access_token)
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

    /// The client as generated, operation by operation, with the envelope of each answer.
    pub fn generated(&self) -> &generated::Client {
        &self.generated
    }
}

/// The operations on users: <https://apidocs.chakrahq.com/api-11531158>.
///
/// What Chakra HQ answers failures with is not documented; an [`ErrorResponse`] is likely.
#[derive(Debug, Clone)]
pub struct Users {
    client: Client,
}

impl Users {
    /// Fetches one user, out of the envelope.
    pub fn fetch(&self, user: &str) -> Call<User> {
        self.client
            .generated
            .fetch_user(user)
            .map(|envelope| envelope.data)
    }
}
