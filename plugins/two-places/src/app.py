"""The exports of the plugin. `wit_world` is what componentize-py makes of plugins/wit."""

from componentize_py_types import Err
from wit_world import exports
from wit_world.exports import rule as wit

import rule
from layout import Damage, Table

OUTCOMES = {"met": wit.Outcome.MET, "suspect": wit.Outcome.SUSPECT, "not_applicable": wit.Outcome.NOT_APPLICABLE}

MESSAGES = {
    "same": (
        "同一分钟记在两个地方，共{count}次，如{day} {time}既在「{here}」又在「{there}」。"
        "其中{rounded}次记的是整点或者半点，可能时间记得不细。",
        "In two places in the same minute, {count} in all: such as on {day} at {time} both in {here} and in {there}. "
        "In {rounded} of them the time is a full or half hour, and may be rounded.",
    ),
    "close": (
        "相隔不超过{minutes}分钟就换了地方，共{count}次，如{day} {time}在「{here}」、{later}在「{there}」。"
        "其中{rounded}次两条记的都是整点或者半点，可能时间记得不细。",
        "In two places within {minutes} minutes, {count} in all: such as on {day} at {time} in {here} and at {later} in "
        "{there}. In {rounded} of them both times are full or half hours, and may be rounded.",
    ),
    "clear": (
        "比对了有时间、有地点的记录{records}条，没有发现一人两地。",
        "{records} records with a time and a place were compared: none puts this person in two places.",
    ),
    "too-few": (
        "有时间、有地点的记录不足两条，无从比对。",
        "Fewer than two records have a time and a place: there is nothing to compare.",
    ),
}

DESCRIPTION = wit.Description(
    id="two-places",
    version="1.0.0",
    title=wit.Text("一人两地", "One person in two places"),
    summary=wit.Text(
        "查找同一人在同一时间记在两个地方的走访、检查和值班记录。时间记得不细、结伴代记、两地相邻都会造成这种情况，不能据此认定记录不实。",
        "Looks for visits, inspections and shifts that put one person in two places at the same time. Rounded times, "
        "entries made for a companion and neighbouring places cause this too: it does not show that a record is false.",
    ),
    scope=wit.Scope.ACTORS,
    outcomes=list(OUTCOMES.values()),
    kinds=rule.KINDS,
    reads=[wit.Reading(table, list(columns)) for table, columns in rule.READS.items()],
    parameters=[
        wit.Parameter(
            id="minutes",
            title=wit.Text("相隔不超过", "At most so far apart"),
            unit=wit.Text("分钟", "minutes"),
            kind=wit.Kind_Whole(wit.Bounds(least=0, most=120, default=0)),
        )
    ],
    messages=[wit.Message(id, wit.Text(*text)) for id, text in MESSAGES.items()],
)


class State:
    """What was handed over so far."""

    minutes = 0
    # Every text at its code. Code 0 is the empty text.
    texts = [""]
    tables = {}


class Rule(exports.Rule):
    """The interface `rule` of the WIT."""

    def describe(self):
        return DESCRIPTION

    def start(self, setting):
        State.minutes = setting.values[0].value
        State.texts = [""]
        State.tables = {name: Table(types) for name, types in rule.READS.items()}

    def add(self, reading, batch):
        try:
            list(State.tables.values())[reading].add(batch, State.texts)
        except Damage as damage:
            raise Err(str(damage))

    def finish(self):
        return [finding(found) for found in rule.judge(State.minutes, State.tables, State.texts)]


def finding(found):
    """A finding of the rule, as the interface has it."""
    return wit.Finding(
        about=found.about,
        period=None,
        outcome=OUTCOMES[found.outcome],
        figure=found.figure,
        message=found.message,
        arguments=[wit.Named(name, argument(name, value)) for name, value in found.arguments.items()],
        records=found.records,
    )


def argument(name, value):
    """A day is told as a date, other numbers as they are."""
    if name == "day":
        return wit.Argument_Day(value)
    return wit.Argument_Whole(value) if isinstance(value, int) else wit.Argument_Text(value)
