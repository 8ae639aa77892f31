//! What each recording was held against, seen from the check itself, so that whoever counts
//! witnesses counts what the check has judged and nothing else.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Operation, Pointer};

use super::{Subject, exchange, gather::Gathered};
use crate::{
    Assumed, Kind, Recording,
    matching::{self, Routes},
    schema::{Judged, Schemas},
};

/// What one recording was held against.
#[derive(Debug)]
pub(crate) struct Trace {
    /// The operation, by its index in the document.
    pub(crate) operation: usize,
    /// Where the answer is listed that its status was found to be.
    pub(crate) answer: Option<Answer>,
    /// Where the media types of its bodies stand.
    pub(crate) media: Vec<Pointer>,
    /// The values that were held against a schema.
    pub(crate) judged: Vec<Judged>,
}

/// The answer that a status belongs to.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The response, references followed.
    pub(crate) at: Pointer,
    /// The key under `responses`.
    pub(crate) key: String,
}

/// Judges a recording; `None` where the document has no operation for it.
pub(crate) fn trace(
    document: &Document,
    operations: &[Operation<'_>],
    routes: &Routes<'_>,
    schemas: &Schemas,
    recording: &Recording,
) -> Option<Trace> {
    let subject = Subject {
        document,
        operations,
        schemas,
        routes,
        parameters: None,
        selected: None,
        others: &[],
    };
    let (index, _) = exchange::judge(&subject, recording, &mut Gathered::default());
    let judged = schemas.noted();
    let operation = operations.get(index?)?;
    let answer = recording
        .response
        .as_ref()
        .and_then(|response| matching::response_key(document, operation, response.status));
    let answer = answer.map(|(at, key)| Answer { at, key });
    Some(Trace {
        operation: index?,
        media: media(document, operation, recording, answer.as_ref()),
        answer,
        judged,
    })
}

/// The media types of the bodies, as far as the recording shows them.
fn media(
    document: &Document,
    operation: &Operation<'_>,
    recording: &Recording,
    answer: Option<&Answer>,
) -> Vec<Pointer> {
    let mut found = Vec::new();
    let refused = |response: &crate::Response| (400..500).contains(&response.status);
    let request = &recording.request;
    if request.body.is_some() && !recording.response.as_ref().is_some_and(refused) {
        let owner = operation.pointer.join("requestBody");
        let owner = document.resolve(owner.as_str()).map(|(at, _)| at);
        let sent = request.content_type();
        found.extend(
            owner
                .zip(sent)
                .and_then(|(at, sent)| matching::media(document, &at, Some(sent))),
        );
    }
    if let (Some(answer), Some(response)) = (answer, &recording.response)
        && response.body.is_some()
        && !recording.assumes(Assumed::Header)
    {
        let sent = response.content_type();
        found.extend(sent.and_then(|sent| matching::media(document, &answer.at, Some(sent))));
    }
    found
}

/// What there is to complain about in a recording: of what kind, and about which claim.
pub(crate) fn complaints(
    document: &Document,
    operations: &[Operation<'_>],
    schemas: &Schemas,
    recording: &Recording,
) -> BTreeSet<(Kind, String)> {
    let subject = Subject {
        document,
        operations,
        schemas,
        routes: &Routes::new(document, operations),
        parameters: None,
        selected: None,
        others: &[],
    };
    let mut gathered = Gathered::default();
    let _ = exchange::judge(&subject, recording, &mut gathered);
    let _ = schemas.noted();
    gathered
        .keys()
        .map(|(kind, key)| (kind, key.clone()))
        .collect()
}
