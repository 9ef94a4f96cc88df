"""What lies unseen in a Word form: the answers in a part of our own, its prompts, and the mark it is known by."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from pipeline.forms.anchors import NAMESPACE
from pipeline.forms.questions import Form, Layout, Sheet
from pipeline.outbox.forms.document_control import PROMPT_STYLE, STORE, Given, prompt_part, prompts_in
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.normalising import legal

Told: TypeAlias = Mapping[str, Sequence[Mapping[str, Given]]]
"""Answers by sheet, row and question; a sheet with one answer beside each question has one row."""

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CUSTOM: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_XML: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CUSTOM_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANTS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_QUIET: Final = "4A5A63"
_OWN_PROPERTY: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the same for every property that is no standard one


def add_answers(document: Any, form: Form, mark: str, filled: Told) -> None:
    """The part to which all controls are bound but those in the rows of a table."""
    bound = (sheet for sheet in form.sheets if sheet.layout is Layout.FIELDS)
    told = "".join(_answers(sheet, next(iter(filled.get(sheet.key, ())), {})) for sheet in bound)
    xml = f'{_HEAD}<form xmlns="{NAMESPACE}" mark={quoteattr(mark)}>{told}</form>'
    item = _added(document.part, "/customXml/item1.xml", "application/xml", RELATIONSHIP_TYPE.CUSTOM_XML, xml)
    properties = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_CUSTOM_XML}" ds:itemID="{STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    _added(item, "/customXml/itemProps1.xml", _PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS, properties)


def add_prompts(document: Any, said: FormWords) -> None:
    """What Word shows again when somebody empties an answer; without these it takes words of its own."""
    parts = "".join(_prompt(name, said.prompt(name)) for name in prompts_in(said.form))
    xml = f"{_HEAD}<w:glossaryDocument {nsdecls('w')}><w:docParts>{parts}</w:docParts></w:glossaryDocument>"
    name, kind = "/word/glossary/document.xml", f"{_WORD}document.glossary+xml"
    glossary = _added(document.part, name, kind, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT, xml)
    styles = f"{_HEAD}<w:styles {nsdecls('w')}>{prompt_style()}</w:styles>"
    _added(glossary, "/word/glossary/styles.xml", f"{_WORD}styles+xml", RELATIONSHIP_TYPE.STYLES, styles)


def add_mark(document: Any, mark: str) -> None:
    """The mark as a property of our own."""
    xml = (
        f'{_HEAD}<Properties xmlns="{_CUSTOM_PROPERTIES}" xmlns:vt="{_VARIANTS}"><property fmtid="{_OWN_PROPERTY}"'
        f' pid="2" name="ttr_form"><vt:lpwstr>{escape(mark)}</vt:lpwstr></property></Properties>'
    )
    _added(document.part.package, "/docProps/custom.xml", _CUSTOM, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES, xml)


def prompt_style() -> str:
    """How a prompt looks: quieter than an answer, and still easy to read."""
    return (
        f'<w:style {nsdecls("w")} w:type="character" w:styleId="{PROMPT_STYLE}"><w:name w:val="Placeholder Text"/>'
        f'<w:uiPriority w:val="99"/><w:rPr><w:color w:val="{_QUIET}"/></w:rPr></w:style>'
    )


def _answers(sheet: Sheet, told: Mapping[str, Given]) -> str:
    """A number, a day or a time as XML writes it."""
    texts = ((question.key, escape(legal(str(told.get(question.key, ""))))) for question in sheet.questions)
    return f"<{sheet.key}>{''.join(f'<{key}>{text}</{key}>' for key, text in texts)}</{sheet.key}>"


def _prompt(name: str, text: str) -> str:
    key = prompt_part(name)
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{key}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
        f'<w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{_guid(key)}"/></w:docPartPr>'
        f'<w:docPartBody><w:p><w:r><w:rPr><w:rStyle w:val="{PROMPT_STYLE}"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'
        "</w:p></w:docPartBody></w:docPart>"
    )


def _guid(key: str) -> str:
    return f"{{{str(uuid5(NAMESPACE_URL, f'{NAMESPACE}:{key}')).upper()}}}"


def _added(owner: Any, name: str, content_type: str, relationship: str, xml: str) -> Any:
    """A new part of the file, which belongs to `owner`."""
    package = owner if not hasattr(owner, "package") else owner.package
    part = Part(PackURI(name), content_type, xml.encode(), package)
    owner.relate_to(part, relationship)
    return part
