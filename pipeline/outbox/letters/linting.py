"""Looks a Word template over and says everything that is wrong with its fields, each fault where it stands.

Nothing that a template's author typed is repeated, but for a word that can be the name of a field.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lxml import etree

from pipeline.documents.persona_instruction import ABOUT, Field, Kind
from pipeline.findings import NOWHERE, Finding, Level, Place, Shown, Word
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.letters import grammar as letter_grammar
from pipeline.outbox.letters.comments import with_comments
from pipeline.outbox.letters.grammar import BLOCKS, FILTERS, JINJA_BLOCKS, LOOP, Refusal, environment, refusals
from pipeline.outbox.letters.opening import Story, W, opened_template
from pipeline.outbox.letters.tags import Tag, has_loose_ends, is_one_tag, paragraphs, tags, tidy
from pipeline.outbox.letters.values import SAMPLES, shown

FIELD_UNKNOWN: Final = "letter_field_unknown"
FIELD_MISSPELT: Final = "letter_field_misspelt"
BLOCK_OPEN: Final = "letter_block_open"
END_STRAY: Final = "letter_end_stray"
TAG_BROKEN: Final = "letter_tag_broken"
TAG_UNKNOWN: Final = "letter_tag_unknown"
TAG_FORBIDDEN: Final = "letter_tag_forbidden"
INTERNALS: Final = "letter_internals"
FILTER_UNKNOWN: Final = "letter_filter_unknown"
BLOCK_CROSSES: Final = "letter_block_crosses"
NOT_ALONE: Final = "letter_tag_not_alone"
VALUE_WRONG: Final = "letter_value_wrong"

_SAYABLE: Final = re.compile(r"[A-Za-z_.]{1,40}")
_CLEARLY_ALIKE: Final = 70
_OF: Final = {"endif": ("if",), "endfor": ("for",), "else": ("if", "for"), "elif": ("if",)}
_LONGEST: Final = 300
_DEEPEST: Final = 2
_STRANGE: Final = re.compile(r"[{}%]|^[-+]|[-+]$")
_LANGUAGE: Final = "nl"  # which one makes no difference to what is wrong


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a template: its number, from 1, in its story (`body`, `header`, `footer` or `notes`)."""

    part: str
    where: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a template; `key` names its finding.

    `name` is what stands there, when that can be said; `meant` is what is probably meant.
    """

    key: str
    spot: Spot
    name: str = ""
    meant: str = ""


class FaultyTemplateError(ValueError):
    """A template with faults cannot be filled in; `faults` has all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(len(faults))
        self.faults = faults


def lint(file: bytes, fields: Iterable[Field]) -> tuple[Fault, ...]:
    """Everything wrong with the fields of a template, in the order of the text.

    Raises one of `letter_opening.DAMAGE` over a file that does not open.
    """
    stories = opened_template(file, _LANGUAGE).stories
    for story in stories:
        for _, paragraph in paragraphs(story):
            tidy(paragraph)
    return faults_of(stories, fields)


def faults_of(stories: Iterable[Story], fields: Iterable[Field]) -> tuple[Fault, ...]:
    """The same of stories whose paragraphs have been put in order."""
    kinds = {one.key: one.kind for one in fields}
    found: list[Fault] = []
    for story in stories:
        found += _Reader(story, kinds).faults()
    return tuple(found)


def findings(faults: Iterable[Fault], place: Place) -> tuple[Finding, ...]:
    """The faults as findings about the template at `place`; no letter is made before they have been mended."""
    return tuple(_finding(fault, place) for fault in faults)


def commented_copy(file: bytes, faults: Sequence[Fault], words: Catalogue) -> bytes:
    """The template with a comment beside every paragraph with a fault, to mend it in Word and use it again."""
    notes = [(fault.spot.part, fault.spot.paragraph, _remark(fault, words)) for fault in faults]
    return with_comments(file, notes, words)


def _remark(fault: Fault, words: Catalogue) -> str:
    finding = _finding(fault, NOWHERE)
    return f"{words.problem(finding)} {words.remedy(finding)}"


def _finding(fault: Fault, place: Place) -> Finding:
    return Finding(Level.STOP, fault.key, place, _values(fault), ABOUT)


def _values(fault: Fault) -> dict[str, Shown]:
    said: dict[str, Shown] = {"where": Word(f"letter.where.{fault.spot.where}"), "paragraph": fault.spot.paragraph}
    if fault.key in _NAMING:
        said["name"] = fault.name if _SAYABLE.fullmatch(fault.name) else Word("letter.unnamed")
    if fault.key == FIELD_MISSPELT:
        said["meant"] = fault.meant
    if fault.key == FILTER_UNKNOWN:
        said["filters"] = FILTERS
    return said


