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
/// Client of Tags.
///
/// Tags
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
    /// `POST /events`
    ///
    /// Answers `200`: All.
    pub fn post_event(
        &self,
        body: &types::Event,
    ) -> runtime::Call<::std::vec::Vec<types::Event>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postEvent",
                "POST",
                "/events",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `GET /flags`
    ///
    /// Answers `200`: All.
    pub fn list_flags(
        &self,
    ) -> runtime::Call<::std::vec::Vec<types::ListFlagsResponseItem>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listFlags",
                "GET",
                "/flags",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /levels`
    ///
    /// Answers `200`: All.
    pub fn list_levels(&self) -> runtime::Call<::std::vec::Vec<types::Level>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listLevels",
                "GET",
                "/levels",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /shapes`
    ///
    /// Answers `200`: All.
    pub fn list_shapes(&self) -> runtime::Call<::std::vec::Vec<types::Shape>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listShapes",
                "GET",
                "/shapes",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /things`
    ///
    /// Answers `200`: All.
    pub fn list_things(&self) -> runtime::Call<::std::vec::Vec<types::Thing>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listThings",
                "GET",
                "/things",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
}
/// Types of Tags.
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
    /// `Animal`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Animal {
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Cat> for Animal {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<Dog> for Animal {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Animal {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("cat") => runtime::branch(value, Self::Cat),
                ::std::option::Option::Some("kitten") => {
                    runtime::branch(value, Self::Cat)
                }
                ::std::option::Option::Some("Dog") => runtime::branch(value, Self::Dog),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Cat`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`.
        pub kind: CatKind,
        /// `lives`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub lives: ::std::option::Option<i32>,
    }
    runtime::open_enum! {
        #[doc = " `CatKind`."] pub enum CatKind { #[doc = " `cat`."] Cat = "cat", #[doc =
        " `kitten`."] Kitten = "kitten", }
    }
    /// `Dog`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Dog {
        /// `kind`.
        pub kind: ::std::string::String,
        /// `bark`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub bark: ::std::option::Option<::std::string::String>,
    }
    /// `Event`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Event {
        /// `Login`.
        Login(Login),
        /// `EventLogout`.
        Logout(EventLogout),
        /// `EventVariant2`.
        Object(EventVariant2),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Login> for Event {
        fn from(value: Login) -> Self {
            Self::Login(value)
        }
    }
    impl ::std::convert::From<EventLogout> for Event {
        fn from(value: EventLogout) -> Self {
            Self::Logout(value)
        }
    }
    impl ::std::convert::From<EventVariant2> for Event {
        fn from(value: EventVariant2) -> Self {
            Self::Object(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Event {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "type").as_deref() {
                ::std::option::Option::Some("login") => {
                    runtime::branch(value, Self::Login)
                }
                ::std::option::Option::Some("logout") => {
                    runtime::branch(value, Self::Logout)
                }
                ::std::option::Option::Some("ping") => {
                    runtime::branch(value, Self::Object)
                }
                ::std::option::Option::Some("pong") => {
                    runtime::branch(value, Self::Object)
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `EventLogout`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct EventLogout {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: EventLogoutType,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<EventLogoutState>,
    }
    impl EventLogout {
        /// Only `type` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                type_: EventLogoutType::Logout,
                state: ::std::default::Default::default(),
            }
        }
        /// Sets `state`.
        #[must_use]
        pub fn state(
            mut self,
            state: impl ::std::convert::Into<EventLogoutState>,
        ) -> Self {
            self.state = ::std::option::Option::Some(state.into());
            self
        }
    }
    runtime::open_enum! {
        #[doc = " `EventLogoutState`."] pub enum EventLogoutState { #[doc = " `late`."]
        Late = "late", }
    }
    runtime::open_enum! {
        #[doc = " `EventLogoutType`."] pub enum EventLogoutType { #[doc = " `logout`."]
        Logout = "logout", }
    }
    /// `EventVariant2`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct EventVariant2 {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: EventVariant2Type,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<EventVariant2State>,
    }
    impl EventVariant2 {
        /// Only `type` set yet.
        #[must_use]
        pub fn new(type_: impl ::std::convert::Into<EventVariant2Type>) -> Self {
            Self {
                type_: type_.into(),
                state: ::std::default::Default::default(),
            }
        }
        /// Sets `state`.
        #[must_use]
        pub fn state(
            mut self,
            state: impl ::std::convert::Into<EventVariant2State>,
        ) -> Self {
            self.state = ::std::option::Option::Some(state.into());
            self
        }
    }
    runtime::open_enum! {
        #[doc = " `EventVariant2State`."] pub enum EventVariant2State { #[doc =
        " `late`."] Late = "late", }
    }
    runtime::open_enum! {
        #[doc = " `EventVariant2Type`."] pub enum EventVariant2Type { #[doc = " `ping`."]
        Ping = "ping", #[doc = " `pong`."] Pong = "pong", }
    }
    runtime::open_enum! {
        #[doc = " `Known`."] pub enum Known { #[doc = " `low`."] Low = "low", #[doc =
        " `high`."] High = "high", }
    }
    /// `Level`.
    pub type Level = Known;
    /// `Line`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Line {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: LineType,
        /// `size`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
    }
    runtime::open_values! {
        #[doc = " `LineType`."] pub enum LineType { #[doc = " `1`."] N1 = 1i64, #[doc =
        " `2`."] N2 = 2i64, }
    }
    /// `ListFlagsResponseItem`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ListFlagsResponseItem {
        /// `On`.
        On(On),
        /// `Off`.
        Off(Off),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<On> for ListFlagsResponseItem {
        fn from(value: On) -> Self {
            Self::On(value)
        }
    }
    impl ::std::convert::From<Off> for ListFlagsResponseItem {
        fn from(value: Off) -> Self {
            Self::Off(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for ListFlagsResponseItem {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "on").as_deref() {
                ::std::option::Option::Some("true") => runtime::branch(value, Self::On),
                ::std::option::Option::Some("false") => runtime::branch(value, Self::Off),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Login`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Login {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: LoginType,
        /// `user`.
        pub user: ::std::string::String,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<LoginState>,
    }
    impl Login {
        /// Only `type`, `user` set yet.
        #[must_use]
        pub fn new(user: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                type_: LoginType::Login,
                user: user.into(),
                state: ::std::default::Default::default(),
            }
        }
        /// Sets `state`.
        #[must_use]
        pub fn state(mut self, state: impl ::std::convert::Into<LoginState>) -> Self {
            self.state = ::std::option::Option::Some(state.into());
            self
        }
    }
    runtime::open_enum! {
        #[doc = " `LoginState`."] pub enum LoginState { #[doc = " `fresh`."] Fresh =
        "fresh", }
    }
    runtime::open_enum! {
        #[doc = " `LoginType`."] pub enum LoginType { #[doc = " `login`."] Login =
        "login", }
    }
    /// `Off`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Off {
        /// `on`.
        pub on: bool,
    }
    /// `On`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct On {
        /// `on`.
        pub on: bool,
    }
    /// `Point`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Point {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: i64,
        /// `size`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
    }
    /// `Shape`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Shape {
        /// `Point`.
        Point(Point),
        /// `Line`.
        Line(Line),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Point> for Shape {
        fn from(value: Point) -> Self {
            Self::Point(value)
        }
    }
    impl ::std::convert::From<Line> for Shape {
        fn from(value: Line) -> Self {
            Self::Line(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Shape {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "type").as_deref() {
                ::std::option::Option::Some("0") => runtime::branch(value, Self::Point),
                ::std::option::Option::Some("1") => runtime::branch(value, Self::Line),
                ::std::option::Option::Some("2") => runtime::branch(value, Self::Line),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Stone`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Stone {
        /// `kind`.
        pub kind: StoneKind,
    }
    runtime::open_enum! {
        #[doc = " `StoneKind`."] pub enum StoneKind { #[doc = " `stone`."] Stone =
        "stone", }
    }
    /// `Thing`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Thing {
        /// `Animal`.
        Animal(Animal),
        /// `Stone`.
        Stone(Stone),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Animal> for Thing {
        fn from(value: Animal) -> Self {
            Self::Animal(value)
        }
    }
    impl ::std::convert::From<Stone> for Thing {
        fn from(value: Stone) -> Self {
            Self::Stone(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Thing {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("cat") => {
                    runtime::branch(value, Self::Animal)
                }
                ::std::option::Option::Some("kitten") => {
                    runtime::branch(value, Self::Animal)
                }
                ::std::option::Option::Some("Dog") => {
                    runtime::branch(value, Self::Animal)
                }
                ::std::option::Option::Some("stone") => {
                    runtime::branch(value, Self::Stone)
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
}
