"""The filter gives the same for the same input, however it arrives, and one broken line never hides the next."""

import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.filtering import (
    LONGEST_LINE,
    LONGEST_TEXT,
    NEIGHBOURS,
    Manner,
    Redacted,
    known_by_name,
    redacted_lines,
    redacted_text,
)
from pipeline.findings import Finding

STORY = "Ik sprak Fatima El Amrani over de toets. Later belde fatima mij.\n"


def line(text: str, **more: object) -> str:
    return f"{json.dumps({'id': 1, 'lang': 'nl', 'text': text, **more}, ensure_ascii=False)}\n"


def read(content: str, **manner: object) -> list[dict[str, object]]:
    outs = redacted_lines(StringIO(content, newline="\n"), Manner(**manner))  # type: ignore[arg-type]
    return [json.loads(out.written) for out in outs if isinstance(out, Redacted)]


def plain(content: str, **manner: object) -> str:
    outs = redacted_text(StringIO(content, newline="\n"), Manner(**manner))  # type: ignore[arg-type]
    return "".join(out.written for out in outs if isinstance(out, Redacted))


def test_a_text_comes_back_without_its_names() -> None:
    assert plain(STORY) == "Ik sprak persoon A over de toets. Later belde persoon A mij.\n"


def test_line_ends_stay_as_they_are() -> None:
    assert plain("Een regel.\r\nNog een.\r\n") == "Een regel.\r\nNog een.\r\n"


def test_the_spans_are_places_in_the_text_as_given() -> None:
    text = "🙂 Fa\u0301tima kwam met Roos?"
    (answer,) = read(line(text, roster=["Fátima Roos"]))
    assert [(text[start:end], label) for start, end, label in answer["spans"]] == [
        ("Fa\u0301tima", "NAME"),
        ("Roos", "NAME"),
    ]  # type: ignore[attr-defined]


def test_what_is_doubtful_bears_a_question_mark_and_stays() -> None:
    (answer,) = read(line("Wil kwam later.", roster=["Wil Zoltar"]))
    assert answer == {"id": 1, "spans": [[0, 3, "?NAME"]], "text": "Wil kwam later."}
    (answer,) = read(line("Wil kwam later.", roster=["Wil Zoltar"]), doubtful_too=True)
    assert answer["text"] == "Persoon A kwam later."


@pytest.mark.parametrize("name", [None, 7, "x", ["a", 1], {"b": None}, True])
def test_the_id_comes_back_as_it_was(name: object) -> None:
    assert read(line("Ja.", id=name))[0]["id"] == name


def test_unknown_fields_and_a_missing_id_do_not_matter() -> None:
    assert read('{"text": "", "more": {"x": [1]}}\n\n') == [{"id": None, "spans": [], "text": ""}]


@pytest.mark.parametrize(
    ("told", "expected"), [("de", "Person A"), ("EN-gb", "Person A"), ("fr", "Persoon A"), (None, "Persoon A")]
)
def test_the_language_is_told_or_guessed(told: object, expected: str) -> None:
    (answer,) = read(line("Xamira Zoltar kwam niet naar het college.", lang=told, roster=["Xamira Zoltar"]))
    assert str(answer["text"]).startswith(expected)


def test_the_language_that_is_asked_for_goes_before_a_guess() -> None:
    assert plain("Xamira Zoltar kwam niet naar het college.", language="de").startswith("Person A")


