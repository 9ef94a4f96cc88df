"""A copy of a Word template with comments beside its paragraphs, as a colleague would put them there."""

import posixpath
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree

from pipeline.language.catalogue import Catalogue
from pipeline.outbox.letters.opening import OpenedTemplate, W, opened_template, written
from pipeline.outbox.normalising import legal, normalised

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PART: Final = "comments.xml"
_CONTENT_TYPES: Final = "[Content_Types].xml"


def with_comments(file: bytes, notes: Iterable[tuple[str, int, str]], words: Catalogue) -> bytes:
    """The template with `notes`: the part, the number of the paragraph in it, from 1, and what to say.

    Word has no comments in headers, footers and notes; what is to be said of those stands at the first paragraph.
    """
    opened = opened_template(file, words.language)
    body = opened.stories[0]
    places = list(body.root.iter(f"{W}p"))
    comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    for number, (part, paragraph, text) in enumerate(notes):
        place = places[paragraph - 1] if part == body.part else places[0]
        _attach(_outermost(place), number)
        comments.append(_comment(number, text, words.say("programme.name")))
    parts = dict(opened.parts)
    parts |= {story.part: written(story.root) for story in opened.stories}
    _add_part(parts, opened, written(comments))
    return normalised(zipped(parts), title=words.say("letter.title"), language=words.language)


def zipped(parts: dict[str, bytes]) -> bytes:
    """The parts as a package, to be normalised."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _outermost(paragraph: etree._Element) -> etree._Element:
    """The paragraph on which the text box with this one hangs, if it is in one."""
    return [paragraph, *paragraph.iterancestors(f"{W}p")][-1]


def _attach(paragraph: etree._Element, number: int) -> None:
    start, end = (etree.Element(f"{W}{name}", {f"{W}id": str(number)}) for name in _RANGE)
    paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, start)
    paragraph.append(end)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": str(number)})


_RANGE: Final[Sequence[str]] = ("commentRangeStart", "commentRangeEnd")


def _comment(number: int, text: str, author: str) -> etree._Element:
    initials = "".join(word[0] for word in author.split())
    named = {f"{W}id": str(number), f"{W}author": author, f"{W}initials": initials}
    comment = etree.Element(f"{W}comment", named)
    run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
    etree.SubElement(run, f"{W}t").text = legal(text)
    return comment


def _add_part(parts: dict[str, bytes], opened: OpenedTemplate, comments: bytes) -> None:
    folder, name = posixpath.split(opened.stories[0].part)
    part, threads = posixpath.join(folder, _PART), posixpath.join(folder, "_rels", f"{name}.rels")
    empty = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
    relations = etree.fromstring(parts.get(threads, empty))
    named = {"Id": "rIdComments", "Type": _KIND, "Target": _PART}
    etree.SubElement(relations, f"{{{_RELATIONSHIPS}}}Relationship", named)
    types = etree.fromstring(parts[_CONTENT_TYPES])
    for entry in list(types):
        if entry.get("PartName") == f"/{part}":
            types.remove(entry)
    etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=_TYPE)
    parts |= {part: comments, threads: written(relations), _CONTENT_TYPES: written(types)}
