# Proof that a ledger only grew: a Merkle tree over its records, signed checkpoints, consistency proofs, bundles.
checkpoint-form = { $why ->
        [note] `{ $path }` is no checkpoint: it has not the form of a signed text
       *[text] `{ $path }` is no checkpoint: what it signs is not the name of a ledger, a number of records and a root
    }
    .help = use the file as `luoshi ledger checkpoint` wrote it, unedited
    .page = A checkpoint is a signed text: the name of a ledger, the number of its records, their root, a day, an empty line, and a line for each signature. The form is public (C2SP tlog-checkpoint), and other programs read it too. A character more or a line break less is refused, so that no file can be read in two ways. Example: an editor that changes line ends spoils it.

proof-form = `{ $path }` is no proof
    .help = use the file as `luoshi ledger prove` wrote it
    .page = There are two kinds of proofs: one that begins with `old` and a number proves that a ledger only grew, one that begins with `c2sp.org/tlog-proof@v1` that a record is in a ledger. The forms are public (C2SP tlog-witness and tlog-proof). A proof that cannot be read says nothing. Ask whoever made it for another.

proof-wrong = `{ $path }` proves nothing: { $why ->
        [outside] the place it names lies behind the end of the ledger
        [length] it has too few hashes, or too many
        [old] it does not lead to the root of the earlier checkpoint
        [shrunk] the later checkpoint has fewer records
        [forked] as many records, and another root
       *[root] it does not lead to the root of the checkpoint
    }
    .help = ask for another proof between these two checkpoints; if there is none, look at the ledger itself by `luoshi ledger verify --since`
    .page = The hashes of a proof lead step by step to the root in the checkpoint, or it is no proof. The wrong file may have been taken, or the ledger was altered and no proof can be made. That alone does not show that it was altered: look at the ledger, or set a day by which a proof has to be there. Example: last year's proof with this year's checkpoint leads nowhere.

ledger-shrunk = the ledger `{ $path }` has become less: { $known ->
        [yes] { $old } records when the checkpoint was made on { $day }
       *[no] { $old } records when the checkpoint was made
    }, { $now } now
    .help = keep the ledger as it is, and the checkpoint, and ask why; with the list of record hashes `--records` names the first that differs
    .page = A ledger only grows: a mistake is put right by a correction, and the first record stays. If there are fewer records than in the checkpoint, some were removed, or an old backup was put in its place. The number is signed and cannot be denied. Example: 1200 records at the middle of the year, and 1150 at its end.

ledger-rewritten = the ledger `{ $path }` was rewritten: its first { $old } records are not those { $known ->
        [yes] of the checkpoint made on { $day }
       *[no] of the checkpoint
    }
    .help = keep the ledger as it is, and the checkpoint, and ask why; with the list of record hashes `--records` names the first that differs
    .page = The root in a checkpoint is made of every record of that time, in order. One character changed, one record moved, inserted or removed leads to another root, so at least one record of that time is not what it was. The root does not say which: an auditor who kept the list of record hashes (`--records`) learns the first. Example: somebody turned `absent` into `attended` and made the whole chain of hashes anew, which the chain cannot show and a checkpoint does.

checkpoint-other-ledger = the checkpoint is about the ledger `{ $checkpoint }`, not `{ $ledger }`
    .help = use the checkpoint of this ledger; if only its name has changed, give the old one by `--origin`
    .page = Each checkpoint says which ledger it is about, so that the one of another township cannot be shown instead. The name is made of code of the jurisdiction and id of the plan. Where the plan has got another id, give the name in the checkpoint by `--origin`: every record is compared all the same. Example: next year's plan goes on with the same ledger.

record-list-wrong = { $why ->
        [form] `{ $path }` is no list of record hashes
       *[other] `{ $path }` is not the list of record hashes of this checkpoint
    }
    .help = use the one that `--records` wrote when the checkpoint was made; without it the ledger can be verified too, but no record named
    .page = A list has a line for each record: its hash, two blanks, its id. The root over the list must be that of the checkpoint, or anybody could make up a list and accuse whom he likes. The auditor keeps it, and does not leave it with those who are audited. Example: a list of June with a checkpoint of September.

record-not-there = { $why ->
        [later] the record `{ $id }` entered the ledger after this checkpoint
       *[none] the ledger has no record `{ $id }`
    }
    .help = { $why ->
        [later] use a later checkpoint, or make one with `--key`
       *[none] look the id up with `luoshi ledger log`
    }
    .page = To prove that a record is in a ledger, it must be in it, and have entered before the checkpoint was made. The id must be exact. Examples: the record is `v01-0510`, and `v1-0510` was asked for; a record entered in October is not in the checkpoint of September.

