"""The scores of the Power Walk: names are matched to codes and stay behind (M53-M58, M65, G19, G23).

A table with points goes before a total in a list or a chat, and what the lead corrected goes before both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, given, place_of, rows, spot
from pipeline.anonymise.roster import Roster
from pipeline.anonymise.score_columns import ABOUT, Columns, Exercise, columns_of
from pipeline.anonymise.score_people import Holders, Nobody
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.findings import Finding, Place, note, stop
from pipeline.forms.score_corrections import SCORE_CORRECTIONS
from pipeline.inbox.answers import RawPersona, RawScore, RawScores, Received, Row, ScoreSource
from pipeline.inbox.personal import Personal
from pipeline.ttr.programme import Walk
from pipeline.ttr.rules_walk import FEWEST_AS_ONESELF
from pipeline.ttr.scores import STEP, Score, Scores

__all__ = ["Exercise", "scores"]

LONGEST_ASPECT = 60

_SMALLEST_STEP = 5
_NO_COLUMNS = Columns((), ())
_TABLES = frozenset({ScoreSource.SHEET, ScoreSource.EXPORT})


def scores(
    received: Received, roster: Roster, names: KnownNames, exercise: Exercise
) -> tuple[Scores | None, tuple[Finding, ...]]:
    """What the Power Walk came to, and what there is to say about it; None as long as nothing came in that counts."""
    tables, findings = _one_of_each([raw for raw in received.scores if raw.source in _TABLES])
    totals = sorted((raw for raw in received.scores if raw.source not in _TABLES), key=_lists_first)
    if clash := _clash(tables, totals):
        return None, (*findings, clash)
    tally = _Tally(Holders(roster), exercise, findings=findings)
    if tables:
        tally.take_table(tables[0])
    tally.take_totals(totals)
    tally.correct(rows(received, SCORE_CORRECTIONS, "corrections"))
    if not tally.entries:
        return None, tuple(tally.findings)
    if exercise.walk is Walk.PERSONA:
        tally.give_personas(tables[0].personas if tables else (), names)
        return tally.by_code(), tuple(tally.findings)
    return tally.for_nobody(), tuple(tally.findings)


def _one_of_each(tables: Sequence[RawScores]) -> tuple[list[RawScores], list[Finding]]:
    """The same scores in two files, saved by two programs perhaps, are read once."""
    different: list[RawScores] = []
    findings: list[Finding] = []
    for table in tables:
        same = next((one for one in different if _content(one) == _content(table)), None)
        if same is None:
            different.append(table)
        else:
            findings.append(note("scores_again", table.place, ABOUT, first=spot(same.place)))
    return different, findings


def _content(table: RawScores) -> object:
    columns = [(column.number, column.text) for column in table.columns]
    filled = [(row.who, row.points) for row in table.rows]
    return table.steps, columns, filled


def _lists_first(raw: RawScores) -> bool:
    return raw.source is ScoreSource.CHAT


def _clash(tables: Sequence[RawScores], totals: Sequence[RawScores]) -> Finding | None:
    """Two different tables, or steps beside points: which of them counts is not for the program to say (G19)."""
    modes = {table.steps for table in tables}
    if len(modes) > 1 or (True in modes and totals):
        other = next(raw for raw in (*tables[1:], *totals) if raw.steps != tables[0].steps)
        return stop("score_modes_mixed", other.place, ABOUT, first=spot(tables[0].place))
    if len(tables) > 1:
        return stop("score_sheets_differ", tables[1].place, ABOUT, first=spot(tables[0].place))
    return None


@dataclass(slots=True)
class _Tally:
    """The scores as they are counted: one entry for each person, or for each row that stands for nobody."""

    holders: Holders
    exercise: Exercise
    findings: list[Finding]
    entries: dict[str, Score] = field(default_factory=dict)
    columns: Columns = _NO_COLUMNS
    steps: bool = False
    numbered: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The statements that the scores are about: those with a column, without a table all of them."""
        return self.columns.numbers or tuple(range(1, len(self.exercise.statements) + 1))

    @property
    def maximum(self) -> int:
        return STEP * len(self.numbers)

    def take_table(self, table: RawScores) -> None:
        """Every row with at least half of its statements answered; of an export the last that somebody sent in."""
        self.columns, said = columns_of(table, self.exercise)
        self.findings += said
        self.steps, self.numbered = table.steps, table.numbered
        if table.numbered and self.exercise.walk is Walk.PERSONA:
            self.findings.append(note("scores_without_codes", table.place, ABOUT))
        for number, row in enumerate(table.rows):
            key = f"#{number:04d}" if table.numbered else self._whose(row.who, row.place)
            if key is None:
                continue
            score = Score(None if table.numbered else key, self.columns.points(row.points), place=row.place)
            if 2 * score.answered < len(score.points) or not score.points:
                self.findings.append(note("score_mostly_blank", row.place, ABOUT))
            else:
                self._take(key, score, last_counts=table.source is ScoreSource.EXPORT)

    def _take(self, key: str, score: Score, *, last_counts: bool) -> None:
        first = self.entries.get(key)
        if first is None:
            self.entries[key] = score
            return
        counting, other = (score, first) if last_counts else (first, score)
        self.findings.append(note("score_twice", other.place, ABOUT, first=spot(counting.place)))
        self.entries[key] = counting

    def take_totals(self, sources: Iterable[RawScores]) -> None:
        """The totals of whoever is in no table: of a list the first counts, of a chat the last."""
        for source in sources:
            if self.numbered:
                self.findings.append(note("score_totals_unused", source.place, ABOUT))
                continue
            told: dict[str, Score] = {}
            for row in source.rows:
                key = self._told(row)
                if key is None:
                    continue
                score = Score(key, only_total=row.total, place=row.place)
                if source.source is ScoreSource.CHAT or key not in told:
                    told[key] = score
                elif told[key].only_total != row.total:
                    self.findings.append(note("score_twice", row.place, ABOUT, first=spot(told[key].place)))
            for key, score in told.items():
                self._lay_beside(key, score)

    def _told(self, row: RawScore) -> str | None:
        """Who gave this total, if it can be one."""
        most = STEP * len(self.exercise.statements)
        if row.total is None or not 0 <= row.total <= most:
            self.findings.append(note("score_total_outside", row.place, ABOUT, most=most))
            return None
        return self._whose(row.who, row.place)

    def _lay_beside(self, key: str, score: Score) -> None:
        """What is known already stays; a total is of no use where statements have no column."""
        known = self.entries.get(key)
        complete = len(self.numbers) == len(self.exercise.statements)
        if known is not None:
            if complete and known.total != score.total:
                self.findings.append(note("score_total_differs", score.place, ABOUT, first=spot(known.place)))
        elif complete:
            self.entries[key] = score
        else:
            self.findings.append(note("score_total_unusable", score.place, ABOUT))

    def _whose(self, who: tuple[Personal, ...], place: Place) -> str | None:
        whose = self.holders.code_of(who)
        match whose:
            case Nobody.UNTOLD:
                self.findings.append(note("score_person_missing", place, ABOUT))
            case Nobody.UNKNOWN:
                self.findings.append(note("score_person_unknown", place, ABOUT))
            case Nobody.SEVERAL:
                self.findings.append(note("score_person_unclear", place, ABOUT))
            case str():
                return whose
        return None

    def correct(self, corrections: Iterable[Row]) -> None:
        """What the lead knows better: another total, or that a score does not count."""
        done: dict[str, Place] = {}
        for row in corrections:
            place = place_of(row, "participant")
            who = closed(row, "participant")
            key = self._whose((who,) if who else (), place)
            if key is None:
                continue
            if self.numbered:
                self.findings.append(note("score_correction_useless", place, ABOUT))
                continue
            if key in done:
                self.findings.append(note("score_twice", done[key], ABOUT, first=spot(place)))
            done[key] = place
            self._correct(key, row)

    def _correct(self, key: str, row: Row) -> None:
        if given(row, "count", str) == "no":
            self.entries.pop(key, None)
            return
        total, place = given(row, "total", int), place_of(row, "total")
        if total is None:
            return
        step = STEP if self.steps else _SMALLEST_STEP
        if total > self.maximum or total % step:
            self.findings.append(note("score_correction_outside", place, ABOUT, most=self.maximum, step=step))
        elif key not in self.entries or self.entries[key].total != total:
            self.entries[key] = Score(key, only_total=total, place=place)

    def give_personas(self, personas: Iterable[RawPersona], names: KnownNames) -> None:
        """The identity aspects of everybody who released them, where they name nobody."""
        for persona in personas:
            key = self._whose((persona.who,), persona.place)
            aspects = self._aspects(persona, names) if key else ()
            if key in self.entries and aspects:
                self.entries[key] = replace(self.entries[key], persona=aspects)

    def _aspects(self, persona: RawPersona, names: KnownNames) -> tuple[str, ...]:
        texts = tuple(text for aspect in persona.aspects if (text := plain_text(aspect)))
        finding = None
        if not persona.names_nobody:
            finding = note("score_persona_not_released", persona.release, ABOUT)
        elif any(len(text) > LONGEST_ASPECT for text in texts):
            finding = note("score_persona_too_long", persona.place, ABOUT, most=LONGEST_ASPECT)
        elif any(names.mention(text, self.exercise.language) >= Mention.LIKELY for text in texts):
            finding = note("score_persona_names_somebody", persona.place, ABOUT)
        if finding:
            self.findings.append(finding)
        return () if finding else texts

    def by_code(self) -> Scores:
        """The scores by code, so that their order tells nothing."""
        return Scores(tuple(score for _, score in sorted(self.entries.items())), self.numbers, self.steps)

    def for_nobody(self) -> Scores:
        """The scores from low to high, without codes, personas or places that lead back to somebody."""
        nameless = (Score(None, score.points, score.only_total) for score in self.entries.values())
        found = tuple(sorted(nameless, key=_order))
        if self.exercise.walk is Walk.ONESELF and len(found) < FEWEST_AS_ONESELF:
            self.findings.append(note("scores_too_few", about=ABOUT, fewest=FEWEST_AS_ONESELF))
            found = ()
        return Scores(found, self.numbers, self.steps)


def _order(score: Score) -> tuple[int, tuple[int, ...]]:
    return score.total or 0, tuple(-1 if points is None else points for points in score.points)
