//! How a check is made.

/// How a document and its recordings are held against each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How claims are read.
    pub mode: Mode,
}

/// How the claims of a document are read where the letter and the practice of OpenAPI differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// What providers mean: `nullable: true` admits null wherever it stands beside a schema.
    #[default]
    Lenient,
    /// The letter of OpenAPI 3.0.3: `nullable` has effect only beside `type` in the same schema
    /// object, and an enum admits null only if it lists it.
    Strict,
}