origin-missing = there is no plan at `{ $path }`, so nothing says which ledger it is
    .help = name the folder of the plan, or the ledger by `--origin`
    .page = A checkpoint says which ledger it is about; the name is made of code of the jurisdiction and id of the plan. A ledger without a plan needs one by `--origin`, such as `luoshi/ledger/PT/pingtang-2012`. Use the same name when you verify later.

record-differs = { $what ->
        [edited] the first that differs is number { $number }: the content of record `{ $was }` was changed{ $is ->
            [none] {""}
           *[other] , and `{ $is }` stands there now
        }
        [removed] the first that differs is number { $number }: record `{ $was }` is gone{ $is ->
            [none] {""}
           *[other] , and `{ $is }` stands there now
        }
        [inserted] the first that differs is number { $number }: record `{ $is }` was put in before `{ $was }`
        [moved] the first that differs is number { $number }: it was `{ $was }`, and now it is `{ $is }`, which stood behind it
       *[replaced] the first that differs is number { $number }: record `{ $was }` is gone, and `{ $is }` stands in its place
    }; { $any ->
        [none] all records of that time are still there
       *[other] records of that time that are no longer as they were: { $gone }
    }
    .help = compare the hash in the list with the records of the ledger and of its backups
    .page = The list has a hash for each record; comparing them from the first on, this is where they part. Ids only serve to call a record by, the hash is the proof: the same id with another content has another hash. How many more are not as they were is counted as well. Example: number 57 was a visit in March, is gone, and all behind it moved up by one.

bundle-form = the audit bundle `{ $path }` cannot be read from line { $line } on
    .help = use the file as `luoshi audit bundle` wrote it
    .page = A bundle is a text: a line with version of the engine, day, language and number of townships, then a line for each township. There is one way to write it, and what is read is written again and must be the same bytes, so nothing can be hidden in it. One that an editor laid out anew, that breaks off, or that has lines at its end is refused.

bundle-altered = the audit bundle `{ $path }` was changed after it was signed: the digest that was signed is { $signed }, and it has { $real }
    .help = get another copy from whoever signed it; keep this one, and rely on nothing in it
    .page = What is signed is the digest of the whole bundle, which is another one as soon as one byte differs. Somebody changed a finding or a figure, the file was damaged on its way, or the signature is that of another bundle. In any case this is not what was signed.

input-changed = { $township }: the file `{ $path }` is not as it was{ $records ->
        [file] {""}
        [same] , but no record differs, only how they are laid out
        [grown] : the records of the audit come first as they were, and { $added } were added
        [shrunk] : it has fewer records
       *[rewritten] : records of the audit were changed
    }
    .help = { $records ->
        [grown] records after the as-of day change no finding; those entered late do
        [same] no finding changes by it
       *[other] get the file as it was and verify again; if that cannot be, ask what was changed
    }
    .page = A bundle has the digest of every file that went in. Findings that come of different files cannot be compared, so the file is named first. Of a ledger it has number of records and root as well, and tells added, removed and rewritten records apart. Examples: visits of December were entered after the audit, so the ledger grew; somebody changed a record of March, so it was rewritten.

input-missing = { $township }: the file `{ $path }` of the audit is not here
    .help = get it from a backup and verify again
    .page = Without a file some requirement of the plan or some records are missing, and findings cannot be compared. Examples: only the plan was copied, and not the ledger; somebody deleted a rule, and what it asks for is gone.

input-added = { $township }: the file `{ $path }` was not there at the audit
    .help = ask who added it, when and why; move it away and verify again
    .page = Every YAML file, rule, template, calendar and plugin in the folder of a plan is part of it, and one more may add or change a requirement. Other files, such as photographs, do not count. Example: a file that was added after the audit disables a duty.

bundle-package-changed = { $township }: the package `{ $package }` { $change ->
        [missing] is not used, and { $bundle } was at the audit
        [added] was not used at the audit, and { $here } is now
       *[changed] is not the one of the audit: { $bundle } then, { $here } now{ $any ->
            [none] {""}
           *[other] ; files that differ: { $files }
        }
    }
    .help = name the package of the audit by `--packages`, or install that version by `luoshi package install`
    .page = A township's plan stands on the packages of the county: where they change, so do the requirements. The same version with other content counts as another, since digests are compared. Example: a newer package, which gives more time for a task, lies beside the plan.

bundle-other-engine = the audit was made by luoshi { $bundle }, and this is { $here }
    .help = verify with luoshi { $bundle }; findings that differ between versions are no sign that anybody changed something
    .page = The same inputs and the same version always come to the same bytes. Another version may judge or word something better, so the version is told before the findings that differ. To rely on the result, run it once more with the version of the audit.

bundle-other-day = the audit is as of { $bundle }, not { $asked }
    .help = leave out `--as-of` to verify as of the day of the bundle; for { $asked } make another bundle
    .page = Each audit is as of a day, and records after it do not count. As of another day what was pending may be missed, so findings differ without anybody's doing. The day is in the bundle and need not be said again.

