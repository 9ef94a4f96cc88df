"""What came of the first two follow-ups of the invented team, and its action points, in German."""

FIRST = {
    "inventory": (
        "Fünf von uns haben in den ersten Wochen mit allen Studierenden ihrer Gruppe ein kurzes Gespräch geführt."
        " Das hat sich gelohnt: Wenn etwas nicht stimmt, melden sich die Studierenden jetzt früher. Zwei Lehrende"
        " haben eine Veranstaltung mit einer Erinnerung an ihr eigenes erstes Studienjahr eröffnet, und danach"
        " wurde mehr gefragt. In den großen Vorlesungen gelingt es noch nicht, die Namen zu lernen. Im Mentoring"
        " zeigt sich, dass eine Viertelstunde für ein erstes Gespräch eigentlich zu kurz ist."
    ),
    "reflection": (
        "In diesem Fall stand jemand außerhalb der Gruppe und auch außerhalb des Gesprächs, das die anderen online"
        " führten. Wer die Gruppe betreute, bemerkte die Stille, gab sich aber mit der ersten Antwort zufrieden."
        " Das kannten wir: Zusammenarbeit ist ein Lernziel, und dann überlassen wir die Gruppen schnell sich"
        " selbst. Vor allem unsere zweite Bedingung fehlte. Dass die betroffene Person den Weg ins Mentoring fand,"
        " zeigt, dass die erste erfüllt war. Geholfen hat schließlich, alle einzeln nach ihrem Anteil zu fragen."
    ),
    "strategies": (
        "Das Los ist für uns nicht mehr selbstverständlich: Wir stellen die Gruppen selbst zusammen und erklären,"
        " wie. Beim ersten Treffen vereinbart jede Gruppe, wie sie arbeitet und in welchem Chat sie sich"
        " austauscht. Zur Halbzeit fragen wir alle einzeln, wie es läuft, noch bevor etwas bewertet wird. Und wenn"
        " jemand sagt, es gehe schon, fragen wir ein zweites Mal nach."
    ),
}

FIRST_POINTS = (
    {
        "what": (
            "Einen Leitfaden für das erste Treffen der Projektgruppen schreiben, mit Absprachen zu Treffen und"
            " Gruppenchat"
        ),
        "who": "Projektbetreuung",
    },
    {
        "what": "Zur Halbzeit des nächsten Projekts alle Studierenden einzeln fragen, wie die Zusammenarbeit läuft",
        "who": "Projektbetreuung",
    },
    {
        "what": "Im Projekthandbuch festhalten, dass wir die Gruppen selbst zusammenstellen, und warum",
        "who": "Team des Moduls",
    },
)

ADDED_POINT = {
    "what": "Die Absprachen zur Zusammenarbeit auch auf die Startseite des Projekts stellen",
    "who": "Teamleitung",
}

SECOND = {
    "inventory": (
        "Der Leitfaden für das erste Treffen ist fertig und in drei Gruppen erprobt; die Studierenden fanden ihn"
        " zunächst ungewohnt und dann hilfreich. Das Nachfragen zur Halbzeit hat begonnen. Das Projekthandbuch"
        " musste warten, weil es erst im Frühjahr überarbeitet wird. In einer Übung haben die Studierenden eigene"
        " Regeln für den Gruppenchat aufgestellt und im Raum aufgehängt. Im Mentoring gibt es weniger Klagen"
        " darüber, dass sich manche nicht einbringen."
    ),
    "reflection": (
        "In diesem Fall wurde etwas, das für die betroffene Person ganz alltäglich ist, in der Veranstaltung"
        " plötzlich zu etwas Besonderem. Verletzt hat die Bemerkung aus der Gruppe, aber auch das Lob der"
        " Lehrkraft, denn es machte aus einem Menschen ein Beispiel. Fast alle kannten den Augenblick, in dem man"
        " spürt, dass etwas schiefgeht, und trotzdem weitermacht, weil die Zeit drängt oder weil man fürchtet, es"
        " schlimmer zu machen. Die dritte Bedingung hilft erst, wenn wir wissen, was wir sagen können. Auch später"
        " darauf zurückzukommen ist möglich."
    ),
    "strategies": (
        "Wir üben ein paar Sätze, die immer passen, etwa: Moment, dazu möchte ich etwas sagen. Gelingt es nicht"
        " sofort, beginnt die nächste Veranstaltung damit. In heikle Themen führen wir mit eigenen Beispielen und"
        " mit Ergebnissen aus der Forschung ein, damit niemand aus dem eigenen Leben schöpfen muss. Und wir"
        " sprechen die betroffene Person noch am selben Tag an, ohne eine große Sache daraus zu machen."
    ),
}

SECOND_POINTS = (
    {
        "what": (
            "Eine halbe Stunde lang üben, auf verletzende Bemerkungen zu reagieren, mit Unterstützung aus der"
            " Hochschuldidaktik"
        ),
        "who": "Teamleitung",
    },
    {
        "what": "Die Einführung in heikle Themen überarbeiten, mit Beispielen aus ganz verschiedenen Familien",
        "who": "Lehrende der Seminare",
    },
    {
        "what": "Die dritte Bedingung neu formulieren und dem Team vorlegen",
        "who": "Teamleitung",
    },
)

THIRD = {
    "inventory": (
        "Die halbe Stunde Übung hat stattgefunden und Lust auf mehr gemacht: Zwölf Lehrkräfte haben eigene Sätze"
        " ausprobiert. Die neue Einführung in heikle Themen wurde in zwei Stunden verwendet; Studierende sagten"
        " danach, es sei ihnen weniger vorgekommen, als ginge es um sie selbst. Die dritte Bedingung ist neu formuliert"
        " und steht in der zweiten Fassung unseres Referenzrahmens. Auch das Projekthandbuch ist inzwischen angepasst."
    ),
    "reflection": (
        "Die Situation war erfunden, aber fast allen fiel eine echte dazu ein. Für die Regel zum Zuspätkommen gibt es"
        " einen Grund, und doch sagt sie jemandem, der zu Hause pflegt, dass hier nur eine Art von Leben hineinpasst."
        " Niemand hat gefragt, was los ist, und die betroffene Person schwieg, weil es keinen Moment dafür gab. Die"
        " erste Bedingung fehlte, und die vierte auch: dass wir selbst zeigen, dass wir voneinander nicht alles wissen."
    ),
    "strategies": (
        "Beim dritten Zuspätkommen fragen wir zuerst unter vier Augen, was los ist, und wenden erst dann die Regel an."
        " Zu Beginn eines Praktikums erklären wir, warum es die Regel gibt und was möglich ist, wenn es einmal nicht"
        " klappt. Und wir sagen laut, dass Studierende ihre Geschichte nicht erzählen müssen, um Hilfe zu bekommen."
    ),
}

THIRD_POINTS = (
    {
        "what": "In den Studienführer aufnehmen, was möglich ist, wenn Pflege oder Arbeit dem Stundenplan im Weg steht",
        "who": "Team des Moduls",
    },
    {
        "what": "Für die Praktika absprechen, wer nach zweimaligem Zuspätkommen ein kurzes Gespräch führt",
        "who": "Studienbegleitung",
    },
)
