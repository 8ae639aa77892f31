//! Where a user's tokens are kept between calls, processes and crashes.

use std::{
    fmt,
    sync::{Mutex, PoisonError},
};

use futures_util::future::{BoxFuture, ready};

use super::Tokens;

/// Why a store could not do what it was asked for.
pub type StoreError = Box<dyn std::error::Error + Send + Sync>;

/// Keeps the tokens of one user.
///
/// An error's text is shown to whoever operates the program, so it must not hold tokens.
pub trait TokenStore: Send + Sync + 'static {
    /// The tokens saved last, or none.
    ///
    /// # Errors
    /// When they cannot be read, which differs from there being none.
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>>;

    /// Keeps these tokens in place of those before, wholly or not at all.
    ///
    /// # Errors
    /// When they are not kept for certain.
    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>>;

    /// Waits until nobody else holds the lock, and holds it until what it yields is dropped.
    ///
    /// Held from loading to saving. Processes that share a store need one that all of them heed: a
    /// file's lock, a database's advisory lock, a lease. Without, as by default, two of them may
    /// refresh at the same time; within 60 seconds Thumbtack takes that, and the last to save wins.
    ///
    /// # Errors
    /// When it cannot be had.
    fn lock(&self) -> BoxFuture<'_, Result<Lock, StoreError>> {
        Box::pin(ready(Ok(Lock::new(()))))
    }
}

/// A lock that is held; dropping it gives it back.
pub struct Lock {
    _guard: Box<dyn Send>,
}

impl Lock {
    /// A lock that is given back when this guard is dropped.
    pub fn new(guard: impl Send + 'static) -> Self {
        Self {
            _guard: Box::new(guard),
        }
    }
}

impl fmt::Debug for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lock")
    }
}

/// Keeps tokens as long as the process runs; for tests, and for tokens that need not last.
#[derive(Debug, Default)]
pub struct MemoryStore {
    tokens: Mutex<Option<Tokens>>,
}

impl MemoryStore {
    /// A store that is empty.
    pub fn new() -> Self {
        Self::default()
    }
}

impl From<Tokens> for MemoryStore {
    fn from(tokens: Tokens) -> Self {
        Self {
            tokens: Mutex::new(Some(tokens)),
        }
    }
}

impl TokenStore for MemoryStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>> {
        let tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        Box::pin(ready(Ok(tokens.clone())))
    }

    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>> {
        let mut kept = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(tokens.clone());
        Box::pin(ready(Ok(())))
    }
}
