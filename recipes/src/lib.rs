//! Local servers that stand in for the providers, so that each recipe runs as it is. They behave as
//! the providers' pages say, as far as the recipes need it.

use std::{error::Error, net::SocketAddr};

use axum::Router;
use tokio::net::TcpListener;

mod authorizer;
mod browser;
mod gigs;
mod thumbtack;

pub use self::{authorizer::Authorizer, browser::Browser, gigs::serve_gigs, thumbtack::Thumbtack};

/// What a recipe's program ends with.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Serves on a loopback address until the program ends.
///
/// # Errors
/// When no address is free.
pub async fn serve(router: Router) -> Outcome<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}
