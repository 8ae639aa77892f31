//! Calls every operation of every provider through the public API, on servers of this process:
//! no credentials, no network. Run it with `cargo run --example tour`.
//!
//! Where the provider's page prints an answer, that recording is served; where it prints none,
//! one is made up, and the tour says so. Each exchange is then held against the document.
//!
//! `cargo run --example tour -- gigs http://127.0.0.1:4010` calls one provider's operations on
//! another server instead, such as Prism with the provider's document.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a tour reads recordings and is for reading"
)]

use std::{
    env,
    error::Error,
    fs,
    sync::{Arc, Mutex},
};

use bindery::{Patch, chakra, gigs, thumbtack};
use bindery_contract::{Assumed, Document, Recording, Request, Response, Severity, check};
use httpmock::{HttpMockRequest, MockServer};

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut tour = Tour::default();
    match arguments.as_slice() {
        [] => {
            println!("Every operation of three providers, called through bindery's typed clients.");
            println!("The servers are part of this process: no credentials, no network.");
            visit_gigs(&mut tour).await?;
            visit_thumbtack(&mut tour).await?;
            visit_chakra(&mut tour).await?;
            tour.close()
        }
        [provider, url] => {
            tour.elsewhere = Some(url.clone());
            match provider.as_str() {
                "gigs" => visit_gigs(&mut tour).await,
                "thumbtack" => visit_thumbtack(&mut tour).await,
                "chakra" => visit_chakra(&mut tour).await,
                _ => Err(format!("`{provider}` is none of `gigs`, `thumbtack`, `chakra`").into()),
            }
        }
        _ => Err("give nothing, or a provider and the URL of a server".into()),
    }
}

async fn visit_gigs(tour: &mut Tour) -> Outcome<()> {
    const USER: &str = "usr_0SNlurA049MEWV4OpCwsNyC9Kn2d";
    let client = |url: String| {
        gigs::Client::builder("gigs", "api-key")
            .base_url(url)
            .build()
    };
    let shown = |user: &gigs::User| {
        let name = user.full_name.as_deref().unwrap_or("nobody");
        format!(
            "User: {name}, {}, created {}",
            user.email,
            user.created_at.date_naive()
        )
    };
    let listed = |list: &gigs::UserList| {
        let users: Vec<String> = list.items.iter().map(shown).collect();
        format!("UserList of {}: [{}]", users.len(), users.join("; "))
    };

    tour.arrive("gigs", "Gigs", "");
    tour.stop(
        "retrieveUser",
        Answer::Recorded("200-documented"),
        async |url| Ok(shown(&client(url)?.users().retrieve(USER).await?)),
    )
    .await?;
    tour.stop(
        "listUsers",
        Answer::Recorded("200-documented"),
        async |url| Ok(listed(&client(url)?.users().list().limit(50).await?)),
    )
    .await?;
    tour.stop(
        "searchUsers",
        Answer::Recorded("200-documented"),
        async |url| {
            let query = gigs::SearchUsers::new().email("jerry@example.com");
            Ok(listed(&client(url)?.users().search(&query).await?))
        },
    )
    .await?;
    tour.stop(
        "createUser",
        Answer::Recorded("201-documented"),
        async |url| {
            let user = gigs::CreateUser::new("jerry@example.com").full_name("Jerry Seinfeld");
            Ok(shown(&client(url)?.users().create(&user).await?))
        },
    )
    .await?;
    tour.stop(
        "updateUser",
        Answer::Recorded("200-documented"),
        async |url| {
            // Null clears the birthday; what is not named stays as it is.
            let update = gigs::UpdateUser::new()
                .birthday(Patch::Null)
                .full_name("Jerry Seinfeld");
            Ok(shown(&client(url)?.users().update(USER, &update).await?))
        },
    )
    .await?;
    tour.stop(
        "deleteUser",
        Answer::Recorded("200-documented"),
        async |url| Ok(shown(&client(url)?.users().delete(USER).await?)),
    )
    .await
}

