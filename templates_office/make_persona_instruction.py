"""Makes persona-instruction.{nl,en,de}.docx: `python templates_office/make_persona_instruction.py`.

The wording stands in the catalogues (`letter-instruction.toml`), the look is that of document.docx. A team that wants
its own letter puts a persona-instruction.docx in its templates_office folder. The same script always makes the same
bytes.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.normalising import LOCALES, normalised
from pipeline.ttr.personas import ASPECTS_OF_A_PERSONA
from templates_office import make_document as look

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WIDTH = 9524  # between the margins, in twentieths of a point
SIDES = ("top", "left", "bottom", "right")
BOX_EDGES = "".join(look.edge(side, look.MIDDLE, 12, 8) for side in SIDES)
BOX = (
    "",
    f'<w:pBdr>{BOX_EDGES}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{look.PALE}"/>',
    "",
    '<w:ind w:left="227" w:right="227"/>',
)
FACT = (
    "",
    look.CARD[1],
    '<w:tabs><w:tab w:val="left" w:pos="1361"/></w:tabs>',
    '<w:ind w:left="1361" w:hanging="1134"/>',
)
STYLES = (
    look.Style("Fact", after=0, line=288, then="Fact", paragraph=FACT),
    look.Style("Box Kicker", 21, look.GREY, bold=True, before=200, after=0, keep=True, then="BoxLine", paragraph=BOX),
    look.Style("Box Line", 44, look.DARK, bold=True, after=0, line=264, keep=True, then="BoxText", paragraph=BOX),
    look.Style("Box Text", before=40, after=0, line=264, then="BoxText", paragraph=BOX),
    look.Style("Tick", before=140, after=60),
)
LINES = ("day", "time", "place")


def field(name: str) -> str:
    """A field of the letter."""
    return f"{{{{ {name} }}}}"


def paragraph(text: str, style: str = "BodyText", more: str = "") -> str:
    """One paragraph; a tab in `text` is a tab in Word."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
    return f"<w:p>{properties}{'<w:r><w:tab/></w:r>'.join(map(run, text.split(chr(9))))}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A piece of text."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def block(condition: str, *content: str) -> str:
    """What stands in the letter only when a condition holds."""
    return f"{paragraph(f'{{%p if {condition} %}}')}{''.join(content)}{paragraph('{%p endif %}')}"


def fact(label: str, value: str) -> str:
    """A line of the box with date, time and place."""
    properties = '<w:pPr><w:pStyle w:val="Fact"/></w:pPr>'
    return f"<w:p>{properties}{run(label, '<w:rPr><w:b/><w:bCs/></w:rPr>')}<w:r><w:tab/></w:r>{run(value)}</w:p>"


def table(header: Iterable[str], rows: Iterable[Iterable[str]], alt: str, height: int) -> str:
    """A table to fill in; `height` of a row in twentieths of a point."""
    header, rows = tuple(header), tuple(map(tuple, rows))
    widths = (WIDTH,) if len(header) == 1 else (WIDTH * 2 // 5, WIDTH - WIDTH * 2 // 5)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(header, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    tall = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblDescription w:val={quoteattr(alt)}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(_row(row, widths, tall) for row in rows)}</w:tbl>"
    )


def _row(cells: tuple[str, ...], widths: tuple[int, ...], properties: str) -> str:
    is_head = "tblHeader" in properties
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.PALE}"/>' if is_head else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_edges()}{shade}</w:tcPr>'
        f"{_question(cell) if is_head else paragraph(cell, 'TableText')}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{made}</w:tr>"


def _question(text: str) -> str:
    """What is asked above room for an answer; its ink is named, or Word takes the white of the table's own style."""
    ink = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{look.DARK}"/></w:rPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr>{run(text, ink)}</w:p>'


def _edges() -> str:
    return f"<w:tcBorders>{''.join(look.edge(side, look.MIDDLE, 6, 0) for side in SIDES)}</w:tcBorders>"


