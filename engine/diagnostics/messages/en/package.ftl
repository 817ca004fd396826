# Policy packages: files, archives, building.
package-file-left-out = `{ $path }` is no part of a package and was left out
    .help = nothing to do if it is not needed; else put it where it belongs: rules, templates, plugins, calendar, tests or source
    .page = Which files a package has is fixed: YAML in the root, scripts in `rules`, document templates in `templates`, plugins in `plugins`, workday data in `calendar`, tests in `tests`, sources in `source`, a licence and a readme. Nothing else is taken, so that no ledger and no draft is published by mistake. Example: `plugins/BUILT` only serves whoever builds the plugins, and stays out.

package-path = `{ $path }` cannot be a file of a package: { $why }
    .help = choose a plain name; if it came in an archive, do not use that and ask its publisher to build it again
    .page = A package must become the same files on every system, and only within its own folder. Absolute paths and `..` would write elsewhere; names such as `CON` or `a:b` mean something else on Windows; characters that nobody sees deceive the reader. Such an archive is not opened, and none of its files is written.

package-paths-alike = `{ $path }` and `{ $other }` are one file on some systems
    .help = rename one of them
    .page = Windows and macOS do not tell capitals from small letters, and some systems not full width from half width. Two such names are two files on one machine and one file on the next, so that verdicts differ. The same holds for a name that comes twice. Example: `A.yaml` and `a.yaml`.

package-link = `{ $path }` is a link or a special file, which no package can have
    .help = put the file itself in its place
    .page = What a link leads to may lie outside the folder, or change tomorrow. The same files must make the same archive, so only plain files are taken. Copy what the link leads to.

package-too-large = { $what ->
        [package-files] too many files; { $limit } at most
        [package-file] `{ $path }` is too large; { $limit } MB at most
       *[package-bytes] the package is too large; { $limit } MB at most
    }
    .help = leave out what is not needed; if it came as an archive, ask its publisher
    .page = A package is text and small programs, usually less than 1 MB. What exceeds the limits is not read, so that no spoilt archive fills memory or disk. Nothing in an archive is compressed: files are as large as they look and never unfold into something larger.

package-head = `package.yaml` of the package cannot be used: { $why }
    .help = under `package` write name, version, publisher, engine and licence, and run `luoshi check`
    .page = The first file of an archive is its manifest, whose name, version, publisher, engine and licence come from `package.yaml`. A name has small letters, Chinese characters, digits and hyphens, with slashes between its parts, such as `county/security-prevention`, because it is a folder too.

package-text-not-utf8 = `{ $path }` is not UTF-8 text
    .help = save it as UTF-8 in an editor
    .page = In a folder of your own GBK files are read as well. A published package has UTF-8 only, so that everybody reads the same words without guessing. Example: in Notepad choose "Save as" with the encoding UTF-8.

archive-damaged = `{ $path }` is no complete package archive: { $why }
    .help = download or copy it again, and compare the digest
    .page = A download or copy broke off, or the file never was an archive. Nothing is taken from an archive that cannot be read to its end. Example: a USB stick was pulled out too early. Copy again, and compare what `luoshi package inspect` prints with the published digest.

archive-form = `{ $path }` is no archive as luoshi makes it: { $why }
    .help = have its publisher build it again by `luoshi package build`
    .page = A package archive is a ZIP file that can be written in one way only: nothing compressed, sorted by path, one fixed time, nothing optional. The same files have one digest, and there is no room to hide anything: names that come twice, encryption, bombs and trailing data end here. What another program packed or changed is no archive. The form is in `engine/package/ARCHIVE.md`.

archive-newer = `{ $path }` was made by a newer luoshi
    .help = update luoshi first
    .page = The form of archives has a version, and this program knows its own and earlier ones. It does not guess at others. Update it, then open the archive again.

engine-unfit = the package `{ $package }` needs luoshi { $wanted }, and this is { $found }
    .help = update luoshi, or use a version of the package that fits
    .page = A package may say things that only a newer luoshi understands; an older one would miss requirements, so it does not read it. `engine` is the range of versions that the package was tried with, such as `>=0.1, <2`. Example: with 0.1.0 here and >=0.3 asked for, update the program first.

package-clause-open = nothing carries out the clause `{ $clause }`, and nothing says why
    .label = nothing follows
    .help = write a duty that carries it out, or give its `status` and `reason`
    .page = In a published package something follows from every clause: a duty that carries it out, or a status with a reason, such as guidance or a matter of a higher level. Whoever follows the package will ask where the clause is. `luoshi check` only warns while the package is being written; in an archive no clause is left open.

package-built = made { $path }: { $name } { $version }
    { $digest }
package-inspect = { $name } { $version }, { $publisher }
    engine: { $engine }
    licence: { $licence }
    extends: { $has ->
        [none] nothing
       *[other] { $extends }
    }
    digest: { $digest }
package-inspect-files = files, { $count } in all:

cmd-package = archives of policy packages: make, look at, sign, verify, publish
cmd-package-build = check a package and make one file of it; not if there is an error
    .dir = folder of the package; the current one by default
    .output = file to write; by default named for name and version
    .force = write over a file that exists
cmd-package-inspect = show manifest, digest and files of an archive
    .file = the archive

path-long = it is too long
path-backslash = it has a backslash
path-absolute = it is an absolute path
path-leaves = it has an empty part, `.` or `..`
path-unseen = it has characters that nobody sees
path-windows = Windows does not take this name
path-composed = its characters are not composed in the usual way (NFC)
path-foreign = packages have no such file
head-missing = there is no such file
head-unreadable = `package` is missing or wrong
head-name = its name is none
head-engine = it has no engine
head-licence = it has no licence
zip-none = it is no ZIP file
zip-truncated = it is not complete
zip-compressed = it is compressed
zip-encrypted = it is encrypted
zip-name = a file name is not UTF-8
zip-manifest = its first file is not the manifest
zip-other = it is not byte for byte what the form asks for
