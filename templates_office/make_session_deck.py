"""Make session-deck.pptx: the look of the decks, with a layout for each kind of slide.

    python templates_office/make_session_deck.py

The same bytes every time. A university that wants another look puts its own file beside it.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

from pipeline.outbox.normalising import normalised

TARGET = Path(__file__).with_name("session-deck.pptx")
WIDTH, HEIGHT = 12_192_000, 6_858_000
MARGIN = 685_800
WIDE = WIDTH - 2 * MARGIN

COLOURS = {
    "dk1": "1B2A33",
    "lt1": "FFFFFF",
    "dk2": "08415C",
    "lt2": "F7F4EE",
    "accent1": "08415C",
    "accent2": "4C8FB0",
    "accent3": "A9CCE0",
    "accent4": "B5452F",
    "accent5": "46606E",
    "accent6": "D98A4B",
    "hlink": "0B5C83",
    "folHlink": "5B4A6B",
}
FONT = "Calibri"
INK, DEEP, GREY, WARM = "tx1", "tx2", "accent5", "accent4"

# Where people stand after a Power Walk: per lane how far, in hundredths of the way, and in which colour.
WALK = (
    (58, "accent2"),
    (24, "accent3"),
    (82, "accent2"),
    (40, "accent3"),
    (92, "accent6"),
    (12, "accent3"),
    (66, "accent2"),
)

_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_FOOTER = (MARGIN, 6_309_360, 9_144_000, 420_624)
_NUMBER = (WIDTH - MARGIN - 1_005_840, 6_309_360, 1_005_840, 420_624)
_TITLE = (MARGIN, 402_336, WIDE, 777_240)
_SUBTITLE = (MARGIN, 1_161_288, WIDE, 457_200)
_BODY = (MARGIN, 1_828_800, WIDE, 4_297_680)


def main(target: Path = TARGET) -> None:
    """Write the file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    master = deck.slide_masters[0].part
    layouts = [layout.part for layout in deck.slide_layouts]
    for key in [key for key, relation in master.rels.items() if relation.target_part in layouts[len(LAYOUTS) :]]:
        master.rels.pop(key)
    presentation = deck.part
    for key, relation in list(presentation.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            presentation.rels.pop(key)
    for part, layout in zip(layouts, LAYOUTS, strict=False):
        part._element = parse_xml(layout())  # noqa: SLF001 - python-pptx cannot make a layout
    ids = [master.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT) for part in layouts[: len(LAYOUTS)]]
    master._element = parse_xml(_master(ids))  # noqa: SLF001 - nor a master
    theme = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _theme(theme.blob)
    _dress_notes(deck)
    made = BytesIO()
    deck.save(made)
    target.write_bytes(normalised(made.getvalue(), title="Team Teacher Reflection", language="nl"))


def title_slide() -> str:
    """Who, what and when, beside a Power Walk."""
    left, wide = MARGIN, 6_858_000
    return _layout(
        "Title Slide",
        "title",
        _panel(8_046_720, 0, WIDTH - 8_046_720, HEIGHT, DEEP),
        *_walk(8_412_480, 1_051_560, 3_383_280, 4_754_880, 137_160),
        _place("Title", "ctrTitle", 0, (left, 868_680, wide, 2_377_440), 48, DEEP, bold=True, anchor="b"),
        _panel(left, 3_474_720, 914_400, 64_008, WARM),
        _place("Subtitle", "subTitle", 1, (left, 3_767_328, wide, 1_188_720), 26, INK, anchor="t"),
        _place("When and where", "body", 13, (left, 5_093_208, wide, 822_960), 22, GREY, anchor="t"),
        *_foot(GREY, width=6_400_800, number_colour="bg1"),
    )


def section_header() -> str:
    """A part of the session begins: dark, with the walk below."""
    return _layout(
        "Section Header",
        "secHead",
        *_walk(7_680_960, 1_188_720, 4_023_360, 4_389_120, 128_016),
        _place("Title", "title", 0, (MARGIN, 1_371_600, 6_583_680, 2_148_840), 54, "bg1", bold=True, anchor="b"),
        _panel(MARGIN, 3_749_040, 914_400, 64_008, "accent6"),
        _place("Text", "body", 1, (MARGIN, 4_041_648, 6_583_680, 960_120), 28, "accent3", anchor="t"),
        *_foot("accent3"),
        background=DEEP,
    )


