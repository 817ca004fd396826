# Plugins: loading, grants, parameters

plugin-unusable = the plugin `{ $name }` cannot be used: { $refusal ->
        [too-large] its { $why } bytes are more than the limit
        [not-wasm] the file is not WebAssembly
        [core-module] it is a WebAssembly module that was not made a component
        [invalid] the file is incomplete or wrong ({ $why })
        [too-complex] its code is too complex to be compiled within the limit
        [imports] it wants { $list }, and nothing is offered to a plugin
        [no-rule] it has no luoshi:plugin/rule, only { $list }
        [other-major] it was built for version { $version } of the interface, and this program speaks { $has }
        [newer-minor] it needs version { $version } of the interface, and this program goes up to { $has }
        [unfit] its interface is not the one laid down ({ $why })
        [describing] it broke off while it described itself ({ $cause })
       *[description] what it says of itself does not hold together ({ $list })
    }
    .label = this plugin cannot be used
    .help = { $refusal ->
        [too-large] check whether it is the right file
        [not-wasm] check whether it is the right file
        [core-module] make it a component with `luoshi plugin pack` first
        [imports] ask its author to build it without files, network, clock and randomness
        [other-major] ask its author to build it for version { $has } of the interface
        [newer-minor] update this program, or ask its author to build it for version { $has } of the interface
       *[other] pass this message on to its author
    }
    .page = A plugin must prove itself when the plan is read: an intact file, a version of the interface that fits, nothing used beyond what is laid down (there are no files, no network, no clock, no randomness and no environment), a description that holds together. If one of these fails it is not run and the plan is not assessed: a rule that is missing in silence is worse than an error. `luoshi plugin inspect FILE` shows what a plugin says of itself and what it wants to see.

plugin-not-granted = { $grant ->
        [any] this plugin rule is granted no kind of record
        [evidence] the plugin asks for kinds of records that are not granted: { $missing }
        [columns] the plugin asks for columns that are not granted: { $missing }
       *[tables] the plugin asks for tables that are not granted: { $missing }
    }
    .label = not enough is granted
    .help = { $grant ->
        [any] say in `grants`, `evidence`, which records it may see
        [evidence] if it may see them, add them to `evidence` in `grants`
        [columns] if it may see them, add them to `columns` in `grants`
       *[tables] if it may see them, add them to `tables` in `grants`
    }
    .page = What a plugin may see is agreed twice: it asks in its description, and the plan or package grants it. Without a grant not one row reaches it. With less than it asks for it could not judge rightly, so it is not run and you are asked to decide. `luoshi plugin inspect FILE` prints grants that can be used as they are.

plugin-grant-unused = { $grant ->
        [evidence] kinds of records are granted that the plugin does not ask for: { $unused }
        [columns] columns are granted that the plugin does not ask for: { $unused }
       *[tables] tables are granted that the plugin does not ask for: { $unused }
    }
    .label = more is granted than needed
    .help = remove them from `grants`
    .page = A plugin is handed only what it asks for and is granted, so the rest has no effect today. But a new version of the plugin may ask for it, and nobody would be asked again. Grant no more than is needed.

plugin-parameter-unknown = this plugin has no parameter `{ $name }`
    .label = no such parameter
    .help = { $near ->
        [none] its parameters are: { $list }
       *[other] did you mean `{ $near }`?
    }
    .page = `with` holds parameters of the plugin itself, under the names that it gives them; `luoshi plugin inspect FILE` lists names, bounds and defaults. A wrong name that nobody points out would leave the rule with its default, and not with what was meant.

plugin-parameter-value = the plugin's parameter `{ $name }` cannot be `{ $value }`
    .label = { $type ->
        [whole] must be a whole number from { $least } to { $most }
        [decimal] must be a number from { $least } to { $most } with at most two places
        [flag] must be true or false
       *[choice] must be one of: { $list }
    }
    .help = { $type ->
        [whole] write a whole number from { $least } to { $most }
        [decimal] write a number from { $least } to { $most }
        [flag] write true or false
       *[choice] write one of { $list }
    }
    .page = The description of a plugin gives the type and the bounds of each parameter, and the values of a plan are held against them before any run. The bounds are those within which the author's statistic means something. A parameter that is not given has its default.

plugin-needs-subjects = the plugin `{ $name }` judges subject by subject, and this rule has no `for_each`
    .label = `for_each` is missing
    .help = name a set of subjects, such as `for_each: [villages]`
    .page = This plugin concludes something about each subject, such as each village, so `for_each` must say which. A subject about which it concludes nothing becomes unknown.

plugin-no-subjects = the plugin `{ $name }` does not judge subject by subject, so `for_each` cannot be used
    .label = `for_each` means nothing here
    .help = remove `for_each`
    .page = This plugin concludes something about the whole township, or about persons and units. `for_each` would not make it judge each subject, and a reader of the plan would believe that it does. To show it only some of the records name their duties in `of`.

plugin-host = this machine cannot run plugins: { $why }
    .help = assess on a 64-bit machine, or disable the plugin rules
    .page = Plugins are run by a WebAssembly engine inside this program, which needs a 64-bit processor and operating system. While it cannot start, none of the plan's plugin rules could be told, so nothing is assessed. The rules can be disabled in the plan, with the reason.

