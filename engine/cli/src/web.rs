//! Files of a static site, over plain HTTP.
//!
//! Nothing that a server says is believed here: whoever asks for a file knows by signatures and digests whether it is the
//! one. What is bounded is how much a server may say, and for how long. No redirect is followed, so that nothing is
//! fetched from where nobody asked for it.

use std::time::Duration;

use luoshi_diagnostics::{Code, Note};
use ureq::Agent;
use ureq::http::uri::Authority;
use ureq::http::{Response, StatusCode, Uri, header};

/// The root of a static site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    // Invariant: `http://`, a host, a path that ends with a slash; no user, no query.
    root: String,
    patience: Patience,
}

/// How long a server may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Patience {
    /// Until it answers the call.
    connect: Duration,
    /// Until the last byte of a small file.
    whole: Duration,
    /// More for each piece of [`PIECE`] bytes that a file may have.
    piece: Duration,
}

/// Bytes that a slow line carries in a second.
const PIECE: usize = 32 << 10;

impl Patience {
    const USUAL: Patience = Patience {
        connect: Duration::from_secs(10),
        whole: Duration::from_secs(60),
        piece: Duration::from_secs(1),
    };

    fn for_bytes(self, most: usize) -> Duration {
        let pieces = u32::try_from(most / PIECE).unwrap_or(u32::MAX);
        self.whole.saturating_add(self.piece.saturating_mul(pieces))
    }
}

/// How many bytes a file may have.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Length {
    AtMost(usize),
    Exactly(usize),
}

impl Length {
    fn most(self) -> usize {
        match self {
            Length::AtMost(bytes) | Length::Exactly(bytes) => bytes,
        }
    }
}

impl Site {
    /// The site at an address; none where the text is no address but a path.
    ///
    /// # Errors
    /// `LS0942`: the address is none that can be read from.
    pub(crate) fn at(text: &str) -> Option<Result<Site, Note>> {
        let (scheme, rest) = text.split_once("://")?;
        let wrong = |why: &'static str| {
            let note = Note::new(Code::RegistryAddress).arg("address", text);
            Some(Err(note.arg("why", why)))
        };
        match scheme.to_ascii_lowercase().as_str() {
            "http" => {}
            "https" => return wrong("https"),
            _ => return wrong("scheme"),
        }
        let root = format!("http://{}/", rest.trim_end_matches('/'));
        let uri: Option<Uri> = root.parse().ok();
        // A host alone, or with a port: no user, and nothing else.
        let is_host = |of: &Authority| of.as_str() == of.host() || of.port_u16().is_some();
        let plain = uri.as_ref().and_then(Uri::authority).is_some_and(is_host);
        if !plain || rest.contains(['@', '?', '#']) {
            return wrong("form");
        }
        let patience = Patience::USUAL;
        Some(Ok(Site { root, patience }))
    }

    /// The address of a file.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// Fetches a file; none if the server has none.
    ///
    /// # Errors
    /// `LS0943`: it cannot be had, or is longer or shorter than may be.
    pub(crate) fn file(&self, path: &str, length: Length) -> Result<Option<Vec<u8>>, Note> {
        let address = self.address(path);
        let fault = |fault: Fault| fault.note(&address);
        let mut response = self.call(&address, length).map_err(|e| fault(e.into()))?;
        match response.status() {
            StatusCode::OK => {}
            StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(None),
            status if status.is_redirection() => return Err(fault(elsewhere(&response))),
            status => return Err(fault(Fault::Status(status))),
        }
        let most = u64::try_from(length.most()).unwrap_or(u64::MAX);
        let body = response.body_mut().with_config();
        let bytes = body.limit(most.saturating_add(1)).read_to_vec();
        let bytes = bytes.map_err(|error| fault(error.into()))?;
        match length {
            _ if bytes.len() > length.most() => Err(fault(Fault::Long(length.most()))),
            Length::Exactly(wanted) if bytes.len() < wanted => Err(fault(Fault::Short)),
            _ => Ok(Some(bytes)),
        }
    }

    fn call(&self, address: &str, length: Length) -> Result<Response<ureq::Body>, ureq::Error> {
        let config = Agent::config_builder()
            .user_agent(concat!("luoshi/", env!("CARGO_PKG_VERSION")))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A registry lies in the network of the office. What a machine is set up for otherwise is nobody's wish here.
            .proxy(None)
            .timeout_connect(Some(self.patience.connect))
            .timeout_global(Some(self.patience.for_bytes(length.most())));
        let agent: Agent = config.build().into();
        agent.get(address).call()
    }
}

fn elsewhere(response: &Response<ureq::Body>) -> Fault {
    let to = response.headers().get(header::LOCATION);
    let to = to.map(|to| String::from_utf8_lossy(to.as_bytes()).into_owned());
    Fault::Redirect(to.unwrap_or_default())
}

/// Why a file cannot be had.
enum Fault {
    Status(StatusCode),
    Redirect(String),
    Long(usize),
    Short,
    Slow,
    Other(String),
}

impl From<ureq::Error> for Fault {
    fn from(error: ureq::Error) -> Fault {
        match error {
            ureq::Error::Timeout(_) => Fault::Slow,
            ureq::Error::BodyExceedsLimit(most) => Fault::Long(
                usize::try_from(most)
                    .unwrap_or(usize::MAX)
                    .saturating_sub(1),
            ),
            ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                Fault::Short
            }
            error => Fault::Other(error.to_string()),
        }
    }
}

impl Fault {
    fn note(self, address: &str) -> Note {
        let (why, detail) = match self {
            Fault::Status(status) => ("status", status.to_string()),
            Fault::Redirect(to) => ("redirect", to),
            Fault::Long(most) => ("long", most.to_string()),
            Fault::Short => ("short", String::new()),
            Fault::Slow => ("slow", String::new()),
            Fault::Other(detail) => ("other", detail),
        };
        let note = Note::new(Code::RegistryFetch).arg("address", address);
        note.arg("why", why).arg("detail", detail)
    }
}

#[cfg(test)]
mod tests;