findings-differ = { $township }: { $any ->
        [none] the findings are the same, and other parts of the report are not ({ $parts })
       *[other] findings that differ, { $count } in all: { $ids }
    }{ $why ->
        [explained] ; what is said above accounts for it
       *[altered] ; inputs and engine are the same, so the bundle was altered
    }
    .help = { $why ->
        [explained] restore inputs and engine of the audit first
       *[altered] go by what was found here, and find out through whose hands the bundle went
    }
    .page = The same inputs, day and version always come to the same bytes. Where inputs and version fit and findings differ, it is no matter of computing: somebody changed the findings in the bundle, or the program that made it. Where inputs or version differ, other findings are only natural. Example: a `missed` that was turned into `met` is named here.

bundle-township-missing = `{ $township }` of the bundle is not here
    .help = name the folder or the bulk files with its records; it must be called as at the audit
    .page = To verify an audit, plan and ledger of every township are needed. A township is called by where it lies below the folder that was audited: `pingtang-2012` below `policies`. One that is not found was not verified, and does not count as the same.

checkpoint-made = made the checkpoint { $path }
    ledger: { $origin }, { $count } records, { $day }
    root: { $root }
    signed by: { $keys }
checkpoint-records = list of record hashes: { $path }, for the auditor to keep
growth-proof-made = wrote the proof { $path }: from { $old } to { $new } records it only grew
record-proof-made = wrote the proof { $path }: record `{ $id }` is number { $number } of { $count }
ledger-grown = the ledger { $path } only grew: the { $old } records of the checkpoint are as they were and in the same order; added since: { $added }; now: { $now }
ledger-grown-offline = the ledger { $path } only grew: the first { $old } records are as they were and in the same order; added since: { $added }; then: { $now } (by the proof, without the ledger)
record-proven = record `{ $id }` is number { $number } of the ledger { $origin }, which had { $count } records, and says:
checkpoint-attested = { $which ->
        [old] earlier checkpoint
        [new] later checkpoint
       *[one] checkpoint
    }: { $count } records, { $day }, signed by { $auditor }, verified by the trust file ({ $key })
checkpoint-unchecked = { $which ->
        [old] earlier checkpoint
        [new] later checkpoint
       *[one] checkpoint
    }: { $count } records, { $day }, signed in the name of { $keys }; not verified without `--trust` and a trust file
day-unknown = no day
note-bundle = what it signs is no audit bundle
signatures-passed-over = other signatures do not count, { $count } in all:

bundle-made = wrote the audit bundle { $path }: { $count } townships, as of { $day }, luoshi { $engine }
    { $digest }
bundle-stopped = could not be judged, { $count } in all, and the bundle says why: { $names }
bundle-signed = signed by: { $keys } ({ $path })
bundle-same = the audit bundle { $path } holds: { $count } townships, as of { $day }, luoshi { $engine }; the same inputs and, byte for byte, the same findings
bundle-differs = the audit bundle { $path } does not hold, { $count } differences:
bundle-extra = townships here that are not in the bundle and were not verified, { $count } in all: { $names }
bundle-attested = signed by { $auditor }, { $day }, verified by the trust file ({ $key })
bundle-unchecked = signed in the name of { $keys }, { $day }; not verified without `--trust` and a trust file
bundle-all = all townships
space-bulk-file = bulk file
bundle-unsigned = not signed: findings were verified, but not who made the bundle

cmd-ledger-checkpoint = make a signed checkpoint of the ledger, for the next visit
    .path = folder of the plan, or a ledger; the current one if absent
    .key = key file to sign with
    .output = write it to this file; shown if absent
    .origin = name of the ledger; else jurisdiction and plan
    .records = write each record's hash here, for the auditor
cmd-ledger-prove = prove that a ledger only grew, or that a record is in it
    .path = folder of the plan, or a ledger; the current one if absent
    .from = earlier checkpoint
    .record = id of the record to prove
    .to = prove up to this checkpoint; up to now if absent
    .key = make a checkpoint of now with this key, too
    .origin = name of the ledger; else jurisdiction and plan
    .output = write it to this file; shown if absent
cmd-audit-bundle = an audit to repeat: digests of inputs, day, version, findings
    .paths = folders of townships or the one above; or bulk files
    .plan = bulk files: the plan for all their townships
    .mapping = bulk files: which column is what (see bulk-columns)
    .output = write it to this file
    .key = sign with this key, in a .sig file beside it
cmd-audit-verify = repeat the audit of a bundle: the same bytes, or what differs
    .bundle = the bundle
    .paths = folders of townships or the one above (default .); or bulk files
    .plan = bulk files: the plan for all their townships
    .mapping = bulk files: which column is what (see bulk-columns)
    .trust = trust file to verify the signature by
