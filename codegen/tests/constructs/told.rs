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
/// Client of Told.
///
/// Told
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
    /// `POST /assets`
    ///
    /// Answers `200`: The same.
    pub fn send_asset(&self, body: &types::Asset) -> runtime::Call<types::Asset> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "sendAsset",
                "POST",
                "/assets",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `POST /keys`
    ///
    /// Answers `200`: The same.
    pub fn send_key(&self, body: &types::Key) -> runtime::Call<types::Key> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "sendKey",
                "POST",
                "/keys",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `GET /messages`
    ///
    /// Answers `200`: All.
    pub fn list_messages(&self) -> runtime::Call<::std::vec::Vec<types::Message>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listMessages",
                "GET",
                "/messages",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /orders`
    ///
    /// Answers `200`: All.
    pub fn list_orders(
        &self,
    ) -> runtime::Call<::std::vec::Vec<types::ListOrdersResponseItem>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listOrders",
                "GET",
                "/orders",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `POST /pets`
    ///
    /// Answers `200`: The same.
    pub fn send_pet(&self, body: &types::Owner) -> runtime::Call<types::Owner> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "sendPet",
                "POST",
                "/pets",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `POST /sounds`
    ///
    /// Answers `200`: The same.
    pub fn send_sound(&self, body: &types::Sound) -> runtime::Call<types::Sound> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "sendSound",
                "POST",
                "/sounds",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `GET /steps`
    ///
    /// Answers `200`: All.
    pub fn list_steps(&self) -> runtime::Call<::std::vec::Vec<types::Step>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listSteps",
                "GET",
                "/steps",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /turns`
    ///
    /// Answers `200`: All.
    pub fn list_turns(&self) -> runtime::Call<::std::vec::Vec<types::Turn>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listTurns",
                "GET",
                "/turns",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
}
/// Types of Told.
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
    /// `Asset`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Asset {
        /// `Video`.
        Video(Video),
        /// `Image`.
        Image(Image),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Video> for Asset {
        fn from(value: Video) -> Self {
            Self::Video(value)
        }
    }
    impl ::std::convert::From<Image> for Asset {
        fn from(value: Image) -> Self {
            Self::Image(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Asset {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "type").as_deref() {
                ::std::option::Option::Some("video") => {
                    runtime::branch(value, Self::Video)
                }
                ::std::option::Option::Some("image") => {
                    runtime::branch(value, Self::Image)
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Assistant`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Assistant {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: AssistantType,
        /// `role`.
        pub role: AssistantRole,
    }
    runtime::closed_enum! {
        #[doc = " `AssistantRole`."] pub enum AssistantRole { #[doc = " `assistant`."]
        Assistant = "assistant", }
    }
    runtime::open_enum! {
        #[doc = " `AssistantType`."] pub enum AssistantType { #[doc = " `message`."]
        Message = "message", }
    }
    /// `Bark`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Bark {
        /// `volume`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub volume: ::std::option::Option<i64>,
        /// `by`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub by: ::std::option::Option<::std::string::String>,
    }
    impl Bark {
        /// Only `by` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                volume: ::std::default::Default::default(),
                by: ::std::option::Option::Some("dog".into()),
            }
        }
        /// Sets `volume`.
        #[must_use]
        pub fn volume(mut self, volume: i64) -> Self {
            self.volume = ::std::option::Option::Some(volume);
            self
        }
        /// Sets `by`.
        #[must_use]
        pub fn by(
            mut self,
            by: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.by = ::std::option::Option::Some(by.into());
            self
        }
    }
    /// `Bird`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Bird {
        /// `kind`.
        pub kind: BirdKind,
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    runtime::open_enum! {
        #[doc = " `BirdKind`."] pub enum BirdKind { #[doc = " `bird`."] Bird = "bird", }
    }
    /// `Cat`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`.
        pub kind: CatKind,
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Cat {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: CatKind::Cat,
                name: ::std::default::Default::default(),
            }
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
        #[doc = " `CatKind`."] pub enum CatKind { #[doc = " `cat`."] Cat = "cat", }
    }
    /// `Dog`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Dog {
        /// `kind`.
        pub kind: DogKind,
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Dog {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: DogKind::Dog,
                name: ::std::default::Default::default(),
            }
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
        #[doc = " `DogKind`."] pub enum DogKind { #[doc = " `dog`."] Dog = "dog", }
    }
    /// `Image`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Image {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
        /// `src`.
        pub src: ::std::string::String,
    }
    impl Image {
        /// Only `type`, `src` set yet.
        #[must_use]
        pub fn new(src: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                type_: "image".into(),
                src: src.into(),
            }
        }
    }
    /// `Key`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Key {
        /// `Plain`.
        Plain(Plain),
        /// `Role`.
        Role(Role),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Plain> for Key {
        fn from(value: Plain) -> Self {
            Self::Plain(value)
        }
    }
    impl ::std::convert::From<Role> for Key {
        fn from(value: Role) -> Self {
            Self::Role(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Key {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "mode").as_deref() {
                ::std::option::Option::Some("plain") => {
                    runtime::branch(value, Self::Plain)
                }
                ::std::option::Option::Some("role") => runtime::branch(value, Self::Role),
                ::std::option::Option::None => {
                    ::std::result::Result::Ok(
                        runtime::choose(
                            value,
                            &[
                                |value| runtime::fitting(value, Self::Plain),
                                |value| runtime::fitting(value, Self::Role),
                            ],
                            Self::Unknown,
                        ),
                    )
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `ListOrdersResponseItem`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ListOrdersResponseItem {
        /// `ListOrdersResponseItemBrief`.
        Brief(ListOrdersResponseItemBrief),
        /// `ListOrdersResponseItemFull`.
        Full(ListOrdersResponseItemFull),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<ListOrdersResponseItemBrief> for ListOrdersResponseItem {
        fn from(value: ListOrdersResponseItemBrief) -> Self {
            Self::Brief(value)
        }
    }
    impl ::std::convert::From<ListOrdersResponseItemFull> for ListOrdersResponseItem {
        fn from(value: ListOrdersResponseItemFull) -> Self {
            Self::Full(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for ListOrdersResponseItem {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Brief),
                        |value| runtime::fitting(value, Self::Full),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// Brief
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ListOrdersResponseItemBrief {
        /// `id`.
        pub id: ::std::string::String,
    }
    /// Full
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ListOrdersResponseItemFull {
        /// `id`.
        pub id: ::std::string::String,
        /// `lines`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub lines: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    }
    /// `Message`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Message {
        /// `User`.
        User(User),
        /// `Assistant`.
        Assistant(Assistant),
        /// `Tool`.
        Tool(Tool),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<User> for Message {
        fn from(value: User) -> Self {
            Self::User(value)
        }
    }
    impl ::std::convert::From<Assistant> for Message {
        fn from(value: Assistant) -> Self {
            Self::Assistant(value)
        }
    }
    impl ::std::convert::From<Tool> for Message {
        fn from(value: Tool) -> Self {
            Self::Tool(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Message {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "type").as_deref() {
                ::std::option::Option::Some("tool") => runtime::branch(value, Self::Tool),
                _ => {
                    ::std::result::Result::Ok(
                        runtime::choose(
                            value,
                            &[
                                |value| runtime::fitting(value, Self::User),
                                |value| runtime::fitting(value, Self::Assistant),
                            ],
                            Self::Unknown,
                        ),
                    )
                }
            }
        }
    }
    /// `Owner`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Owner {
        /// `pet`.
        pub pet: OwnerPet,
    }
    impl Owner {
        /// Only `pet` set yet.
        #[must_use]
        pub fn new(pet: impl ::std::convert::Into<OwnerPet>) -> Self {
            Self { pet: pet.into() }
        }
    }
    /// `OwnerPet`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OwnerPet {
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Cat> for OwnerPet {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<Dog> for OwnerPet {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for OwnerPet {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("cat") => runtime::branch(value, Self::Cat),
                ::std::option::Option::Some("dog") => runtime::branch(value, Self::Dog),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Pet`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Pet {
        /// `Bird`.
        Bird(Bird),
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Bird> for Pet {
        fn from(value: Bird) -> Self {
            Self::Bird(value)
        }
    }
    impl ::std::convert::From<Cat> for Pet {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<Dog> for Pet {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("bird") => runtime::branch(value, Self::Bird),
                ::std::option::Option::Some("cat") => runtime::branch(value, Self::Cat),
                ::std::option::Option::Some("dog") => runtime::branch(value, Self::Dog),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Plain`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Plain {
        /// `mode`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<PlainMode>,
        /// `secret`.
        pub secret: ::std::string::String,
    }
    impl Plain {
        /// Only `mode`, `secret` set yet.
        #[must_use]
        pub fn new(secret: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                mode: ::std::option::Option::Some(PlainMode::Plain),
                secret: secret.into(),
            }
        }
        /// Sets `mode`.
        #[must_use]
        pub fn mode(mut self, mode: impl ::std::convert::Into<PlainMode>) -> Self {
            self.mode = ::std::option::Option::Some(mode.into());
            self
        }
    }
    runtime::open_enum! {
        #[doc = " `PlainMode`."] pub enum PlainMode { #[doc = " `plain`."] Plain =
        "plain", }
    }
    /// `Purr`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Purr {
        /// `by`.
        pub by: ::std::string::String,
        /// `volume`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub volume: ::std::option::Option<i64>,
    }
    impl Purr {
        /// Only `by` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                by: "cat".into(),
                volume: ::std::default::Default::default(),
            }
        }
        /// Sets `volume`.
        #[must_use]
        pub fn volume(mut self, volume: i64) -> Self {
            self.volume = ::std::option::Option::Some(volume);
            self
        }
    }
    /// `Role`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Role {
        /// `mode`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub mode: ::std::option::Option<::std::string::String>,
        /// `arn`.
        pub arn: ::std::string::String,
    }
    impl Role {
        /// Only `mode`, `arn` set yet.
        #[must_use]
        pub fn new(arn: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                mode: ::std::option::Option::Some("role".into()),
                arn: arn.into(),
            }
        }
        /// Sets `mode`.
        #[must_use]
        pub fn mode(
            mut self,
            mode: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.mode = ::std::option::Option::Some(mode.into());
            self
        }
    }
    /// `Sound`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Sound {
        /// `Bark`.
        Bark(Bark),
        /// `Purr`.
        Purr(Purr),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Bark> for Sound {
        fn from(value: Bark) -> Self {
            Self::Bark(value)
        }
    }
    impl ::std::convert::From<Purr> for Sound {
        fn from(value: Purr) -> Self {
            Self::Purr(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Sound {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "by").as_deref() {
                ::std::option::Option::Some("dog") => runtime::branch(value, Self::Bark),
                ::std::option::Option::Some("cat") => runtime::branch(value, Self::Purr),
                ::std::option::Option::None => {
                    ::std::result::Result::Ok(
                        runtime::choose(
                            value,
                            &[|value| runtime::fitting(value, Self::Bark)],
                            Self::Unknown,
                        ),
                    )
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Step`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Step {
        /// `StepWait`.
        Wait(StepWait),
        /// `StepStop`.
        Stop(StepStop),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<StepWait> for Step {
        fn from(value: StepWait) -> Self {
            Self::Wait(value)
        }
    }
    impl ::std::convert::From<StepStop> for Step {
        fn from(value: StepStop) -> Self {
            Self::Stop(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Step {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "does").as_deref() {
                ::std::option::Option::Some("wait") => runtime::branch(value, Self::Wait),
                ::std::option::Option::Some("stop") => runtime::branch(value, Self::Stop),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `StepStop`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct StepStop {
        /// `does`.
        pub does: ::std::string::String,
        /// `seconds`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub seconds: ::std::option::Option<i64>,
    }
    /// `StepWait`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct StepWait {
        /// `does`.
        pub does: ::std::string::String,
        /// `seconds`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub seconds: ::std::option::Option<i64>,
    }
    /// `Stop`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Stop {
        /// `seconds`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub seconds: ::std::option::Option<i64>,
    }
    /// `Tool`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Tool {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: ToolType,
        /// `role`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub role: ::std::option::Option<::std::string::String>,
    }
    runtime::open_enum! {
        #[doc = " `ToolType`."] pub enum ToolType { #[doc = " `tool`."] Tool = "tool", }
    }
    /// `Turn`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Turn {
        /// `User`.
        User(User),
        /// `Assistant`.
        Assistant(Assistant),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<User> for Turn {
        fn from(value: User) -> Self {
            Self::User(value)
        }
    }
    impl ::std::convert::From<Assistant> for Turn {
        fn from(value: Assistant) -> Self {
            Self::Assistant(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Turn {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "role").as_deref() {
                ::std::option::Option::Some("user") => runtime::branch(value, Self::User),
                ::std::option::Option::Some("assistant") => {
                    runtime::branch(value, Self::Assistant)
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `User`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct User {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: UserType,
        /// `role`.
        pub role: UserRole,
    }
    runtime::closed_enum! {
        #[doc = " `UserRole`."] pub enum UserRole { #[doc = " `user`."] User = "user", }
    }
    runtime::open_enum! {
        #[doc = " `UserType`."] pub enum UserType { #[doc = " `message`."] Message =
        "message", }
    }
    /// `Video`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Video {
        /// `type`.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
        /// `src`.
        pub src: ::std::string::String,
    }
    impl Video {
        /// Only `type`, `src` set yet.
        #[must_use]
        pub fn new(src: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                type_: "video".into(),
                src: src.into(),
            }
        }
    }
    /// `Wait`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Wait {
        /// `seconds`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub seconds: ::std::option::Option<i64>,
    }
}
