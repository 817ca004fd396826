//! A server on this machine that answers as it is told to.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use luoshi_diagnostics::{Code, Note};

use super::{Length, Patience, Site};

/// Answers every call in the same way until it is called no more.
fn serving(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> Site {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = BufReader::new(stream.try_clone().unwrap()).lines();
            let call = head.next().unwrap().unwrap();
            while head.next().is_some_and(|line| !line.unwrap().is_empty()) {}
            answer(&call, &mut stream);
        }
    });
    let mut site = Site::at(&format!("http://{address}/reg")).unwrap().unwrap();
    site.patience = Patience {
        connect: Duration::from_secs(5),
        whole: Duration::from_millis(400),
        piece: Duration::ZERO,
    };
    site
}

/// Always the same bytes, then the end.
fn saying(text: impl Into<Vec<u8>>) -> Site {
    let bytes: Vec<u8> = text.into();
    serving(move |_, stream| {
        // Whoever has heard enough hangs up.
        let _ = stream.write_all(&bytes);
    })
}

fn said(note: Result<Option<Vec<u8>>, Note>) -> (Code, String) {
    let note = note.unwrap_err();
    let argument = |wanted: &str| {
        let mut args = note.args.iter();
        let found = args.find(|(name, _)| *name == wanted);
        found.map_or_else(String::new, |(_, arg)| format!("{arg:?}"))
    };
    (
        note.code,
        format!("{} {}", argument("why"), argument("detail")),
    )
}

#[track_caller]
fn refused(site: &Site, length: Length, wanted: &str) {
    let (code, why) = said(site.file("x", length));
    assert_eq!(code, Code::RegistryFetch);
    assert!(why.contains(wanted), "{why} without {wanted}");
}

#[test]
fn a_file_is_fetched_from_under_the_root() {
    let site = serving(|call, stream| {
        let body = call.to_owned();
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
    });
    let line = b"GET /reg/county/a/1.0.0.luoshi.zip HTTP/1.1";
    let got = site.file("county/a/1.0.0.luoshi.zip", Length::Exactly(line.len()));
    assert_eq!(got.unwrap().unwrap(), line);
    let got = site.file("county/a/1.0.0.luoshi.zip", Length::AtMost(line.len()));
    assert_eq!(got.unwrap().unwrap(), line);
}

#[test]
fn what_is_not_there_is_none_and_every_other_answer_an_error() {
    let nothing = "Content-Length: 0\r\n\r\n";
    for status in ["404 Not Found", "410 Gone"] {
        let site = saying(format!("HTTP/1.1 {status}\r\n{nothing}"));
        assert_eq!(site.file("x", Length::AtMost(9)).unwrap(), None);
    }
    for status in ["403 Forbidden", "500 Oops", "206 Partial Content"] {
        let site = saying(format!("HTTP/1.1 {status}\r\n{nothing}"));
        refused(&site, Length::AtMost(9), "status");
    }
    for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
        let site = saying(format!(
            "HTTP/1.1 {status}\r\nLocation: http://elsewhere.example/x\r\n{nothing}"
        ));
        refused(&site, Length::AtMost(9), "http://elsewhere.example/x");
    }
    refused(&saying("no web server\n"), Length::AtMost(9), "other");
    refused(&saying(""), Length::AtMost(9), "");
}

#[test]
fn a_part_is_not_taken_for_the_whole() {
    let site = saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
    refused(&site, Length::AtMost(10), "short");
    refused(&site, Length::Exactly(10), "short");
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let site = saying(format!("{chunked}5\r\n12345\r\n"));
    refused(&site, Length::AtMost(10), "short");
    // Where the end is only that the line is cut, nobody can tell but by the length.
    let site = saying("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n12345");
    refused(&site, Length::Exactly(10), "short");
    assert_eq!(
        site.file("x", Length::AtMost(10)).unwrap().unwrap(),
        b"12345"
    );
}

#[test]
fn no_more_is_taken_than_may_be() {
    let site = saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1234567890");
    refused(&site, Length::AtMost(9), "long");
    refused(&site, Length::Exactly(9), "long");
    assert!(site.file("x", Length::AtMost(10)).unwrap().is_some());
    // One that never ends, with and without a length, and a head without end.
    let endless = |head: &'static str| {
        serving(move |_, stream| {
            let _ = stream.write_all(head.as_bytes());
            while stream.write_all(&[b'a'; 4096]).is_ok() {}
        })
    };
    let site = endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
    refused(&site, Length::AtMost(100_000), "long");
    let site = endless("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
    refused(&site, Length::AtMost(100_000), "long");
    let site = endless("HTTP/1.1 200 OK\r\nX: ");
    refused(&site, Length::AtMost(100_000), "");
}

#[test]
fn a_server_that_dawdles_is_given_up() {
    let silent = serving(|_, _| std::thread::sleep(Duration::from_secs(60)));
    refused(&silent, Length::AtMost(9), "slow");
    let slow = serving(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while stream.write_all(b"a").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    refused(&slow, Length::AtMost(1000), "slow");
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let nobody = Site::at(&format!("http://{address}/")).unwrap().unwrap();
    refused(&nobody, Length::AtMost(9), "other");
}

#[test]
fn a_larger_file_may_take_longer() {
    let patience = Patience::USUAL;
    assert_eq!(patience.for_bytes(0), Duration::from_secs(60));
    assert_eq!(patience.for_bytes(32 << 20), Duration::from_secs(60 + 1024));
}

#[test]
fn what_is_an_address() {
    let root = |text: &str| Site::at(text).map(|site| site.map(|site| site.root));
    for text in ["reg", "/mnt/usb/reg", "C:\\reg", "http:reg", ""] {
        assert!(root(text).is_none(), "{text}");
    }
    for (text, wanted) in [
        ("http://example.org", "http://example.org/"),
        ("HTTP://example.org:8080//", "http://example.org:8080/"),
        ("http://[::1]:80/a/b", "http://[::1]:80/a/b/"),
    ] {
        assert_eq!(root(text).unwrap().unwrap(), wanted);
    }
    for text in [
        "https://example.org/",
        "ftp://example.org/",
        "file:///tmp",
        "http://",
        "http:///reg",
        "http://user:pass@example.org/",
        "http://example.org/?a=b",
        "http://example.org/#a",
        "http://exa mple.org/",
        "http://example.org:port/",
    ] {
        let note = root(text).unwrap().unwrap_err();
        assert_eq!(note.code, Code::RegistryAddress, "{text}");
    }
}
