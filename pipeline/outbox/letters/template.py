"""The one way in which a Word template with Jinja fields becomes letters: compiled once, filled in for each recipient.

What is filled in never counts as a template: a name may be `{{ 7*7 }}` or `R&D <HR>` and comes out as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from pipeline.documents.persona_instruction import FIELDS, STEM, Field
from pipeline.findings import Finding, Place, note
from pipeline.outbox.letters.comments import zipped
from pipeline.outbox.letters.grammar import environment
from pipeline.outbox.letters.linting import FaultyTemplateError, faults_of
from pipeline.outbox.letters.opening import DAMAGE, LARGEST_FILE, OpenedTemplate, Story, opened_template, written
from pipeline.outbox.letters.package import Packed, package_of, packed_parts
from pipeline.outbox.letters.repeats import mended, needs_mending
from pipeline.outbox.letters.tags import CLOSING_BRACE, OPENING_BRACE, paragraphs, shield, tags, tidy
from pipeline.outbox.letters.values import shown
from pipeline.outbox.normalising import normalised

if TYPE_CHECKING:
    from jinja2 import Template

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class ChosenTemplate(NamedTuple):
    """The template that serves, the name by which findings call it, and what there is to say about the choice."""

    file: bytes
    place_name: str
    is_own: bool = False
    findings: tuple[Finding, ...] = ()


def template_bytes(shipped: Path, own: Path | None, language: str) -> ChosenTemplate:
    """The team's own template of the persona instruction, or else the one in `shipped`; both are folders.

    One in the letter's language goes before one without a language in its name. A file that does not open is said, and
    the shipped one serves.
    """
    file = _own_file(shipped, own, language)
    ours = ChosenTemplate((shipped / f"{STEM}.{language}.docx").read_bytes(), _named(f"{STEM}.{language}.docx"))
    if file is None:
        return ours
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise ValueError(STEM)
        content = file.read_bytes()
        opened_template(content, language)
    except DAMAGE:
        return ours._replace(findings=(note("letter_template_damaged", Place(_named(file.name))),))
    return ChosenTemplate(content, _named(file.name), is_own=True)


@dataclass(frozen=True, slots=True)
class _Page:
    """A part of the letter in which something is filled in."""

    part: str
    template: "Template"
    mend: bool


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A template that is ready to be filled in, as often as one likes."""

    parts: tuple[Packed, ...]
    pages: tuple[_Page, ...]

    def render(self, fields: Mapping[str, object]) -> bytes:
        """The letter with `fields` filled in, a whole .docx; every field of the template must be among them."""
        return package_of(self.parts, {page.part: _filled(page, fields) for page in self.pages})


def letter_template(file: bytes, *, title: str, language: str, fields: Iterable[Field] = FIELDS) -> LetterTemplate:
    """The template in `file`, compiled; its letters bear `title` and are in `language`.

    Raises `FaultyTemplateError` when the linter has anything to say, and one of `letter_opening.DAMAGE` over a file
    that does not open.
    """
    opened = opened_template(file, language)
    for story in opened.stories:
        for _, paragraph in paragraphs(story):
            tidy(paragraph)
    faults = faults_of(opened.stories, fields)
    if faults:
        raise FaultyTemplateError(faults)
    package = normalised(_package(opened), title=title, language=language)
    pages = tuple(_compiled(story) for story in opened.stories if _has_tags(story))
    return LetterTemplate(packed_parts(package), pages)


def _own_file(shipped: Path, own: Path | None, language: str) -> Path | None:
    if own is None or own.resolve() == shipped.resolve():
        return None
    names = (f"{stem}{kind}" for stem in (f"{STEM}.{language}", STEM) for kind in (".docx", ".dotx"))
    return next((own / name for name in names if (own / name).is_file()), None)


def _named(name: str) -> str:
    return f"templates_office/{name}"


def _package(opened: OpenedTemplate) -> bytes:
    return zipped(opened.parts | {story.part: written(story.root) for story in opened.stories})


def _has_tags(story: Story) -> bool:
    return any(tags(paragraph) for _, paragraph in paragraphs(story))


def _compiled(story: Story) -> _Page:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to start

    mend = needs_mending(story)
    shield(story)
    source = DocxTemplate("").patch_xml(etree.tostring(story.root, encoding="unicode"))
    for sign, brace in ((OPENING_BRACE, "{"), (CLOSING_BRACE, "}")):
        source = source.replace(sign, f"{{{{ '{brace}' }}}}")
    return _Page(story.part, environment(shown).from_string(source), mend)


def _filled(page: _Page, fields: Mapping[str, object]) -> bytes:
    xml = (_DECLARATION + page.template.render(fields)).encode()
    return mended(xml) if page.mend else xml
