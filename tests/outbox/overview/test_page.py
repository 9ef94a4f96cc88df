"""The overview is one page that asks for nothing, hides nothing behind colour, and reads well in a browser."""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.anonymise.gate import gate
from pipeline.anonymise.key import TeamKey
from pipeline.documents.contents import BarChart, Dot, DotField, Series
from pipeline.documents.overview.page import overview
from pipeline.documents.overview.steps import Month, Step, Timeline
from pipeline.inbox.every_text import PartKind
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.overview.drawings import bars, dot_picture, share, timeline_picture
from pipeline.outbox.overview.page import overview_page
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import Standing, Status, ToMend
from tests.documents.overviews import EMPTY, FEW, MANY, full_status, full_year_with_long_names, usual_status, usual_year
from tests.documents.plans import TODAY
from tests.office.browser import DARK_DESKTOP, DARK_PHONE, DESKTOP, NARROW, PHONE, look
from tests.office.tools import require

TEMPLATES = Path(__file__).parents[3] / "templates_office"
HOSTILE = """<script>alert('1')</script> "A" & 'B' {{ 7*7 }} ]]> --> </title>"""


def made(status: Status, year: TeamYear, files: tuple[str, ...], language: str = "nl") -> bytes:
    return overview_page(overview(status, year, files, catalogue(language)), TEMPLATES)


def usual(language: str = "nl") -> bytes:
    return made(usual_status(), usual_year(language), FEW, language)


def full(language: str = "nl") -> bytes:
    return made(full_status(), full_year_with_long_names(), MANY, language)


def tree(page: bytes) -> Any:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8", recover=False))


def texts(page: bytes) -> str:
    return " ".join(str(text) for text in tree(page).xpath("//body//text()"))


