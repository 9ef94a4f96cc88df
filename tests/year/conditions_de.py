"""What each participant and each small group gave for the frame of reference, in German."""

# In the order of the sign-up: key concepts, then four conditions, each empty where nothing was given.
INDIVIDUAL = (
    (
        "wahrgenommen werden, mitgestalten, man selbst sein",
        "Lehrende kennen die Namen ihrer Studierenden",
        "Alle Studierenden haben eine feste Ansprechperson",
        "Fehler sind erlaubt",
        "Wir sprechen über Unterschiede",
    ),
    (
        "Sicherheit, Vertrauen",
        "Eine sichere Atmosphäre in der Veranstaltung",
        "Klare Absprachen zur Zusammenarbeit",
        "Lehrende kennen ihre Studierenden beim Namen",
        "",
    ),
    (
        "dazugehören, gesehen werden",
        "Man wird als Mensch gesehen",
        "Fehler sind erlaubt",
        "Raum für jede Geschichte",
        "Die Gruppen wechseln regelmäßig",
    ),
    (
        "sich zu Hause fühlen, man selbst sein",
        "Niemand muss sich anpassen, um mitmachen zu dürfen",
        "Beispiele aus verschiedenen Kulturen in der Lehre",
        "Ungeschriebene Regeln werden erklärt",
        "Eine sichere Atmosphäre in der Veranstaltung",
    ),
    (
        "Gleichwertigkeit",
        "Sprache ist kein Hindernis",
        "Rückmeldungen gelten der Arbeit und nicht der Person",
        "Fehler machen dürfen",
        "Ungeschriebene Regeln erklären",
    ),
    (
        "Gemeinschaft, gesehen werden",
        "Jemand fragt, wie es mir geht",
        "Studierende kennen einander",
        "Eine feste Ansprechperson für alle Studierenden",
        "",
    ),
    (
        "dazugehören, wichtig sein",
        "Alle zählen in der Gruppe",
        "Gemeinsam essen und feiern",
        "Studierende lernen einander kennen",
        "Vorbilder unter den Lehrenden",
    ),
    (
        "Gerechtigkeit, gleiche Chancen",
        "Gleiche Chancen bei der Bewertung",
        "Lehrmaterial, in dem sich Studierende wiederfinden",
        "Über Unterschiede sprechen",
        "Bei verletzenden Bemerkungen eingreifen",
    ),
    (
        "",
        "Ein ruhiger Platz zum Arbeiten",
        "Auch wer still ist, kommt zu Wort",
        "",
        "",
    ),
    (
        "Verbundenheit, Wärme",
        "Lehrende zeigen auch etwas von sich",
        "Verletzende Bemerkungen nicht stehen lassen",
        "Verschiedene Arten, sich zu beteiligen",
        "Lehrende kennen die Namen ihrer Studierenden",
    ),
    (
        "Vertrauen, Zeit",
        "Zeit für ein Gespräch mit allen",
        "Klare Erwartungen",
        "Fehler sind erlaubt",
        "Hilfe beim Schreiben",
    ),
    (
        "Klarheit",
        "Klare Absprachen",
        "Gleiche Regeln für alle",
        "",
        "",
    ),
    (
        "Gastfreundschaft",
        "Studierende wissen, an wen sie sich wenden können",
        "Ein herzliches Willkommen am ersten Tag",
        "Informationen sind leicht zu finden",
        "",
    ),
    (
        "",
        "",
        "",
        "",
        "",
    ),
)

GROUPS = (
    (
        "Lehrende kennen ihre Studierenden beim Namen und fragen, wie es geht",
        "Fehler sind erlaubt",
        "Klare Absprachen zur Zusammenarbeit, auch online",
        "Wir sprechen über Unterschiede",
    ),
    (
        "Alle Studierenden haben eine feste Ansprechperson",
        "Eine sichere Atmosphäre: Bei verletzenden Bemerkungen greifen wir ein",
        "Lehrmaterial, in dem sich alle wiederfinden",
        "Ungeschriebene Regeln werden erklärt",
    ),
    (
        "Lehrende und Studierende kennen einander",
        "Alle zählen in der Gruppe",
        "Rückmeldungen gelten der Arbeit und dem nächsten Schritt",
        "Unterschiede sind normal",
    ),
    (
        "Zeit und Aufmerksamkeit für alle Studierenden",
        "Alle zählen in der Gruppe",
        "Fehler sind erlaubt",
        "",
    ),
)
