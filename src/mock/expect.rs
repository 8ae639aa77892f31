//! One expectation: which requests, what they are answered with, and how often they came.

use std::{any::type_name, fmt, marker::PhantomData, time::Duration};

use bindery_contract::Response;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{Answer, Mock, lock, verdict, wanted::Wanted};

/// Requests of one kind, whose answer is a `T`.
///
/// Until an answer is given nothing is expected, so that it can also just be asked how often such
/// requests came.
pub struct Expect<'a, T> {
    mock: &'a Mock,
    wanted: Wanted,
    /// What a typed answer becomes on the wire.
    envelope: fn(Value) -> Value,
    delay: Duration,
    /// The answer given last, and how often it is to be given.
    last: Option<(usize, usize)>,
    answer: PhantomData<fn() -> T>,
}

impl<'a, T> Expect<'a, T> {
    pub(super) fn new(mock: &'a Mock, wanted: Wanted) -> Self {
        Self {
            mock,
            wanted,
            envelope: |value| value,
            delay: Duration::ZERO,
            last: None,
            answer: PhantomData,
        }
    }

    /// The same expectation of another type, which travels in an envelope.
    #[cfg(feature = "chakra")]
    pub(super) fn within<U>(self, envelope: fn(Value) -> Value) -> Expect<'a, U> {
        Expect {
            envelope,
            ..Expect::new(self.mock, self.wanted)
        }
    }

    /// Any request of the operation, whatever its parameters and its body.
    pub fn any(mut self) -> Self {
        self.wanted = self.wanted.widened(&self.mock.base);
        self
    }

    /// Lets the next answer wait for this long.
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// How often the answer given last is given; once, where another one follows, unless set.
    ///
    /// # Panics
    /// When there is no answer yet, or for no times.
    #[track_caller]
    pub fn times(mut self, times: usize) -> Self {
        let Some((id, _)) = self.last else {
            panic!("`times` limits an answer; give one first");
        };
        assert!(times > 0, "an answer that is given no times is none");
        self.mock.limit(id, times);
        self.last = Some((id, times));
        self
    }

    /// Answers with a failure, whose body has to be what the document says of the status.
    ///
    /// # Panics
    /// When the body contradicts the document, with the reason.
    #[track_caller]
    pub fn fails(self, status: u16, body: impl Serialize) -> Self {
        self.held_against_document(status, &value(body))
    }

    /// Answers with bytes of any kind, for what a provider should not send and one day will.
    ///
    /// Without a media type none is sent.
    pub fn answers(mut self, status: u16, media_type: &str, body: impl Into<String>) -> Self {
        if let Some((id, times)) = self.last {
            self.mock.limit(id, times);
        }
        let answer = Answer {
            status,
            content_type: media_type.to_owned(),
            body: body.into(),
            delay: std::mem::take(&mut self.delay),
        };
        let id = self.mock.answer(&self.wanted, &answer);
        self.last = Some((id, 1));
        self
    }

    /// Fails the test unless such requests came so many times.
    ///
    /// # Panics
    /// When they came more or less often, with what came.
    #[track_caller]
    pub fn called(&self, times: usize) {
        let requests = lock(&self.mock.board.requests);
        let fitting = requests.iter().filter(|request| self.wanted.fits(request));
        let count = fitting.count();
        drop(requests);
        assert!(
            count == times,
            "`{}` came {count} times, not {times}; all that came: {:?}",
            self.wanted,
            self.mock.calls()
        );
    }

    #[track_caller]
    fn held_against_document(self, status: u16, body: &Value) -> Self {
        let text = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        let response = match text.as_str() {
            "" => Response::new(status),
            text => Response::new(status).json(text),
        };
        let request = self.wanted.request.clone();
        let faults = verdict::of_answer(&self.mock.board.document, request, response);
        assert!(faults.is_empty(), "{}", faults.join("\n\n"));
        let kind = if text.is_empty() {
            ""
        } else {
            "application/json"
        };
        self.answers(status, kind, text)
    }
}

impl<T: DeserializeOwned> Expect<'_, T> {
    /// Answers with a success: the type itself, or JSON that is one.
    ///
    /// The status is the first success that the document has for the operation. For an operation
    /// without an answer it is `()`.
    ///
    /// # Panics
    /// When the JSON is not of the type, or contradicts the document, with the reason.
    #[track_caller]
    pub fn returns(self, answer: impl Serialize) -> Self {
        let answer = value(answer);
        if let Err(error) = serde_path_to_error::deserialize::<_, T>(&answer) {
            let at = error.path().to_string();
            let reason = error.into_inner();
            let name = type_name::<T>().rsplit("::").next().unwrap_or_default();
            panic!("no `{name}`: at `{at}`: {reason}");
        }
        let document = &self.mock.board.document;
        let success = |operation| verdict::success_of(document, operation);
        let status = self.wanted.operation.map_or(200, success);
        let body = (self.envelope)(answer);
        self.held_against_document(status, &body)
    }
}

#[track_caller]
fn value(of: impl Serialize) -> Value {
    serde_json::to_value(of).unwrap_or_else(|error| panic!("the answer is no JSON: {error}"))
}

impl<T> fmt::Debug for Expect<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expect")
            .field(&super::wanted::line(&self.wanted.request))
            .finish()
    }
}