PAGES: Mapping[str, Callable[[str], bytes]] = {
    "empty": lambda language: made(EMPTY, TeamYear(), (), language),
    "usual": usual,
    "full": full,
    "groups": lambda language: made(usual_status(), usual_year(language, 40, Walk.ONESELF), FEW, language),
}
EVERY = pytest.mark.parametrize("kind", PAGES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_and_in_its_language(kind: str, language: str) -> None:
    page = PAGES[kind](language)
    root = tree(page)
    assert page.startswith(b"<!doctype html>")
    assert root.get("lang") == language
    assert len(root.xpath("//h1")) == len(root.xpath("//main")) == len(root.xpath("//head/title")) == 1
    levels = [int(heading.tag[1]) for heading in root.iter("h1", "h2", "h3")]
    assert all(next_one <= one + 1 for one, next_one in pairwise(levels))
    identities = root.xpath("//@id")
    assert len(identities) == len(set(identities))
    pointed = {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")}
    assert pointed <= set(identities)


@EVERY
def test_the_page_asks_for_nothing_and_runs_nothing(kind: str) -> None:
    page = PAGES[kind]("en")
    assert not re.search(rb"https?://|//\w|@import|url\(|<script|<link|<img|<iframe|javascript:|\son\w+=", page)
    [policy] = tree(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


@EVERY
def test_the_same_content_gives_the_same_bytes(kind: str) -> None:
    assert PAGES[kind]("de") == PAGES[kind]("de")


def test_what_a_team_calls_itself_cannot_become_part_of_the_page() -> None:
    year = replace(usual_year("nl"), programme=Programme(team=HOSTILE, name="R&D <HR>"))
    status = replace(usual_status(), to_mend=(ToMend("case", 1, HOSTILE),))
    page = made(status, year, (f"x/{HOSTILE}.docx".replace("/script", "script"),))
    assert b"<script" not in page
    assert "49" not in tree(page).findtext(".//title", "")
    assert tree(page).xpath("//p[@class='subtitle']/text()") == [f"{HOSTILE} · R&D <HR>"]
    assert HOSTILE in texts(page)


def test_every_link_leads_to_a_file_or_folder(tmp_path: Path) -> None:
    for path in MANY:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    links = [href for href in tree(full()).xpath("//a/@href") if not href.startswith("#")]
    assert len(links) > 30
    assert all((tmp_path / unquote(href)).exists() for href in links)
    reached = {path for path in MANY if any(path.startswith(unquote(href)) for href in links)}
    assert reached == set(MANY)


def test_a_link_is_written_so_that_no_sign_in_it_is_misread() -> None:
    page = made(EMPTY, TeamYear(), ("a: b#c?d%&é.txt",))
    assert b'href="a%3A%20b%23c%3Fd%25%26%C3%A9.txt"' in page


def test_what_comes_next_stands_first_with_from_whom_it_is_awaited() -> None:
    content = overview(usual_status(), usual_year("nl"), FEW, catalogue("nl"))
    root = tree(usual())
    first = root.xpath("//main/section")[0]
    assert first.get("id") == "coming"
    said = " ".join(first.itertext())
    assert all(step.name in said and step.stands in said for step in content.coming)
    assert all(missing in said for step in content.coming for missing in step.missing)


def test_standing_is_told_by_a_sign_and_a_word_never_by_colour_alone() -> None:
    words = catalogue("nl")
    for item in tree(usual()).xpath("//ol[@class='steps']/li"):
        assert item.xpath("./svg[contains(@class, 'sign')]//*[self::circle or self::rect or self::path]")
        [stands] = item.xpath(".//span[@class='stands']/text()")
        assert stands.lower() == words.say(f"status.standing.{item.get('class')}")


def test_each_standing_has_a_sign_of_its_own() -> None:
    steps = tree(made(full_status(), TeamYear(), ())).xpath("//ol[@class='steps']/li")
    signs = {item.get("class"): b"".join(map(etree.tostring, item.xpath("./svg/*"))) for item in steps}
    assert set(signs) == {*(standing.value for standing in Standing), "over"}
    assert len(set(signs.values())) == len(signs)


def test_pictures_are_told_in_words_and_the_power_walk_in_a_table_too() -> None:
    root = tree(usual())
    pictures = root.xpath("//svg[@role='img']")
    assert [picture.xpath("string(title)") for picture in pictures] == ["Het jaar", "De Power Walk in beeld"]
    assert all(picture.xpath("string(desc)") for picture in pictures)
    assert len(root.xpath("//table//tbody/tr")) == 3
    assert all(svg.get("role") or svg.get("aria-hidden") or svg.getparent().tag == "svg" for svg in root.iter("svg"))


def test_the_gate_reads_the_page_as_a_browser_does() -> None:
    names = [Personal(name) for name in ("Nour D'Hondt", "Carlito Wójcik", "Ayşe Yıldız")]
    key = TeamKey(bytes(range(32)))
    watching = gate(names, [], key, (text for _, text in catalogue("nl").wordings()))
    assert watching.held_back("overview.html", usual()) == ()
    named = replace(usual_year("nl"), programme=Programme(team="Team van Nour D'Hondt"))
    assert watching.held_back("overview.html", made(EMPTY, named, ())) == (PartKind.TEXT,)
    linked = made(EMPTY, TeamYear(), ("Ayşe Yıldız.docx",))
    assert watching.held_back("overview.html", linked) == (PartKind.TEXT,)


def test_the_day_of_the_page_stands_on_it() -> None:
    [day] = tree(usual()).xpath("//time")
    assert (day.get("datetime"), day.text) == ("2027-11-26", "Stand op vrijdag 26 november 2027")


def test_a_page_about_nothing_yet_says_what_to_do() -> None:
    said = texts(made(EMPTY, TeamYear(), ()))
    assert catalogue("nl").say("status.activity.none") in said
    assert catalogue("nl").say("overview.no_files") in said


def one(day: date | None, mark: str = "", standing: str = "later") -> Step:
    return Step("iets", standing, "later", "", "", (), day, mark)


AUTUMN = Timeline((Month(date(2027, 9, 1), "sep"), Month(date(2027, 10, 1), "okt")), date(2027, 11, 1), "")


def test_a_day_stands_where_it_belongs_between_its_months() -> None:
    picture = timeline_picture([one(date(2027, 10, 1)), one(None)], AUTUMN, date(2027, 10, 1))
    assert picture is not None
    assert picture.marks[0].x == picture.months[1].x == picture.today
    assert len(picture.marks) == 1


def test_meetings_stand_above_the_line_and_all_else_below() -> None:
    picture = timeline_picture([one(date(2027, 9, 9), "V1"), one(date(2027, 9, 9))], AUTUMN, TODAY)
    assert picture is not None
    meeting, other = picture.marks
    assert meeting.y < picture.axis < other.y
    assert picture.today is None  # that day is of another month


@given(st.lists(st.integers(0, 60), max_size=25))
def test_no_two_signs_lie_on_each_other_on_a_narrow_phone(days: list[int]) -> None:
    steps = [one(date(2027, 9, 1) + timedelta(day)) for day in days]
    picture = timeline_picture(steps, AUTUMN, TODAY)
    assert picture is not None
    places = [(mark.x * 290 / 100, mark.y) for mark in picture.marks]
    for number, (x, y) in enumerate(places):
        assert 20 <= y <= picture.height - 20
        assert all(abs(x - other) >= 19.5 or abs(y - height) >= 20 for other, height in places[:number])


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.sampled_from([50, 110, 200]))
def test_every_dot_has_a_place_of_its_own_within_the_field(totals: list[int], maximum: int) -> None:
    field = DotField("", tuple(Dot(min(5 * total, maximum), 0) for total in totals), maximum, (), "", "", "")
    picture = dot_picture(field)
    places = [(dot.x, dot.y) for dot in picture.dots]
    assert len(set(places)) == len(places)
    assert all(picture.radius <= y <= picture.axis and 0 < x < 100 for x, y in places)
    assert 2 * picture.radius <= 0.9 * 290 * 5 / maximum


def test_bars_are_as_long_as_their_numbers_and_a_share_is_never_more_than_all() -> None:
    chart = BarChart("", ("a", "b", "c"), (Series("", (4.0, 2.0, None)),), "", "")
    assert bars(chart) == (100.0, 50.0, 0.0)
    assert share(17, 16) == 100.0
    assert share(1, 3) == 33.3
    assert share(0, 0) == 0.0


def page_files(folder: Path) -> Iterator[Path]:
    for kind, page in PAGES.items():
        for language in LANGUAGES:
            path = folder / f"{kind}-{language}.html"
            path.write_bytes(page(language))
            yield path


def test_in_chromium_nothing_bars_the_way_on_phone_or_desk_by_day_or_night(folder: Path) -> None:
    paths = list(page_files(folder))
    seen = [*look(paths, (PHONE, DESKTOP)), *look(paths[::3], (NARROW, DARK_PHONE, DARK_DESKTOP))]
    assert len(seen) == 2 * len(paths) + 3 * len(PAGES)
    assert [fault for one in seen for fault in one.faults()] == []


def test_in_chromium_a_page_that_bars_the_way_is_noticed(folder: Path) -> None:
    bad = folder / "bad.html"
    bad.write_text(
        "<!doctype html><html><body><main><p style='width:2000px;color:#ccc;background:#fff'>breed</p>"
        "<img src='http://waterstad.example/a.png'></main></body></html>"
    )
    [seen] = look([bad], (PHONE,))
    said = " ".join(seen.faults())
    assert "sideways" in said
    assert "waterstad.example" in said
    assert "html-has-lang" in said
    assert "color-contrast" in said


def test_printed_by_chromium_every_text_is_on_paper(folder: Path) -> None:
    path = folder / "print.html"
    path.write_bytes(full("nl"))
    [seen] = look([path], (DESKTOP,), printed_in=folder)
    assert seen.faults() == []
    printed = subprocess.run(
        [require("pdftotext"), "-layout", str(folder / "print-desktop.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    on_paper = "".join(printed.split())
    content = overview(full_status(), full_year_with_long_names(), MANY, catalogue("nl"))
    said = [*(step.name for step in content.steps), *(link.name for part in content.folders for link in part.files)]
    missing = [text for text in said if not all(word in on_paper for word in text.split())]
    assert missing == []
    assert 2 <= printed.count("\f") <= 6
