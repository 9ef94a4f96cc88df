"""The frames of reference of the invented team in German, by question."""

FIRST = {
    "definition": (
        "Belonging bedeutet für uns, dass Studierende sich bei uns am richtigen Ort fühlen. Sie werden"
        " wahrgenommen, sie gestalten mit, und sie merken, dass das, was sie mitbringen, etwas wert ist. Niemand"
        " muss einen Teil von sich zu Hause lassen, um dazuzugehören. Belonging ist nie fertig: Es wächst oder"
        " schwindet in jeder Veranstaltung, in jedem Gespräch und mit jeder Regel, die wir aufstellen. Deshalb ist"
        " es eine Aufgabe für das ganze Team und nichts, womit Studierende allein zurechtkommen müssen."
    ),
    "condition_1": (
        "Wir kennen unsere Studierenden, und sie kennen uns. In den ersten Wochen lernen wir alle Namen und"
        " sprechen mit allen mindestens einmal unter vier Augen. Wir fragen nicht nur, wie es im Studium läuft,"
        " sondern auch, was jemand braucht, um hier gut arbeiten zu können."
    ),
    "condition_2": (
        "Alle haben einen Platz in der Gruppe. Wir nehmen uns Zeit für die Zusammenarbeit und vereinbaren, wie sie"
        " laufen soll, in der Veranstaltung und in den Projektgruppen. Wird jemand still oder steht am Rand, geht"
        " das auch uns etwas an, und wir fragen nach."
    ),
    "condition_3": (
        "Unterschiede sind normal, und wir sprechen darüber. Unsere Beispiele stammen aus ganz verschiedenen"
        " Lebenswelten, Familien und Berufswegen. Niemand muss für eine ganze Gruppe sprechen, und eine verletzende"
        " Bemerkung lassen wir nicht einfach so stehen."
    ),
    "condition_4": (
        "Fragen und Fehler sind willkommen. Wir erklären die ungeschriebenen Regeln und erzählen, womit wir selbst"
        " zu kämpfen hatten. Rückmeldungen gelten der Arbeit und dem nächsten Schritt, aber nie der Frage, ob"
        " jemand überhaupt hierhergehört."
    ),
}

SECOND = {
    **FIRST,
    "definition": (
        "Belonging bedeutet für uns, dass Studierende sich bei uns am richtigen Ort fühlen. Sie werden"
        " wahrgenommen, sie zählen, und sie entscheiden selbst, wie viel sie von sich erzählen. Niemand muss einen"
        " Teil von sich zu Hause lassen, um dazuzugehören. Belonging ist nie fertig: Es wächst oder schwindet in"
        " jeder Veranstaltung, in jedem Gespräch und mit jeder Regel, die wir aufstellen. Deshalb ist es eine"
        " Aufgabe für das ganze Team und nichts, womit Studierende allein zurechtkommen müssen."
    ),
    "condition_2": (
        "Alle haben einen Platz in der Gruppe. Wir nehmen uns Zeit für die Zusammenarbeit und vereinbaren, wie sie"
        " laufen soll, in der Veranstaltung, in den Projektgruppen und im Gruppenchat. Wird jemand still oder steht"
        " am Rand, geht das auch uns etwas an, und wir fragen noch in derselben Woche nach."
    ),
    "condition_3": (
        "Alle können sie selbst sein, ohne als Beispiel herhalten zu müssen. Wir zeigen selbst, wie unterschiedlich"
        " Menschen leben, damit keine Studentin und kein Student für eine Gruppe sprechen muss. Verletzt eine"
        " Bemerkung, halten wir kurz inne und sagen, dass wir so nicht miteinander reden. Danach suchen wir das"
        " Gespräch mit der betroffenen Person, möglichst am selben Tag."
    ),
}

SHORT = {
    "definition": (
        "Belonging bedeutet für uns, dass Studierende sich bei uns am richtigen Ort fühlen: Sie werden"
        " wahrgenommen, sie gestalten mit, und sie dürfen sie selbst sein. Von allein entsteht das nicht. Wir"
        " arbeiten als Team daran, in jeder Veranstaltung und in jedem Gespräch."
    ),
    "condition_1": (
        "Wir kennen unsere Studierenden. In den ersten Wochen lernen wir alle Namen, und wir fragen alle, was ihnen"
        " hilft, hier gut zu arbeiten. Das tun wir nicht nur zu Beginn, sondern das ganze Jahr."
    ),
    "condition_2": (
        "Alle machen mit. Wir vereinbaren, wie wir zusammenarbeiten, und fragen zwischendurch nach, ob es klappt."
        " Wer am Rand steht, muss das nicht allein lösen."
    ),
    "condition_3": (
        "Unterschiede sind normal. Unsere Beispiele stammen aus vielen Lebenswelten, und über eine verletzende"
        " Bemerkung sprechen wir sofort."
    ),
    "condition_4": (
        "Fehler sind willkommen. Wir erklären ungeschriebene Regeln, und unsere Rückmeldungen gelten immer der"
        " Arbeit und nie der Frage, ob jemand hierhergehört. Wir sagen auch ehrlich, was uns selbst in der Lehre"
        " noch schwerfällt."
    ),
}

