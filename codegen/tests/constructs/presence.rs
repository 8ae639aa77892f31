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
        /// `password`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<runtime::Secret>,
        /// `limits`.
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
}
