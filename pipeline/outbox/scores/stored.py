"""What XlsxWriter leaves unsaid or says wrongly in a workbook that reckons.

An empty result is a text, else a program that does not reckon takes it for a nought. A chart is in a language. And a
sheet with frozen rows and columns opens with the cursor in its first cell, in each of its parts.
"""

import re
from io import BytesIO
from zipfile import ZipFile

from pipeline.outbox.normalising import LOCALES

_EMPTY = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?)(><f>[^<]*</f><v></v></c>)')
_CURSOR = re.compile(
    rb'(<selection pane="(?:topRight|bottomLeft|bottomRight)") activeCell="[A-Z]+\d+" sqref="[A-Z]+\d+"'
)
_LANGUAGE = re.compile(rb'(<c:lang val=")[^"]*(")|(<a:\w+ lang=")[^"]*(")')


def stored_outright(workbook: bytes, language: str) -> bytes:
    """The same workbook with all of that said; `language` is nl, en or de."""
    locale = LOCALES[language].encode()
    target = BytesIO()
    with ZipFile(BytesIO(workbook)) as archive, ZipFile(target, "w") as written:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                content = _CURSOR.sub(rb"\1", _EMPTY.sub(rb'\1 t="str"\2', content))
            elif entry.filename.startswith("xl/charts/chart"):
                content = _LANGUAGE.sub(lambda found: _said(found, locale), content)
            written.writestr(entry, content)
    return target.getvalue()


def _said(found: re.Match[bytes], locale: bytes) -> bytes:
    return (found[1] or found[3]) + locale + b'"'