def title_and_content() -> str:
    """A few points on a calm sheet."""
    return _layout(
        "Title and Content",
        "obj",
        _panel(_BODY[0], _BODY[1], 73_152, _BODY[3], "accent2"),
        _place("Title", "title", 0, _TITLE, 36, DEEP, bold=True, anchor="b"),
        _place("Subtitle", "body", 14, _SUBTITLE, 22, GREY, anchor="t"),
        _place(
            "Content",
            "obj",
            1,
            (_BODY[0] + 73_152, _BODY[1], _BODY[2] - 73_152, _BODY[3]),
            28,
            INK,
            anchor="ctr",
            fill="bg1",
            points=True,
        ),
        *_foot(GREY),
    )


def title_only() -> str:
    """A title, and room for boxes and tables."""
    return _layout(
        "Title Only",
        "titleOnly",
        _place("Title", "title", 0, _TITLE, 36, DEEP, bold=True, anchor="b"),
        _place("Subtitle", "body", 14, _SUBTITLE, 22, GREY, anchor="t"),
        *_foot(GREY),
    )


def statement() -> str:
    """One sentence that everybody can read, with a line above it and what to do below."""
    return _layout(
        "Statement",
        None,
        _panel(0, 0, 320_040, HEIGHT, DEEP),
        _place("Title", "title", 0, (MARGIN, 402_336, WIDE, 548_640), 24, GREY, bold=True, anchor="b"),
        _place("Kicker", "body", 11, (MARGIN, 1_143_000, WIDE, 548_640), 26, WARM, bold=True, anchor="b"),
        _place("Sentence", "body", 12, (MARGIN, 1_737_360, WIDE, 3_063_240), 54, DEEP, bold=True, anchor="ctr"),
        _place("Action", "body", 13, (MARGIN, 5_029_200, WIDE, 1_005_840), 26, INK, anchor="ctr", fill="bg2"),
        *_foot(GREY),
        background="bg1",
    )


LAYOUTS = (title_slide, section_header, title_and_content, title_only, statement)


