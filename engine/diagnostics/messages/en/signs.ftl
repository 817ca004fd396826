# Signs in ledgers: luoshi audit signs.

sign-limit-unknown = there is no limit `{ $name }`
    .label = unknown
    .help = there are { $known }
    .page = Signs are shown by limits, such as how many places one goes to in a day. `luoshi explain sign-limits` lists names, meanings and defaults; what is not set has its default.

sign-limit-value = the limit `{ $name }` cannot be `{ $value }`
    .label = out of bounds
    .help = write a whole number from { $least } to { $most }
    .page = With a limit too wide nothing is found, and with one too narrow honest ledgers are shown. `luoshi explain sign-limits` lists the bounds. With another limit the rate of false alarms has to be measured again.

sign-backfill-burst = Burst of late entries
sign-backfilled-share = Many late entries
sign-one-sitting = Entered at one sitting
sign-copied-records = Copied records
sign-regular-figures = Figures too regular
sign-uneven-shifts = Uneven shifts
sign-two-places = One person in two places
sign-too-many-places = Too many places in a day
sign-too-fast = Visits too close together
sign-answered-early = Answer before its question
sign-entered-early = Entered before it happened
sign-on-leave = At work on leave
sign-outside-term = Acting out of office
sign-attachment-missing = Attachment missing
sign-attachment-changed = Attachment changed
sign-attachment-shared = Attachment of several events

sign-backfilled-share-duty = { $late } of { $sheets } entries of `{ $name }` were late, { $share }% against { $overall }% of the ledger; by chance this happens less than once in { $odds } times. Ask why they are always entered afterwards.
sign-backfilled-share-clerk = { $late } of { $sheets } entries by { $name } were late, { $share }% against { $overall }% of the ledger; by chance this happens less than once in { $odds } times. Ask why; it may be the work of others.
sign-one-sitting-day = { $records } of { $all } records of `{ $duty }` were entered on { $day } alone, and tell of { $first } to { $last }. Compare sign-in sheets and photographs; paper typed in at once looks the same.
sign-two-places-clash = { $person } was in two places { $times } times: on { $day } in `{ $here }` at { $time } and in `{ $there }` at { $later }, for one. { $rounded } of them are at full or half hours, and may be rounded.
sign-too-many-places-days = { $person } went to more than { $limit } places on each of { $days } days, and on { $day } to { $places }. Ask whether several people went and one made the entries.
sign-too-fast-days = The visits of { $person } on { $days } days are too close together or do not fit into the day, { $visits } records, at { $minutes } minutes each. Ask whether the times were guessed afterwards.
sign-answered-early-minutes = { $records } minutes or reports are dated before their meeting. Compare both dates.
sign-answered-early-response = { $records } responses or reports are dated before their incident. Compare both dates and times.
sign-answered-early-rectification = { $records } rectifications are dated before what they put right was found. Compare both dates.
sign-entered-early-days = { $records } records of `{ $duty }` were entered before they happened, by up to { $ahead } days. Compare the dates; the clock of the computer may be wrong.
sign-on-leave-days = { $person } was excused from duty on { $days } days and has records of work on the same day, { $day } for one. The leave may have been for half a day.
sign-outside-term-person = { $actor } has { $records } records from { $first } to { $last }, when not yet or no longer in office. Compare the terms; one may help on after leaving.
sign-outside-term-post = { $records } records ({ $first } to { $last }) are by `{ $actor }`, a post that nobody held then. Ask who did it; the list of holders may be out of date.
sign-attachment-missing-missing = Attachments that records name and that are not there: { $files }, such as `{ $example }`. Find the originals; they may be elsewhere.
sign-attachment-changed-changed = Attachments that are not the files that were recorded: { $files }, such as `{ $example }`. Ask what was changed; scanning again or converting looks the same.
sign-attachment-shared-shared = Attachments used for several events, of other days, duties or places: { $files }. Look at them: which event do they show?

signs-none = No signs about the evidence. That there is no sign does not prove that a ledger is true.
signs-found = Signs about the evidence: { $count }. A sign says what to ask and compare; it is no finding, and changes no status and no score.
signs-heading-townships = { $sign } (false alarms: { $alarms } of { $years } honest simulated years; at most { $most } with 95% confidence)
signs-heading-officers = { $sign } (false alarms: { $alarms } of { $years } officers with exact times in a year; at most { $most } with 95% confidence)
signs-pointers = { $ask ->
        [none] records
       *[other] ask { $ask }; records
    } { $records }{ $more ->
        [none] {""}
       *[other] {" "}and { $more } more
    }
signs-share-all = Late entries: { $late } of { $records } records that say when they were entered, { $share }
signs-share-month = {"  "}{ $key }: { $late } of { $records }, { $share }
signs-share-duty = {"  "}duty { $key }: { $late } of { $records }, { $share }
signs-share-clerk = {"  "}entered by { $key }: { $late } of { $records }, { $share }
signs-no-files = Attachments were not compared: name the folder that holds them with --files

cmd-audit-signs = signs that evidence was made up, such as bursts or copies; no verdict
    .path = the folder of the plan, the current one by default
    .files = the folder with the attachments, to be compared
    .set = a limit, as places-per-day=10; see explain sign-limits
    .shares = also shares of late entries by month, duty and clerk
    .output = a file, the screen by default
