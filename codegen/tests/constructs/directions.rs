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
/// Client of Directions.
///
/// Directions
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
    /// `POST /logins`
    ///
    /// Answers `200`: The session.
    pub fn login(&self, body: &types::Login) -> runtime::Call<types::Session> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "login",
                "POST",
                "/logins",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `POST /users`
    ///
    /// Answers `200`: The user.
    pub fn create_user(&self, body: &types::UserRequest2) -> runtime::Call<types::User> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createUser",
                "POST",
                "/users",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
}
/// Types of Directions.
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
    /// `Address`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Address {
        /// `city`.
        pub city: ::std::string::String,
        /// `zone`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub zone: ::std::option::Option<::std::string::String>,
    }
    /// `AddressRequest`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct AddressRequest {
        /// `city`.
        pub city: ::std::string::String,
    }
    impl AddressRequest {
        /// Only `city` set yet.
        #[must_use]
        pub fn new(city: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self { city: city.into() }
        }
    }
    /// `Login`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Login {
        /// `name`.
        pub name: ::std::string::String,
    }
    impl Login {
        /// Only `name` set yet.
        #[must_use]
        pub fn new(name: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self { name: name.into() }
        }
    }
    /// `Plain`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Plain {
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl Plain {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.a = ::std::option::Option::Some(a.into());
            self
        }
    }
    /// `Session`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Session {
        /// `token`.
        pub token: ::std::string::String,
    }
    /// `Stamp`.
    pub type Stamp = runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>;
    /// `User`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct User {
        /// `id`.
        pub id: ::std::string::String,
        /// `name`.
        pub name: ::std::string::String,
        /// `address`.
        pub address: Address,
        /// `manager`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub manager: ::std::option::Option<::std::boxed::Box<User>>,
        /// `home`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub home: ::std::option::Option<Plain>,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<UserState>,
        /// `stamp`.
        pub stamp: Stamp,
        /// `login`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub login: ::std::option::Option<UserLogin>,
    }
    /// `UserLogin`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct UserLogin {
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// `at`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
    }
    /// `UserRequest`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct UserRequest {
        /// `taken`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub taken: ::std::option::Option<::std::string::String>,
    }
    /// `UserRequest2`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct UserRequest2 {
        /// `name`.
        pub name: ::std::string::String,
        /// `password`.
        pub password: runtime::Secret,
        /// `address`.
        pub address: AddressRequest,
        /// `manager`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub manager: ::std::option::Option<::std::boxed::Box<UserRequest2>>,
        /// `home`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub home: ::std::option::Option<Plain>,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<UserState>,
        /// `login`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub login: ::std::option::Option<UserRequest2Login>,
    }
    impl UserRequest2 {
        /// Only `name`, `password`, `address` set yet.
        #[must_use]
        pub fn new(
            name: impl ::std::convert::Into<::std::string::String>,
            password: impl ::std::convert::Into<runtime::Secret>,
            address: impl ::std::convert::Into<AddressRequest>,
        ) -> Self {
            Self {
                name: name.into(),
                password: password.into(),
                address: address.into(),
                manager: ::std::default::Default::default(),
                home: ::std::default::Default::default(),
                state: ::std::default::Default::default(),
                login: ::std::default::Default::default(),
            }
        }
        /// Sets `manager`.
        #[must_use]
        pub fn manager(
            mut self,
            manager: impl ::std::convert::Into<::std::boxed::Box<UserRequest2>>,
        ) -> Self {
            self.manager = ::std::option::Option::Some(manager.into());
            self
        }
        /// Sets `home`.
        #[must_use]
        pub fn home(mut self, home: impl ::std::convert::Into<Plain>) -> Self {
            self.home = ::std::option::Option::Some(home.into());
            self
        }
        /// Sets `state`.
        #[must_use]
        pub fn state(mut self, state: impl ::std::convert::Into<UserState>) -> Self {
            self.state = ::std::option::Option::Some(state.into());
            self
        }
        /// Sets `login`.
        #[must_use]
        pub fn login(
            mut self,
            login: impl ::std::convert::Into<UserRequest2Login>,
        ) -> Self {
            self.login = ::std::option::Option::Some(login.into());
            self
        }
    }
    /// `UserRequest2Login`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct UserRequest2Login {
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl UserRequest2Login {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `name`.
        #[must_use]
        pub fn name(
            mut self,
            name: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.name = ::std::option::Option::Some(name.into());
            self
        }
    }
    runtime::open_enum! {
        #[doc = " `UserState`."] pub enum UserState { #[doc = " `active`."] Active =
        "active", #[doc = " `retired`."] Retired = "retired", }
    }
}
