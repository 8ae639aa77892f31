//! Enums of texts. Open ones keep a value that the document does not know; closed ones, which
//! tell the branches of a union apart, refuse it.

use std::{fmt, marker::PhantomData};

use serde::{Deserializer, de};

/// Declares an enum of texts that keeps unknown values and prints them back unchanged.
///
/// ```
/// bindery::open_enum! {
///     /// How a user stands.
///     pub enum Status {
///         /// `active`.
///         Active = "active",
///     }
/// }
///
/// assert_eq!(Status::from("active"), Status::Active);
/// assert_eq!(Status::from("retired"), Status::Unknown("retired".to_owned()));
/// assert_eq!(serde_json::to_string(&Status::from("retired")).unwrap(), r#""retired""#);
/// ```
///
/// Where a value has the name `Unknown`, the branch that keeps all others is given another:
///
/// ```
/// bindery::open_enum! {
///     /// How old a user is.
///     pub enum Age {
///         /// `unknown`.
///         Unknown = "unknown",
///     } else Other
/// }
///
/// assert_eq!(Age::from("unknown"), Age::Unknown);
/// assert_eq!(Age::from("old"), Age::Other("old".to_owned()));
/// ```
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($variants:tt)* }
    ) => {
        $crate::open_enum! {
            $(#[$meta])*
            pub enum $name { $($variants)* } else Unknown
        }
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $value:literal,)* } else $other:ident
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            /// A value that the document does not know, as it came.
            $other(::std::string::String),
        }

        impl $name {
            /// The values that the document knows.
            pub const KNOWN: &'static [&'static str] = &[$($value),*];

            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$other(value) => value,
                }
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$other(::std::borrow::ToOwned::to_owned(value)),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                match value.as_str() {
                    $($value => Self::$variant,)*
                    _ => Self::$other(value),
                }
            }
        }

        impl<'de> $crate::runtime::ext::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::ext::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::text(deserializer, |value| {
                    ::std::option::Option::Some(Self::from(value))
                })
            }
        }

        $crate::__enum_as_text!($name);
    };
}

/// Declares an enum of texts that refuses unknown values.
///
/// ```
/// bindery::closed_enum! {
///     /// What an animal is.
///     pub enum Kind {
///         /// `cat`.
///         Cat = "cat",
///     }
/// }
///
/// assert_eq!(serde_json::from_str::<Kind>(r#""cat""#).unwrap(), Kind::Cat);
/// assert!(serde_json::from_str::<Kind>(r#""dog""#).is_err());
/// ```
#[macro_export]
macro_rules! closed_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $value:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// The values that the document knows.
            pub const KNOWN: &'static [&'static str] = &[$($value),*];

            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $value,)*
                }
            }
        }

        impl<'de> $crate::runtime::ext::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::ext::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::text(deserializer, |value| match value {
                    $($value => ::std::option::Option::Some(Self::$variant),)*
                    _ => ::std::option::Option::None,
                })
            }
        }

        $crate::__enum_as_text!($name);
    };
}

/// What open and closed enums have in common once they have `as_str`.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_as_text {
    ($name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl $crate::runtime::ext::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::ext::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// Reads a text as an enum, without copying it where the enum knows it.
///
/// # Errors
/// When the value is no text, or one that `read` does not know.
pub fn text<'de, D, T, F>(deserializer: D, read: F) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    F: FnOnce(&str) -> Option<T>,
{
    struct Visitor<T, F>(F, PhantomData<T>);

    impl<T, F: FnOnce(&str) -> Option<T>> de::Visitor<'_> for Visitor<T, F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a known text")
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
            let Self(read, _) = self;
            read(value).ok_or_else(|| E::custom(format_args!("unknown value `{value}`")))
        }
    }

    deserializer.deserialize_str(Visitor(read, PhantomData))
}
