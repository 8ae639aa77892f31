//! Calls from code that is not asynchronous.

use std::{
    future::Future,
    sync::{LazyLock, mpsc},
};

use tokio::runtime::{Builder, Runtime};

/// One runtime for the whole process, so that connections outlive the call that opened them.
static RUNTIME: LazyLock<std::io::Result<Runtime>> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("bindery-blocking")
        .enable_all()
        .build()
});

/// Runs a future on the process's runtime while this thread waits; none where no runtime can start.
///
/// The thread waits on a channel and not on the runtime, which would refuse to block a thread that
/// belongs to another runtime.
pub(super) fn wait<T: Send + 'static>(
    future: impl Future<Output = T> + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = mpsc::sync_channel(1);
    RUNTIME.as_ref().ok()?.spawn(async move {
        // The receiver waits below, so it is there.
        let _ = sender.send(future.await);
    });
    receiver.recv().ok()
}
