# Signatures, trust, registries.
key-form = { $what ->
        [name] `{ $value }` cannot be the name of a key
        [exists] the key file `{ $value }` exists, nothing was changed
       *[file] `{ $value }` is no key file
    }
    .help = { $what ->
        [name] use a name without blanks and plus signs, such as county-office
        [exists] choose another name or folder
       *[file] use a key file as `luoshi key new` makes it; nobody can sign with a public key
    }
    .page = A key file is one line that begins with `PRIVATE+KEY+`, for nobody but whoever signs. The public key is `NAME+HASH+DATA` and may be shown to everybody. A name has neither blanks nor plus signs, which separate the parts of a signature. A key file is never overwritten: without the old key nothing can be signed by it again.

signature-form = the signature file cannot be read: { $why }
    .help = download it again; if that does not help, ask its publisher to sign again
    .page = A signature file is a text: name, version and digest, an empty line, and a line for each signature. The form is public (C2SP signed note), and Go's package note reads it too. A character more or a line break less is refused, so that no file can be read in two ways.

signature-wrong = the signature of key `{ $key }` is wrong: the text was altered, or the key did not sign it
    .help = do not use it; get it from whoever signed it another way, and tell them
    .page = The public key is trusted and the signature does not fit it: somebody changed what was signed, such as name, version or digest, or signed in another's name. Nothing of such a file is used, not even its other signatures. Example: version 1.0.0 was changed into 9.9.9.

signature-missing = `{ $package }` is not signed
    .help = put the .sig file of the same name beside it
    .page = Without a signature nobody knows who published it, or whether it was altered, so it is not installed. Of an audit bundle nobody knows who made it. The signature file has the name of what it signs with `.sig` behind it. When you copy from a USB stick, copy both.

signature-other-digest = the signature is about another archive: the digest of `{ $package }` is { $real }, and { $signed } was signed
    .help = the files do not belong together, or the archive was altered; get both from the publisher again
    .page = What is signed is the digest of the archive, which is another one as soon as one byte differs. Either the archive was altered or the two files were not published together. `sha256sum` computes it too.

signature-unknown-key = nobody who is trusted has the key `{ $key }`
    .help = compare the public key with its publisher in person, then add it to the trust file
    .page = Only keys in the trust file count. Anybody can make a key of the same name, so compare the whole public key, in person or by telephone, and do not copy it from beside the archive.

signature-other-package = this is { $package }, and { $signed } was signed
    .help = get the signature of this archive
    .page = Name and version are signed too, so that nobody passes an old version off as a new one, or one package as another. Get the archive together with the signature file of its name.

key-outside-term = the key `{ $key }` counts from { $from } to { $to }, and the day in question is { $day }
    .help = ask whoever signed to sign again with the new key, and update the trust file
    .page = Signatures have no time that can be trusted, so the day of installing counts: once a key has expired nothing signed with it can be installed, whenever that was. A publisher who changes keys signs the versions in use once more with the new one. Checkpoints and audit bundles cannot be signed again: the day that is written in them counts.

key-revoked = the key `{ $key }` was revoked on { $date }: { $reason }
    .help = ask the publisher to sign again with a new key; do not install
    .page = A key that was lost or stolen is revoked. Whoever has it can date a signature as he likes, so nothing that was signed with it counts any more, whenever that was.

publisher-not-allowed = { $why ->
        [term] `{ $publisher }` was allowed to publish until { $to }, and may not publish `{ $package }` any more
       *[names] `{ $publisher }` may not publish `{ $package }`
    }
    .help = look at `packages` and `to` of this publisher in the trust file
    .page = The trust file says which names each publisher may publish, and until when. The key of a county cannot publish `central/…`, and another county not what is yours. Example: `county/*` stands for all packages whose names begin with `county/`.

trust-expired = the trust file counts until { $to }, and the day in question is { $day }
    .help = get a new trust file; if nothing changed, check it and move the day
    .page = A trust file has to be looked through from time to time: which keys were changed, which revoked. When that is overdue it counts no more, so that nobody goes on trusting a key that was revoked long ago.

index-form = the index of the registry cannot be read: { $why }
    .help = download index.json and index.sig again, both of them
    .page = The list is `index.json`; `index.sig` signs its digest, number and days. Archives are put into a registry first and the index last; whoever downloads while it is replaced may get two that do not fit, and needs to try again.

index-expired = the index of registry `{ $registry }` counts until { $expires }, and the day of installing is { $day }
    .help = get a new one; a registry issues its index in time, also when there is no new package
    .page = Somebody could show you an old index for ever, so that you never hear of a new version. Therefore an index has a last day. Its publisher issues it again in time by `luoshi package publish`, with the next number.

index-rollback = the index of registry `{ $registry }` is number { $serial }, and number { $seen } was seen before
    .help = get the newest one; if the registry really went back, ask why
    .page = The number of an index only grows. An older one than before means that somebody wants you to install an old version with its faults, or that the wrong USB stick was copied.

index-fork = index number { $serial } of registry `{ $registry }` is not the one that was seen before
    .help = do not install; ask the publisher which one is genuine
    .page = Two indexes with one number mean that the registry tells different people different things, or that somebody else uses its key. Both are kept apart by their digests. Ask before anything is installed.

index-offers = the archive of `{ $package }` { $version } is not the one in the index: { $offered ->
        [none] there is none
       *[other] { $offered } is there, and { $real } here
    }
    .help = download the archive again; if that does not help, tell the publisher
    .page = The index has the digest of every version. An archive that is not in it, or with another digest, is not the one that the registry published. A broken download is the usual cause.

version-taken = `{ $package }` { $version } was published before, with other content
    .help = publish it under a new version
    .page = A version that was published does not change: townships have locked its digest. Even for one character choose a new version, such as 1.0.1.

key-made = made the key { $path }, for nobody but whoever signs; keep a copy elsewhere
    public key: { $public }
package-inspect-signatures = signatures: { $has ->
        [none] none
       *[other] { $keys } (not verified)
    }
package-signed = signed { $path }
    { $digest }
    by: { $keys }
package-verified = { $name } { $version }: may be installed on { $day }
    publisher: { $publisher }
    key: { $key }
package-passed-over = other signatures do not count, { $count } in all:
package-published = index number { $serial } of registry `{ $registry }`, until { $expires }
    archives added: { $added }, in all: { $count }

cmd-package-sign = sign an archive, in a .sig file beside it; there may be several
    .file = the archive
    .key = key file
cmd-package-verify = check the signatures of an archive; exit 2 if none counts
    .file = the archive, with its signature file beside it
    .trust = trust file
cmd-package-publish = put archives and signatures into a registry, issue its index
    .files = archives; none to issue the index again
    .registry = folder of the registry
    .key = key file of the registry
    .expires = last day of the index
    .days = days after which the index ends
    .name = name of a new registry; that of the key by default
    .trust = trust file, if another key signed the last index
cmd-key = keys for signing: make one, show one
cmd-key-new = make a key, write it to a file and print its public half
    .name = name of the key, such as county-office
    .dir = folder to put it in, by default the current one
cmd-key-show = print the public half of a key file
    .file = key file

note-form = it has not the form of a signature file
note-statement = what it signs is no package
index-large = it is too large
index-note = the signature cannot be read
index-json = the list cannot be read
index-other = list and signature do not belong together
space-key = key
type-verifier-key = a public key (NAME+HASH+DATA)
type-package-names = the name of a package, or names such as county/*
