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
/// Client of Styles.
///
/// Styles
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
    /// `GET /label-all/{color}`
    pub fn get_label_all(&self, color: &types::Color) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getLabelAll",
                "GET",
                "/label-all/{color}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path_as(
                "color",
                runtime::Style::Label {
                    explode: true,
                },
                color,
            )
            .empty()
    }
    /// `GET /label/{color}`
    pub fn get_label(
        &self,
        color: &::std::vec::Vec<::std::string::String>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getLabel",
                "GET",
                "/label/{color}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path_as(
                "color",
                runtime::Style::Label {
                    explode: false,
                },
                color,
            )
            .empty()
    }
    /// `GET /matrix-all/{color}`
    pub fn get_matrix_all(&self, color: &types::Color) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getMatrixAll",
                "GET",
                "/matrix-all/{color}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path_as(
                "color",
                runtime::Style::Matrix {
                    explode: true,
                },
                color,
            )
            .empty()
    }
    /// `GET /matrix/{color}`
    pub fn get_matrix(
        &self,
        color: &::std::vec::Vec<::std::string::String>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getMatrix",
                "GET",
                "/matrix/{color}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path_as(
                "color",
                runtime::Style::Matrix {
                    explode: false,
                },
                color,
            )
            .empty()
    }
    /// `GET /queries`
    pub fn get_queries(&self, options: &types::GetQueriesOptions) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getQueries",
                "GET",
                "/queries",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query("a", &options.a)
            .query_as(
                "b",
                runtime::Style::Form {
                    explode: false,
                },
                &options.b,
            )
            .query_as("c", runtime::Style::SpaceDelimited, &options.c)
            .query("d", &options.d)
            .query_as("e", runtime::Style::PipeDelimited, &options.e)
            .query_as("f", runtime::Style::DeepObject, &options.f)
            .header("X-Color", &options.x_color)
            .header_as(
                "X-All",
                runtime::Style::Simple {
                    explode: true,
                },
                &options.x_all,
            )
            .header("X-Count", &options.x_count)
            .header("X-Flag", &options.x_flag)
            .cookie_as(
                "g",
                runtime::Style::Form {
                    explode: false,
                },
                &options.g,
            )
            .empty()
    }
    /// `GET /simple/{color}`
    pub fn get_simple(&self, color: &types::Color) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getSimple",
                "GET",
                "/simple/{color}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path_as(
                "color",
                runtime::Style::Simple {
                    explode: true,
                },
                color,
            )
            .empty()
    }
}
/// Types of Styles.
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
    /// `Color`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Color {
        /// `R`.
        #[serde(
            rename = "R",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub r: ::std::option::Option<i64>,
        /// `G`.
        #[serde(
            rename = "G",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub g: ::std::option::Option<i64>,
        /// `B`.
        #[serde(
            rename = "B",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub b: ::std::option::Option<i64>,
    }
    impl Color {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `R`.
        #[must_use]
        pub fn r(mut self, r: i64) -> Self {
            self.r = ::std::option::Option::Some(r);
            self
        }
        /// Sets `G`.
        #[must_use]
        pub fn g(mut self, g: i64) -> Self {
            self.g = ::std::option::Option::Some(g);
            self
        }
        /// Sets `B`.
        #[must_use]
        pub fn b(mut self, b: i64) -> Self {
            self.b = ::std::option::Option::Some(b);
            self
        }
    }
    /// `Deep`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Deep {
        /// `color`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub color: ::std::option::Option<Color>,
        /// `list`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub list: ::std::option::Option<::std::vec::Vec<Color>>,
    }
    impl Deep {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `color`.
        #[must_use]
        pub fn color(mut self, color: impl ::std::convert::Into<Color>) -> Self {
            self.color = ::std::option::Option::Some(color.into());
            self
        }
        /// Sets `list`.
        #[must_use]
        pub fn list(
            mut self,
            list: impl ::std::iter::IntoIterator<Item = Color>,
        ) -> Self {
            self.list = ::std::option::Option::Some(list.into_iter().collect());
            self
        }
    }
    /// The optional parameters of `getQueries`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetQueriesOptions {
        /// `a`.
        pub a: ::std::option::Option<Color>,
        /// `b`.
        pub b: ::std::option::Option<Color>,
        /// `c`.
        pub c: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `d`.
        pub d: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `e`.
        pub e: ::std::option::Option<Color>,
        /// `f`.
        pub f: ::std::option::Option<Deep>,
        /// `X-Color`.
        pub x_color: ::std::option::Option<Color>,
        /// `X-All`.
        pub x_all: ::std::option::Option<Color>,
        /// `X-Count`.
        pub x_count: ::std::option::Option<i64>,
        /// `X-Flag`.
        pub x_flag: ::std::option::Option<bool>,
        /// `g`.
        pub g: ::std::option::Option<::std::vec::Vec<i64>>,
    }
    impl GetQueriesOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl ::std::convert::Into<Color>) -> Self {
            self.a = ::std::option::Option::Some(a.into());
            self
        }
        /// Sets `b`.
        #[must_use]
        pub fn b(mut self, b: impl ::std::convert::Into<Color>) -> Self {
            self.b = ::std::option::Option::Some(b.into());
            self
        }
        /// Sets `c`.
        #[must_use]
        pub fn c(
            mut self,
            c: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.c = ::std::option::Option::Some(
                c.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `d`.
        #[must_use]
        pub fn d(
            mut self,
            d: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.d = ::std::option::Option::Some(
                d.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `e`.
        #[must_use]
        pub fn e(mut self, e: impl ::std::convert::Into<Color>) -> Self {
            self.e = ::std::option::Option::Some(e.into());
            self
        }
        /// Sets `f`.
        #[must_use]
        pub fn f(mut self, f: impl ::std::convert::Into<Deep>) -> Self {
            self.f = ::std::option::Option::Some(f.into());
            self
        }
        /// Sets `X-Color`.
        #[must_use]
        pub fn x_color(mut self, x_color: impl ::std::convert::Into<Color>) -> Self {
            self.x_color = ::std::option::Option::Some(x_color.into());
            self
        }
        /// Sets `X-All`.
        #[must_use]
        pub fn x_all(mut self, x_all: impl ::std::convert::Into<Color>) -> Self {
            self.x_all = ::std::option::Option::Some(x_all.into());
            self
        }
        /// Sets `X-Count`.
        #[must_use]
        pub fn x_count(mut self, x_count: i64) -> Self {
            self.x_count = ::std::option::Option::Some(x_count);
            self
        }
        /// Sets `X-Flag`.
        #[must_use]
        pub fn x_flag(mut self, x_flag: bool) -> Self {
            self.x_flag = ::std::option::Option::Some(x_flag);
            self
        }
        /// Sets `g`.
        #[must_use]
        pub fn g(mut self, g: impl ::std::iter::IntoIterator<Item = i64>) -> Self {
            self.g = ::std::option::Option::Some(g.into_iter().collect());
            self
        }
    }
}
