//! What a provider delivers, and how a body is read as that.

use serde::de::DeserializeOwned;

use super::{Reason, Refusal, Scheme};
use crate::runtime::misfit;

/// What one provider delivers: an enum of its events, which
/// [`events!`](crate::webhook::events) declares.
pub trait Event: Sized + Send + 'static {
    /// How its deliveries are proved.
    type Scheme: Scheme;

    /// Reads a body that the scheme has verified.
    ///
    /// # Errors
    /// With [`Reason::Malformed`] when the body is no event of the provider, with
    /// [`Reason::Misfit`] when it is a known one with a payload that does not fit.
    fn read(body: &[u8]) -> Result<Self, Refusal>;
}

/// Reads of a body what all events of a provider have, such as their names.
///
/// # Errors
/// With [`Reason::Malformed`] when the body is not JSON or does not fit. The place is named.
pub fn envelope<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body)
        .map_err(|error| Refusal::new(Reason::Malformed, misfit::<T>(body, &error)))
}

/// Reads a body as the event `name`.
///
/// # Errors
/// With [`Reason::Malformed`] when the body is not JSON, with [`Reason::Misfit`] when it does not
/// fit the event. The place is named.
pub fn payload<T: DeserializeOwned>(name: &str, body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        let what = misfit::<T>(body, &error);
        if error.is_syntax() || error.is_eof() {
            Refusal::new(Reason::Malformed, what)
        } else {
            Refusal::new(Reason::Misfit, format!("`{name}`: {what}"))
        }
    })
}

/// Declares the enum of a provider's events, each with its payload and its name on the wire; an event
/// of another name is kept whole.
///
/// ```
/// use bindery::webhook::{self, Event, HmacSha256, Refusal};
///
/// webhook::events! {
///     /// What the cats' provider tells.
///     pub enum Meow, proved by HmacSha256, named by name {
///         /// A cat was fed.
///         Fed(Fed) = "cat.fed",
///     }
/// }
///
/// /// The payload of `cat.fed`.
/// #[derive(Debug, Clone, PartialEq, serde::Deserialize)]
/// pub struct Fed { cat: String }
///
/// /// Where a body says which event it is.
/// fn name(body: &[u8]) -> Result<String, Refusal> {
///     #[derive(serde::Deserialize)]
///     struct Head { event: String }
///     webhook::envelope(body).map(|head: Head| head.event)
/// }
///
/// let event = Meow::read(br#"{"event": "cat.fed", "cat": "Tom"}"#).unwrap();
/// assert!(matches!(event, Meow::Fed(fed) if fed.cat == "Tom"));
/// let event = Meow::read(br#"{"event": "cat.slept", "hours": 20}"#).unwrap();
/// assert!(matches!(event, Meow::Unknown { body, .. } if body["hours"] == 20));
/// let refusal = Meow::read(br#"{"event": "cat.fed", "cat": 7}"#).unwrap_err();
/// assert_eq!(refusal.status(), 422);
/// assert!(refusal.to_string().contains("`cat.fed`: `cat` does not fit"), "{refusal}");
/// ```
#[macro_export]
macro_rules! webhook_events {
    (
        $(#[$meta:meta])*
        pub enum $event:ident, proved by $scheme:ty, named by $named:path {
            $($(#[$about:meta])* $variant:ident($payload:ty) = $name:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $event {
            $($(#[$about])* $variant(::std::boxed::Box<$payload>),)*
            /// An event that is not known.
            Unknown {
                /// What it is called.
                name: ::std::string::String,
                /// The whole delivery.
                body: $crate::runtime::ext::serde_json::Value,
            },
        }

        impl $event {
            /// The names of the events that are known.
            pub const KNOWN: &'static [&'static str] = &[$($name),*];

            /// The name of the event.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $name,)*
                    Self::Unknown { name, .. } => name,
                }
            }
        }

        impl $crate::webhook::Event for $event {
            type Scheme = $scheme;

            fn read(body: &[u8]) -> ::std::result::Result<Self, $crate::webhook::Refusal> {
                let name = $named(body)?;
                match name.as_str() {
                    $($name => $crate::webhook::payload($name, body).map(Self::$variant),)*
                    _ => $crate::webhook::envelope(body).map(|body| Self::Unknown { name, body }),
                }
            }
        }
    };
}