async fn visit_thumbtack(tour: &mut Tour) -> Outcome<()> {
    const HOOK: &str = "webhookID";
    const LIST: &str = r#"{"data": [{"webhookID": "7", "webhookURL": "https://acme.example"}], "pagination": {"limit": 10}}"#;
    let client = |url: String| {
        thumbtack::Client::builder("access-token")
            .base_url(url)
            // Prism would answer with the only exact status of the document, a 202.
            .header("prefer", "code=200")
            .build()
    };
    let shown = |hook: &thumbtack::Webhook| {
        let events = hook
            .event_types
            .iter()
            .flatten()
            .map(thumbtack::EventType::as_str);
        let events: Vec<&str> = events.collect();
        format!(
            "Webhook: {} to {}, for {events:?}",
            hook.webhook_id, hook.webhook_url
        )
    };
    let done = |(): ()| "nothing: this operation has no answer that is documented".to_owned();

    tour.arrive("thumbtack", "Thumbtack", "/api");
    tour.stop(
        "getUserSelf",
        Answer::Recorded("200-documented"),
        async |url| {
            let user = client(url)?.users().me().await?;
            Ok(format!(
                "User: {}, {}",
                user.user_id,
                user.email.as_deref().unwrap_or("no e-mail")
            ))
        },
    )
    .await?;
    tour.stop(
        "createUserWebhook",
        Answer::Recorded("200-documented"),
        async |url| {
            let hook = thumbtack::NewWebhook::new("https://acme.example/hooks")
                .event("MessageCreatedV4")
                .auth(thumbtack::BasicAuth::new("acme", "secret"));
            Ok(shown(&client(url)?.webhooks().create(&hook).await?))
        },
    )
    .await?;
    tour.stop(
        "getUserWebhook",
        Answer::Recorded("200-documented"),
        async |url| Ok(shown(&client(url)?.webhooks().get(HOOK).await?)),
    )
    .await?;
    tour.stop("listUserWebhooks", Answer::MadeUp(200, LIST), async |url| {
        let list = client(url)?.webhooks().list().await?;
        let hooks: Vec<String> = list.data.iter().map(shown).collect();
        Ok(format!(
            "WebhookList of {}: [{}]",
            hooks.len(),
            hooks.join("; ")
        ))
    })
    .await?;
    tour.stop("updateUserWebhook", Answer::MadeUp(200, ""), async |url| {
        let update = thumbtack::UpdateWebhook::new().enabled(true);
        Ok(done(client(url)?.webhooks().update(HOOK, &update).await?))
    })
    .await?;
    tour.stop(
        "updateUserWebhookAuth",
        Answer::MadeUp(200, ""),
        async |url| {
            let auth = thumbtack::BasicAuth::new("acme", "new secret");
            Ok(done(client(url)?.webhooks().update_auth(HOOK, auth).await?))
        },
    )
    .await?;
    tour.stop(
        "deleteUserWebhookAuth",
        Answer::MadeUp(204, ""),
        async |url| Ok(done(client(url)?.webhooks().delete_auth(HOOK).await?)),
    )
    .await?;
    tour.stop("deleteUserWebhook", Answer::MadeUp(204, ""), async |url| {
        Ok(done(client(url)?.webhooks().delete(HOOK).await?))
    })
    .await
}

async fn visit_chakra(tour: &mut Tour) -> Outcome<()> {
    const USER: &str = "9763caa1-cef3-497f-b3b2-f551456b2831";
    tour.arrive("chakra", "Chakra HQ", "");
    tour.stop(
        "fetchUser",
        Answer::Recorded("200-documented"),
        async |url| {
            let client = chakra::Client::builder("access-token")
                .base_url(url)
                .build()?;
            let user = client.users().fetch(USER).await?;
            Ok(format!(
                "User: {} {}, {} e-mail address",
                user.first_name,
                user.last_name,
                user.emails.len()
            ))
        },
    )
    .await
}

