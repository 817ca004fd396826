"""一人两地: records that put one person in two places at the same time.

This module knows nothing of WASM and runs in any Python; `app.py` joins it to the interface.
"""

from collections import namedtuple

from layout import NO_DAY, NO_MINUTE, NO_ROW

# What is asked for, in this order: tables, their columns and the types of these.
READS = {
    "evidence": {"day": "day", "minute": "minute", "subject": "row", "actor": "text"},
    "subjects": {"id": "text", "name": "text"},
    "actors": {"id": "text", "kind": "text"},
}

# Kinds of records that one makes on the spot. One meeting may be held for several villages, so meetings are not here.
KINDS = ["visit", "inspection", "shift"]

# The `about` is a row of `actors`, the `records` are rows of `evidence`.
Finding = namedtuple("Finding", "about outcome figure message arguments records")
Clash = namedtuple("Clash", "day minute row later other rounded")


def judge(minutes, tables, texts):
    """A finding for each person who has records."""
    evidence, people = tables["evidence"], persons(tables["actors"], texts)
    # Persons by the code of an `actor`: few codes, many rows.
    named = {code: present(texts[code], people) for code in set(evidence["actor"])}
    # By person: those of the records that can be compared.
    placed = {}
    for row, code in enumerate(evidence["actor"]):
        for person in named[code]:
            rows = placed.setdefault(person, [])
            if comparable(evidence, row):
                rows.append(row)
    return [concluded(person, placed[person], minutes, tables, texts) for person in sorted(placed)]


def present(actors, people):
    """The persons among those who acted, each once."""
    return [people[id] for id in dict.fromkeys(actors.split("、")) if id in people]


def persons(actors, texts):
    """Rows of `actors` by id. A unit or a role may well be in two places."""
    return {
        texts[id]: row
        for row, (id, kind) in enumerate(zip(actors["id"], actors["kind"]))
        if texts[kind] == "person"
    }


def comparable(evidence, row):
    """Whether a record says when and where. Midnight is no time: spreadsheets show it where none was entered."""
    return (
        evidence["minute"][row] not in (0, NO_MINUTE)
        and evidence["day"][row] != NO_DAY
        and evidence["subject"][row] != NO_ROW
    )


def concluded(person, rows, minutes, tables, texts):
    """What is said of a person with these comparable records."""
    if len(rows) < 2:
        return Finding(person, "not_applicable", 0, "too-few", {}, [])
    found = clashes(rows, minutes, tables["evidence"])
    if not found:
        return Finding(person, "met", 0, "clear", {"records": len(rows)}, [])
    records = sorted({row for clash in found for row in (clash.row, clash.other)})
    arguments = told(found, minutes, tables, texts)
    return Finding(person, "suspect", len(found), "close" if minutes else "same", arguments, records)


def clashes(rows, minutes, evidence):
    """Records of a person that follow each other within the time, in two places."""
    day, minute, subject = evidence["day"], evidence["minute"], evidence["subject"]
    rows = sorted(rows, key=lambda row: (day[row], minute[row], subject[row], row))
    return [
        Clash(day[a], minute[a], a, minute[b], b, rounded=minute[a] % 30 == 0 and minute[b] % 30 == 0)
        for a, b in zip(rows, rows[1:])
        if day[a] == day[b] and minute[b] - minute[a] <= minutes and subject[a] != subject[b]
    ]


def told(found, minutes, tables, texts):
    """The arguments of the message. The example is the first whose times are not rounded: the hardest to explain."""
    example = min(found, key=lambda clash: clash.rounded)
    arguments = {
        "count": len(found),
        "rounded": sum(clash.rounded for clash in found),
        "day": example.day,
        "time": clock(example.minute),
        "here": place(example.row, tables, texts),
        "there": place(example.other, tables, texts),
    }
    if minutes:
        arguments |= {"minutes": minutes, "later": clock(example.later)}
    return arguments


def place(row, tables, texts):
    """The name of the subject of a record, or its id if it has none."""
    subject, subjects = tables["evidence"]["subject"][row], tables["subjects"]
    return texts[subjects["name"][subject]] or texts[subjects["id"][subject]]


def clock(minute):
    """Minutes since midnight, as clocks show them."""
    return f"{minute // 60:02}:{minute % 60:02}"
