//! Serves a recording, and compares what a client made of it with what was recorded.

use bindery_contract::Recording;
use chrono::DateTime;
use httpmock::MockServer;
use serde::Serialize;
use serde_json::Value;

/// A server that answers one recorded exchange, and nothing to any other request.
pub(crate) struct Replay {
    pub(crate) server: MockServer,
    recording: Recording,
}

impl Replay {
    /// Serves the recording `provider/operation/case`.
    pub(crate) async fn of(case: &str) -> Self {
        Self::with(case, |text| text).await
    }

    /// Serves the recording after a change of its text, for what no client can send.
    pub(crate) async fn with(case: &str, change: impl FnOnce(String) -> String) -> Self {
        let path = format!(
            "{}/tests/recordings/{case}.yaml",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = change(std::fs::read_to_string(&path).unwrap());
        let server = MockServer::start_async().await;
        server.playback_from_yaml_async(&text).await;
        let recording = Recording::parse(case, text).unwrap();
        Self { server, recording }
    }

    pub(crate) fn url(&self) -> String {
        url(&self.server)
    }

    /// What the provider printed.
    pub(crate) fn body(&self) -> Value {
        let response = self
            .recording
            .response
            .as_ref()
            .expect("the recording has a response");
        serde_json::from_str(response.body.as_ref().expect("it has a body").text()).unwrap()
    }

    /// The typed answer, written back, is what was recorded.
    #[track_caller]
    pub(crate) fn is_read_without_loss(&self, answer: &impl Serialize) {
        let encoded = serde_json::to_value(answer).unwrap();
        let mut differences = Vec::new();
        compare(&self.body(), &encoded, "$", &mut differences);
        assert!(differences.is_empty(), "{}", differences.join("\n"));
    }
}

/// Date-times compare as instants, numbers by value, objects without regard to order.
fn compare(recorded: &Value, encoded: &Value, path: &str, differences: &mut Vec<String>) {
    match (recorded, encoded) {
        (Value::Object(recorded), Value::Object(encoded)) => {
            for (key, value) in recorded {
                let path = format!("{path}.{key}");
                match encoded.get(key) {
                    Some(other) => compare(value, other, &path, differences),
                    None => differences.push(format!("{path} is lost: {value}")),
                }
            }
            for (key, value) in encoded
                .iter()
                .filter(|(key, _)| !recorded.contains_key(*key))
            {
                differences.push(format!("{path}.{key} is made up: {value}"));
            }
        }
        (Value::Array(recorded), Value::Array(encoded)) if recorded.len() == encoded.len() => {
            for (index, (value, other)) in recorded.iter().zip(encoded).enumerate() {
                compare(value, other, &format!("{path}[{index}]"), differences);
            }
        }
        (Value::Number(recorded), Value::Number(encoded))
            if recorded.as_f64() == encoded.as_f64() => {}
        (Value::String(recorded), Value::String(encoded)) if is_same_instant(recorded, encoded) => {
        }
        _ if recorded == encoded => {}
        _ => differences.push(format!("{path} was {recorded} and is {encoded}")),
    }
}

fn is_same_instant(recorded: &str, encoded: &str) -> bool {
    match (
        DateTime::parse_from_rfc3339(recorded),
        DateTime::parse_from_rfc3339(encoded),
    ) {
        (Ok(recorded), Ok(encoded)) => recorded == encoded,
        _ => false,
    }
}

#[test]
fn comparing_tells_what_is_lost_made_up_and_changed() {
    for (recorded, encoded, expected) in [
        (r#"{"a":1,"b":[1.0]}"#, r#"{"b":[1],"a":1}"#, vec![]),
        (
            r#"{"t":"2021-01-21T19:38:34.0Z"}"#,
            r#"{"t":"2021-01-21T19:38:34Z"}"#,
            vec![],
        ),
        (r#"{"a":null}"#, "{}", vec!["$.a is lost: null"]),
        ("{}", r#"{"a":null}"#, vec!["$.a is made up: null"]),
        (r#"["x"]"#, r#"["y"]"#, vec![r#"$[0] was "x" and is "y""#]),
        ("[]", "[0]", vec!["$ was [] and is [0]"]),
    ] {
        let mut differences = Vec::new();
        let parse = |text| serde_json::from_str::<Value>(text).unwrap();
        compare(&parse(recorded), &parse(encoded), "$", &mut differences);
        assert_eq!(differences, expected);
    }
}

/// Where a server is, without TLS: its own `base_url` is https where anybody turns that feature of
/// httpmock on.
pub(crate) fn url(server: &MockServer) -> String {
    format!("http://{}", server.address())
}
