"""Pages as LibreOffice prints them: their words with places, and their ink."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

POINT = 25.4 / 72
# Of page images: ten pixels for each millimetre.
PER_MM = 10


@dataclass(frozen=True)
class Word:
    """A word on a page; lengths in millimetres from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: list[Word]

    def word(self, part: str) -> Word:
        """The one word that contains a text."""
        found = [word for word in self.words if part in word.text]
        assert len(found) == 1, f"{part!r} is {len(found)} times on the page"
        return found[0]

    def lines(self) -> list[str]:
        """Its text, line by line; words stand in one line if their middles do."""
        rows: list[list[Word]] = []
        for word in sorted(self.words, key=lambda word: (round(word.middle), word.left)):
            if rows and abs(rows[-1][0].middle - word.middle) < 2:
                rows[-1].append(word)
            else:
                rows.append([word])
        return ["".join(word.text for word in row) for row in rows]


def convert(folder: Path) -> Path:
    """Prints every .docx of a folder; gives the folder of the .pdf."""
    out = folder / "pdf"
    profile = (folder / "profile").resolve().as_uri()
    papers = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(out), *papers],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return out


def pages(pdf: Path) -> list[Page]:
    """The pages of a .pdf, with their words."""
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    found = []
    for page in re.finditer(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.S):
        words = [
            Word(word[5], *(float(word[at]) * POINT for at in range(1, 5)))
            for word in re.finditer(
                r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page[3]
            )
        ]
        found.append(Page(float(page[1]) * POINT, float(page[2]) * POINT, words))
    return found


@dataclass(frozen=True)
class Band:
    """Rows of a page that have ink of a kind, without a gap; millimetres."""

    top: float
    bottom: float
    left: float
    right: float


class Ink:
    """The ink of a page."""

    def __init__(self, pdf: Path, page: int) -> None:
        picture = subprocess.run(
            ["pdftoppm", "-r", str(PER_MM * 25.4), "-f", str(page), "-l", str(page), str(pdf)],
            check=True,
            capture_output=True,
        ).stdout
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", picture)
        assert head, "pdftoppm writes P6"
        self.width, self.height = int(head[1]), int(head[2])
        pixels = picture[head.end():]
        self._red, self._green = pixels[0::3], pixels[1::3]

    def red(self) -> list[Band]:
        return self._bands(lambda red, green: red > 150 and green < 100)

    def black(self, left: float = 0, right: float = 1_000) -> list[Band]:
        return self._bands(lambda red, green: red < 128 and green < 128, left, right)

    def _bands(self, wanted, left: float = 0, right: float = 1_000) -> list[Band]:
        first, last = int(left * PER_MM), min(self.width, int(right * PER_MM))
        bands: list[list[int]] = []
        for row in range(self.height):
            start = row * self.width
            reds, greens = self._red[start + first:start + last], self._green[start + first:start + last]
            if min(greens, default=255) >= 128:
                continue
            at = [x for x, (red, green) in enumerate(zip(reds, greens)) if wanted(red, green)]
            if not at:
                continue
            span = [row, row, at[0] + first, at[-1] + first]
            if bands and bands[-1][1] == row - 1:
                band = bands[-1]
                bands[-1] = [band[0], row, min(band[2], span[2]), max(band[3], span[3])]
            else:
                bands.append(span)
        return [Band(b[0] / PER_MM, (b[1] + 1) / PER_MM, b[2] / PER_MM, (b[3] + 1) / PER_MM) for b in bands]
