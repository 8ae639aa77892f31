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
/// Client of Version 3.1.
///
/// Version 3.1
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
    /// `GET /cats`
    ///
    /// Answers `200`: All.
    pub fn list_pets(
        &self,
        options: &types::ListPetsOptions,
    ) -> runtime::Call<::std::vec::Vec<types::Pet>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listPets",
                "GET",
                "/cats",
            )
            .failures(&[])
            .parameter_rules(
                &[
                    (
                        "query",
                        "age",
                        &runtime::Rules::new(
                            &[
                                runtime::Rule::ExclusiveMinimum("0"),
                                runtime::Rule::ExclusiveMaximum("7.5"),
                            ],
                        ),
                    ),
                ],
            );
        self.runtime.request(&OPERATION).query("age", &options.age).json()
    }
    /// `POST /cats`
    ///
    /// Answers `200`: The cat.
    pub fn create_cat(&self, body: &types::Cat) -> runtime::Call<types::Cat> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createCat",
                "POST",
                "/cats",
            )
            .failures(&[])
            .body_rules(&CAT);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `GET /cats/{name}/photo`
    pub fn get_photo(&self, name: &str) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getPhoto",
                "GET",
                "/cats/{name}/photo",
            )
            .accept("text/plain")
            .failures(&[]);
        self.runtime.request(&OPERATION).path("name", name).bytes()
    }
    /// `PUT /cats/{name}/photo`
    ///
    /// Answers `204`: Put.
    pub fn put_photo(
        &self,
        name: &str,
        body: &types::PutPhotoRequest,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putPhoto",
                "PUT",
                "/cats/{name}/photo",
            )
            .failures(&[])
            .parameter_rules(&[("path", "name", &NAME)]);
        self.runtime.request(&OPERATION).path("name", name).multipart_body(body).empty()
    }
    /// `POST /styles`
    ///
    /// Answers `204`: Stored.
    pub fn post_styles(&self, body: &types::PostStylesRequest) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postStyles",
                "POST",
                "/styles",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).multipart_body(body).empty()
    }
}
static ADDRESS: runtime::Rules = runtime::Rules::new(
    &[runtime::Rule::Property("street", &STREET)],
);
static CAT: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::Property("home", &ADDRESS),
        runtime::Rule::Property("mother", &CAT),
        runtime::Rule::Property(
            "name",
            &runtime::Rules::new(
                &[runtime::Rule::MaxLength(9), runtime::Rule::All(&NAME)],
            ),
        ),
    ],
);
static NAME: runtime::Rules = runtime::Rules::new(&[runtime::Rule::MinLength(1)]);
static STREET: runtime::Rules = runtime::Rules::new(&[runtime::Rule::MaxLength(50)]);
/// Types of Version 3.1.
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
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Address {
        /// `street`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<Street>,
    }
    impl Address {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `street`.
        #[must_use]
        pub fn street(mut self, street: impl ::std::convert::Into<Street>) -> Self {
            self.street = ::std::option::Option::Some(street.into());
            self
        }
    }
    /// `Cat`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`.
        pub kind: CatKind,
        /// What it hears to.
        pub name: Name,
        /// Its mother, where known.
        pub mother: ::std::option::Option<::std::boxed::Box<Cat>>,
        /// `owner`.
        pub owner: ::std::option::Option<::std::string::String>,
        /// `nick`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub nick: runtime::Patch<::std::string::String>,
        /// `mark`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub mark: ::std::option::Option<CatMark>,
        /// `mood`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub mood: runtime::Patch<CatMood>,
        /// `nothing`.
        #[serde(
            default,
            deserialize_with = "runtime::present",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub nothing: ::std::option::Option<runtime::ext::serde_json::Value>,
        /// `anything`.
        #[serde(
            default,
            deserialize_with = "runtime::present",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub anything: ::std::option::Option<runtime::ext::serde_json::Value>,
        /// `never`.
        #[serde(
            default,
            deserialize_with = "runtime::present",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub never: ::std::option::Option<runtime::ext::serde_json::Value>,
        /// `place`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub place: ::std::option::Option<::std::vec::Vec<f64>>,
        /// `mixed`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub mixed: ::std::option::Option<
            ::std::vec::Vec<runtime::ext::serde_json::Value>,
        >,
        /// `tags`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        /// `home`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub home: ::std::option::Option<Address>,
    }
    impl Cat {
        /// Only `kind`, `name`, `mother`, `owner` set yet.
        #[must_use]
        pub fn new(
            name: impl ::std::convert::Into<Name>,
            mother: impl ::std::convert::Into<
                ::std::option::Option<::std::boxed::Box<Cat>>,
            >,
            owner: impl ::std::convert::Into<
                ::std::option::Option<::std::string::String>,
            >,
        ) -> Self {
            Self {
                kind: CatKind::Cat,
                name: name.into(),
                mother: mother.into(),
                owner: owner.into(),
                nick: ::std::default::Default::default(),
                mark: ::std::default::Default::default(),
                mood: ::std::default::Default::default(),
                nothing: ::std::default::Default::default(),
                anything: ::std::default::Default::default(),
                never: ::std::default::Default::default(),
                place: ::std::default::Default::default(),
                mixed: ::std::default::Default::default(),
                tags: ::std::default::Default::default(),
                home: ::std::default::Default::default(),
            }
        }
        /// Sets `nick`.
        #[must_use]
        pub fn nick(
            mut self,
            nick: impl ::std::convert::Into<runtime::Patch<::std::string::String>>,
        ) -> Self {
            self.nick = nick.into();
            self
        }
        /// Sets `mark`.
        #[must_use]
        pub fn mark(mut self, mark: impl ::std::convert::Into<CatMark>) -> Self {
            self.mark = ::std::option::Option::Some(mark.into());
            self
        }
        /// Sets `mood`.
        #[must_use]
        pub fn mood(
            mut self,
            mood: impl ::std::convert::Into<runtime::Patch<CatMood>>,
        ) -> Self {
            self.mood = mood.into();
            self
        }
        /// Sets `nothing`.
        #[must_use]
        pub fn nothing(
            mut self,
            nothing: impl ::std::convert::Into<runtime::ext::serde_json::Value>,
        ) -> Self {
            self.nothing = ::std::option::Option::Some(nothing.into());
            self
        }
        /// Sets `anything`.
        #[must_use]
        pub fn anything(
            mut self,
            anything: impl ::std::convert::Into<runtime::ext::serde_json::Value>,
        ) -> Self {
            self.anything = ::std::option::Option::Some(anything.into());
            self
        }
        /// Sets `never`.
        #[must_use]
        pub fn never(
            mut self,
            never: impl ::std::convert::Into<runtime::ext::serde_json::Value>,
        ) -> Self {
            self.never = ::std::option::Option::Some(never.into());
            self
        }
        /// Sets `place`.
        #[must_use]
        pub fn place(
            mut self,
            place: impl ::std::iter::IntoIterator<Item = f64>,
        ) -> Self {
            self.place = ::std::option::Option::Some(place.into_iter().collect());
            self
        }
        /// Sets `mixed`.
        #[must_use]
        pub fn mixed(
            mut self,
            mixed: impl ::std::iter::IntoIterator<Item = runtime::ext::serde_json::Value>,
        ) -> Self {
            self.mixed = ::std::option::Option::Some(mixed.into_iter().collect());
            self
        }
        /// Sets `tags`.
        #[must_use]
        pub fn tags(
            mut self,
            tags: impl ::std::iter::IntoIterator<
                Item = (
                    impl ::std::convert::Into<::std::string::String>,
                    impl ::std::convert::Into<::std::string::String>,
                ),
            >,
        ) -> Self {
            self.tags = ::std::option::Option::Some(
                tags.into_iter().map(|(key, item)| (key.into(), item.into())).collect(),
            );
            self
        }
        /// Sets `home`.
        #[must_use]
        pub fn home(mut self, home: impl ::std::convert::Into<Address>) -> Self {
            self.home = ::std::option::Option::Some(home.into());
            self
        }
    }
    runtime::closed_enum! {
        #[doc = " `CatKind`."] pub enum CatKind { #[doc = " `cat`."] Cat = "cat", }
    }
    /// `CatMark`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum CatMark {
        /// `i64`.
        Integer(i64),
        /// `::std::string::String`.
        String(::std::string::String),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<i64> for CatMark {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for CatMark {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<&str> for CatMark {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for CatMark {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Integer),
                        |value| runtime::fitting(value, Self::String),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    runtime::open_enum! {
        #[doc = " `CatMood`."] pub enum CatMood { #[doc = " `calm`."] Calm = "calm",
        #[doc = " `wild`."] Wild = "wild", }
    }
    /// `Dog`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Dog {
        /// `kind`.
        pub kind: DogKind,
        /// `home`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub home: ::std::option::Option<Address>,
    }
    runtime::closed_enum! {
        #[doc = " `DogKind`."] pub enum DogKind { #[doc = " `dog`."] Dog = "dog", }
    }
    /// The optional parameters of `listPets`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListPetsOptions {
        /// `age`.
        pub age: runtime::Patch<i64>,
    }
    impl ListPetsOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `age`.
        #[must_use]
        pub fn age(
            mut self,
            age: impl ::std::convert::Into<runtime::Patch<i64>>,
        ) -> Self {
            self.age = age.into();
            self
        }
    }
    /// `Name`.
    pub type Name = ::std::string::String;
    /// `Pet`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Pet {
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
        /// `Puppy`.
        Puppy(Puppy),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
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
    impl ::std::convert::From<Puppy> for Pet {
        fn from(value: Puppy) -> Self {
            Self::Puppy(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Cat),
                        |value| runtime::fitting(value, Self::Dog),
                        |value| runtime::fitting(value, Self::Puppy),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `PostStylesRequest`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PostStylesRequest {
        /// `joined`.
        pub joined: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `piped`.
        pub piped: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `spaced`.
        pub spaced: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `single`.
        pub single: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `deep`.
        pub deep: ::std::option::Option<Address>,
        /// `flat`.
        pub flat: ::std::option::Option<Address>,
        /// `json`.
        pub json: ::std::option::Option<Address>,
        /// `photo`.
        pub photo: runtime::File,
    }
    impl PostStylesRequest {
        /// Only `photo` set yet.
        #[must_use]
        pub fn new(photo: impl ::std::convert::Into<runtime::File>) -> Self {
            Self {
                joined: ::std::default::Default::default(),
                piped: ::std::default::Default::default(),
                spaced: ::std::default::Default::default(),
                single: ::std::default::Default::default(),
                deep: ::std::default::Default::default(),
                flat: ::std::default::Default::default(),
                json: ::std::default::Default::default(),
                photo: photo.into(),
            }
        }
        /// Sets `joined`.
        #[must_use]
        pub fn joined(
            mut self,
            joined: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.joined = ::std::option::Option::Some(
                joined.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `piped`.
        #[must_use]
        pub fn piped(
            mut self,
            piped: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.piped = ::std::option::Option::Some(
                piped.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `spaced`.
        #[must_use]
        pub fn spaced(
            mut self,
            spaced: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.spaced = ::std::option::Option::Some(
                spaced.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `single`.
        #[must_use]
        pub fn single(
            mut self,
            single: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.single = ::std::option::Option::Some(
                single.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `deep`.
        #[must_use]
        pub fn deep(mut self, deep: impl ::std::convert::Into<Address>) -> Self {
            self.deep = ::std::option::Option::Some(deep.into());
            self
        }
        /// Sets `flat`.
        #[must_use]
        pub fn flat(mut self, flat: impl ::std::convert::Into<Address>) -> Self {
            self.flat = ::std::option::Option::Some(flat.into());
            self
        }
        /// Sets `json`.
        #[must_use]
        pub fn json(mut self, json: impl ::std::convert::Into<Address>) -> Self {
            self.json = ::std::option::Option::Some(json.into());
            self
        }
    }
    impl runtime::Multipart for PostStylesRequest {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            if let ::std::option::Option::Some(value) = &self.joined {
                form = form
                    .field_in(
                        "joined",
                        runtime::Style::Form {
                            explode: false,
                        },
                        value,
                    )?;
            }
            if let ::std::option::Option::Some(value) = &self.piped {
                form = form.field_in("piped", runtime::Style::PipeDelimited, value)?;
            }
            if let ::std::option::Option::Some(value) = &self.spaced {
                form = form.field_in("spaced", runtime::Style::SpaceDelimited, value)?;
            }
            if let ::std::option::Option::Some(value) = &self.single {
                form = form
                    .field_in(
                        "single",
                        runtime::Style::Form {
                            explode: true,
                        },
                        value,
                    )?;
            }
            if let ::std::option::Option::Some(value) = &self.deep {
                form = form.field_in("deep", runtime::Style::DeepObject, value)?;
            }
            if let ::std::option::Option::Some(value) = &self.flat {
                form = form
                    .field_in(
                        "flat",
                        runtime::Style::Form {
                            explode: true,
                        },
                        value,
                    )?;
            }
            if let ::std::option::Option::Some(value) = &self.json {
                form = form.field("json", value)?;
            }
            let value = &self.photo;
            form = form.file("photo", &value.or_media_type("image/png"));
            ::std::result::Result::Ok(form)
        }
    }
    /// `Puppy`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Puppy {
        /// `kind`.
        pub kind: DogKind,
        /// `home`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub home: ::std::option::Option<Address>,
        /// `weeks`.
        pub weeks: i64,
    }
    /// `PutPhotoRequest`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PutPhotoRequest {
        /// `photo`.
        pub photo: runtime::File,
        /// `thumbnail`.
        pub thumbnail: ::std::option::Option<::std::string::String>,
    }
    impl PutPhotoRequest {
        /// Only `photo` set yet.
        #[must_use]
        pub fn new(photo: impl ::std::convert::Into<runtime::File>) -> Self {
            Self {
                photo: photo.into(),
                thumbnail: ::std::default::Default::default(),
            }
        }
        /// Sets `thumbnail`.
        #[must_use]
        pub fn thumbnail(
            mut self,
            thumbnail: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.thumbnail = ::std::option::Option::Some(thumbnail.into());
            self
        }
    }
    impl runtime::Multipart for PutPhotoRequest {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            let value = &self.photo;
            form = form.file("photo", &value.or_media_type("image/png"));
            if let ::std::option::Option::Some(value) = &self.thumbnail {
                form = form.field("thumbnail", value)?;
            }
            ::std::result::Result::Ok(form)
        }
    }
    /// `Street`.
    pub type Street = ::std::string::String;
}