def _master(layout_ids: Iterable[str]) -> str:
    shapes = (
        _place("Title", "title", 0, _TITLE, 36, DEEP, bold=True, anchor="b"),
        _place("Text", "body", 1, _BODY, 28, INK, anchor="t"),
        *_foot(GREY),
    )
    listed = "".join(f'<p:sldLayoutId id="{2_147_483_649 + n}" r:id="{key}"/>' for n, key in enumerate(layout_ids))
    return (
        f"<p:sldMaster {_NAMESPACES}><p:cSld><p:bg><p:bgPr>{_fill('bg2')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{_GROUP}{_numbered(shapes)}</p:spTree></p:cSld>{_MAP}<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{_level(1, 36, DEEP, bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(_level(n, 28 if n == 1 else 24, INK, points=True) for n in range(1, 10))}</p:bodyStyle>"
        f"<p:otherStyle>{''.join(_level(n, 18, INK) for n in range(1, 10))}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(name: str, kind: str | None, *shapes: str, background: str | None = None) -> str:
    ground = f"<p:bg><p:bgPr>{_fill(background)}<a:effectLst/></p:bgPr></p:bg>" if background else ""
    type_ = f' type="{kind}"' if kind else ""
    return (
        f'<p:sldLayout {_NAMESPACES}{type_} preserve="1"><p:cSld name="{name}">{ground}<p:spTree>{_GROUP}'
        f"{_numbered(shapes)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _numbered(shapes: Iterable[str]) -> str:
    return "".join(shape.replace("%ID%", str(number)) for number, shape in enumerate(shapes, 2))


def _place(  # noqa: PLR0913, PLR0917 - a placeholder is many things at once
    name: str,
    kind: str,
    index: int,
    box: tuple[int, int, int, int],
    size: int,
    colour: str,
    *,
    bold: bool = False,
    anchor: str = "t",
    fill: str = "",
    points: bool = False,
    align: str = "l",
) -> str:
    kind_, index_ = (f' type="{kind}"' if kind != "obj" else ""), (f' idx="{index}"' if index else "")
    inset = 320_040 if points else 182_880 if fill else 0
    field = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="nl-NL"/><a:t>#</a:t></a:fld>'
        if kind == "sldNum"
        else ""
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="%ID%" name="{name} %ID%"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph{kind_}{index_}/></p:nvPr></p:nvSpPr><p:spPr>{_at(*box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'{_fill(fill) if fill else ""}</p:spPr><p:txBody><a:bodyPr lIns="{inset}" rIns="{inset}" tIns="45720" '
        f'bIns="45720" anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>'
        f"{_level(1, size, colour, bold=bold, points=points, align=align)}"
        f'</a:lstStyle><a:p>{field}<a:endParaRPr lang="nl-NL"/></a:p></p:txBody></p:sp>'
    )


def _level(  # noqa: PLR0913 - the same
    number: int, size: int, colour: str, *, bold: bool = False, points: bool = False, align: str = "l"
) -> str:
    step = 457_200
    margins = f'marL="{step * number}" indent="-{step}"' if points else 'marL="0" indent="0"'
    marker = (
        f'<a:buClr><a:schemeClr val="{WARM}"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="&#8226;"/>'
        if points
        else "<a:buNone/>"
    )
    before = 1600 if points else 0
    return (
        f'<a:lvl{number}pPr {margins} algn="{align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{before}"/></a:spcBef>{marker}<a:defRPr sz="{size * 100}" b="{int(bold)}" kern="1200">'
        f"{_fill(colour)}"
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def _foot(colour: str, *, width: int = _FOOTER[2], number_colour: str = "") -> tuple[str, str]:
    footer = (_FOOTER[0], _FOOTER[1], width, _FOOTER[3])
    return (
        _place("Footer", "ftr", 20, footer, 12, colour, anchor="ctr"),
        _place("Slide Number", "sldNum", 21, _NUMBER, 12, number_colour or colour, anchor="ctr", align="r"),
    )


def _walk(left: int, top: int, width: int, height: int, radius: int) -> Iterable[str]:
    """Lanes with somebody on each, some far ahead and some behind."""
    for number, (way, colour) in enumerate(WALK):
        middle = top + height * number // (len(WALK) - 1)
        along = left + width * way // 100
        yield _panel(left, middle - 6_350, width, 12_700, "accent2", faint=True)
        yield _panel(along - radius, middle - radius, 2 * radius, 2 * radius, colour, shape="ellipse")


def _panel(  # noqa: PLR0913 - a place, a size and a colour
    left: int, top: int, width: int, height: int, colour: str, *, shape: str = "rect", faint: bool = False
) -> str:
    fill = _fill(colour, '<a:alpha val="45000"/>' if faint else "")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="%ID%" name="Decoration %ID%">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_at(left, top, width, height)}'
        f'<a:prstGeom prst="{shape}"><a:avLst/>'
        f"</a:prstGeom>{fill}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:endParaRPr lang="nl-NL"/></a:p></p:txBody></p:sp>'
    )


def _at(left: int, top: int, width: int, height: int) -> str:
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _fill(colour: str, change: str = "") -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}">{change}</a:schemeClr></a:solidFill>'


def _theme(theme: bytes) -> bytes:
    """Office's own effects and lines with our colours and letters."""
    root = parse_xml(theme)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    root.set("name", "Team Teacher Reflection")
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    for name, content in (("clrScheme", colours), ("fontScheme", fonts)):
        old = root.find(f".//a:{name}", space)
        new = parse_xml(f'<a:{name} xmlns:a="{space["a"]}" name="Team Teacher Reflection">{content}</a:{name}>')
        old.getparent().replace(old, new)
    return bytes(_serialised(root))


def _serialised(root: object) -> bytes:
    from pptx.oxml.xmlchemy import serialize_for_reading  # noqa: PLC0415 - keeps lxml out of a script for looks

    return str(serialize_for_reading(root)).encode()


def _dress_notes(deck: object) -> None:
    """More room for words than for the picture on a notes page, because they are what it is for."""
    master = deck.part.notes_master  # type: ignore[attr-defined]
    for place in master.placeholders:
        kind = str(place.placeholder_format.type)
        if "SLIDE_IMAGE" in kind:
            place.left, place.top, place.width, place.height = 1_371_600, 548_640, 4_114_800, 2_314_575
        elif "BODY" in kind:
            place.left, place.top, place.width, place.height = 685_800, 3_017_520, 5_486_400, 5_577_840


if __name__ == "__main__":
    main()