/// What the server of a stop answers with.
enum Answer {
    /// The recording of this case.
    Recorded(&'static str),
    /// A status and a JSON body, or none.
    MadeUp(u16, &'static str),
}

/// Where the tour is and what it has seen.
#[derive(Default)]
struct Tour {
    provider: &'static str,
    /// The path of the provider's server, which recorded paths begin with.
    base_path: &'static str,
    /// A server that answers instead of the tour's own.
    elsewhere: Option<String>,
    called: usize,
    recorded: usize,
    faults: usize,
}

impl Tour {
    fn arrive(&mut self, provider: &'static str, title: &str, base_path: &'static str) {
        self.provider = provider;
        self.base_path = base_path;
        println!("\n{title}");
    }

    /// Serves the answer, makes the call, and holds the exchange against the document.
    async fn stop(
        &mut self,
        operation: &str,
        answer: Answer,
        call: impl AsyncFnOnce(String) -> Outcome<String>,
    ) -> Outcome<()> {
        println!("\n  {operation}");
        if let Some(url) = &self.elsewhere {
            println!("    typed     {}", call(url.clone()).await?);
            return Ok(());
        }
        let (mut exchange, origin) = self.exchange(operation, &answer)?;
        let (server, received) = serve(exchange.response.clone().unwrap_or_default()).await;
        let typed = call(format!("http://{}{}", server.address(), self.base_path)).await?;
        let request = received.lock().map_err(|_| "a request broke off")?.take();
        exchange.request = request.ok_or("no request arrived")?;
        let document = self.document()?;
        println!("    sent      {}", sent(&exchange.request));
        println!("    answered  {origin}");
        println!("    typed     {typed}");
        let report = check(&document, &[exchange]);
        let faults = report
            .findings
            .iter()
            .filter(|finding| finding.kind.severity() == Severity::Error);
        let faults: Vec<&str> = faults.map(|finding| finding.message.as_str()).collect();
        if faults.is_empty() {
            println!(
                "    contract  request and answer are what {} says",
                document.name()
            );
        } else {
            println!(
                "    contract  contradicts {}: {}",
                document.name(),
                faults.join("; ")
            );
        }
        self.called += 1;
        self.recorded += usize::from(matches!(answer, Answer::Recorded(_)));
        self.faults += usize::from(!faults.is_empty());
        Ok(())
    }

    fn close(self) -> Outcome<()> {
        let Self {
            called,
            recorded,
            faults,
            ..
        } = self;
        println!("\n{called} operations called.");
        println!(
            "  {recorded} answers were recordings: examples that the providers print in their documentation,"
        );
        println!("     none of them captured from live traffic.");
        println!(
            "  {} answers were made up for this tour, where the provider prints none or not all of one.",
            called - recorded
        );
        println!(
            "  {} exchanges fit their document, {faults} contradict it.",
            called - faults
        );
        if faults == 0 {
            Ok(())
        } else {
            Err("an exchange contradicts its document".into())
        }
    }

    fn document(&self) -> Outcome<Document> {
        let name = format!("specs/{}.yaml", self.provider);
        let text = fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR")))?;
        Ok(Document::parse(name, text)?)
    }

    fn exchange(&self, operation: &str, answer: &Answer) -> Outcome<(Recording, String)> {
        match answer {
            Answer::Recorded(case) => {
                let root = env!("CARGO_MANIFEST_DIR");
                let path = format!(
                    "{root}/tests/recordings/{}/{operation}/{case}.yaml",
                    self.provider
                );
                let recording = Recording::load(path)?;
                let status = recording
                    .response
                    .as_ref()
                    .map_or(0, |response| response.status);
                let assumed = recording.recorded.assumed.contains(&Assumed::Status);
                let assumed = if assumed {
                    " (the status is assumed)"
                } else {
                    ""
                };
                let origin = format!(
                    "{status}{assumed}, as printed at {}",
                    recording.recorded.reference
                );
                Ok((recording, origin))
            }
            Answer::MadeUp(status, body) => {
                let response = Response::new(*status);
                let response = if body.is_empty() {
                    response
                } else {
                    response.json(*body)
                };
                let recording = Recording::invented(operation, Request::default(), Some(response));
                Ok((recording, format!("{status}, made up for this tour")))
            }
        }
    }
}

type Received = Arc<Mutex<Option<Request>>>;

/// A server that gives this answer and keeps the request.
async fn serve(answer: Response) -> (MockServer, Received) {
    let received = Received::default();
    let kept = Arc::clone(&received);
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.is_true(move |request| {
                if let Ok(mut kept) = kept.lock() {
                    *kept = Some(read(request));
                }
                true
            });
            let mut then = then.status(answer.status);
            for (name, value) in &answer.headers {
                then = then.header(name, value);
            }
            if let Some(body) = &answer.body {
                then.body(body.text());
            }
        })
        .await;
    (server, received)
}

/// The request as the contract check reads it.
fn read(request: &HttpMockRequest) -> Request {
    let mut read = Request::new(request.method_str(), request.uri().path());
    for (name, value) in request.query_params() {
        read = read.query(name, value);
    }
    let body = request.body_string();
    if body.is_empty() {
        read
    } else {
        read.json(body)
    }
}

fn sent(request: &Request) -> String {
    let query: Vec<String> = request
        .query
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{}", query.join("&"))
    };
    let body = request
        .body
        .as_ref()
        .map(|body| format!("  {}", body.text()))
        .unwrap_or_default();
    format!("{} {}{query}{body}", request.method, request.path)
}
