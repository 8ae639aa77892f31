//! A stand-in for a user's browser, which follows redirects and keeps one cookie.

use bindery::runtime::Client;
use url::Url;

use crate::Outcome;

/// One user's browser.
#[derive(Debug, Default)]
pub struct Browser {
    cookie: Option<String>,
}

impl Browser {
    /// A browser that was nowhere yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Visits a page, and what it leads on to; what is shown in the end.
    ///
    /// # Errors
    /// When a page cannot be reached.
    pub async fn visit(&mut self, url: &str) -> Outcome<String> {
        let mut url = Url::parse(url)?;
        loop {
            let (location, shown) = self.load(url.clone()).await?;
            match location {
                Some(location) => url = url.join(&location)?,
                None => return Ok(shown),
            }
        }
    }

    /// One page: where it leads on to, and what it shows.
    async fn load(&mut self, mut url: Url) -> Outcome<(Option<String>, String)> {
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        url.set_query(None);
        let (folder, page) = url
            .as_str()
            .rsplit_once('/')
            .ok_or("a URL without a path")?;
        let client = Client::builder(folder).build()?;
        let mut request = client.undocumented("GET", "/{page}").path("page", page);
        for (name, value) in query {
            request = request.query(&name, value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let (status, headers, body) = match request.bytes().response().await {
            Ok(page) => (page.status(), page.headers().clone(), page.into_body()),
            Err(error) => match (error.status(), error.headers(), error.body()) {
                (Some(status), Some(headers), Some(body)) => {
                    (status, headers.clone(), body.to_vec().into())
                }
                _ => return Err(error.into()),
            },
        };
        let text = |name: &str| Some(headers.get(name)?.to_str().ok()?.to_owned());
        if let Some(set) = text("set-cookie") {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        let shown = format!("{status} {}", String::from_utf8_lossy(&body));
        Ok((text("location"), shown))
    }
}