_NAMING: Final = frozenset(
    (FIELD_UNKNOWN, FIELD_MISSPELT, BLOCK_OPEN, END_STRAY, TAG_UNKNOWN, TAG_FORBIDDEN, FILTER_UNKNOWN)
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that has been opened: its word, its first tag, and what it adds to the names that one may use."""

    word: str
    tag: Tag
    spot: Spot
    names: Mapping[str, object] = field(default_factory=dict)
    has_else: bool = False


class _Reader:
    """Reads one story from its first tag to its last, and remembers which blocks are open."""

    __slots__ = ("_environment", "_found", "_kinds", "_open", "_story")

    def __init__(self, story: Story, kinds: Mapping[str, Kind]) -> None:
        self._story = story
        self._kinds = kinds
        self._environment = environment(shown)
        self._open: list[_Block] = []
        self._found: list[Fault] = []

    def faults(self) -> list[Fault]:
        for number, paragraph in paragraphs(self._story):
            spot = Spot(self._story.part, self._story.where, number)
            if has_loose_ends(paragraph):
                self._say(TAG_BROKEN, spot)
            for tag in tags(paragraph):
                self._tag(tag, spot)
        for block in self._open:
            self._say(BLOCK_OPEN, block.spot, block.word)
        return sorted(self._found, key=lambda fault: fault.spot.paragraph)

    def _say(self, key: str, spot: Spot, name: str = "", meant: str = "") -> None:
        fault = Fault(key, spot, name, meant)
        if fault not in self._found:
            self._found.append(fault)

    def _tag(self, tag: Tag, spot: Spot) -> None:
        if tag.kind == "{#":
            return
        if _STRANGE.search(tag.inside) or not 0 < len(tag.inside) <= _LONGEST:
            self._say(TAG_BROKEN, spot)
        elif tag.kind == "{{":
            self._value(tag.inside, spot)
        else:
            self._block(tag, spot)

    def _value(self, expression: str, spot: Spot) -> None:
        tree = self._parsed(f"{{{{ {expression} }}}}", spot)
        if tree is not None and not self._refused(refusals(tree, self._known()), spot):
            self._try(f"{{{{ {expression} }}}}", spot)

    def _block(self, tag: Tag, spot: Spot) -> None:
        word, _, rest = tag.inside.partition(" ")
        if word not in BLOCKS:
            if word in JINJA_BLOCKS:
                self._say(TAG_FORBIDDEN, spot, word)
                return
            meant = _nearest(word, BLOCKS)
            self._say(TAG_UNKNOWN, spot, word)
            word = meant or ""
        if word in ("if", "for"):
            self._opens(word, rest, tag, spot)
        elif word:
            self._goes_on(word, rest, tag, spot)
        if tag.level and not _stands_alone(tag):
            self._say(NOT_ALONE, spot)

    def _opens(self, word: str, rest: str, tag: Tag, spot: Spot) -> None:
        names: Mapping[str, object] = {}
        if word == "if":
            self._condition(rest, spot)
        else:
            names = self._loop(rest, spot)
        self._open.append(_Block(word, tag, spot, names))

    def _condition(self, expression: str, spot: Spot) -> None:
        source = f"{{% if {expression} %}}{{% endif %}}"
        tree = self._parsed(source, spot)
        if tree is not None and not self._refused(refusals(tree, self._known()), spot):
            self._try(source, spot)

    def _loop(self, rest: str, spot: Spot) -> Mapping[str, object]:
        """The names that a loop brings, also when something is wrong with it."""
        from jinja2 import nodes  # noqa: PLC0415 - half of what letters cost to start

        tree = self._parsed(f"{{% for {rest} %}}{{% endfor %}}", spot)
        if tree is None:
            name = rest.partition(" ")[0]
            return {name: Kind.TEXT, LOOP: None}
        loop = next(tree.find_all(nodes.For))
        name = loop.target.name if isinstance(loop.target, nodes.Name) else ""
        deep = sum(block.word == "for" for block in self._open) >= _DEEPEST
        if deep or not name or name == LOOP or name.startswith("_") or loop.recursive or loop.test:
            self._say(TAG_FORBIDDEN, spot, "for")
        elif not self._refused(refusals(loop.iter, self._known()), spot) and not self._is_list(loop.iter):
            self._say(VALUE_WRONG, spot)
        return {name: Kind.TEXT, LOOP: None}

    def _is_list(self, node: Any) -> bool:
        return self._known().get(getattr(node, "name", "")) is Kind.LIST

    def _goes_on(self, word: str, rest: str, tag: Tag, spot: Spot) -> None:
        """An elif, an else or the end of a block: of the innermost that is open, or of one around it."""
        if word == "elif":
            self._condition(rest, spot)
        elif rest.strip():
            self._say(TAG_BROKEN, spot)
        place = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].word in _OF[word]), None)
        if place is None or (self._open[place].has_else and not word.startswith("end")):
            self._say(END_STRAY, spot, word)
            return
        for block in self._open[place + 1 :]:
            self._say(BLOCK_OPEN, block.spot, block.word)
        del self._open[place + 1 :]
        if not _beside(self._open[place].tag, tag):
            self._say(BLOCK_CROSSES, spot)
        if word == "else":
            self._open[place] = replace(self._open[place], has_else=True)
        elif word != "elif":
            del self._open[place]

    def _known(self) -> Mapping[str, object]:
        known: dict[str, object] = dict(self._kinds)
        for block in self._open:
            known.update(block.names)
        return known

    def _parsed(self, source: str, spot: Spot) -> Any:
        from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - half of what letters cost to start

        try:
            return self._environment.parse(source)
        except (TemplateSyntaxError, RecursionError):
            self._say(TAG_BROKEN, spot)
            return None

    def _refused(self, said: Iterable[Refusal], spot: Spot) -> bool:
        count = 0
        for refusal in said:
            count += 1
            key, name, meant = self._named(refusal)
            self._say(key, spot, name, meant)
        return count > 0

    def _named(self, refusal: Refusal) -> tuple[str, str, str]:
        match refusal.what:
            case letter_grammar.UNKNOWN:
                meant = _nearest(refusal.name, self._kinds) or ""
                return (FIELD_MISSPELT if meant else FIELD_UNKNOWN), refusal.name, meant
            case letter_grammar.FILTER:
                return FILTER_UNKNOWN, refusal.name, _nearest(refusal.name, FILTERS) or ""
            case letter_grammar.INTERNALS:
                return INTERNALS, "", ""
            case _:
                return TAG_FORBIDDEN, refusal.name, ""

    def _try(self, source: str, spot: Spot) -> None:
        """Work a tag out, with everything filled in and with nothing: then it will not fail in a letter either."""
        loop = {"index": 1, "index0": 0, "revindex": 1, "revindex0": 0, "first": True, "last": True, "length": 1}
        kinds = {name: kind for name, kind in self._known().items() if isinstance(kind, Kind)}
        try:
            template = self._environment.from_string(source)
            for sample in SAMPLES:
                template.render({LOOP: loop} | {name: sample[kind] for name, kind in kinds.items()})
        except Exception:  # noqa: BLE001 - what a wrong expression may raise has no end
            self._say(VALUE_WRONG, spot)


def _nearest(name: str, choices: Iterable[str]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for what is misspelt

    found = process.extractOne(name.lower(), list(choices), scorer=fuzz.ratio, score_cutoff=_CLEARLY_ALIKE)
    return found[0] if found else None


def _stands_alone(tag: Tag) -> bool:
    """Whether nothing is lost when a tag takes the place of its paragraph, row or cell."""
    around = _anchor(tag)
    if around is None:
        return False
    pictures = next(around.iter(f"{W}drawing", f"{W}pict", f"{W}object"), None)
    return pictures is None and is_one_tag("".join(text.text or "" for text in around.iter(f"{W}t")))


def _anchor(tag: Tag) -> etree._Element | None:
    """The element that a tag takes the place of."""
    if not tag.level:
        return tag.text
    if tag.level == "p":
        return tag.paragraph
    return next(tag.paragraph.iterancestors(f"{W}{tag.level}"), None)


def _beside(first: Tag, other: Tag) -> bool:
    """Whether what stands between two tags can be left out, or repeated, without tearing anything apart."""
    one, two = _anchor(first), _anchor(other)
    if first.level != other.level or one is None or two is None:
        return False
    if first.level:
        return one.getparent() is two.getparent()
    same_place = first.paragraph.getparent() is other.paragraph.getparent()
    return same_place and _way_up(one, first.paragraph) == _way_up(two, other.paragraph)


def _way_up(element: etree._Element, end: etree._Element) -> list[str]:
    """The tags of the elements around `element`, up to `end`."""
    way: list[str] = []
    for around in element.iterancestors():
        if around is end:
            break
        way.append(str(around.tag))
    return way
