//! What a publisher signs: the name, the version and the digest of one archive.

use luoshi_plan::Version;

use crate::archive::Archive;
use crate::digest::Digest;
use crate::name::is_package_name;
use crate::signed_note::SignedNote;

/// The first line of what is signed, so that it is never taken for another kind of text.
const FORMAT: &str = "luoshi package v1";

/// What a publisher signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The name of the package.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// The digest of its archive.
    pub digest: Digest,
}

impl Statement {
    /// About an archive.
    #[must_use]
    pub fn of(archive: &Archive) -> Statement {
        Statement {
            name: archive.manifest.name.clone(),
            version: archive.manifest.version,
            digest: archive.digest,
        }
    }

    /// The four lines.
    #[must_use]
    pub fn text(&self) -> String {
        let Statement {
            name,
            version,
            digest,
        } = self;
        format!("{FORMAT}\n{name}\n{version}\n{digest}\n")
    }

    /// A note of the statement, which nobody has signed.
    #[must_use]
    pub fn note(&self) -> SignedNote {
        SignedNote::new(&self.text()).expect("a name and numbers have no control characters")
    }

    /// Reads the four lines, each in its one form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Statement> {
        let mut lines = text.split('\n');
        let mut line = || lines.next();
        let (format, name, version, digest) = (line()?, line()?, line()?, line()?);
        let read = Statement {
            name: name.to_owned(),
            version: Version::parse(version)?,
            digest: Digest::parse(digest)?,
        };
        (format == FORMAT && is_package_name(name) && read.text() == text).then_some(read)
    }
}
