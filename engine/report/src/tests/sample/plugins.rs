//! What plugins say: a sign, something violated, answers that cannot be used.

use jiff::civil::date;
use luoshi_calendar::number;
use luoshi_plan::Decimal;
use luoshi_plugin::Cause;
use luoshi_plugin_interface::{Argument, Words};
use luoshi_rules::{
    PluginFailure, PluginInForce, PluginSaid, PluginSetting, Reason, SettingValue, Status,
};

use super::findings::{Sample, person, village};

impl Sample {
    pub(in crate::tests) fn plugins(&mut self) {
        self.duty("late_entry", "集中补录核查", "plugins", &["01/2.1j"]);
        let sign = self.add(
            "late_entry/v01/2012-05-10_2012-06-20",
            Status::Suspect,
            Reason::Plugin(Box::new(burst_said())),
        );
        sign.subject = village(1);
        sign.day = Some(date(2012, 6, 20));
        sign.evidence = (1..=23).map(|n| format!("S-06{n:02}")).collect();
        sign.backfilled = 22;
        sign.accountable.truncate(1);
        self.add(
            "late_entry/v02",
            Status::Unknown,
            failed(Cause::Refused("没有“录入日期”".into())),
        )
        .subject = village(2);
        self.duty("figures", "数字核查", "plugins", &[]);
        let said = PluginSaid {
            text: Words::new("两处同时有 {who} 的记录", "records of {who} at two places"),
            arguments: vec![("who".into(), "PT017".into())],
            period: None,
            ..burst_said()
        };
        self.add(
            "figures/PT017",
            Status::Violated,
            Reason::Plugin(Box::new(said)),
        )
        .actor = person();
        self.add("figures/2012", Status::Unknown, failed(Cause::Fuel));
    }
}

fn failed(cause: Cause) -> Reason {
    Reason::PluginFailed(Box::new(PluginFailure {
        plugin: "backfill".into(),
        cause,
    }))
}

fn burst_said() -> PluginSaid {
    PluginSaid {
        plugin: "backfill".into(),
        version: "1.0.0".into(),
        text: Words::new(
            "{on} 一天录入了 {late} 条过期记录，是平常的 {times} 倍。",
            "{late} old records were entered on {on}, {times} times as many as usual.",
        ),
        arguments: vec![
            ("on".into(), Argument::Day(number(date(2012, 6, 20)))),
            ("late".into(), Argument::Whole(23)),
            ("times".into(), Argument::Decimal(750)),
        ],
        period: Some((date(2012, 5, 10), date(2012, 6, 20))),
    }
}

pub(super) fn burst() -> PluginInForce {
    let setting = |id: &str, zh, en, unit: (&str, &str), value| PluginSetting {
        id: id.into(),
        title: Words::new(zh, en),
        unit: Words::new(unit.0, unit.1),
        value,
    };
    PluginInForce {
        rule: "late_entry".into(),
        plugin: "backfill".into(),
        version: "1.0.0".into(),
        title: Words::new("集中补录", "Bursts of late entries"),
        summary: Words::new(
            "看有没有一天补录大量过期记录。网络中断、换人交接也会这样。",
            "Looks for days on which many old records were entered. A broken line does the same.",
        ),
        digest: "0123456789abcdef".repeat(4),
        signs_only: true,
        settings: vec![
            setting(
                "days",
                "过期天数",
                "days late",
                ("天", "days"),
                SettingValue::Whole(7),
            ),
            setting(
                "times",
                "倍数",
                "times",
                ("", ""),
                SettingValue::Decimal(Decimal(250)),
            ),
            setting(
                "rest",
                "计入休息日",
                "count rest days",
                ("", ""),
                SettingValue::Flag(true),
            ),
        ],
    }
}
