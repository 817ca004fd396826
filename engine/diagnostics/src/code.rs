//! Every diagnostic code: stable, never reused, one per kind of mistake.

use crate::note::Level;

macro_rules! codes {
    ($($variant:ident = $code:literal $level:ident $name:literal;)*) => {
        /// The stable code of a diagnostic; `luoshi explain` prints its page.
        ///
        /// The first two digits after `LS` say where it was noticed: 01 the YAML text,
        /// 02 the plan, 03 evidence and ledger, 04 the calendar, 05 rules, 06 the run, 07 lint,
        /// 08 documents, 09 policy packages, 10 audits.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(
            #[doc = concat!("`", $code, "` ", $name)]
            $variant,
        )* }

        impl Code {
            /// All codes, ascending.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The printed form, such as `LS0101`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Code::$variant => $code),* }
            }

            /// The name, which is also the key in the message catalogues.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// How severe it is.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(Code::$variant => Level::$level),* }
            }
        }
    };
}

codes! {
    YamlSyntax = "LS0101" Error "yaml-syntax";
    YamlAlias = "LS0102" Error "yaml-alias";
    YamlTooDeep = "LS0103" Error "yaml-too-deep";
    YamlTooLarge = "LS0104" Error "yaml-too-large";
    DuplicateKey = "LS0105" Error "duplicate-key";
    UnknownKey = "LS0106" Error "unknown-key";
    MissingKey = "LS0107" Error "missing-key";
    WrongType = "LS0108" Error "wrong-type";
    UnknownValue = "LS0109" Error "unknown-value";
    BadValue = "LS0110" Error "bad-value";
    BothLanguages = "LS0111" Error "both-languages";
    EmptyFile = "LS0112" Error "empty-file";
    WrongVersion = "LS0113" Error "wrong-version";
    YamlTag = "LS0114" Error "yaml-tag";
    ManyDocuments = "LS0115" Error "many-documents";
    HiddenCharacter = "LS0120" Error "hidden-character";
    UnknownName = "LS0201" Error "unknown-name";
    DuplicateId = "LS0202" Error "duplicate-id";
    SpanReversed = "LS0203" Error "span-reversed";
    ImpossibleCadence = "LS0204" Error "impossible-cadence";
    TaskCycle = "LS0205" Error "task-cycle";
    ChainCycle = "LS0206" Error "chain-cycle";
    UnknownParameter = "LS0207" Error "unknown-parameter";
    OutOfBounds = "LS0208" Error "out-of-bounds";
    LooserThanPackage = "LS0209" Error "looser-than-package";
    NotAdjustable = "LS0210" Error "not-adjustable";
    ParameterType = "LS0211" Error "parameter-type";
    MissingReason = "LS0212" Error "missing-reason";
    UnknownPackage = "LS0213" Error "unknown-package";
    ExtendsCycle = "LS0214" Error "extends-cycle";
    PackageVersion = "LS0215" Error "package-version";
    ClauseUnknown = "LS0216" Error "clause-unknown";
    ClauseUnmapped = "LS0217" Warning "clause-unmapped";
    ClauseReasonMissing = "LS0218" Error "clause-reason-missing";
    ClauseGuidanceCarried = "LS0219" Warning "clause-guidance-carried";
    QuorumAboveOne = "LS0220" Error "quorum-above-one";
    VetoBelowCounty = "LS0221" Warning "veto-below-county";
    HoldersOverlap = "LS0222" Error "holders-overlap";
    DutyUnset = "LS0223" Warning "duty-unset";
    NothingToDisable = "LS0224" Error "nothing-to-disable";
    NotOptional = "LS0225" Error "not-optional";
    ScoreSum = "LS0226" Error "score-sum";
    AmountNegative = "LS0227" Error "amount-negative";
    DeadlineOutsidePlan = "LS0228" Warning "deadline-outside-plan";
    WrongKindOfName = "LS0229" Error "wrong-kind-of-name";
    SettingUndecided = "LS0230" Error "setting-undecided";
    ForbiddenSubject = "LS0231" Error "forbidden-subject";
    OneOfTwo = "LS0232" Error "one-of-two";
    EmptyCondition = "LS0233" Error "empty-condition";
    VetoWithoutBasis = "LS0234" Warning "veto-without-basis";
    TooMany = "LS0235" Error "too-many";
    LooserWaivers = "LS0236" Error "looser-waivers";
    LimitsNotComparable = "LS0237" Error "limits-not-comparable";
    AdjustableLoosened = "LS0238" Error "adjustable-loosened";
    BoundsReversed = "LS0239" Error "bounds-reversed";
    PlanTooLarge = "LS0240" Error "plan-too-large";
    FileUnreadable = "LS0301" Error "file-unreadable";
    NotUtf8 = "LS0302" Error "not-utf8";
    RecordSyntax = "LS0303" Error "record-syntax";
    RecordField = "LS0304" Error "record-field";
    RecordPersonal = "LS0305" Error "record-personal";
    RecordDuplicate = "LS0306" Error "record-duplicate";
    CorrectionTarget = "LS0307" Error "correction-target";
    LedgerDamaged = "LS0308" Error "ledger-damaged";
    LedgerBroken = "LS0309" Error "ledger-broken";
    LedgerBusy = "LS0310" Error "ledger-busy";
    LedgerForeign = "LS0311" Error "ledger-foreign";
    MappingColumn = "LS0312" Error "mapping-column";
    HeadingUnknown = "LS0313" Warning "heading-unknown";
    HeadingMissing = "LS0314" Error "heading-missing";
    LedgerMissing = "LS0316" Error "ledger-missing";
    LedgerTwo = "LS0317" Error "ledger-two";
    WorkbookUnreadable = "LS0320" Error "workbook-unreadable";
    SheetSkipped = "LS0321" Warning "sheet-skipped";
    CellUnclear = "LS0322" Error "cell-unclear";
    HeadingUnit = "LS0323" Error "heading-unit";
    NamesDropped = "LS0324" Warning "names-dropped";
    StaffMissing = "LS0325" Error "staff-missing";
    RowRepeated = "LS0326" Error "row-repeated";
    DutyUnclear = "LS0327" Error "duty-unclear";
    WorkbookTooLarge = "LS0328" Error "workbook-too-large";
    ExportNoTownship = "LS0329" Error "export-no-township";
    ClockBehind = "LS0330" Error "clock-behind";
    LedgerUnfinished = "LS0331" Error "ledger-unfinished";
    CalendarYearUnknown = "LS0401" Warning "calendar-year-unknown";
    CalendarData = "LS0402" Error "calendar-data";
    ScriptSyntax = "LS0501" Error "script-syntax";
    ScriptUnknownName = "LS0502" Error "script-unknown-name";
    ScriptType = "LS0504" Error "script-type";
    PluginFileMissing = "LS0505" Error "plugin-file-missing";
    PluginFilePath = "LS0506" Error "plugin-file-path";
    PluginTooLarge = "LS0507" Error "plugin-too-large";
    PluginDigestForm = "LS0508" Error "plugin-digest-form";
    PluginDigestDiffers = "LS0509" Error "plugin-digest-differs";
    PluginUnusable = "LS0510" Error "plugin-unusable";
    PluginNotGranted = "LS0511" Error "plugin-not-granted";
    PluginGrantUnused = "LS0512" Warning "plugin-grant-unused";
    PluginParameterUnknown = "LS0513" Error "plugin-parameter-unknown";
    PluginParameterValue = "LS0514" Error "plugin-parameter-value";
    PluginNeedsSubjects = "LS0515" Error "plugin-needs-subjects";
    PluginNoSubjects = "LS0516" Error "plugin-no-subjects";
    PluginHost = "LS0517" Error "plugin-host";
    PluginFailed = "LS0518" Error "plugin-failed";
    PluginCases = "LS0519" Error "plugin-cases";
    PluginPack = "LS0520" Error "plugin-pack";
    ScriptAsksLater = "LS0521" Warning "script-asks-later";
    ScriptTooLong = "LS0522" Error "script-too-long";
    TooManyFindings = "LS0523" Error "too-many-findings";
    PathMissing = "LS0601" Error "path-missing";
    BadArgument = "LS0602" Error "bad-argument";
    FindingUnknown = "LS0603" Error "finding-unknown";
    WriteFailed = "LS0604" Error "write-failed";
    AlreadyExists = "LS0605" Error "already-exists";
    EvidenceFile = "LS0606" Error "evidence-file";
    SimulationFile = "LS0607" Error "simulation-file";
    NotPlanted = "LS0608" Warning "not-planted";
    LayoutBeyond = "LS0609" Error "layout-beyond";
    InitStopped = "LS0610" Error "init-stopped";
    InitNeedsPackage = "LS0611" Error "init-needs-package";
    DiskFull = "LS0620" Error "disk-full";
    WriteRefused = "LS0621" Error "write-refused";
    FileBusy = "LS0622" Error "file-busy";
    IssuedUnwritten = "LS0623" Error "issued-unwritten";
    AllowUnknownCode = "LS0701" Error "allow-unknown-code";
    AllowWithoutReason = "LS0702" Warning "allow-without-reason";
    AllowUnused = "LS0703" Warning "allow-unused";
    UnknownLimit = "LS0704" Error "unknown-limit";
    DutyWithoutResponsible = "LS0705" Warning "duty-without-responsible";
    RoleWithoutHolder = "LS0706" Warning "role-without-holder";
    RoleInspectsItself = "LS0707" Warning "role-inspects-itself";
    LeaderOverloaded = "LS0708" Hint "leader-overloaded";
    RoleOverloaded = "LS0709" Hint "role-overloaded";
    TaskBeforePrerequisite = "LS0710" Warning "task-before-prerequisite";
    TaskWaitsInVain = "LS0711" Warning "task-waits-in-vain";
    DutyWithoutClause = "LS0712" Hint "duty-without-clause";
    SameRecordTwice = "LS0713" Hint "same-record-twice";
    VetoNotCountable = "LS0714" Warning "veto-not-countable";
    VetoWithoutEnd = "LS0715" Warning "veto-without-end";
    RoleUnused = "LS0716" Hint "role-unused";
    SetUnused = "LS0717" Hint "set-unused";
    ParameterUnused = "LS0718" Hint "parameter-unused";
    DeadlineBeforeIssue = "LS0719" Warning "deadline-before-issue";
    WaiverByAnybody = "LS0720" Hint "waiver-by-anybody";
    TooManyMeetings = "LS0731" Hint "too-many-meetings";
    ComprehensiveMeetings = "LS0732" Hint "comprehensive-meetings";
    MergeableMeetings = "LS0733" Hint "mergeable-meetings";
    LeaderRequired = "LS0734" Hint "leader-required";
    FrequentReport = "LS0735" Warning "frequent-report";
    ColumnAskedTwice = "LS0736" Hint "column-asked-twice";
    EvidenceHours = "LS0737" Hint "evidence-hours";
    ProcessMark = "LS0738" Warning "process-mark";
    VetoPunishesReporting = "LS0739" Warning "veto-punishes-reporting";
    ResponsibilityLetter = "LS0740" Hint "responsibility-letter";
    ScoreAboveHundred = "LS0741" Warning "score-above-hundred";
    TooManyScoreItems = "LS0742" Hint "too-many-score-items";
    ScoreDecimals = "LS0743" Hint "score-decimals";
    FrequentRanking = "LS0744" Warning "frequent-ranking";
    PointsForTraces = "LS0745" Hint "points-for-traces";
    DeductionWithoutCap = "LS0746" Hint "deduction-without-cap";
    PunishedTwice = "LS0747" Hint "punished-twice";
    BonusAboveCap = "LS0748" Hint "bonus-above-cap";
    PlanTooLong = "LS0749" Hint "plan-too-long";
    VillageMustPlan = "LS0750" Hint "village-must-plan";
    MuchBackground = "LS0751" Hint "much-background";
    CommandingIssuer = "LS0752" Warning "commanding-issuer";
    DeadlineTooShort = "LS0753" Warning "deadline-too-short";
    DeadlineOnRestDay = "LS0754" Hint "deadline-on-rest-day";
    AssessedTooSoon = "LS0755" Warning "assessed-too-soon";
    DeadlinesOnOneDay = "LS0756" Hint "deadlines-on-one-day";
    NewBody = "LS0757" Warning "new-body";
    AppOrChatGroup = "LS0758" Warning "app-or-chat-group";
    ForcedCheckIn = "LS0759" Warning "forced-check-in";
    EmptyPhrase = "LS0760" Hint "empty-phrase";
    TaskWithoutProof = "LS0761" Hint "task-without-proof";
    PersonalColumn = "LS0762" Warning "personal-column";
    TemplateHead = "LS0801" Error "template-head";
    TemplateName = "LS0802" Error "template-name";
    UnknownTemplate = "LS0803" Error "unknown-template";
    TemplateBounds = "LS0804" Error "template-bounds";
    TemplateSyntax = "LS0805" Error "template-syntax";
    TemplateUnknownName = "LS0806" Error "template-unknown-name";
    TemplateUnusable = "LS0807" Error "template-unusable";
    TemplateValue = "LS0808" Error "template-value";
    TemplateEvent = "LS0809" Error "template-event";
    DocumentMarkdown = "LS0810" Error "document-markdown";
    DocumentClosing = "LS0811" Error "document-closing";
    DocumentPhrase = "LS0812" Error "document-phrase";
    DocumentAddressees = "LS0813" Error "document-addressees";
    PaperUnknown = "LS0814" Error "paper-unknown";
    PaperChanged = "LS0815" Warning "paper-changed";
    IssueNoSymbol = "LS0816" Error "issue-no-symbol";
    FormatNotBuilt = "LS0817" Error "format-not-built";
    PaperOpen = "LS0818" Error "paper-open";
    TemplateUnknownField = "LS0819" Error "template-unknown-field";
    DocxNot = "LS0850" Error "docx-not";
    DocxOldDoc = "LS0851" Error "docx-old-doc";
    DocxEncrypted = "LS0852" Error "docx-encrypted";
    DocxTooLarge = "LS0853" Error "docx-too-large";
    DocxBomb = "LS0854" Error "docx-bomb";
    DocxDamaged = "LS0855" Error "docx-damaged";
    DocxPartMissing = "LS0856" Error "docx-part-missing";
    DocxPartBroken = "LS0857" Error "docx-part-broken";
    DocxPartTooMuch = "LS0858" Error "docx-part-too-much";
    DocxDocumentType = "LS0859" Error "docx-document-type";
    RosterImpossible = "LS0870" Error "roster-impossible";
    PlanningMisplaced = "LS0871" Error "planning-misplaced";
    PlanningGroup = "LS0872" Error "planning-group";
    RosterUnplanned = "LS0873" Error "roster-unplanned";
    RosterOutside = "LS0874" Error "roster-outside";
    LeaveForm = "LS0875" Error "leave-form";
    LeaveOutsider = "LS0876" Warning "leave-outsider";
    RosterPublished = "LS0877" Error "roster-published";
    RosterThere = "LS0878" Error "roster-there";
    RosterNotProven = "LS0879" Hint "roster-not-proven";
    FontMissing = "LS0880" Error "font-missing";
    CharacterMissing = "LS0881" Error "character-missing";
    FontSubstituted = "LS0882" Warning "font-substituted";
    PaperTooLong = "LS0883" Error "paper-too-long";
    TypesettingFailed = "LS0884" Error "typesetting-failed";
    FontUnreadable = "LS0885" Warning "font-unreadable";
    PackageFileLeftOut = "LS0901" Warning "package-file-left-out";
    PackagePath = "LS0902" Error "package-path";
    PackagePathsAlike = "LS0903" Error "package-paths-alike";
    PackageLink = "LS0904" Error "package-link";
    PackageTooLarge = "LS0905" Error "package-too-large";
    PackageHead = "LS0906" Error "package-head";
    PackageTextNotUtf8 = "LS0907" Error "package-text-not-utf8";
    ArchiveDamaged = "LS0908" Error "archive-damaged";
    ArchiveForm = "LS0909" Error "archive-form";
    ArchiveNewer = "LS0910" Error "archive-newer";
    EngineUnfit = "LS0911" Error "engine-unfit";
    PackageClauseOpen = "LS0912" Error "package-clause-open";
    KeyForm = "LS0913" Error "key-form";
    SignatureForm = "LS0914" Error "signature-form";
    SignatureWrong = "LS0915" Error "signature-wrong";
    SignatureMissing = "LS0916" Error "signature-missing";
    SignatureOtherDigest = "LS0917" Error "signature-other-digest";
    SignatureUnknownKey = "LS0918" Error "signature-unknown-key";
    SignatureOtherPackage = "LS0919" Error "signature-other-package";
    KeyOutsideTerm = "LS0920" Error "key-outside-term";
    KeyRevoked = "LS0921" Error "key-revoked";
    PublisherNotAllowed = "LS0922" Error "publisher-not-allowed";
    TrustExpired = "LS0923" Error "trust-expired";
    IndexForm = "LS0924" Error "index-form";
    IndexExpired = "LS0925" Error "index-expired";
    IndexRollback = "LS0926" Error "index-rollback";
    IndexFork = "LS0927" Error "index-fork";
    IndexOffers = "LS0928" Error "index-offers";
    VersionTaken = "LS0929" Error "version-taken";
    PackagesConflict = "LS0930" Error "packages-conflict";
    PackagesTangled = "LS0931" Error "packages-tangled";
    LockUnreadable = "LS0932" Error "lock-unreadable";
    LockStale = "LS0933" Error "lock-stale";
    PackageAltered = "LS0934" Error "package-altered";
    LockedMissing = "LS0935" Error "locked-missing";
    PackageNotOffered = "LS0936" Error "package-not-offered";
    PackageDowngrade = "LS0937" Error "package-downgrade";
    PackageOtherBytes = "LS0938" Error "package-other-bytes";
    StoreBusy = "LS0939" Error "store-busy";
    RegistriesUnreadable = "LS0940" Error "registries-unreadable";
    PackageNotExtended = "LS0941" Hint "package-not-extended";
    RegistryAddress = "LS0942" Error "registry-address";
    RegistryFetch = "LS0943" Error "registry-fetch";
    TestUnknownDuty = "LS0950" Error "test-unknown-duty";
    TestExpectsNothing = "LS0951" Error "test-expects-nothing";
    TestNameTwice = "LS0952" Error "test-name-twice";
    TestDays = "LS0953" Error "test-days";
    TestFilter = "LS0954" Error "test-filter";
    TestUnknownItem = "LS0955" Error "test-unknown-item";
    PackageTestFails = "LS0956" Error "package-test-fails";
    VersionUnderstated = "LS0960" Warning "version-understated";
    PackageExpected = "LS0961" Error "package-expected";
    UpgradeNotExtended = "LS0962" Error "upgrade-not-extended";
    UpgradeGone = "LS0963" Error "upgrade-gone";
    SetKept = "LS0964" Hint "set-kept";
    TextConflict = "LS0965" Error "text-conflict";
    IdTaken = "LS0966" Error "id-taken";
    QuestionNew = "LS0967" Hint "question-new";
    UpgradeBackward = "LS0968" Warning "upgrade-backward";
    OldVersionMissing = "LS0969" Error "old-version-missing";
    AnalysisRuleUnknown = "LS0970" Error "analysis-rule-unknown";
    AnalysisNoCommonSubject = "LS0971" Error "analysis-no-common-subject";
    ImpactNoPackage = "LS0980" Error "impact-no-package";
    ImpactNoTownship = "LS0981" Error "impact-no-township";
    ImpactNotExtended = "LS0982" Error "impact-not-extended";
    BulkMapping = "LS1001" Error "bulk-mapping";
    BulkColumn = "LS1002" Error "bulk-column";
    BulkUnreadable = "LS1003" Error "bulk-unreadable";
    BulkDamaged = "LS1004" Error "bulk-damaged";
    BulkIncomplete = "LS1005" Error "bulk-incomplete";
    BulkScattered = "LS1006" Error "bulk-scattered";
    BulkRecord = "LS1007" Error "bulk-record";
    BulkTownship = "LS1008" Error "bulk-township";
    BulkColumnUnread = "LS1009" Warning "bulk-column-unread";
    BulkTownshipTooLarge = "LS1010" Error "bulk-township-too-large";
    BulkArrange = "LS1011" Error "bulk-arrange";
    AuditDefect = "LS1020" Error "audit-defect";
    TownshipTwice = "LS1021" Warning "township-twice";
    TownshipAbsent = "LS1022" Error "township-absent";
    AuditLoop = "LS1023" Warning "audit-loop";
    AuditNoTownship = "LS1024" Error "audit-no-township";
    AuditUnreadable = "LS1025" Error "audit-unreadable";
    AuditParts = "LS1026" Error "audit-parts";
    AuditIncomplete = "LS1027" Warning "audit-incomplete";
    TroublesMore = "LS1028" Error "troubles-more";
    AuditUnknownName = "LS1029" Error "audit-unknown-name";
    AuditOtherPeriod = "LS1030" Warning "audit-other-period";
    TownshipUnregistered = "LS1031" Warning "township-unregistered";
    AuditNotBulk = "LS1032" Error "audit-not-bulk";
    CheckpointForm = "LS1040" Error "checkpoint-form";
    ProofForm = "LS1041" Error "proof-form";
    ProofWrong = "LS1042" Error "proof-wrong";
    LedgerShrunk = "LS1043" Error "ledger-shrunk";
    LedgerRewritten = "LS1044" Error "ledger-rewritten";
    CheckpointOtherLedger = "LS1045" Error "checkpoint-other-ledger";
    RecordListWrong = "LS1046" Error "record-list-wrong";
    RecordNotThere = "LS1047" Error "record-not-there";
    OriginMissing = "LS1048" Error "origin-missing";
    RecordDiffers = "LS1049" Error "record-differs";
    BundleForm = "LS1050" Error "bundle-form";
    BundleAltered = "LS1051" Error "bundle-altered";
    InputChanged = "LS1052" Error "input-changed";
    InputMissing = "LS1053" Error "input-missing";
    InputAdded = "LS1054" Error "input-added";
    BundlePackageChanged = "LS1055" Error "bundle-package-changed";
    BundleOtherEngine = "LS1056" Error "bundle-other-engine";
    BundleOtherDay = "LS1057" Error "bundle-other-day";
    FindingsDiffer = "LS1058" Error "findings-differ";
    BundleTownshipMissing = "LS1059" Error "bundle-township-missing";
    SignLimitUnknown = "LS1060" Error "sign-limit-unknown";
    SignLimitValue = "LS1061" Error "sign-limit-value";
    SampleEmpty = "LS1070" Error "sample-empty";
    SampleTerms = "LS1071" Error "sample-terms";
    SampleUnreadable = "LS1072" Error "sample-unreadable";
    SampleAnswer = "LS1073" Error "sample-answer";
    SampleForeignRow = "LS1074" Error "sample-foreign-row";
    SampleContradicted = "LS1075" Error "sample-contradicted";
    SampleRepeated = "LS1076" Warning "sample-repeated";
    SampleRowsMissing = "LS1077" Warning "sample-rows-missing";
    SampleLedgerChanged = "LS1078" Warning "sample-ledger-changed";
    ExportNothingOpen = "LS1080" Error "export-nothing-open";
    ExportDangling = "LS1081" Error "export-dangling";
    DashboardNoCounty = "LS1085" Error "dashboard-no-county";
    DashboardPeriod = "LS1086" Error "dashboard-period";
    DiffOneAudit = "LS1090" Error "diff-one-audit";
}
