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
    .page = A package archive is a ZIP file that can be written in one way only: nothing compressed, sorted by path, one fixed time, nothing optional. The same files have one digest, and there is no room to hide anything: names that come twice, encryption, bombs and trailing data end here. What another program packed or changed is no archive.

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

cmd-package = policy packages: build, compare, sign, publish, install, lock
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

# Lock and installation.
packages-conflict = no version of `{ $name }` suits all who ask for it: { $asks }
    .label = it starts here
    .help = { $any ->
        [none] no version of `{ $name }` is here: install one with `luoshi package install`
       *[other] here are { $there }: change one of the ranges, or install a version that fits
    }
    .page = A plan uses one version of each package, or one requirement would have two meanings. The message lists who asks for which versions, and through which package. Example: the plan wants the county's 1.2, which wants the central package 2, while another package wants the central package 1. Ask one of them for a new version, or do without one for now.

packages-tangled = the versions that packages ask for are too tangled; none was chosen
    .help = name versions more exactly in the plan, such as `=1.2.0`
    .page = Combinations of versions grow fast with the number of packages, and only so many are tried, so that no spoilt registry keeps a machine busy for ever. A real plan needs as many tries as it has packages. With the main versions fixed there is nothing left to try.

lock-unreadable = `{ $path }` cannot be read: { $detail }
    .help = restore it from a backup; if there is none, delete it and run `luoshi package lock`
    .page = This file says which packages a plan uses, in which version and with which digest. It is written by the program and not edited. Nothing is guessed where it cannot be read: another version may give other verdicts. Example: a merge left its conflict markers in it.

lock-stale = `luoshi.lock` does not fit what the plan extends: { $asks }
    .label = the locked version does not fit
    .help = to use new versions, run `luoshi package lock`; to keep the old ones, undo the change of `extends`
    .page = With a `luoshi.lock` a plan uses the versions in it and no others, even where there are newer ones. After a package is added or a range is changed, the lock is no longer enough. Nothing is replaced without being asked, since other versions give other verdicts: look at what changed, then renew the lock.

package-altered = the package `{ $name }` { $version } is not what was locked
    .label = locked as { $known }, here { $digest }
    .help = install it again with `luoshi package install`; if you are writing this package yourself, run `luoshi package lock`
    .page = `luoshi.lock` has the digest of each package. Where a file in its folder was changed, removed or added, the digest differs, and verdicts no longer follow what was published. Installed packages are not edited: adjustments belong in the plan. Example: somebody lowered a threshold inside `packages`.

locked-missing = the locked package `{ $name }` { $version } is not here
    .label = { $version } is locked
    .help = install it with `luoshi package install`; to use a version that is here, run `luoshi package lock`
    .page = The version in `luoshi.lock` was not found, and no other takes its place. Most often the plan was moved to another machine without its folder `packages`. A USB stick will do to install from; no network is needed.

package-not-offered = there is no `{ $name }`{ $wanted ->
        [any] {""}
       *[other] {" "}{ $wanted }
    } to install
    .help = { $there ->
        [none] check the name, name a registry with `--from`, or give the archive itself
       *[other] there are { $there }
    }
    .page = Packages are installed from the registry and the files that you name, and nothing is fetched by itself. The name or the range is wrong, or the registry does not have that version. `luoshi package list` shows what there is.

package-downgrade = `{ $name }` is in use in { $from } and does not go back to { $version }
    .help = if it must, add `--allow-downgrade REASON`; the reason is kept in `luoshi.lock`
    .page = An older version may have mistakes that were put right since, and passing an old version off as new is a well-known trick. So it is refused unless somebody says why. The reason stays in the lock, where everybody sees it.

package-other-bytes = `{ $name }` { $version } is not what the same version was before: it was { $known }, and here it is { $digest }
    .help = do not use it; ask the publisher for a new version number
    .page = A version that is published never changes: other contents need another number, so that two people who say 1.2.0 mean the same. Either the publisher made a mistake, or somebody replaced a file. Example: a figure was changed on a USB stick and the package built again under the same number.

