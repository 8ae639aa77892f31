//! Looks for secrets wherever they must not be: in errors, and in all that is traced.

use std::{
    fmt::{self, Debug, Write as _},
    sync::{
        LazyLock, Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};

use bindery::Error;
use tracing::{Event, Metadata, Subscriber, field::Field, field::Visit, span};

pub(crate) const API_KEY: &str = "hushed-api-key";
pub(crate) const TOKEN: &str = "hushed-token";
pub(crate) const PASSWORD: &str = "hushed-password";

/// What all secrets of these tests have in common, and nothing else that they send.
const MARK: &str = "hushed";

/// Everything that was traced in this process, in which a secret stood.
static LEAKS: Mutex<Vec<String>> = Mutex::new(Vec::new());
/// How much was looked at.
static TRACED: AtomicUsize = AtomicUsize::new(0);
static INSTALLED: LazyLock<()> =
    LazyLock::new(|| tracing::subscriber::set_global_default(Watch::over(&LEAKS)).unwrap());

/// From here on everything that is traced is looked at.
pub(crate) fn watch() {
    LazyLock::force(&INSTALLED);
}

/// No secret stands in the error, or in anything traced so far.
#[track_caller]
pub(crate) fn none_in(error: Option<&Error>) {
    if let Some(error) = error {
        let mut text = format!("{error} {error:?} {error:#?}");
        let mut source = std::error::Error::source(error);
        while let Some(deeper) = source {
            let _ = write!(text, " {deeper} {deeper:?}");
            source = deeper.source();
        }
        assert!(!text.contains(MARK), "a secret is in the error: {text}");
    }
    assert!(TRACED.load(Ordering::Relaxed) > 0, "nothing was traced");
    assert_eq!(*LEAKS.lock().unwrap(), Vec::<String>::new());
}

/// Subscribes to everything, at every level, of every crate.
struct Watch {
    spans: AtomicU64,
    leaks: &'static Mutex<Vec<String>>,
}

impl Watch {
    const fn over(leaks: &'static Mutex<Vec<String>>) -> Self {
        Self {
            spans: AtomicU64::new(0),
            leaks,
        }
    }

    fn look(&self, what: &str, record: impl FnOnce(&mut Text)) {
        let mut text = Text(what.to_owned());
        record(&mut text);
        TRACED.fetch_add(1, Ordering::Relaxed);
        if text.0.contains(MARK) {
            self.leaks.lock().unwrap().push(text.0);
        }
    }
}

impl Subscriber for Watch {
    /// A mock server in the test's own process tells what it receives; that is its business.
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        !metadata.target().starts_with("httpmock")
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        self.look(span.metadata().name(), |text| span.record(text));
        span::Id::from_u64(self.spans.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        self.look("record", |text| values.record(text));
    }

    fn event(&self, event: &Event<'_>) {
        self.look(event.metadata().name(), |text| event.record(text));
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _: fmt::Result = write!(self.0, " {field}={value:?}");
    }
}

#[test]
fn looking_finds_secrets_in_spans_records_and_events() {
    static FOUND: Mutex<Vec<String>> = Mutex::new(Vec::new());
    tracing::subscriber::with_default(Watch::over(&FOUND), || {
        let span = tracing::info_span!("request", key = API_KEY, token = tracing::field::Empty);
        span.record("token", TOKEN);
        span.in_scope(|| tracing::trace!("said {PASSWORD}"));
    });
    let found = FOUND.lock().unwrap();
    let expected = [API_KEY, TOKEN, PASSWORD];
    assert_eq!(found.len(), expected.len());
    for (text, secret) in found.iter().zip(expected) {
        assert!(text.contains(secret), "{text}");
    }
}
