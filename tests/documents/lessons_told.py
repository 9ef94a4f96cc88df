"""What an invented team learned in a year, in three languages; the fifth question was left open."""

from pipeline.ttr.lessons import LessonsLearned

_TOLD = {
    "nl": (
        (
            "We zien nu eerder wie er stil wordt. In het begin van het jaar dachten we dat zwijgen desinteresse was; "
            "nu vragen we eerst hoe iemand erbij zit.\nOok in onze voorbeelden zien we wie er steeds ontbreekt."
        ),
        (
            "We reageren vaker meteen op een opmerking die pijn doet, met een paar zinnen die we samen hebben "
            "geoefend. Doorvragen zonder iemand tot voorbeeld te maken, vinden we nog moeilijk."
        ),
        "De eerste les van elk blok begint met een rondje, en groepjes delen we zelf in.",
        (
            "De Power Walk maakte veel los en had meer tijd verdiend. De vervolgsessies werkten het best wanneer de "
            "casus een week van tevoren was rondgestuurd."
        ),
        "",
    ),
    "en": (
        (
            "We notice sooner who falls silent. At the beginning of the year we took silence for a lack of interest; "
            "now we first ask how somebody is.\nIn our examples, too, we see who is missing again and again."
        ),
        (
            "We respond to a hurtful remark at once more often, with a few sentences that we practised together. "
            "Asking further without making an example of somebody is still hard for us."
        ),
        "The first class of each block begins with a round, and we put groups together ourselves.",
        (
            "The Power Walk stirred up a lot and deserved more time. The follow-ups worked best when the case had "
            "been sent round a week ahead."
        ),
        "",
    ),
    "de": (
        (
            "Wir merken früher, wer still wird. Zu Beginn des Jahres hielten wir Schweigen für Desinteresse; jetzt "
            "fragen wir zuerst, wie es jemandem geht.\nAuch in unseren Beispielen sehen wir, wer immer wieder fehlt."
        ),
        (
            "Wir reagieren öfter sofort auf eine verletzende Bemerkung, mit ein paar Sätzen, die wir gemeinsam geübt "
            "haben. Nachzufragen, ohne jemanden zum Beispiel zu machen, fällt uns noch schwer."
        ),
        "Die erste Stunde jedes Blocks beginnt mit einer Runde, und Gruppen teilen wir selbst ein.",
        (
            "Der Power Walk hat viel ausgelöst und hätte mehr Zeit verdient. Die Folgetreffen gelangen am besten, "
            "wenn der Fall eine Woche vorher verschickt worden war."
        ),
        "",
    ),
}


def lessons(language: str, times: int = 1) -> LessonsLearned:
    """The answers, each said so many times in paragraphs of its own."""
    awareness, skills, practice, process, next_year = ("\n".join([text] * times) for text in _TOLD[language])
    return LessonsLearned("2027-2028", awareness, skills, practice, process, next_year)
