"""A batch is searched as one; what fails hides the text."""

import itertools
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.detection.detecting import ANNOTATORS, detected
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import covered, shown


def found(*contents: str, people: tuple[KnownPerson, ...] = ()) -> list[list[str]]:
    texts = [Text(content, "nl") for content in contents]
    return [shown(text.content, spans) for text, spans in zip(texts, detected(texts, people), strict=True)]


def test_what_one_text_tells_serves_the_others() -> None:
    first, second = found("Ze heet Xamira Zoltar.", "Later zag ik xamira, Xamiras zus en Zoltra. Xam kwam ook.")
    assert first == ["Xamira Zoltar"]
    assert second == ["xamira", "Xamiras", "Zoltra", "Xam"]


def test_a_name_that_is_a_word_too_is_found_again_where_its_capital_tells() -> None:
    (names,) = found("Mijn docent heet Mark Zoltar. Ik vroeg Mark wat dat was. Dat is een mark waard.")
    assert names == ["Mark Zoltar", "Mark"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Gisteren kwam e. xamirov langs. Xamirov was boos.", "e. xamirov"),
        ("Dat zei Lente van den Zoltar-Xamirov.", "Lente van den Zoltar-Xamirov"),
        ("Dat zei Frans Latuperissa zelf.", "Frans Latuperissa"),
        ("Dat zei Yazan al-Xamiri zelf.", "Yazan al-Xamiri"),
        ("Daar stond Fatima Z. bij.", "Fatima Z."),
    ],
)
def test_a_name_is_taken_as_a_whole(content: str, name: str) -> None:
    (names,) = found(content)
    assert name in names


def _raising(text: Text) -> Iterator[Span]:
    yield Span(0, 1, Label.NAME)
    raise ZeroDivisionError(text.content)


def _out_of_the_text(text: Text) -> Iterator[Span]:
    yield Span(0, len(text.content) + 5, Label.NAME, wider="x", values=(("a", "b"),))
    raise RecursionError


@pytest.mark.parametrize("broken", [_raising, _out_of_the_text])
def test_where_an_annotator_fails_the_whole_text_is_hidden(broken: object, capfd: pytest.CaptureFixture[str]) -> None:
    texts = [Text("Fatima kwam.", "nl"), Text("", "nl")]
    ((span,), nothing) = detected(texts, (), (*ANNOTATORS, broken))  # type: ignore[arg-type]
    assert (span.start, span.end, span.asked) == (0, len(texts[0].content), False)
    assert nothing == ()
    assert capfd.readouterr() == ("", "")


def test_a_damaged_word_is_hidden() -> None:
    (spans,) = detected([Text("Toen kwam Fat\ufffdma binnen.", "nl")])
    assert any(not span.asked and (span.start, span.end) == (10, 16) for span in spans)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["Marieke de Vries", "Youssef El Amrani", "Ayşe Yılmaz", "Łukasz Wójcik", "Xiuying Zhao"]),
    st.sampled_from([str, str.upper, str.lower, lambda name: unicodedata.normalize("NFD", name)]),
    st.sampled_from(["", "(", "_", "mail ", "Beste ", "mevrouw ", "in ", "06 "]),
    st.sampled_from(["", ")", "_", "'s groep", " 12", "@x", ", 19 jaar", "."]),
)
def test_no_name_of_the_roster_is_left_whatever_stands_beside_it(
    name: str, spelling: Callable[[str], str], before: str, behind: str
) -> None:
    written = spelling(name)
    content = f"gisteren {before}{written}{behind} gisteren"
    (spans,) = detected([Text(content, "nl")], (KnownPerson("a", name),))
    start = content.index(written)
    marked = covered(spans)
    assert [at for at in range(start, start + len(written)) if content[at].isalnum() and at not in marked] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_text_can_be_searched(contents: list[str]) -> None:
    texts = [Text(content, "de") for content in contents]
    people = (KnownPerson("a", contents[0] if contents else ""),)
    for text, spans in zip(texts, detected(texts, people), strict=True):
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        assert all(0 <= span.start < span.end <= len(text.content) for span in spans)