store-busy = another install is using `{ $path }`{ $holder ->
        [unknown] {""}
       *[other] {" "}(process { $holder })
    }
    .help = run it again when the other one has finished
    .page = Only one install at a time may change a plan, so that not each of two writes half. The other one did not finish within some seconds. If it died, the system has let go already: there is no file to delete.

registries-unreadable = `{ $path }` cannot be read: { $detail }
    .help = restore it from a backup; if there is none, ask the publisher for the latest serial and then delete it
    .page = This file has the last serial of each registry. An older index is refused, so that nobody can pass an old registry off as new. Treating it as never seen would take that protection away, so the install stops here.

package-not-extended = `{ $name }` is installed, but the plan does not extend it
    .help = under `extends` in `plan.yaml` write `package: { $name }`
    .page = Installing puts a package beside the plan. What the plan uses is what its `extends` names; anything else has no effect and is not in `luoshi.lock`.

registry-address = a registry cannot be read at `{ $address }`: { $why ->
        [https] only http is supported
        [scheme] an address begins with `http://`
       *[form] an address has a host, a port and a path, and nothing else
    }
    .help = { $why ->
        [https] take the http address of the same registry, or download it into a folder and use `--from FOLDER`
       *[other] write `http://HOST:PORT/PATH/`, or the path of a folder
    }
    .page = A registry is a folder, or a directory of an ordinary web site that is read over http. Index and archives are signed and have digests: what is changed on the way cannot be installed, so https is not needed. What must stay secret has no place in a policy package. Of a site that only speaks https, download the whole directory with a browser or another tool, and use it as a folder.

registry-fetch = a file cannot be had from `{ $address }`: { $why ->
        [status] the server answers { $detail }
        [redirect] the server points to `{ $detail }`, and redirects are not followed
        [long] it has more than { $detail } bytes
        [short] it ended before all of it was there
        [slow] it takes too long
       *[other] { $detail }
    }
    .help = { $why ->
        [redirect] check the address; if you trust where it points, use that address in `--from`
        [long] do not use that file; tell the publisher
        [status] check the address, or ask who runs the site
       *[other] try again later, or install from a USB stick
    }
    .page = No package was installed, and the plan uses what it used before. The length of each archive is in the signed index: what is longer or shorter is another one. A server that never comes to an end is given up after a time. Each install reads only the address that you name, follows no redirect and uses no proxy.

package-installed = { $count } packages installed
package-installed-none = nothing to install: everything needed is here
lock-written = `luoshi.lock` is up to date now, with { $count } packages
lock-same = `luoshi.lock` has not changed, with { $count } packages
lock-due = `luoshi.lock` is out of date: run `luoshi package lock`
lock-change-added = added { $name } { $version }
lock-change-removed = removed { $name } { $version }
lock-change-raised = { $name } { $from } → { $version }
lock-change-lowered = { $name } { $from } → { $version } (lowered: { $reason })
lock-change-other = { $name } { $version } has other contents
package-list-none = no packages
package-list-locked = locked
package-list-installed = installed
package-list-beside = in `{ $path }`
package-list-offered = in the registry
package-list-missing = not here
package-list-altered = not as it was locked
package-list-signed = signed { $key }
package-list-lowered = lowered from { $from }: { $reason }

cmd-package-install = install packages with what they extend, verified; all or none
    .what = names, NAME@RANGE, archives; else what is missing
    .to = folder of the plan; the current one by default
    .from = a registry: its folder, or its http address
    .trust = trust file; by default trust.yaml of the plan
    .allow_downgrade = allow a lower version, and say why
cmd-package-lock = write versions and digests of a plan's packages to luoshi.lock
    .path = folder of the plan; the current one by default
    .check = write nothing; exit 1 if it is out of date
    .highest = take the highest versions, not those locked
    .allow_downgrade = allow a lower version, and say why
cmd-package-list = list packages that are locked, installed or to be had
    .path = folder of the plan; the current one by default
    .from = folder or http address of a registry
    .trust = trust file; by default trust.yaml of the plan
