"""Unpacks the batches that the host hands over. The layout is described in plugins/wit/LAYOUT.md.

A batch is a header of 32-bit words (magic, rows, columns, code of the first new text, number of new texts, where the
ends of the texts are, then where each column begins), the columns one after the other, and the texts that no earlier
batch had. All numbers are little-endian.
"""

import struct

MAGIC = b"LUO1"
ROWS_AT_MOST = 10_000

# How `struct` writes a value of each type of column.
FORMATS = {"text": "I", "row": "I", "day": "i", "minute": "H", "number": "q", "small": "B"}

NO_ROW = 0xFFFF_FFFF
NO_DAY = -(2**31)
NO_MINUTE = 0xFFFF
NO_NUMBER = -(2**63)


class Damage(Exception):
    """What is wrong with the bytes of a batch."""


class Table:
    """A table by columns, filled batch by batch."""

    def __init__(self, types):
        """`types`: names of the columns and their types, in the order in which they were asked for."""
        self.types = types
        self.columns = {name: [] for name in types}
        self.rows = 0

    def __getitem__(self, name):
        return self.columns[name]

    def add(self, batch, texts):
        """Appends the rows of a batch, and to `texts`, where every text stands at its code, those that are new."""
        try:
            rows, columns = unpack(batch, list(self.types.values()), texts)
        except (struct.error, UnicodeDecodeError) as error:
            raise Damage(f"the batch is damaged: {error}") from error
        for values, new in zip(self.columns.values(), columns):
            values.extend(new)
        self.rows += rows


def unpack(batch, types, texts):
    """The number of rows, and the columns."""
    if batch[:4] != MAGIC:
        raise Damage("the batch has another layout")
    rows, count, first, new, ends = struct.unpack_from("<5I", batch, 4)
    if count != len(types):
        raise Damage("the batch has other columns")
    if rows > ROWS_AT_MOST:
        raise Damage("the batch has too many rows")
    if first != len(texts):
        raise Damage("the batch continues other texts")
    starts = struct.unpack_from(f"<{count}I", batch, 24)
    columns = [
        struct.unpack_from(f"<{rows}{FORMATS[kind]}", batch, start)
        for kind, start in zip(types, starts)
    ]
    texts.extend(new_texts(batch, new, ends))
    return rows, columns


def new_texts(batch, count, at):
    """Texts that end where the words at `at` say, counted from behind these words."""
    ends = struct.unpack_from(f"<{count}I", batch, at)
    base = at + 4 * count
    found, begin = [], 0
    for end in ends:
        if end < begin or base + end > len(batch):
            raise Damage("a text ends outside of the batch")
        found.append(batch[base + begin : base + end].decode("utf-8"))
        begin = end
    return found
