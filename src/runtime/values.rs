//! Enums of scalars that are not all texts: numbers, flags, and texts among them.

use serde_json::Value;

/// Declares an enum of scalars that keeps unknown values and prints them back unchanged.
///
/// ```
/// bindery::open_values! {
///     /// How loud it is.
///     pub enum Level {
///         /// `1`.
///         N1 = 1i64,
///         /// `auto`.
///         Auto = "auto",
///     }
/// }
///
/// assert_eq!(serde_json::from_str::<Level>("1").unwrap(), Level::N1);
/// assert_eq!(Level::from("auto"), Level::Auto);
/// assert_eq!(Level::from(7), Level::Unknown(7.into()));
/// assert_eq!(serde_json::to_string(&Level::from(7)).unwrap(), "7");
/// ```
///
/// As with [`open_enum!`](crate::open_enum), `else` names the branch that keeps unknown values.
#[macro_export]
macro_rules! open_values {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($variants:tt)* }
    ) => {
        $crate::open_values! {
            $(#[$meta])*
            pub enum $name { $($variants)* } else Unknown
        }
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $value:literal,)* } else $other:ident
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            /// A value that the document does not know, as it came.
            $other($crate::runtime::ext::serde_json::Value),
        }

        impl $name {
            /// The value as it stands on the wire.
            pub fn to_value(&self) -> $crate::runtime::ext::serde_json::Value {
                match self {
                    $(Self::$variant => $crate::runtime::ext::serde_json::Value::from($value),)*
                    Self::$other(value) => ::std::clone::Clone::clone(value),
                }
            }
        }

        impl ::std::convert::From<$crate::runtime::ext::serde_json::Value> for $name {
            fn from(value: $crate::runtime::ext::serde_json::Value) -> Self {
                $(
                    let known = $crate::runtime::ext::serde_json::Value::from($value);
                    if $crate::runtime::is_same(&known, &value) {
                        return Self::$variant;
                    }
                )*
                Self::$other(value)
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                Self::from($crate::runtime::ext::serde_json::Value::from(value))
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                Self::from($crate::runtime::ext::serde_json::Value::from(value))
            }
        }

        impl $crate::runtime::ext::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::ext::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::runtime::ext::serde::Serialize::serialize(&self.to_value(), serializer)
            }
        }

        impl<'de> $crate::runtime::ext::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::ext::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                <$crate::runtime::ext::serde_json::Value as $crate::runtime::ext::serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

/// Declares an enum of scalars that refuses unknown values.
///
/// ```
/// bindery::closed_values! {
///     /// The version of an envelope.
///     pub enum Version {
///         /// `2`.
///         N2 = 2i64,
///     }
/// }
///
/// assert_eq!(serde_json::from_str::<Version>("2").unwrap(), Version::N2);
/// assert!(serde_json::from_str::<Version>("3").is_err());
/// ```
#[macro_export]
macro_rules! closed_values {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $value:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $crate::runtime::ext::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::ext::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant => $crate::runtime::ext::serde::Serialize::serialize(&$value, serializer),)*
                }
            }
        }

        impl<'de> $crate::runtime::ext::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::ext::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value = <$crate::runtime::ext::serde_json::Value as $crate::runtime::ext::serde::Deserialize>::deserialize(deserializer)?;
                $(
                    let known = $crate::runtime::ext::serde_json::Value::from($value);
                    if $crate::runtime::is_same(&known, &value) {
                        return ::std::result::Result::Ok(Self::$variant);
                    }
                )*
                ::std::result::Result::Err($crate::runtime::unknown_value(&value))
            }
        }
    };
}

/// Whether two scalars are the same value: JSON has one kind of number, so 1.0 is 1.
pub fn is_same(one: &Value, other: &Value) -> bool {
    one == other || (one.is_number() && other.is_number() && one.as_f64() == other.as_f64())
}

/// The complaint about a value that a closed enum does not know.
pub fn unknown_value<E: serde::de::Error>(value: &Value) -> E {
    let shown: String = value.to_string().chars().take(40).collect();
    E::custom(format_args!("unknown value `{shown}`"))
}
