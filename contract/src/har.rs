//! HTTP archives (HAR 1.2): one entry after the other, whole or as one entry a line.

mod entry;
mod held;
mod listed;
mod scan;
mod stream;

pub(crate) use self::{
    entry::recording,
    held::Held,
    stream::{Raw, Shape, Stream},
};
