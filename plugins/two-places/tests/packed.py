"""Packs a batch, as the host does."""

import struct


def pack(rows, columns, first, texts):
    """`columns`: pairs of a format of `struct` and values; `texts`: those that are new, with codes from `first` on."""
    start = aligned(24 + 4 * len(columns))
    body, starts = b"", []
    for kind, values in columns:
        starts.append(start + len(body))
        body += struct.pack(f"<{len(values)}{kind}", *values)
        body += bytes(aligned(len(body)) - len(body))
    encoded = [text.encode() for text in texts]
    ends = [sum(map(len, encoded[: index + 1])) for index in range(len(encoded))]
    head = [rows, len(columns), first, len(texts), start + len(body), *starts]
    head = b"LUO1" + struct.pack(f"<{len(head)}I", *head)
    return head + bytes(start - len(head)) + body + struct.pack(f"<{len(ends)}I", *ends) + b"".join(encoded)


def aligned(at):
    return -(-at // 8) * 8
