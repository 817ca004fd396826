# Plugins: loading, grants, parameters

plugin-unusable = the plugin `{ $name }` cannot be used: { $refusal ->
        [too-large] its { $why } bytes are more than the limit
        [not-wasm] the file is not WebAssembly
        [core-module] it is a WebAssembly module that was not made a component
        [invalid] the file is incomplete or wrong ({ $why })
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