FULL = {
    "definition": (
        "Belonging bedeutet für uns, dass Studierende sich bei uns am richtigen Ort fühlen. Sie werden"
        " wahrgenommen, sie gestalten mit, und sie merken, dass das, was sie mitbringen, etwas wert ist. Niemand"
        " muss einen Teil von sich zu Hause lassen, um dazuzugehören.\n"
        "Belonging ist nie fertig: Es wächst oder schwindet in jeder Veranstaltung, in jedem Gespräch und mit jeder"
        " Regel, die wir aufstellen. Deshalb ist es eine Aufgabe für das ganze Team und nichts, womit Studierende"
        " allein zurechtkommen müssen. Wir denken dabei vor allem an alle, die als Erste in ihrer Familie"
        " studieren, und an alle, die zu Hause eine andere Sprache sprechen, denn für sie steckt ein Studium voller"
        " Selbstverständlichkeiten, die niemand erklärt."
    ),
    "condition_1": (
        "Wir kennen unsere Studierenden, und sie kennen uns. In den ersten Wochen lernen wir alle Namen, auch die,"
        " die wir erst üben müssen, und sprechen mit allen mindestens einmal unter vier Augen. Wir fragen nicht"
        " nur, wie es im Studium läuft, sondern auch, was jemand braucht, um hier gut arbeiten zu können. Was wir"
        " hören, hat Folgen: Wo es geht, passen wir unsere Lehre an, und wo es nicht geht, erklären wir, warum. Und"
        " wir erzählen auch etwas von uns, denn Vertrauen beruht auf Gegenseitigkeit."
    ),
    "condition_2": (
        "Alle haben einen Platz in der Gruppe. Wir nehmen uns Zeit für die Zusammenarbeit und vereinbaren, wie sie"
        " laufen soll, in der Veranstaltung und in den Projektgruppen. Wir stellen die Gruppen selbst zusammen und"
        " mischen sie im Laufe des Jahres neu, damit Studierende mehr Menschen kennenlernen als die zwei oder drei,"
        " mit denen sie begonnen haben. Zur Halbzeit fragen wir alle, wie es läuft, auch die, von denen wir nichts"
        " hören. Wird jemand still oder steht am Rand, geht das auch uns etwas an, und wir fragen nach."
    ),
    "condition_3": (
        "Unterschiede sind normal, und wir sprechen darüber. Unsere Beispiele, Texte und Gäste kommen aus ganz"
        " verschiedenen Lebenswelten, Familien und Berufswegen. Niemand muss für eine ganze Gruppe sprechen, und"
        " eine verletzende Bemerkung lassen wir nicht einfach so stehen. Fehlen uns im Moment die Worte, geben wir"
        " das offen zu und kommen beim nächsten Mal darauf zurück. Auch im Kollegium erinnern wir einander daran,"
        " immer freundlich und ohne Vorwurf."
    ),
    "condition_4": (
        "Fragen und Fehler sind willkommen. Wir erklären die ungeschriebenen Regeln: wie man Lehrende anschreibt,"
        " wozu eine Sprechstunde da ist und was wir mit kritischem Denken meinen. Wir erzählen, womit wir im"
        " eigenen Studium zu kämpfen hatten und was uns damals dabei half. Rückmeldungen gelten der Arbeit und"
        " dem nächsten Schritt, aber nie der Frage, ob jemand überhaupt hierhergehört. Sprache bewerten wir nur"
        " dort, wo sie ein Lernziel ist, und dann gibt es dazu immer auch Hilfe. Wer durchfällt, erfährt von uns"
        " auch, was schon gut war, und bekommt rechtzeitig vor der Wiederholung ein Gespräch angeboten."
    ),
}

EXTRA = (
    " Und jedes Jahr fragen wir die Studierenden selbst, ob sie von alldem etwas gemerkt haben und was wir in"
    " Zukunft ändern sollten."
)
