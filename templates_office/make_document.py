"""Makes document.docx, the look of our Word documents: `python templates_office/make_document.py`.

A team that wants its own look puts a document.docx (or .dotx) of its own in its templates_office folder; its styles
are used by name. The same script always makes the same bytes.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from pipeline.outbox.normalising import normalised

INK, DARK, MIDDLE, LIGHT, PALE, GREY = "1F2A30", "08415C", "4C8FB0", "A9CCE0", "F1F6F9", "4A5A63"
THEME = {"dk2": DARK, "lt2": PALE, "accent1": DARK, "accent2": MIDDLE, "accent3": LIGHT, "accent4": GREY}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


class Style(NamedTuple):
    """A paragraph style; sizes in half points, spaces in twentieths of a point."""

    name: str
    size: int = 22
    colour: str = INK
    bold: bool = False
    before: int = 0
    after: int = 120
    line: int = 276
    keep: bool = False
    level: int | None = None
    then: str = "BodyText"
    paragraph: tuple[str, str, str, str] = ("", "", "", "")  # numbering, borders with shading, tabs, indent

    @property
    def key(self) -> str:
        """How the file refers to it."""
        return "".join(word.capitalize() for word in self.name.split())

    def xml(self) -> str:
        """The style as Word keeps it, each element where the schema wants it."""
        numbering, borders, tabs, indent = self.paragraph
        keep = "<w:keepNext/><w:keepLines/>" if self.keep else ""
        spacing = f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
        level = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="{self.then}"/><w:qFormat/>'
            f"<w:pPr>{keep}{numbering}{borders}{tabs}{spacing}{indent}{level}</w:pPr>"
            f'<w:rPr>{bold}<w:color w:val="{self.colour}"/><w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>'
            "</w:rPr></w:style>"
        )


def numbered(number: int) -> str:
    """That a style belongs to a list."""
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def edge(side: str, colour: str, size: int, space: int) -> str:
    """A line along a paragraph."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


CARD_EDGES = edge("top", PALE, 4, 4) + edge("left", MIDDLE, 36, 8) + edge("bottom", PALE, 4, 4)
CARD = (
    "",
    f'<w:pBdr>{CARD_EDGES}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>',
    "",
    '<w:ind w:left="227"/>',
)
BIG = ("", f"<w:pBdr>{edge('left', DARK, 48, 10)}</w:pBdr>", "", '<w:ind w:left="284"/>')
FOOTER = (
    "",
    f"<w:pBdr>{edge('top', LIGHT, 6, 6)}</w:pBdr>",
    '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>',
    "",
)
STYLES = (
    Style("Title", 52, DARK, bold=True, after=60, line=240, keep=True),
    Style("Subtitle", 24, GREY, after=320, line=264, keep=True),
    Style("heading 1", 32, DARK, bold=True, before=360, after=120, line=252, keep=True, level=0),
    Style("heading 2", 26, DARK, bold=True, before=240, after=80, line=252, keep=True, level=1),
    Style("heading 3", 22, DARK, bold=True, before=200, after=60, line=252, keep=True, level=2),
    Style("Body Text", after=140),
    Style("List Bullet", after=80, then="ListBullet", paragraph=(numbered(1), "", "", "")),
    Style("List Number", after=80, then="ListNumber", paragraph=(numbered(2), "", "", "")),
    Style("caption", 20, GREY, before=60, after=200),
    Style("Table Text", 21, after=0, line=252, then="TableText"),
    Style("Card Heading", 23, DARK, bold=True, before=160, after=0, keep=True, then="CardText", paragraph=CARD),
    Style("Card Text", after=0, paragraph=CARD),
    Style("Kicker", 21, GREY, bold=True, before=240, after=0, keep=True, then="Big", paragraph=BIG),
    Style("Big", 36, DARK, before=0, after=0, line=264, paragraph=BIG),
    Style("Action", 22, INK, bold=True, after=240, paragraph=BIG),
    Style("footer", 19, GREY, after=0, line=240, then="Footer", paragraph=FOOTER),
)
CONTENTS_TABS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
LONG_DOCUMENT = (
    Style("heading 4", 21, GREY, bold=True, before=160, after=40, line=252, keep=True, level=3),
    Style("TOC Heading", 32, DARK, bold=True, after=200, line=252, keep=True, then="Toc1"),
    Style("toc 1", 22, DARK, bold=True, before=120, after=40, line=252, paragraph=("", "", CONTENTS_TABS, "")),
    Style("toc 2", 21, before=0, after=20, paragraph=("", "", CONTENTS_TABS, '<w:ind w:left="284"/>')),
    Style(
        "Cover Line", 24, after=100, then="CoverLine", paragraph=("", "", "", '<w:ind w:left="3119" w:hanging="3119"/>')
    ),
)
"""What only a document of many pages asks for."""


def styles(more: tuple[Style, ...] = ()) -> str:
    """All styles, with Calibri 11 and Dutch underneath; a document sets its own language."""
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    lines = "".join(edge(side, LIGHT, 4, 0) for side in ("top", "bottom", "insideH"))
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{DARK}"/></w:tcPr></w:tblStylePr></w:style>'
        f"{''.join(style.xml() for style in (*STYLES, *more))}</w:styles>"
    )


def numbering() -> str:
    """One list with bullets, one with numbers."""
    kinds = (("bullet", "\N{BULLET}", "ListBullet"), ("decimal", "%1.", "ListNumber"))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{sign}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>'
        f'<w:rPr><w:b/><w:color w:val="{DARK}"/></w:rPr></w:lvl></w:abstractNum>'
        for number, (kind, sign, style) in enumerate(kinds)
    )
    used = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(kinds)))
    return f"{HEAD}<w:numbering {W}>{lists}{used}</w:numbering>"


def footer() -> str:
    """The footer's text, which the document fills in, and the number of the page."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    number = (
        f"{field.format('begin')}"
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f"{field.format('separate')}<w:r><w:t>1</w:t></w:r>{field.format('end')}"
    )
    return (
        f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>{{{{ footer }}}}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{number}</w:p></w:ftr>"
    )


def document() -> str:
    """An empty A4 page with margins of 2.5 cm."""
    return (
        f'{HEAD}<w:document {W} xmlns:r="{OFFICE}"><w:body><w:p/><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def settings() -> str:
    """What keeps Word from its compatibility mode."""
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="nl-NL"/></w:settings>'
    )


def theme() -> str:
    """The colours that Word offers to who edits a document."""
    xml = docx.Document().part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    for name, colour in THEME.items():
        xml = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', xml, flags=re.DOTALL)
    return re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', r"\1Calibri", xml)


def package() -> bytes:
    """The template."""
    parts = {
        "document": document(),
        "styles": styles(LONG_DOCUMENT),
        "settings": settings(),
        "numbering": numbering(),
        "footer": footer(),
    }
    targets = (*("styles", "settings", "numbering"), "theme", "footer")
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in ((name, "document.main" if name == "document" else name) for name in parts)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{name}"'
        f' Target="{"theme/theme1" if name == "theme" else name}.xml"/>'
        for number, name in enumerate(targets, 1)
    )
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}'
            f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME_TYPE}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships {RELATIONS}><Relationship Id="rId1" Type="{OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f"{HEAD}<Relationships {RELATIONS}>{relations}</Relationships>"
        )
        archive.writestr("word/theme/theme1.xml", theme())
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return normalised(target.getvalue(), title="Team Teacher Reflection", language="nl")


if __name__ == "__main__":
    Path(__file__).with_name("document.docx").write_bytes(package())