def tick(text: str) -> str:
    """A box to tick, on paper or with a click, and what it says."""
    signs = '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    signs += '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    font = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>'
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(text)}/><w:tag w:val="at_least_two"/><w:id w:val="2027"/>'
        f"<w14:checkbox>{signs}</w14:checkbox></w:sdtPr><w:sdtContent><w:r>{font}<w:t>\N{BALLOT BOX}</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Tick"/></w:pPr>{control}{run("  " + text)}</w:p>'


class Letter:
    """The letter in one language, part by part, in the order in which it is read."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words

    def body(self) -> str:
        """The whole text."""
        return "".join((*self._opening(), *self._when(), *self._box(), *self._course(), *self._own_page()))

    def say(self, key: str) -> str:
        """A text of the letter, with fields where values will stand."""
        names = {"recipient": "recipient", "start": "start", "end": "end", "number": "number_of_statements"}
        names |= {"team": "team", "highest": "highest_score", "examples": "examples_of_aspects"}
        return self._words.say(f"letter.{key}", **{name: field(known) for name, known in names.items()})

    def _opening(self) -> Iterable[str]:
        yield paragraph(self.say("title"), "Title")
        programme = "{% if programme_known %} · {{ programme }}{% endif %}"
        yield paragraph(f"{field('team')}{programme}", "Subtitle")
        named, nameless = self.say("greeting"), self.say("greeting_nameless")
        yield paragraph(f"{{% if recipient %}}{named}{{% else %}}{nameless}{{% endif %}}")
        yield paragraph(self.say("why.all"))
        yield block("not as_oneself", paragraph(self.say("why.persona")))
        yield block("as_oneself", paragraph(self.say("why.oneself")))

    def _when(self) -> Iterable[str]:
        yield paragraph(self.say("when.heading"), "Heading1")
        hours = f"{{% if time_known %}}{self.say('when.hours')}{{% else %}}{field('start')}{{% endif %}}"
        for key, value in zip(LINES, (field("day"), hours, field("place")), strict=True):
            yield fact(self.say(f"when.{key}"), value)
        for mode in ("online", "hybrid", "offline"):
            yield block(mode, paragraph(self.say(f"when.{mode}"), more='<w:spacing w:before="140"/>'))

    def _box(self) -> Iterable[str]:
        """The persona code; or, for who walks as oneself, what to know first."""
        how = "{%% if anonymous %%}%s{%% elif with_steps %%}%s{%% else %%}%s{%% endif %%}" % tuple(  # noqa: UP031 - braces
            self.say(f"code.{key}") for key in ("anonymous", "steps", "points")
        )
        yield block(
            "not as_oneself",
            paragraph(self.say("code.kicker"), "BoxKicker"),
            paragraph(field("code"), "BoxLine"),
            paragraph(f"{how} {self.say('code.secret')}", "BoxText"),
        )
        points = self._words.many("letter.warning.points")
        yield block(
            "as_oneself",
            paragraph(self.say("warning.kicker"), "BoxKicker"),
            paragraph(self.say("warning.text"), "BoxLine"),
            *(paragraph(point, "BoxText") for point in points),
        )

    def _course(self) -> Iterable[str]:
        yield paragraph(self.say("course.heading"), "Heading1")
        yield block("with_points", *self._steps(self._with_points()))
        yield block("with_steps", *self._steps(self._with_steps()))
        yield block("not as_oneself", *self._steps((self.say("course.persona.talk"),)))
        yield block("as_oneself", *self._steps((self.say("course.talk"),)))
        yield block("some_reversed", paragraph(self.say("course.reversed")))
        passing = paragraph(f"{self.say('pass.text')} {self.say('pass.ask')}")
        yield block("not as_oneself", paragraph(self.say("pass.heading"), "Heading1"), passing)
        yield block("as_oneself", paragraph(self.say("pass.ask")))

    def _with_points(self) -> Iterable[str]:
        yield self._either("course.points.listen_oneself", "course.points.listen")
        row = "{% if anonymous or as_oneself %}" + self.say("course.points.empty_row")
        row += "{% else %}" + self.say("course.points.own_row") + "{% endif %}"
        yield f"{self.say('course.points.score')} {row}"
        yield self._either("course.points.total_oneself", "course.points.total")
        yield self.say("course.points.chart")

    def _with_steps(self) -> Iterable[str]:
        yield self.say("course.steps.listen")
        yield f"{self._either('course.steps.step_oneself', 'course.steps.step')} {self.say('course.steps.seated')}"
        yield self.say("course.steps.total")

    def _either(self, oneself: str, persona: str) -> str:
        return f"{{% if as_oneself %}}{self.say(oneself)}{{% else %}}{self.say(persona)}{{% endif %}}"

    def _steps(self, texts: Iterable[str]) -> Iterable[str]:
        return (paragraph(text, "ListNumber") for text in texts)

    def _own_page(self) -> Iterable[str]:
        """What a participant keeps: the card of the persona and room for the two questions."""
        numbers = tuple(f"{number}." for number in range(1, ASPECTS_OF_A_PERSONA + 1))
        yield block(
            "not as_oneself",
            paragraph(self.say("own_page"), "Heading1", "<w:pageBreakBefore/>"),
            paragraph(self.say("persona.heading"), "Heading2"),
            paragraph(self.say("persona.text")),
            paragraph(f"{self.say('persona.examples')} {self.say('persona.life')}"),
            table(
                (self.say("persona.aspect"), self.say("persona.mine")),
                ((number, "") for number in numbers),
                self.say("persona.alt"),
                500,
            ),
            tick(self.say("persona.tick")),
            paragraph(self.say("persona.stays")),
        )
        yield block("not as_oneself", paragraph(self.say("belonging.heading"), "Heading2"))
        alone = paragraph(self.say("belonging.heading"), "Heading1", "<w:pageBreakBefore/>")
        yield block("as_oneself", alone)
        yield paragraph(self.say("belonging.text"))
        yield block("not as_oneself", *self._questions(numbers, 1600, 540))
        yield block("as_oneself", *self._questions(numbers, 3800, 1250))
        yield paragraph(f"{self._words.many('programme.credits')[0]} · {self.say('origin')}", "Caption")

    def _questions(self, numbers: Iterable[str], high: int, low: int) -> Iterable[str]:
        """Room for an answer to both; on a page without a card there is more of it."""
        yield table((self.say("belonging.definition"),), (("",),), self.say("belonging.definition_alt"), high)
        yield paragraph("", "TableText")
        conditions = ((number,) for number in numbers)
        yield table((self.say("belonging.conditions"),), conditions, self.say("belonging.conditions_alt"), low)


def document(words: Catalogue) -> str:
    """The page, A4 with margins of 2.1 cm."""
    return (
        f'{look.HEAD}<w:document {look.W} xmlns:r="{look.OFFICE}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14">'
        f"<w:body>{Letter(words).body()}<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1191" w:right="1191" w:bottom="1191" w:left="1191" w:header="709" w:footer="624"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def styles() -> str:
    """The styles of document.docx, and those of the boxes."""
    wide = look.styles().replace('w:pos="9070"', f'w:pos="{WIDTH}"')
    close = wide.replace('<w:spacing w:before="360"', '<w:spacing w:before="260"')
    return close.replace("</w:styles>", "".join(style.xml() for style in STYLES) + "</w:styles>")


def package(language: str) -> bytes:
    """The template in one language."""
    words = catalogue(language)
    footer = look.footer().replace("{{ footer }}", escape(Letter(words).say("footer")))
    changed = {
        "word/document.xml": document(words),
        "word/styles.xml": styles().replace("nl-NL", LOCALES[language]),
        "word/settings.xml": look.settings().replace("nl-NL", LOCALES[language]),
        "word/footer.xml": footer,
    }
    target = BytesIO()
    with ZipFile(BytesIO(look.package())) as shipped, ZipFile(target, "w") as archive:
        for name in shipped.namelist():
            archive.writestr(name, changed.get(name) or shipped.read(name))
    return normalised(target.getvalue(), title=words.say("letter.title"), language=language)


if __name__ == "__main__":
    for spoken in LANGUAGES:
        Path(__file__).with_name(f"persona-instruction.{spoken}.docx").write_bytes(package(spoken))
