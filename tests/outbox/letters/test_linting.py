"""The linter names every fault of a Word template at once, where it stands, and quotes nothing but names of fields."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.documents.persona_instruction import FIELDS
from pipeline.findings import Place
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.letters.linting import FaultyTemplateError, commented_copy, findings, lint
from pipeline.outbox.letters.template import letter_template
from tests.office.judgement import complaints
from tests.outbox.letters_typed import blank, letter, lines, part, saved, typed

PLACE = Place("templates_office/persona-instruction.docx")
PLANTED = (
    ("Beste {{ recipent }},", "letter_field_misspelt"),
    ("{{ telefoonnummer }}", "letter_field_unknown"),
    ("{% if online %}Online", "letter_block_open"),
    ("{% endfor %}", "letter_end_stray"),
    ("{{ code", "letter_tag_broken"),
    ("{{ team.__class__.__mro__ }}", "letter_internals"),
    ("{% include 'brief.docx' %}", "letter_tag_forbidden"),
    ("{{ day|shout }}", "letter_filter_unknown"),
    ("{% wenn online %}", "letter_tag_unknown"),
    ("{{ online }}", "letter_value_wrong"),
)


def keys(*paragraphs: str) -> list[str]:
    return [fault.key for fault in lint(typed(*paragraphs), FIELDS)]


def test_ten_planted_faults_are_all_named_at_once_each_at_its_paragraph() -> None:
    faults = lint(typed(*(text for text, _ in PLANTED)), FIELDS)
    assert [(fault.spot.paragraph, fault.key) for fault in faults] == list(enumerate((key for _, key in PLANTED), 1))


@pytest.mark.parametrize(("text", "key"), PLANTED)
def test_each_of_them_is_found_alone_as_well(text: str, key: str) -> None:
    assert keys("Een zin.", text) == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{{ }}", "letter_tag_broken"),
        ("{% %}", "letter_tag_broken"),
        ("{{ code }", "letter_tag_broken"),
        ("code }}", "letter_tag_broken"),
        ("{{ code code }}", "letter_tag_broken"),
        ("{% if %}x{% endif %}", "letter_tag_broken"),
        ("{% if code = 'x' %}x{% endif %}", "letter_tag_broken"),
        ("{% if online %}x{% endif online %}", "letter_tag_broken"),
        ("{{ 'code }}", "letter_tag_broken"),
        ("{{ code -}}", "letter_tag_broken"),
        ("{{r code }}", "letter_tag_broken"),
        ("{{ " + "(" * 290 + " }}", "letter_tag_broken"),
        ("{% for a in code %}x{% endfor %}", "letter_value_wrong"),
        ("{% for a in aspect %}{{ a }}{% endfor %}", "letter_field_misspelt"),
        ("{% for code, b in aspects %}x{% endfor %}", "letter_tag_forbidden"),
        ("{{ number_of_statements + 1 }}", "letter_tag_forbidden"),
        ("{{ 9**9**9 }}", "letter_tag_forbidden"),
        ("{{ 'x' * 1000000000 }}", "letter_tag_forbidden"),
        ("{{ range(9) }}", "letter_tag_forbidden"),
        ("{{ code if online }}", "letter_tag_forbidden"),
        ("{{ code > 3 }}", "letter_value_wrong"),
        ("{% if code > 3 %}x{% endif %}", "letter_value_wrong"),
        ("{{ loop.index }}", "letter_field_unknown"),
        ("{{ team.name }}", "letter_field_unknown"),
        ("{% else %}", "letter_end_stray"),
        ("{% elif online %}", "letter_end_stray"),
        ("{% if online %}a{% else %}b{% else %}c{% endif %}", "letter_end_stray"),
        ("{% if online %}a{% enidf %}", "letter_tag_unknown"),
        ("{%r if online %}", "letter_tag_unknown"),
        ("voor {%p if online %}", "letter_tag_not_alone"),
        ("{%tr if online %}", "letter_tag_not_alone"),
        ("{% if online %}{% for a in aspects %}{% endif %}", "letter_block_open"),
    ],
)
def test_other_faults_are_found(text: str, key: str) -> None:
    assert key in keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ recipient.__init__.__globals__ }}",
        "{{ recipient['__class__'] }}",
        "{{ recipient|attr('__class__') }}",
        "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
        "{{ self.__init__ }}",
        "{{ __builtins__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'] }}",
        "{{ '{0.__class__}'.format(recipient) }}",
        "{{ recipient.format(1) }}",
        "{{ recipient.format_map({}) }}",
        "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
        "{% if recipient.__class__ %}x{% endif %}",
        "{% set x = recipient.__class__ %}",
        "{% import 'os' as os %}",
        "{% from 'os' import popen %}",
        "{% extends 'x' %}",
        "{% macro m() %}x{% endmacro %}",
        "{% call m() %}x{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% block a %}x{% endblock %}",
        "{% with a = 1 %}x{% endwith %}",
        "{% autoescape false %}x{% endautoescape %}",
        "{{ recipient|safe }}",
        "{{ recipient|map('upper') }}",
        "{{ dict }}",
        "{{ namespace() }}",
        "{{ caller() }}",
        "{% for a in aspects recursive %}{{ loop(aspects) }}{% endfor %}",
        "{% for a in aspects %}{% for b in aspects %}{% for c in aspects %}x{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_what_reaches_further_than_a_letter_needs_is_refused_and_not_compiled(text: str) -> None:
    assert lint(typed(text), FIELDS)
    with pytest.raises(FaultyTemplateError):
        letter_template(typed(text), title="Brief", language="nl")


@pytest.mark.parametrize(
    "text",
    [
        "{{recipient}} {{ code | upper }} {{ aspects|join(' + ') }} {{ aspects|length }}",
        "{% if online and not hybrid or number_of_statements >= 10 %}a{% elif day_known %}b{% else %}c{% endif %}",
        "{% for a in aspects %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% else %}geen{% endfor %}",
        "{# een notitie met {{ iets }} #}{{ 'a' ~ code }}{{ code if online else team }}",
        "{% if code == 'x' %}{% if online %}a{% endif %}{% endif %}{{ number_of_statements }}",
    ],
)
def test_what_a_letter_needs_is_allowed(text: str) -> None:
    assert lint(typed(text), FIELDS) == ()
    letter(typed(text))


def test_a_block_may_not_tear_a_table_or_a_link_apart() -> None:
    document = blank()
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "{% if online %}a", "b{% endif %}"
    document.add_paragraph("{% if online %}a")
    document.add_paragraph("b{% endif %}")
    document.add_paragraph("{%p if online %}")
    document.add_paragraph("{% endif %}")
    assert [(fault.key, fault.spot.paragraph) for fault in lint(saved(document), FIELDS)] == [
        ("letter_block_crosses", 2),
        ("letter_block_crosses", 6),
    ]


def test_headers_and_footers_are_linted_too() -> None:
    document = blank()
    document.add_paragraph("x")
    document.sections[0].header.paragraphs[0].text = "{{ naam }}"
    document.sections[0].footer.paragraphs[0].text = "{{ datum }}"
    assert {(fault.spot.where, fault.spot.paragraph) for fault in lint(saved(document), FIELDS)} == {
        *(("header", 1), ("footer", 1)),
    }


def test_a_misspelt_field_is_told_what_it_probably_should_be() -> None:
    [fault] = lint(typed("{{ number_of_statments }}"), FIELDS)
    assert (fault.name, fault.meant) == ("number_of_statments", "number_of_statements")
    [said] = findings([fault], PLACE)
    assert (said.stops, said.place, said.about) == (True, PLACE, "persona_instruction")
    assert "‘number_of_statments’ heet. Bedoel je ‘number_of_statements’?" in catalogue("nl").problem(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_can_be_said_in_every_language(language: str) -> None:
    words = catalogue(language)
    said = findings(lint(typed(*(text for text, _ in PLANTED), "{%p if online %} x"), FIELDS), PLACE)
    problems = [words.problem(finding) for finding in said]
    assert len(set(problems)) == len(said) >= len(PLANTED) + 1
    assert all(words.remedy(finding) for finding in said)


@pytest.mark.parametrize(
    "typed_by_somebody", ["Fatma_Öztürk", "x" * 41, "code1", "wim-de-bruijn", "wim@waterstad.example", "Wim de Bruijn"]
)
def test_what_cannot_be_the_name_of_a_field_is_not_repeated(typed_by_somebody: str) -> None:
    words = catalogue("nl")
    for text in (
        f"{{{{ {typed_by_somebody} }}}}",
        f"{{% {typed_by_somebody} %}}",
        f"{{{{ code|{typed_by_somebody} }}}}",
    ):
        for said in findings(lint(typed(text), FIELDS), PLACE):
            shown = f"{words.problem(said)} {words.remedy(said)}"
            assert typed_by_somebody not in shown


PIECES = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "%", " ", "p ", "tr ", "if ", "for ", "a in ", "aspects", "endif",
     "endfor", "else", "code", "online", "|upper", "'", "“", "(", ")", ".", "__class__", "not ", "==", "x", "\u00a0"]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=12), min_size=1, max_size=5))
def test_whatever_is_typed_either_has_faults_or_makes_a_letter(paragraphs: list[list[str]]) -> None:
    file = typed(*paragraphs)
    if not lint(file, FIELDS):
        etree.fromstring(part(letter(file), "word/document.xml"))


# --- the copy to mend -------------------------------------------------------------------------------------------


def commented(copy: bytes) -> dict[str, str]:
    """What stands in each paragraph that has a comment, with the comments on it."""
    document = docx.Document(BytesIO(copy))
    texts = {str(comment.comment_id): comment.text for comment in document.comments}
    found: dict[str, str] = {}
    for reference in document.element.body.iter(qn("w:commentReference")):
        paragraph = next(reference.iterancestors(qn("w:p")))
        text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
        found[text] = " ".join(filter(None, (found.get(text), texts[reference.get(qn("w:id"))])))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_has_a_comment_beside_every_faulty_paragraph(language: str, tmp_path: Path) -> None:
    words = catalogue(language)
    document = docx.Document(BytesIO(typed("Een goede zin.", *(text for text, _ in PLANTED))))
    document.add_heading("Kop", 1)
    file = saved(document)
    faults = lint(file, FIELDS)
    copy = commented_copy(file, faults, words)
    said = [f"{words.problem(finding)} {words.remedy(finding)}" for finding in findings(faults, PLACE)]
    assert commented(copy) == {text: remark for (text, _), remark in zip(PLANTED, said, strict=True)}
    assert copy == commented_copy(file, faults, words)
    (tmp_path / "copy.docx").write_bytes(copy)
    assert [one for one in complaints([tmp_path / "copy.docx"]) if "author" not in one] == []


def test_a_fault_in_a_footer_is_told_at_the_first_paragraph() -> None:
    document = blank()
    document.add_paragraph("Eerste")
    document.sections[0].footer.paragraphs[0].text = "{{ datum }}"
    file = saved(document)
    [said] = commented(commented_copy(file, lint(file, FIELDS), catalogue("nl"))).values()
    assert said.startswith("In de voettekst, alinea 1:")


def test_the_mended_copy_serves_as_the_template_and_its_comments_do_not_travel() -> None:
    file = typed("Beste {{ recipent }},")
    copy = docx.Document(BytesIO(commented_copy(file, lint(file, FIELDS), catalogue("nl"))))
    copy.paragraphs[0].runs[0].text = "Beste {{ recipient }},"
    made = letter(saved(copy), recipient="Ngozi")
    assert lines(made) == ["Beste Ngozi,"]
    assert b"comment" not in part(made, "word/document.xml") + part(made, "[Content_Types].xml")
