//! Installing from a registry on the web, whatever its server does.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::shop::{DAY, Shop};

/// Changes what a server answers: the file that is asked for, what is in it.
type Trick = fn(&str, Vec<u8>, &mut TcpStream) -> std::io::Result<()>;

/// A web server on this machine with the files of a folder.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn honest(folder: &Path) -> Server {
        Server::with(folder, |_, bytes, stream| whole(&bytes, stream))
    }

    /// Honest about its index, and not about archives.
    fn with(folder: &Path, trick: Trick) -> Server {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = format!("http://{}/packages", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (folder, seen) = (folder.to_owned(), asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                serve(&folder, trick, &seen, stream.unwrap());
            }
        });
        Server { address, asked }
    }

    /// What was asked for since the last time.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

fn serve(folder: &Path, trick: Trick, asked: &Mutex<Vec<String>>, mut stream: TcpStream) {
    let mut head = BufReader::new(stream.try_clone().unwrap()).lines();
    let call = head.next().unwrap().unwrap();
    while head.next().is_some_and(|line| !line.unwrap().is_empty()) {}
    let path = call.split(' ').nth(1).unwrap();
    let path = path.strip_prefix("/packages/").unwrap();
    asked.lock().unwrap().push(path.to_owned());
    // Whoever has heard enough hangs up.
    let _ = match fs::read(folder.join(path)) {
        Ok(bytes) if path.ends_with(".zip") => trick(path, bytes, &mut stream),
        Ok(bytes) => whole(&bytes, &mut stream),
        Err(_) => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
    };
}

fn whole(bytes: &[u8], stream: &mut TcpStream) -> std::io::Result<()> {
    let length = bytes.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n"
    )?;
    stream.write_all(bytes)
}

fn reg(shop: &Shop) -> PathBuf {
    shop.case.path("reg")
}

#[test]
fn the_web_gives_the_same_as_the_folder() {
    let shop = Shop::stocked();
    let server = Server::honest(&reg(&shop));
    let from = &server.address;
    let list = |from: &str| {
        shop.good(&format!("package list p --from {from} {DAY}"))
            .stdout
    };
    assert_eq!(list("reg"), list(from));
    shop.good(&format!("package install --to p --from {from}/ {DAY}"));
    assert_eq!(shop.locked(), ["central/b 1.0.0", "county/a 1.1.0"]);
    let lock = shop.case.read("p/luoshi.lock");
    shop.works();
    fs::remove_dir_all(shop.case.path("p/packages")).unwrap();
    fs::remove_file(shop.case.path("p/luoshi.lock")).unwrap();
    shop.good(&format!("package install --to p --from reg {DAY}"));
    assert_eq!(shop.case.read("p/luoshi.lock"), lock);
}

#[test]
fn nothing_is_fetched_that_nobody_named_or_needs() {
    let shop = Shop::stocked();
    let server = Server::honest(&reg(&shop));
    let from = &server.address;
    shop.good(&format!(
        "package install county/a@=1.0.0 --to p --from {from} {DAY}"
    ));
    let asked = server.asked();
    let higher = asked
        .iter()
        .any(|path| path.contains("1.1.0.luoshi.zip.sig"));
    assert!(
        asked.iter().any(|path| path == "index.sig") && !higher,
        "{asked:?}"
    );
    for command in [
        format!("check p -q {DAY}"),
        "package lock p".to_owned(),
        format!("package install --to p {DAY}"),
        format!("package list p {DAY}"),
    ] {
        shop.good(&command);
        assert_eq!(server.asked(), Vec::<String>::new(), "{command}");
    }
    // A listing needs no archives.
    shop.good(&format!("package list p --from {from} {DAY}"));
    assert_eq!(server.asked(), ["index.json", "index.sig"]);
}

#[test]
fn an_old_index_is_noticed_on_the_web_as_well() {
    let shop = Shop::stocked();
    let old = shop.case.path("old");
    fs::create_dir_all(&old).unwrap();
    for name in ["index.json", "index.sig"] {
        fs::copy(reg(&shop).join(name), old.join(name)).unwrap();
    }
    let newer = shop.build("county/a", "1.2.0", "", "");
    shop.publish(&[&newer]);
    // Seen in the folder, it counts for the web, and the other way round.
    shop.good(&format!("package install county/a --to p --from reg {DAY}"));
    let server = Server::honest(&old);
    let from = &server.address;
    shop.refused(
        &format!("package install county/a --to p --from {from} {DAY}"),
        &["LS0926"],
    );
    shop.refused(&format!("package list p --from {from} {DAY}"), &["LS0926"]);
    shop.refused(
        &format!("package install --to p --from {from} --as-of 2026-07-01"),
        &["LS0925"],
    );
    assert_eq!(shop.locked(), ["county/a 1.2.0"]);
}

/// A server that does this to every archive.
const ON_ARCHIVES: [(Trick, &[&str]); 6] = [
    (
        |_, bytes, stream| {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n",
                bytes.len()
            )?;
            stream.write_all(&bytes[..bytes.len() / 2])
        },
        &["LS0943"],
    ),
    (
        |_, bytes, stream| whole(&bytes[..bytes.len() / 2], stream),
        &["LS0943"],
    ),
    (
        |_, bytes, stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")?;
            loop {
                stream.write_all(&bytes)?;
            }
        },
        &["LS0943"],
    ),
    (
        |path, _, stream| {
            write!(
                stream,
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/{path}\r\nContent-Length: 0\r\n\r\n"
            )
        },
        &["LS0943", "http://127.0.0.1:1/"],
    ),
    // One bit, and the whole of another file of the same length.
    (
        |_, mut bytes, stream| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            whole(&bytes, stream)
        },
        &["LS090"],
    ),
    (
        |_, bytes, stream| whole(&vec![b'P'; bytes.len()], stream),
        &["LS090"],
    ),
];

#[test]
fn what_a_server_makes_of_an_archive_is_never_installed() {
    let shop = Shop::stocked();
    let install =
        |from: &str, what: &str| format!("package install {what} --to p --from {from} {DAY}");
    shop.good(&install("reg", "county/a@=1.0.0"));
    for (trick, codes) in ON_ARCHIVES {
        let server = Server::with(&reg(&shop), trick);
        shop.refused(&install(&server.address, "county/a"), codes);
        assert_eq!(shop.locked(), ["central/b 1.0.0", "county/a 1.0.0"]);
        assert!(!shop.case.path("p/packages/county/a/1.1.0").exists());
        shop.works();
    }
}

#[test]
fn what_is_not_there_is_told_with_its_address() {
    let shop = Shop::stocked();
    let server = Server::honest(&shop.case.path("nothing"));
    let from = &server.address;
    let install = format!("package install --to p --from {from} {DAY}");
    let ran = shop.refused(&install, &["LS0601"]);
    assert!(
        ran.stderr.contains(&format!("{from}/index.json")),
        "{}",
        ran.stderr
    );
    // Taken away, so that the old one stays in use.
    shop.good(&format!(
        "package install county/a@=1.0.0 --to p --from reg {DAY}"
    ));
    fs::remove_file(reg(&shop).join("county/a/1.1.0.luoshi.zip")).unwrap();
    let server = Server::honest(&reg(&shop));
    let from = &server.address;
    let ran = shop.refused(
        &format!("package install county/a --to p --from {from} {DAY}"),
        &["LS0601"],
    );
    assert!(ran.stderr.contains("1.1.0.luoshi.zip"), "{}", ran.stderr);
    shop.refused(
        &format!("package install --to p --from https://example.org/reg {DAY}"),
        &["LS0942"],
    );
}
