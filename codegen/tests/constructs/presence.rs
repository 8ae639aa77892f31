use ::bindery::runtime;
/// The servers that the document names.
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
pub const SERVERS: &[&str] = &[];
/// Client of Presence.
///
/// Presence
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
#[derive(Debug, Clone)]
pub struct Client {
    runtime: runtime::Client,
}
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
impl Client {
    /// The client over a configured runtime.
    pub fn new(runtime: runtime::Client) -> Self {
        Self { runtime }
    }
    /// The runtime, for calls that the document does not know.
    pub fn runtime(&self) -> &runtime::Client {
        &self.runtime
    }
    /// `PATCH /users`
    pub fn update_user(&self, body: &types::User) -> runtime::Call<types::User> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "updateUser",
                "PATCH",
                "/users",
            )
            .failures(&[])
            .body_rules(&USER);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
}
static USER: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::Property(
            "code",
            &runtime::Rules::new(&[runtime::Rule::MinLength(2)]),
        ),
        runtime::Rule::Property(
            "limits",
            &runtime::Rules::new(
                &[runtime::Rule::Minimum("1"), runtime::Rule::Maximum("3")],
            ),
        ),
        runtime::Rule::Property(
            "list",
            &runtime::Rules::new(&[runtime::Rule::Items(&USER)]),
        ),
        runtime::Rule::Property("parent", &USER),
    ],
);
/// Types of Presence.
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
pub mod types {
    use super::runtime::{self, ext::serde};
    /// `Name`.
    pub type Name = ::std::string::String;
    /// `User`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct User {
        /// `id`.
        pub id: ::std::string::String,
        /// `name`.
        pub name: ::std::option::Option<Name>,
        /// `tags`.
        pub tags: ::std::vec::Vec<::std::option::Option<::std::string::String>>,
        /// Anything at all.
        pub any: runtime::ext::serde_json::Value,
        /// `optional`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub optional: ::std::option::Option<::std::string::String>,
        /// `optionalAny`.
        #[serde(
            rename = "optionalAny",
            default,
            deserialize_with = "runtime::present",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub optional_any: ::std::option::Option<runtime::ext::serde_json::Value>,
        /// `patch`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub patch: runtime::Patch<runtime::ext::chrono::naive::NaiveDate>,
        /// `patchList`.
        #[serde(
            rename = "patchList",
            default,
            skip_serializing_if = "runtime::Patch::is_absent"
        )]
        pub patch_list: runtime::Patch<::std::vec::Vec<i64>>,
        /// `list`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub list: ::std::option::Option<::std::vec::Vec<User>>,
        /// `parent`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub parent: runtime::Patch<::std::boxed::Box<User>>,
        /// `branch`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub branch: runtime::Patch<UserBranch>,
        /// `alone`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub alone: runtime::Patch<::std::string::String>,
        /// `none`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub none: runtime::Patch<::std::string::String>,
        /// `inner`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub inner: runtime::Patch<UserInner>,
        /// `password`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<runtime::Secret>,
        /// `limits`.
        ///
        /// Default: `7`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub limits: ::std::option::Option<i32>,
        /// `code`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    impl User {
        /// Only `id`, `name`, `tags`, `any` set yet.
        #[must_use]
        pub fn new(
            id: impl ::std::convert::Into<::std::string::String>,
            name: impl ::std::convert::Into<::std::option::Option<Name>>,
            tags: impl ::std::iter::IntoIterator<
                Item = ::std::option::Option<::std::string::String>,
            >,
            any: impl ::std::convert::Into<runtime::ext::serde_json::Value>,
        ) -> Self {
            Self {
                id: id.into(),
                name: name.into(),
                tags: tags.into_iter().collect(),
                any: any.into(),
                optional: ::std::default::Default::default(),
                optional_any: ::std::default::Default::default(),
                patch: ::std::default::Default::default(),
                patch_list: ::std::default::Default::default(),
                list: ::std::default::Default::default(),
                parent: ::std::default::Default::default(),
                branch: ::std::default::Default::default(),
                alone: ::std::default::Default::default(),
                none: ::std::default::Default::default(),
                inner: ::std::default::Default::default(),
                password: ::std::default::Default::default(),
                limits: ::std::default::Default::default(),
                code: ::std::default::Default::default(),
            }
        }
        /// Sets `optional`.
        #[must_use]
        pub fn optional(
            mut self,
            optional: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.optional = ::std::option::Option::Some(optional.into());
            self
        }
        /// Sets `optionalAny`.
        #[must_use]
        pub fn optional_any(
            mut self,
            optional_any: impl ::std::convert::Into<runtime::ext::serde_json::Value>,
        ) -> Self {
            self.optional_any = ::std::option::Option::Some(optional_any.into());
            self
        }
        /// Sets `patch`.
        #[must_use]
        pub fn patch(
            mut self,
            patch: impl ::std::convert::Into<
                runtime::Patch<runtime::ext::chrono::naive::NaiveDate>,
            >,
        ) -> Self {
            self.patch = patch.into();
            self
        }
        /// Sets `patchList`.
        #[must_use]
        pub fn patch_list(
            mut self,
            patch_list: impl ::std::convert::Into<runtime::Patch<::std::vec::Vec<i64>>>,
        ) -> Self {
            self.patch_list = patch_list.into();
            self
        }
        /// Sets `list`.
        #[must_use]
        pub fn list(
            mut self,
            list: impl ::std::iter::IntoIterator<Item = User>,
        ) -> Self {
            self.list = ::std::option::Option::Some(list.into_iter().collect());
            self
        }
        /// Sets `parent`.
        #[must_use]
        pub fn parent(
            mut self,
            parent: impl ::std::convert::Into<runtime::Patch<::std::boxed::Box<User>>>,
        ) -> Self {
            self.parent = parent.into();
            self
        }
        /// Sets `branch`.
        #[must_use]
        pub fn branch(
            mut self,
            branch: impl ::std::convert::Into<runtime::Patch<UserBranch>>,
        ) -> Self {
            self.branch = branch.into();
            self
        }
        /// Sets `alone`.
        #[must_use]
        pub fn alone(
            mut self,
            alone: impl ::std::convert::Into<runtime::Patch<::std::string::String>>,
        ) -> Self {
            self.alone = alone.into();
            self
        }
        /// Sets `none`.
        #[must_use]
        pub fn none(
            mut self,
            none: impl ::std::convert::Into<runtime::Patch<::std::string::String>>,
        ) -> Self {
            self.none = none.into();
            self
        }
        /// Sets `inner`.
        #[must_use]
        pub fn inner(
            mut self,
            inner: impl ::std::convert::Into<runtime::Patch<UserInner>>,
        ) -> Self {
            self.inner = inner.into();
            self
        }
        /// Sets `password`.
        #[must_use]
        pub fn password(
            mut self,
            password: impl ::std::convert::Into<runtime::Secret>,
        ) -> Self {
            self.password = ::std::option::Option::Some(password.into());
            self
        }
        /// Sets `limits`.
        #[must_use]
        pub fn limits(mut self, limits: i32) -> Self {
            self.limits = ::std::option::Option::Some(limits);
            self
        }
        /// Sets `code`.
        #[must_use]
        pub fn code(
            mut self,
            code: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.code = ::std::option::Option::Some(code.into());
            self
        }
    }
    /// `UserBranch`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum UserBranch {
        /// `i64`.
        Integer(i64),
        /// `Name`.
        Name(Name),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<i64> for UserBranch {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl ::std::convert::From<Name> for UserBranch {
        fn from(value: Name) -> Self {
            Self::Name(value)
        }
    }
    impl ::std::convert::From<&str> for UserBranch {
        fn from(value: &str) -> Self {
            Self::Name(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for UserBranch {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Integer),
                        |value| runtime::fitting(value, Self::Name),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `UserInner`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum UserInner {
        /// `UserInnerVariant0`.
        UserInnerVariant0(UserInnerVariant0),
        /// `::std::string::String`.
        String(::std::string::String),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<UserInnerVariant0> for UserInner {
        fn from(value: UserInnerVariant0) -> Self {
            Self::UserInnerVariant0(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for UserInner {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<&str> for UserInner {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for UserInner {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::known(
                            value,
                            |read| !matches!(* read, UserInnerVariant0::Unknown(_)),
                            Self::UserInnerVariant0,
                        ),
                        |value| runtime::fitting(value, Self::String),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `UserInnerVariant0`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum UserInnerVariant0 {
        /// `bool`.
        Boolean(bool),
        /// `i64`.
        Integer(i64),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<bool> for UserInnerVariant0 {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl ::std::convert::From<i64> for UserInnerVariant0 {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for UserInnerVariant0 {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Boolean),
                        |value| runtime::fitting(value, Self::Integer),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
}
