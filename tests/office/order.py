"""The order in which the schema (ISO/IEC 29500-1, wml.xsd) has the children of properties. Word opens no file that breaks it."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
        spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
        divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
        webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
        eastAsianLayout specVanish oMath""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
        formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
        tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers
        cellIns cellDel cellMerge tcPrChange""",
    "trPr": """cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del
        trPrChange""",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
        personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins proofState
        defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang
        clrSchemeMapping decimalSymbol listSeparator""",
}
# An unordered mixture in the schema.
UNORDERED = {"trPr"}
# May stand several times.
REPEATED = {"footerReference", "headerReference", "tr", "tc", "style", "tblStylePr"}


def faults(part: bytes) -> list[str]:
    """What breaks the order in a part."""
    found = []
    for element in etree.fromstring(part).iter():
        name = etree.QName(element).localname
        if name not in ORDER or not element.tag.startswith(W):
            continue
        order = ORDER[name].split()
        last = -1
        seen = set()
        for child in element:
            local = etree.QName(child).localname
            if local not in order:
                found.append(f"{name}: {local} is unknown")
                continue
            if local in seen and local not in REPEATED:
                found.append(f"{name}: {local} stands twice")
            seen.add(local)
            at = order.index(local)
            if at < last and name not in UNORDERED:
                found.append(f"{name}: {local} after {order[last]}")
            last = max(last, at)
    return found


def shape_faults(part: bytes) -> list[str]:
    """What breaks the rest that Word insists on: cells that end with a paragraph, rows that fill their grid."""
    found = []
    root = etree.fromstring(part)
    for cell in root.iter(W + "tc"):
        if cell[-1].tag != W + "p":
            found.append("a cell does not end with a paragraph")
    for table in root.iter(W + "tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(W + "tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc")]
            width = sum(1 if span is None else int(span.get(W + "val")) for span in spans)
            if width != columns:
                found.append(f"a row of {width} columns in a table of {columns}")
        after = table.getnext()
        if after is None or after.tag != W + "p":
            found.append("a table without a paragraph after it")
    return found
