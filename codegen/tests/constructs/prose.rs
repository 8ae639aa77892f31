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
/// Client of Prose \<b>.
///
/// See \<your page>, <https://a.example/x> and [y](https://b.example).
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
    /// Gets a\[0] \<now>.
    ///
    /// Try:
    ///
    /// fn main() { panic!() }
    ///
    /// ```text
    /// let x: () = 1;
    /// ```
    ///
    /// A lone ` tick, `code \<x>\`.
    ///
    /// `GET /a`
    ///
    /// Answers `200`: Not \<html>
    ///
    /// # Errors
    /// - `404`: Line one
    ///   line two
    #[deprecated(note = "the provider deprecates it")]
    pub fn get_a(&self, options: &types::GetAOptions) -> runtime::Call<types::A> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getA",
                "GET",
                "/a",
            )
            .failures(&["404"]);
        self.runtime.request(&OPERATION).query("q", &options.q).json()
    }
    /// Puts a letter.
    ///
    /// What is written of a letter.
    ///
    /// `PUT /a/{letter}/{page}/{kind}`
    ///
    /// - `body`: The letter
    pub fn put_letter(
        &self,
        letter: &str,
        page: i64,
        kind: &str,
        body: &str,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putLetter",
                "PUT",
                "/a/{letter}/{page}/{kind}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("letter", letter)
            .path("page", page)
            .path("kind", kind)
            .text_body_as("text/plain", body)
            .empty()
    }
    /// Writes a letter.
    ///
    /// `POST /a/{letter}/{page}/{kind}`
    ///
    /// - `letter`: The letter:
    ///
    ///   - `a`
    ///   - b
    /// - `page`: Default: `1`.
    /// - `kind`: How it is written. Default: `small`.
    /// - `q`: Deprecated. What is sought. Default: `` ` ``.
    /// - `body`:
    ///
    ///   * The text.
    ///   * All of it.
    ///
    /// Answers `200`, `201`: The letter as it is written.
    ///
    /// # Errors
    /// - `default`:
    ///
    ///   ```text
    ///   not <written>
    ///   ```
    pub fn write_letter(
        &self,
        letter: &str,
        page: i64,
        kind: &types::Kind,
        q: &str,
        body: &types::A,
        options: &types::WriteLetterOptions,
    ) -> runtime::Call<types::A> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "writeLetter",
                "POST",
                "/a/{letter}/{page}/{kind}",
            )
            .failures(&["default"]);
        self.runtime
            .request(&OPERATION)
            .path("letter", letter)
            .path("page", page)
            .path("kind", kind)
            .query("q", q)
            .query("old", &options.old)
            .query("limit", &options.limit)
            .json_body(body)
            .json()
    }
    /// Letters.
    ///
    /// What is written of a letter.
    ///
    /// `DELETE /a/{letter}/{page}/{kind}`
    pub fn delete_letter(
        &self,
        letter: &str,
        page: i64,
        kind: &str,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "deleteLetter",
                "DELETE",
                "/a/{letter}/{page}/{kind}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("letter", letter)
            .path("page", page)
            .path("kind", kind)
            .empty()
    }
}
/// Types of Prose \<b>.
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
    /// Use `Vec<T>` or \<T>.
    ///
    /// * a
    ///   * b
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct A {
        /// \[broken] link
        #[deprecated(note = "the provider deprecates it")]
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub old: ::std::option::Option<::std::string::String>,
        /// How it is written.
        ///
        /// Default: `capital`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub mood: ::std::option::Option<Kind>,
        /// `empty`.
        ///
        /// Default: `""`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub empty: ::std::option::Option<::std::string::String>,
        /// `nothing`.
        ///
        /// Default: `null`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub nothing: runtime::Patch<::std::string::String>,
        /// `turned`.
        ///
        /// Default: `ab c`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub turned: ::std::option::Option<::std::string::String>,
        /// `either`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub either: ::std::option::Option<AEither>,
    }
    impl A {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `old`.
        #[deprecated(note = "the provider deprecates it")]
        #[must_use]
        pub fn old(
            mut self,
            old: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.old = ::std::option::Option::Some(old.into());
            self
        }
        /// Sets `mood`.
        #[must_use]
        pub fn mood(mut self, mood: impl ::std::convert::Into<Kind>) -> Self {
            self.mood = ::std::option::Option::Some(mood.into());
            self
        }
        /// Sets `empty`.
        #[must_use]
        pub fn empty(
            mut self,
            empty: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.empty = ::std::option::Option::Some(empty.into());
            self
        }
        /// Sets `nothing`.
        #[must_use]
        pub fn nothing(
            mut self,
            nothing: impl ::std::convert::Into<runtime::Patch<::std::string::String>>,
        ) -> Self {
            self.nothing = nothing.into();
            self
        }
        /// Sets `turned`.
        #[must_use]
        pub fn turned(
            mut self,
            turned: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.turned = ::std::option::Option::Some(turned.into());
            self
        }
        /// Sets `either`.
        #[must_use]
        pub fn either(mut self, either: impl ::std::convert::Into<AEither>) -> Self {
            self.either = ::std::option::Option::Some(either.into());
            self
        }
    }
    /// `AEither`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum AEither {
        /// `AEitherTwo`.
        Two(AEitherTwo),
        /// `::std::string::String`.
        String(::std::string::String),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<AEitherTwo> for AEither {
        fn from(value: AEitherTwo) -> Self {
            Self::Two(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for AEither {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<&str> for AEither {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for AEither {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Two),
                        |value| runtime::fitting(value, Self::String),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `AEitherTwo`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct AEitherTwo {
        /// `one`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub one: ::std::option::Option<::std::string::String>,
        /// `two`.
        pub two: ::std::string::String,
    }
    impl AEitherTwo {
        /// Only `two` set yet.
        #[must_use]
        pub fn new(two: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                one: ::std::default::Default::default(),
                two: two.into(),
            }
        }
        /// Sets `one`.
        #[must_use]
        pub fn one(
            mut self,
            one: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.one = ::std::option::Option::Some(one.into());
            self
        }
    }
    /// The optional parameters of `getA`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetAOptions {
        /// \[broken] \<link>
        /// andmore
        pub q: ::std::option::Option<::std::string::String>,
    }
    impl GetAOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `q`.
        #[must_use]
        pub fn q(mut self, q: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.q = ::std::option::Option::Some(q.into());
            self
        }
    }
    runtime::open_enum! {
        #[doc = " How it is written."] pub enum Kind { #[doc = " `capital`."] Capital =
        "capital", #[doc = " `small`."] Small = "small", }
    }
    /// The optional parameters of `writeLetter`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct WriteLetterOptions {
        /// As before.
        ///
        /// Default: `["a","b"]`.
        #[deprecated(note = "the provider deprecates it")]
        pub old: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `limit`.
        ///
        /// Default: `10`.
        pub limit: ::std::option::Option<i64>,
    }
    impl WriteLetterOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `old`.
        #[deprecated(note = "the provider deprecates it")]
        #[must_use]
        pub fn old(
            mut self,
            old: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.old = ::std::option::Option::Some(
                old.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `limit`.
        #[must_use]
        pub fn limit(mut self, limit: i64) -> Self {
            self.limit = ::std::option::Option::Some(limit);
            self
        }
    }
}
