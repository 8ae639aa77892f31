//! Stores: one that fails when it is told to, and one in a file that processes share.

use std::{
    fs::{self, File},
    io::{ErrorKind, Write as _},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use bindery::thumbtack::oauth::{Lock, MemoryStore, StoreError, TokenStore, Tokens};
use futures_util::future::BoxFuture;

/// A store in memory whose parts can be broken, and mended again.
#[derive(Clone, Default)]
pub(crate) struct Brittle {
    kept: Arc<MemoryStore>,
    pub(crate) breaks: Breaks,
}

/// Which parts fail at present.
#[derive(Clone, Default)]
pub(crate) struct Breaks {
    pub(crate) lock: Arc<AtomicBool>,
    pub(crate) load: Arc<AtomicBool>,
    pub(crate) save: Arc<AtomicBool>,
}

impl Brittle {
    pub(crate) fn of(tokens: Tokens) -> Self {
        Self {
            kept: Arc::new(tokens.into()),
            breaks: Breaks::default(),
        }
    }

    pub(crate) async fn kept(&self) -> Tokens {
        self.kept.load().await.unwrap().unwrap()
    }
}

fn unless(broken: &AtomicBool) -> Result<(), StoreError> {
    if broken.load(Ordering::SeqCst) {
        return Err("the disk is full".into());
    }
    Ok(())
}

impl TokenStore for Brittle {
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>> {
        Box::pin(async {
            unless(&self.breaks.load)?;
            self.kept.load().await
        })
    }

    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async {
            unless(&self.breaks.save)?;
            self.kept.save(tokens).await
        })
    }

    fn lock(&self) -> BoxFuture<'_, Result<Lock, StoreError>> {
        Box::pin(async {
            unless(&self.breaks.lock)?;
            self.kept.lock().await
        })
    }
}

/// A store in a file, replaced as a whole, with a lock between processes beside it.
#[derive(Clone)]
pub(crate) struct FileStore {
    pub(crate) path: PathBuf,
    /// Whether the process dies where it should save.
    pub(crate) dies: bool,
}

impl FileStore {
    /// A store in a file of this name, which no other test has.
    pub(crate) fn named(name: &str) -> Self {
        let name = format!("{name}-{}.json", std::process::id());
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        Self { path, dies: false }
    }

    fn read(&self) -> Result<Option<Tokens>, StoreError> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn write(&self, tokens: &Tokens) -> Result<(), StoreError> {
        if self.dies {
            std::process::abort();
        }
        let draft = self.path.with_extension("draft");
        let mut file = File::create(&draft)?;
        file.write_all(&serde_json::to_vec(tokens)?)?;
        file.sync_all()?;
        Ok(fs::rename(draft, &self.path)?)
    }
}

impl TokenStore for FileStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Tokens>, StoreError>> {
        Box::pin(async { self.read() })
    }

    fn save<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async { self.write(tokens) })
    }

    fn lock(&self) -> BoxFuture<'_, Result<Lock, StoreError>> {
        Box::pin(async {
            let path = self.path.with_extension("lock");
            let locked = tokio::task::spawn_blocking(move || {
                let file = File::create(path)?;
                file.lock()?;
                Ok::<_, std::io::Error>(file)
            });
            Ok(Lock::new(locked.await??))
        })
    }
}
