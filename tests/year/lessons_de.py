"""What the invented team learned in its year, as its year form tells it, in German."""

ABOUT = {
    "academic_year": "2027-2028",
    "recipient": "Studiengangsleitung und Studienkommission",
    "cases_for_management": "no",
}

LESSONS = {
    "awareness": (
        "Wir sehen schneller, wer in einer Übung nicht mitmacht, und halten das nicht mehr gleich für fehlende"
        " Motivation. Eine leere Antwort, ein Platz ganz hinten, ein Gruppenchat, in dem jemand fehlt: Bei solchen"
        " Zeichen fragen wir jetzt nach. Auch unser eigener Anteil fällt uns eher auf. Ein Lob kann jemanden"
        " herausheben, und das Los kann jemanden allein dastehen lassen.\n"
        "In den großen Vorlesungen sehen wir noch zu wenig; dort bleiben die Studierenden für uns ein Saal."
    ),
    "skills": (
        "Die Gruppen stellen wir selbst zusammen und sagen, wie. Zur Halbzeit eines Projekts fragen wir alle einzeln,"
        " wie es läuft, und bei „geht schon“ fragen wir ein zweites Mal. Auf eine verletzende Bemerkung zu reagieren,"
        " gelingt den meisten jetzt nach wenigen Sekunden, mit Sätzen, die wir geübt haben. Gelingt es nicht, beginnt"
        " die nächste Veranstaltung damit.\n"
        "Schwer bleibt es, wenn die Bemerkung aus dem Kollegium kommt. Dafür fehlen uns noch gute Sätze."
    ),
    "practice": (
        "Der Leitfaden für das erste Treffen einer Projektgruppe steht im Handbuch und wird ohne Erinnerung genutzt."
        " Das kurze Gespräch mit allen Studierenden in den ersten Wochen gehört im Mentoring einfach dazu. In der"
        " Teamsitzung fragt immer jemand: Und wer bleibt hier außen vor?\n"
        "Noch nicht selbstverständlich ist die neue Einführung in heikle Themen. Sie ist geschrieben, aber erst in"
        " zwei Veranstaltungen erprobt."
    ),
    "process": (
        "Die Fälle aus dem eigenen Studiengang haben am meisten gebracht: Da ging es um uns, und niemand konnte"
        " sagen, so etwas gebe es nur anderswo. Das Gespräch in kleinen Gruppen vor dem Plenum gab auch den Stilleren"
        " Raum. Vierzig Minuten waren jedes Mal etwas zu kurz; die Maßnahmen kamen in den letzten fünf.\n"
        "Beim nächsten Mal lesen wir den Fall vorher und beginnen pünktlich. Wer dienstags nicht arbeitet, war zu"
        " selten dabei."
    ),
    "next_year": (
        "Das neue Team kann mit der zweiten Version unseres Referenzrahmens beginnen und mit den Maßnahmen, die noch"
        " offen sind. Wer neu dazukommt, braucht in den ersten Wochen ein Gespräch darüber, was Belonging hier"
        " bedeutet, denn auf dem Papier allein steht das nicht.\n"
        "Die Leitung bitten wir um drei Dinge: vier feste Termine im Jahresplan, Stunden für die Vorbereitung der"
        " Treffen und eine Schulung zu schwierigen Gesprächen im Kollegium."
    ),
}