@pytest.mark.parametrize(
    "broken",
    [
        "geen json\n",
        "[1, 2]\n",
        '{"id": 1}\n',
        '{"text": 5}\n',
        '{"text": "Fatima", "roster": "Fatima"}\n',
        '{"text": "Fatima", "roster": [5]}\n',
        '{"text": "Fatima"\n',
        f"{'[' * 100_000}\n",
        f'{{"id": {"9" * 5000}, "text": "Fatima"}}\n',
        f'{{"text": "{"Fatima " * (LONGEST_LINE // 7)}"}}\n',
    ],
)
def test_a_broken_line_is_named_and_the_others_go_on(broken: str) -> None:
    content = StringIO(f"{line('Een.')}\n{broken}{line('Twee.', id=2)}", newline="\n")
    outs = list(redacted_lines(content, Manner(file="cases.jsonl")))
    findings = [out for out in outs if isinstance(out, Finding)]
    assert [(finding.place.file, finding.place.line, finding.stops) for finding in findings] == [
        ("cases.jsonl", 3, True)
    ]
    assert "Fatima" not in str(findings)
    assert [json.loads(out.written)["text"] for out in outs if isinstance(out, Redacted)] == ["Een.", "Twee."]


def test_half_a_pair_of_surrogates_can_still_be_written() -> None:
    outs = list(redacted_lines(StringIO('{"id": "\\ud800", "text": "\\ud83d Fatima zweeg."}\n'), Manner()))
    (out,) = (out for out in outs if isinstance(out, Redacted))
    assert json.loads(out.written.encode("utf-8"))["id"] == "\ud800"


def test_what_is_damaged_is_hidden_and_said() -> None:
    outs = list(redacted_text(StringIO("Toen kwam Fat\ufffdma binnen."), Manner("nl")))
    assert [out.key for out in outs if isinstance(out, Finding)] == ["redact_signs_lost"]
    assert [out.written for out in outs if isinstance(out, Redacted)] == ["Toen kwam [weggelaten] binnen."]


def test_names_that_are_given_are_known_in_every_line() -> None:
    people = known_by_name(["Zus Beerman", "", "Zus Beerman"])
    assert len(people) == 1
    assert read(line("Toen kwam zus beerman binnen."), people=people)[0]["text"] == "Toen kwam persoon A binnen."


def test_neighbours_tell_about_each_other_and_others_do_not() -> None:
    filler = [line("Het was een gewone dag.") for _ in range(3 * NEIGHBOURS)]
    telling, asking = line("Ze heet Xamira Zoltar."), line("Toen zei xamira niets.")
    near = read("".join([*filler, telling, *filler[: NEIGHBOURS - 1], asking, *filler]))
    assert near[3 * NEIGHBOURS + NEIGHBOURS]["text"] == "Toen zei persoon A niets."
    alone = read("".join([asking, *filler]))
    assert alone[0] == read(asking)[0]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([STORY, "Niets.\n", "\n", "Toen lachte Xamira. "]), max_size=6), st.integers(1, 9))
def test_the_size_of_the_pieces_in_which_a_text_arrives_does_not_matter(parts: list[str], size: int) -> None:
    class Slow(StringIO):
        def read(self, count: int | None = -1) -> str:
            return super().read(min(size, count) if count and count > 0 else count)

    content = "".join(parts)
    outs = redacted_text(Slow(content, newline="\n"), Manner("nl"))
    assert "".join(out.written for out in outs if isinstance(out, Redacted)) == plain(content, language="nl")


@pytest.mark.parametrize("sentence", ["Het was een gewone dag. ", "Het was een gewone dag.\n", "hetwaseengewonedag"])
def test_a_long_text_is_done_in_parts_and_nothing_gets_lost(sentence: str) -> None:
    content = sentence * (2 * LONGEST_TEXT // len(sentence) + 3)
    outs = [out for out in redacted_text(StringIO(content, newline="\n"), Manner("nl")) if isinstance(out, Redacted)]
    assert len(outs) > 2
    assert sum(out.signs for out in outs) == len(content)
    assert max(out.signs for out in outs) <= LONGEST_TEXT


def test_nothing_gives_nothing() -> None:
    assert plain("") == ""
    assert read("") == []


def test_a_page_without_a_blank_does_not_fill_the_memory() -> None:
    content = f"Toen kwam {'hetwaseengewonedag' * 4_000} binnen. {'Hetwaseengewonedag' * 4_000} zei niets."
    assert "zei niets." in plain(content)