# luoshi plugin

plugin-failed = the plugin `{ $name }` gave no answer that can be used: { $cause }
    .help = pass this message on to its author
    .page = A plugin runs shut off, with limits on steps, memory and the size of its answer, and the answer is held against its own description and the ledger: what it names must exist, and its messages must be complete. If one thing does not fit, none of the answer is used. In a plan the rule is unknown then, and all other checks go on. A plugin may also say that it cannot judge with these parameters: try others with `--set`.
plugin-cases = a case cannot be read: { $detail }
    .help = correct the case, or check the folder
    .page = A case says what a plugin is shown and what it should conclude. If the case itself is wrong a test means nothing, so none is run. Common mistakes: a table or column that is not in luoshi/wit/TABLES.md, a day that is not written like 2012-05-31, a parameter outside its bounds. The files end in .yaml; `luoshi plugin new` brings two along as examples.
plugin-pack = { $fault ->
        [exists] `{ $path }` exists and was not overwritten
        [not-wasm] `{ $path }` is not WebAssembly
        [component] `{ $path }` is a component already
        [no-interface] `{ $path }` does not carry the interface of plugins
       *[unfit] `{ $path }` cannot be made a plugin ({ $why })
    }
    .help = { $fault ->
        [exists] choose another name, or add `--force`
        [not-wasm] check whether it is the .wasm file that the compiler wrote
        [component] look at it with `luoshi plugin inspect { $path }`
        [no-interface] write it with the SDK, and end src/lib.rs with `luoshi_plugin_sdk::export!(describe, judge);`
       *[unfit] build it for wasm32-unknown-unknown, without files, network, clock and randomness
    }
    .page = A compiler writes a WebAssembly module, and a plugin is a component: it carries its interface along, so that it can be called without further papers. `luoshi plugin pack` makes one by the interface that the module carries and changes no code. The module must be built for wasm32-unknown-unknown; one built for wasm32-wasi wants files and a clock, which plugins have not. `luoshi plugin inspect` then shows whether it can be used.

plugin-is = { $title } ({ $id } { $version })
plugin-label-file = {"file       "}
plugin-label-digest = {"digest     "}
plugin-label-interface = {"interface  "}
plugin-label-scope = {"scope      "}
plugin-label-outcomes = {"outcomes   "}
plugin-label-kinds = {"records    "}
plugin-file = { $name }, { $size } KB
plugin-interface = version { $version } (this program speaks { $has })
plugin-scope = { $scope ->
        [township] the township as a whole: one finding
        [subjects] subject by subject: a finding about each
       *[actors] persons and units: a finding where there is something to say
    }
plugin-outcomes = { $list }
plugin-outcomes-suspect = { $list }. A suspect finding is a sign to be looked into, not a failure
plugin-kinds-any = of any kind that is granted
plugin-reads = It asks to see (what is not granted does not reach it):
plugin-reading = { $table }: { $columns }
plugin-parameters = Parameters:
plugin-parameters-none = It has no parameters.
plugin-parameter = { $id }: { $title }; { $range }
plugin-range-number = default { $default }{ $unit }, from { $least } to { $most }
plugin-range-flag = default { $default }, true or false
plugin-range-choice = default { $default }, one of { $list }
plugin-paste = Put the file into the folder `plugins` of the plan or package, and these lines into its YAML:
plugin-paste-clauses = [ ]  # the clauses that it rests on; then remove the first `#`
plugin-paste-subjects = [villages]  # the set of subjects to be judged
plugin-paste-kinds = it takes any kind of record; remove those that it should not see
plugin-paste-with = defaults; to change one remove its `#` and that before `with`
plugin-paste-parameter = { $title }; { $range }

plugin-run-head = { $title } ({ $id } { $version }), as of { $as_of }: { $counts }
plugin-run-count = { $count } { $outcome }
plugin-run-nothing = nothing found
plugin-run-group = { $outcome } ({ $count })
plugin-run-township = the township
plugin-run-named = { $name } ({ $id })
plugin-run-period = , { $from } to { $to }
plugin-run-finding = { $about }: { $text }
plugin-run-records = records: { $list }
plugin-run-more-records = { $list }, and { $count } more
plugin-run-more-subjects = { $list }, and { $count } more
plugin-run-silent = It says nothing about { $count } subjects, which are unknown in a plan: { $list }
plugin-run-spent = { $rows } rows seen; { $steps } steps of at most { $most }

plugin-test-ok = ok       { $case }  { $about }
plugin-test-differs = differs  { $case }  { $about }
plugin-test-failed = it gave no answer that can be used: { $cause }
plugin-test-all-ok = all { $count } cases as expected
plugin-test-some-differ = { $differing } of { $count } cases differ

plugin-packed = packed as { $path } ({ $size } bytes)
    next: `luoshi plugin inspect { $path }` shows what it asks for, `luoshi plugin test { $path } cases` tests it
plugin-new-name = a-z, 0-9 and -, 3 to 40 characters
plugin-new-done = started the plugin { $name } in { $dir }
    next: `cd { $dir }` and `cargo test`; README.md says how to build, pack and try it
