//! What holds for every value there is: updates decode as they were encoded, texts survive enums,
//! and a path parameter is one segment or is refused.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::TcpListener,
    sync::{LazyLock, mpsc},
};

use bindery::{Patch, gigs::UserStatus, runtime::Client};
use percent_encoding::percent_decode_str;
use proptest::{collection, prelude::*};
use serde::{Deserialize, Serialize};
use tokio::runtime::{Builder, Runtime};

/// One field of each shape that updates have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Update {
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    text: Patch<String>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    signed: Patch<i64>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    unsigned: Patch<u64>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    truth: Patch<bool>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    list: Patch<Vec<Option<u64>>>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    map: Patch<BTreeMap<String, Vec<i64>>>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    inner: Patch<Inner>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Inner {
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    map: Patch<BTreeMap<String, Option<String>>>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    text: Patch<String>,
}

fn patch<T: Clone + std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Patch<T>> {
    prop_oneof![
        1 => Just(Patch::Absent),
        1 => Just(Patch::Null),
        2 => value.prop_map(Patch::Value),
    ]
}

/// Any text, and more often than chance has it one that means something to a path.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        collection::vec(any::<char>(), 0..20).prop_map(String::from_iter),
        r"[./\\%?#:;@&=+a2eEfF \x00-\x1f\x7f]{0,6}",
        r"(\.|%2e|%2E|%252e){1,3}",
    ]
}

fn signed() -> impl Strategy<Value = i64> {
    prop_oneof![Just(i64::MIN), Just(i64::MAX), any::<i64>()]
}

fn unsigned() -> impl Strategy<Value = u64> {
    prop_oneof![Just(u64::MAX), Just(0), any::<u64>()]
}

fn update() -> impl Strategy<Value = Update> {
    let few = 0..4;
    let inner = (
        patch(collection::btree_map(
            text(),
            proptest::option::of(text()),
            few.clone(),
        )),
        patch(text()),
    )
        .prop_map(|(map, text)| Inner { map, text });
    (
        patch(text()),
        patch(signed()),
        patch(unsigned()),
        patch(any::<bool>()),
        patch(collection::vec(
            proptest::option::of(unsigned()),
            few.clone(),
        )),
        patch(collection::btree_map(
            text(),
            collection::vec(signed(), few.clone()),
            few,
        )),
        patch(inner),
    )
        .prop_map(|(text, signed, unsigned, truth, list, map, inner)| Update {
            text,
            signed,
            unsigned,
            truth,
            list,
            map,
            inner,
        })
}

/// One client and one server for all cases; the server hands over the target of each request.
struct Wire {
    runtime: Runtime,
    client: Client,
    targets: std::sync::Mutex<mpsc::Receiver<String>>,
}

static WIRE: LazyLock<Wire> = LazyLock::new(|| {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, targets) = mpsc::channel();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
            while let Ok(count @ 1..) = stream.read(&mut chunk) {
                bytes.extend_from_slice(&chunk[..count]);
                if bytes.ends_with(b"\r\n\r\n") {
                    let head = String::from_utf8(std::mem::take(&mut bytes)).unwrap();
                    let target = head.split(' ').nth(1).expect("a request has a target");
                    sender.send(target.to_owned()).unwrap();
                    stream
                        .write_all(b"HTTP/1.1 204 No Content\r\n\r\n")
                        .unwrap();
                }
            }
        }
    });
    Wire {
        runtime: Builder::new_current_thread().enable_all().build().unwrap(),
        client: Client::builder(url).build().unwrap(),
        targets: targets.into(),
    }
});

/// What arrived for `/a/{x}{y}/z`; none where the request was refused.
fn arrived(x: &str, y: &str) -> Option<String> {
    let call = WIRE
        .client
        .undocumented("DELETE", "/a/{x}{y}/z")
        .path("x", x)
        .path("y", y)
        .empty();
    let targets = WIRE.targets.lock().unwrap();
    match WIRE.runtime.block_on(call.into_future()) {
        Ok(()) => Some(targets.recv().unwrap()),
        Err(error) => {
            assert!(error.is_invalid_request(), "{error:?}");
            assert!(targets.try_recv().is_err(), "something was sent");
            None
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_update_decodes_as_it_was_encoded(update in update()) {
        let json = serde_json::to_string(&update).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Update>(&json).unwrap(), &update);
        let value = serde_json::to_value(&update).unwrap();
        prop_assert_eq!(value.get("text").is_none(), update.text.is_absent());
        prop_assert_eq!(value.get("text").is_some_and(serde_json::Value::is_null), update.text.is_null());
        prop_assert_eq!(serde_json::from_value::<Update>(value).unwrap(), update);
    }

    #[test]
    fn a_path_parameter_is_one_segment_or_is_refused(x in text(), y in text()) {
        let whole = format!("{x}{y}");
        let refused = x.is_empty() || y.is_empty() || whole == "..";
        let target = arrived(&x, &y);
        prop_assert_eq!(target.is_none(), refused);
        if let Some(target) = target {
            let segments: Vec<_> = target.split('/').collect();
            prop_assert_eq!(segments.len(), 4);
            prop_assert_eq!((segments[1], segments[3]), ("a", "z"));
            prop_assert!(segments[2].bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\\".contains(&byte)));
            prop_assert_eq!(percent_decode_str(segments[2]).decode_utf8().unwrap(), whole);
        }
    }

    #[test]
    fn an_open_enum_keeps_any_text(text in text()) {
        let json = serde_json::to_string(&text).unwrap();
        let status: UserStatus = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(status.as_str(), &text);
        prop_assert_eq!(serde_json::to_string(&status).unwrap(), json);
        prop_assert_eq!(UserStatus::from(text.as_str()), status);
    }
}
