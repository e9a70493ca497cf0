<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Attributes</name>
    <message>
        <source>unspecified</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>producer</source>
        <translation>Produzent</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>unset</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>self time</source>
        <translation>Eigenzeit</translation>
    </message>
    <message>
        <source>clock skew</source>
        <translation>Uhrenversatz</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>status message</source>
        <translation>Statusmeldung</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>Trace-Id</translation>
    </message>
    <message>
        <source>span id</source>
        <translation>Span-Id</translation>
    </message>
    <message>
        <source>parent id</source>
        <translation>Eltern-Id</translation>
    </message>
    <message>
        <source>trace state</source>
        <translation>Trace-State</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>dropped attributes</source>
        <translation>verworfene Attribute</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>not in this capture</source>
        <translation>nicht in dieser Aufzeichnung</translation>
    </message>
    <message>
        <source>span not in this capture</source>
        <translation>Span nicht in dieser Aufzeichnung</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>Trace %1</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>CallModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>All %1 listed</source>
        <translation>Alle %1 gelisteten</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>Of the %1 listed calls with a latency</source>
        <translation>Der %1 gelisteten Aufrufe mit Latenz</translation>
    </message>
    <message>
        <source>1 listed</source>
        <translation>1 gelistet</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>%1 ▸ %2</source>
        <translation>%1 ▸ %2</translation>
    </message>
</context>
<context>
    <name>CriticalPathModel</name>
    <message>
        <source>(no call) → %1</source>
        <translation>(kein Aufruf) → %1</translation>
    </message>
    <message>
        <source>Work of roots that no call opened</source>
        <translation>Arbeit von Wurzeln, die kein Aufruf öffnete</translation>
    </message>
    <message>
        <source>(more)</source>
        <translation>(weitere)</translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation>Gewartet auf</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>On the path</source>
        <translation>Auf dem Pfad</translation>
    </message>
    <message>
        <source>With callees</source>
        <translation>Mit Aufgerufenen</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
</context>
<context>
    <name>Destinations</name>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>Trace</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>calls in turn</source>
        <translation>ruft weiter</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>has a span</source>
        <translation>hat einen Span</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>a failure starts</source>
        <translation>ein Fehler beginnt</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>longest own time</source>
        <translation>längste Eigenzeit</translation>
    </message>
    <message>
        <source>own time</source>
        <translation>Eigenzeit</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>service of the trace&apos;s root</source>
        <translation>Dienst der Wurzel des Traces</translation>
    </message>
    <message>
        <source>operation of the trace&apos;s root</source>
        <translation>Operation der Wurzel des Traces</translation>
    </message>
    <message>
        <source>calls to %1</source>
        <translation>Aufrufe von %1</translation>
    </message>
    <message>
        <source>callee</source>
        <translation>Aufgerufener</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>darin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>any</source>
        <translation>irgendeiner</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>certain: %1</source>
        <translation>sicher: %1</translation>
    </message>
    <message>
        <source>likely: %1</source>
        <translation>wahrscheinlich: %1</translation>
    </message>
    <message>
        <source>%1 %2 = %3: %4 selected, %5 others; %6</source>
        <translation>%1 %2 = %3: %4 ausgewählt, %5 andere; %6</translation>
    </message>
    <message>
        <source>; also %1</source>
        <translation>; ebenso %1</translation>
    </message>
    <message>
        <source>also: %1</source>
        <translation>ebenso: %1</translation>
    </message>
</context>
<context>
    <name>EdgeModel</name>
    <message>
        <source>Edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>Fan-out</translation>
    </message>
    <message>
        <source>Edge, by pain</source>
        <translation>Kante, Rang</translation>
    </message>
    <message>
        <source>All %1 edges</source>
        <translation>Alle %1 Kanten</translation>
    </message>
    <message>
        <source>Calls of several edges follow one another: their times have no common percentile.</source>
        <translation>Aufrufe mehrerer Kanten folgen aufeinander: Ihre Zeiten haben kein gemeinsames Perzentil.</translation>
    </message>
    <message>
        <source>1 edge</source>
        <translation>1 Kante</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>On %1 calls; a %2 needs %3.</source>
        <translation>Aus %1 Aufrufen; ein %2 braucht %3.</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>called by %1</source>
        <translation>aufgerufen von %1</translation>
    </message>
    <message>
        <source>called by nobody</source>
        <translation>von niemandem aufgerufen</translation>
    </message>
    <message>
        <source>Swallowed: the request that made the call did not fail</source>
        <translation>Geschluckt: Die Anfrage, die den Aufruf machte, schlug nicht fehl</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Starts on %1</source>
        <translation>Beginnt auf %1</translation>
    </message>
    <message>
        <source>Passed on by %1</source>
        <translation>Weitergereicht von %1</translation>
    </message>
    <message>
        <source>Where failures start</source>
        <translation>Wo Fehler beginnen</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Reach the top</source>
        <translation>Erreichen die Spitze</translation>
    </message>
    <message>
        <source>No call and no request failed.</source>
        <translation>Kein Aufruf und keine Anfrage schlug fehl.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>(the rest of the stack trace is not shown)</source>
        <translation>(der Rest des Stacktrace wird nicht gezeigt)</translation>
    </message>
    <message>
        <source>(no type)</source>
        <translation>(ohne Typ)</translation>
    </message>
    <message>
        <source>(further messages)</source>
        <translation>(weitere Meldungen)</translation>
    </message>
    <message>
        <source>(no message)</source>
        <translation>(ohne Meldung)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>In failed spans</source>
        <translation>In fehlgeschlagenen Spans</translation>
    </message>
    <message>
        <source>No span recorded an exception.</source>
        <translation>Kein Span hat eine Ausnahme aufgezeichnet.</translation>
    </message>
    <message>
        <source>1 kind</source>
        <translation>1 Art</translation>
    </message>
    <message>
        <source>%1 kinds</source>
        <translation>%1 Arten</translation>
    </message>
    <message>
        <source>at the root</source>
        <translation>an der Wurzel</translation>
    </message>
    <message>
        <source>… %1 more steps</source>
        <translation>… %1 weitere Schritte</translation>
    </message>
    <message>
        <source>Call paths that fail</source>
        <translation>Aufrufpfade, die fehlschlagen</translation>
    </message>
    <message>
        <source>Of failing traces</source>
        <translation>Der fehlgeschlagenen Traces</translation>
    </message>
    <message>
        <source>Slowest trace</source>
        <translation>Langsamster Trace</translation>
    </message>
    <message>
        <source>No call path ends in a failure.</source>
        <translation>Kein Aufrufpfad endet in einem Fehler.</translation>
    </message>
    <message>
        <source>%1 of %2 paths</source>
        <translation>%1 von %2 Pfaden</translation>
    </message>
    <message>
        <source>spans: %1 start here, %2 passed on, %3 swallowed</source>
        <translation>Spans: %1 beginnen hier, %2 weitergereicht, %3 geschluckt</translation>
    </message>
    <message>
        <source>The service %1</source>
        <translation>Der Dienst %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Beginnen hier</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergereicht</translation>
    </message>
    <message>
        <source>Swallowed</source>
        <translation>Geschluckt</translation>
    </message>
    <message>
        <source>requests that failed, or did not though a call of theirs did</source>
        <translation>Anfragen, die fehlschlugen, oder nicht, obwohl ein Aufruf von ihnen es tat</translation>
    </message>
    <message>
        <source>No service failed.</source>
        <translation>Kein Dienst schlug fehl.</translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 failures</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>1 trace</source>
        <translation>1 Trace</translation>
    </message>
    <message>
        <source>%1 traces</source>
        <translation>%1 Traces</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>1 Wiederholung</translation>
    </message>
    <message>
        <source>%1 retries</source>
        <translation>%1 Wiederholungen</translation>
    </message>
    <message>
        <source>1 path</source>
        <translation>1 Pfad</translation>
    </message>
    <message>
        <source>%1 paths</source>
        <translation>%1 Pfade</translation>
    </message>
    <message>
        <source>Most frequent shape</source>
        <translation>Häufigste Form</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Slowest: trace %1</source>
        <translation>Langsamster: Trace %1</translation>
    </message>
    <message>
        <source>Median: trace %1</source>
        <translation>Median: Trace %1</translation>
    </message>
    <message>
        <source>… %1 more paths</source>
        <translation>… %1 weitere Pfade</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>1 shape of %1</source>
        <translation>1 Form von %1</translation>
    </message>
    <message>
        <source>%1 shapes of %2</source>
        <translation>%1 Formen von %2</translation>
    </message>
    <message>
        <source>without durations</source>
        <translation>ohne Dauern</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>einer nach dem anderen</translation>
    </message>
    <message>
        <source>up to %1 at once</source>
        <translation>bis zu %1 zugleich</translation>
    </message>
    <message>
        <source>%1 of %2 requests one after the other, others up to %3 at once</source>
        <translation>%1 von %2 Anfragen nacheinander, andere bis zu %3 zugleich</translation>
    </message>
    <message>
        <source>in %1 · %2</source>
        <translation>in %1 · %2</translation>
    </message>
    <message>
        <source>The edge %1</source>
        <translation>Die Kante %1</translation>
    </message>
    <message>
        <source>Calls of these requests</source>
        <translation>Aufrufe dieser Anfragen</translation>
    </message>
    <message>
        <source>Time of the calls added up; with calls at once counted once</source>
        <translation>Zeit der Aufrufe zusammen; gleichzeitige einmal gezählt</translation>
    </message>
    <message>
        <source>Request of trace %1: %2</source>
        <translation>Anfrage des Trace %1: %2</translation>
    </message>
    <message>
        <source>The same call again and again</source>
        <translation>Derselbe Aufruf immer wieder</translation>
    </message>
    <message>
        <source>Calls each</source>
        <translation>Aufrufe je</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>Zeit insgesamt</translation>
    </message>
    <message>
        <source>%1 and more within a request</source>
        <translation>%1 und mehr in einer Anfrage</translation>
    </message>
    <message>
        <source>No request makes %1 or more calls of one operation.</source>
        <translation>Keine Anfrage macht %1 oder mehr Aufrufe einer Operation.</translation>
    </message>
    <message>
        <source>%1 hidden by a later success</source>
        <translation>%1 von einem späteren Erfolg verdeckt</translation>
    </message>
    <message>
        <source>%1 gave up</source>
        <translation>%1 gaben auf</translation>
    </message>
    <message>
        <source>no first attempt before them</source>
        <translation>kein erster Versuch davor</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>Time from first to last attempts</source>
        <translation>Zeit vom ersten zum letzten Versuch</translation>
    </message>
    <message>
        <source>Trace %1: %2 attempts, the last succeeded</source>
        <translation>Trace %1: %2 Versuche, der letzte gelang</translation>
    </message>
    <message>
        <source>Trace %1: %2 attempts, all in vain</source>
        <translation>Trace %1: %2 Versuche, alle vergeblich</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Of calls</source>
        <translation>Der Aufrufe</translation>
    </message>
    <message>
        <source>Attempts each</source>
        <translation>Versuche je</translation>
    </message>
    <message>
        <source>No call is a retry.</source>
        <translation>Kein Aufruf ist eine Wiederholung.</translation>
    </message>
    <message>
        <source>Traces with the most retries</source>
        <translation>Traces mit den meisten Wiederholungen</translation>
    </message>
    <message>
        <source>No trace holds a retry.</source>
        <translation>Kein Trace enthält eine Wiederholung.</translation>
    </message>
    <message>
        <source>status 4xx</source>
        <translation>Status 4xx</translation>
    </message>
    <message>
        <source>status 5xx</source>
        <translation>Status 5xx</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
</context>
<context>
    <name>GraphFigures</name>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
    <message>
        <source>retries %1</source>
        <translation>Wiederholungen %1</translation>
    </message>
</context>
<context>
    <name>GraphLegend</name>
    <message>
        <source>label: failed · calls · ×calls per request</source>
        <translation>Beschriftung: Fehler · Aufrufe · ×Aufrufe pro Anfrage</translation>
    </message>
    <message>
        <source>label: failed · calls · %1 · ×calls per request</source>
        <translation>Beschriftung: Fehler · Aufrufe · %1 · ×Aufrufe pro Anfrage</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>few calls</source>
        <translation>wenige Aufrufe</translation>
    </message>
    <message>
        <source>many</source>
        <translation>viele</translation>
    </message>
    <message>
        <source>1–5 % fail</source>
        <translation>1–5 % Fehler</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>starts here</source>
        <translation>beginnt hier</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>weitergereicht</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>requests · failed · latency</source>
        <translation>Anfragen · Fehler · Latenz</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>%1 of %2 edges labelled, worst first; %3</source>
        <translation>%1 von %2 Kanten beschriftet, schlimmste zuerst; %3</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>under 1 % fail</source>
        <translation>unter 1 % Fehler</translation>
    </message>
    <message>
        <source>1 – 5 %</source>
        <translation>1 – 5 %</translation>
    </message>
    <message>
        <source>5 % and more</source>
        <translation>5 % und mehr</translation>
    </message>
    <message>
        <source>failures start here</source>
        <translation>Fehler beginnen hier</translation>
    </message>
    <message>
        <source>failures passed on from a callee</source>
        <translation>Fehler vom Aufgerufenen weitergereicht</translation>
    </message>
    <message>
        <source>none hidden</source>
        <translation>keine ausgeblendet</translation>
    </message>
    <message>
        <source>1 edge hidden</source>
        <translation>1 Kante ausgeblendet</translation>
    </message>
    <message>
        <source>%1 edges hidden</source>
        <translation>%1 Kanten ausgeblendet</translation>
    </message>
    <message>
        <source>%1, %2 of them failing</source>
        <translation>%1, davon %2 fehlerhaft</translation>
    </message>
    <message>
        <source>label: share of the critical path · time on it</source>
        <translation>Beschriftung: Anteil am kritischen Pfad · Zeit darauf</translation>
    </message>
    <message>
        <source>%1 % of the critical path</source>
        <translation>%1 % des kritischen Pfads</translation>
    </message>
    <message>
        <source>little of the critical path</source>
        <translation>wenig vom kritischen Pfad</translation>
    </message>
    <message>
        <source>much</source>
        <translation>viel</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>N+1 ×n: n calls of one operation in one request</source>
        <translation>N+1 ×n: n Aufrufe einer Operation in einer Anfrage</translation>
    </message>
</context>
<context>
    <name>GraphStage</name>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
</context>
<context>
    <name>GraphTooltip</name>
    <message>
        <source>p50 · p95 · p99</source>
        <translation>p50 · p95 · p99</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>start here · passed on</source>
        <translation>beginnen hier · weitergereicht</translation>
    </message>
    <message>
        <source>client p50 · server p50</source>
        <translation>Client p50 · Server p50</translation>
    </message>
    <message>
        <source>delivery p50</source>
        <translation>Zustellung p50</translation>
    </message>
    <message>
        <source>fan-out mean · max</source>
        <translation>Fan-out Mittel · Max.</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>extra attempts</source>
        <translation>zusätzliche Versuche</translation>
    </message>
    <message>
        <source>without server span</source>
        <translation>ohne Server-Span</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>calls received</source>
        <translation>empfangene Aufrufe</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>%1, %2 calls, %3 failed</source>
        <translation>%1, %2 Aufrufe, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>of the critical path · with its callees</source>
        <translation>vom kritischen Pfad · mit Aufgerufenen</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>calls inside</source>
        <translation>Aufrufe im Inneren</translation>
    </message>
    <message>
        <source>failed inside</source>
        <translation>Fehler im Inneren</translation>
    </message>
    <message>
        <source>%1 of %2 · ×%3</source>
        <translation>%1 von %2 · ×%3</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>p99 about %1</source>
        <translation>p99 etwa %1</translation>
    </message>
    <message>
        <source>N+1: requests · calls each, at most</source>
        <translation>N+1: Anfragen · Aufrufe je Anfrage, höchstens</translation>
    </message>
    <message>
        <source>retries, a storm</source>
        <translation>Wiederholungen, ein Sturm</translation>
    </message>
    <message>
        <source>N+1 in %1</source>
        <translation>N+1 in %1</translation>
    </message>
    <message>
        <source>%1 retries, a storm</source>
        <translation>%1 Wiederholungen, ein Sturm</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>calls others %1 times</source>
        <translation>ruft %1-mal andere auf</translation>
    </message>
    <message>
        <source>no requests</source>
        <translation>keine Anfragen</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>all calls</source>
        <translation>alle Aufrufe</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p50 in these %1</source>
        <translation>p50 in diesen %1</translation>
    </message>
    <message>
        <source>%1  (%2 calls)</source>
        <translation>%1  (%2 Aufrufe)</translation>
    </message>
    <message>
        <source>Click: list the calls   Drag: select</source>
        <translation>Klick: Aufrufe auflisten   Ziehen: auswählen</translation>
    </message>
    <message>
        <source>Enter: list the calls</source>
        <translation>Eingabe: Aufrufe auflisten</translation>
    </message>
    <message>
        <source>Calls per cell</source>
        <translation>Aufrufe je Zelle</translation>
    </message>
    <message>
        <source>failed share of the cell</source>
        <translation>Fehleranteil der Zelle</translation>
    </message>
    <message>
        <source>p99 (grey under 100 calls)</source>
        <translation>p99 (grau unter 100 Aufrufen)</translation>
    </message>
    <message>
        <source>%1 calls without a duration are left out</source>
        <translation>%1 Aufrufe ohne Dauer sind ausgelassen</translation>
    </message>
    <message>
        <source>Latency of %1</source>
        <translation>Latenz von %1</translation>
    </message>
    <message>
        <source>Latency heatmap · %1 · %2</source>
        <translation>Latenz-Heatmap · %1 · %2</translation>
    </message>
    <message>
        <source>%1 calls · %2 failed</source>
        <translation>%1 Aufrufe · %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>The time range and the filter leave no call.</source>
        <translation>Zeitraum und Filter lassen keinen Aufruf übrig.</translation>
    </message>
    <message>
        <source>The only call has no duration.</source>
        <translation>Der einzige Aufruf hat keine Dauer.</translation>
    </message>
    <message>
        <source>None of these %1 calls has a duration.</source>
        <translation>Keiner dieser %1 Aufrufe hat eine Dauer.</translation>
    </message>
    <message>
        <source>1 call without a duration is left out</source>
        <translation>1 Aufruf ohne Dauer ist ausgelassen</translation>
    </message>
    <message>
        <source>Share of the column&apos;s calls</source>
        <translation>Anteil an den Aufrufen der Spalte</translation>
    </message>
    <message>
        <source>No capture is open.</source>
        <translation>Keine Aufzeichnung ist offen.</translation>
    </message>
    <message>
        <source> · filter: %1</source>
        <translation> · Filter: %1</translation>
    </message>
</context>
<context>
    <name>Icicle</name>
    <message>
        <source>(more)  %1 spans</source>
        <translation>(weitere)  %1 Spans</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Capture</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Traces without a parent span</source>
        <translation>Traces ohne einen Eltern-Span</translation>
    </message>
    <message>
        <source>%1 of %2 traces miss a parent span. Their calls are counted; the caller is unknown.</source>
        <translation>%1 von %2 Traces fehlt ein Eltern-Span. Ihre Aufrufe sind gezählt; der Aufrufer ist unbekannt.</translation>
    </message>
    <message>
        <source>Duplicate spans, left out</source>
        <translation>Doppelte Spans, ausgelassen</translation>
    </message>
    <message>
        <source>1 kind of problem in the files</source>
        <translation>1 Art von Problem in den Dateien</translation>
    </message>
    <message>
        <source>%1 kinds of problems in the files</source>
        <translation>%1 Arten von Problemen in den Dateien</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>in the chosen range</source>
        <translation>im gewählten Zeitraum</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Select an edge or a service to see its figures.</source>
        <translation>Eine Kante oder einen Dienst auswählen, um Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>starts here</source>
        <translation>beginnt hier</translation>
    </message>
    <message>
        <source>all start here</source>
        <translation>alle beginnen hier</translation>
    </message>
    <message>
        <source>passed on from a callee</source>
        <translation>vom Aufgerufenen weitergereicht</translation>
    </message>
    <message>
        <source>all passed on from a callee</source>
        <translation>alle vom Aufgerufenen weitergereicht</translation>
    </message>
    <message>
        <source>%1 start here, %2 passed on</source>
        <translation>%1 beginnen hier, %2 weitergereicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beide Seiten</translation>
    </message>
    <message>
        <source>client side only</source>
        <translation>nur Client-Seite</translation>
    </message>
    <message>
        <source>server side only</source>
        <translation>nur Server-Seite</translation>
    </message>
    <message>
        <source>no server span</source>
        <translation>kein Server-Span</translation>
    </message>
    <message>
        <source>%1 without server span</source>
        <translation>%1 ohne Server-Span</translation>
    </message>
    <message>
        <source>Where the time goes</source>
        <translation>Wo die Zeit bleibt</translation>
    </message>
    <message>
        <source>p50 · p99</source>
        <translation>p50 · p99</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 Messwert</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Messwerte</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Calls per request</source>
        <translation>Aufrufe je Anfrage</translation>
    </message>
    <message>
        <source>1 entry of %1</source>
        <translation>1 Eintritt in %1</translation>
    </message>
    <message>
        <source>%1 entries of %2</source>
        <translation>%1 Eintritte in %2</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>Fan-out</translation>
    </message>
    <message>
        <source>%1 mean · %2 max</source>
        <translation>Mittel %1 · Max. %2</translation>
    </message>
    <message>
        <source>Entries that call</source>
        <translation>Eintritte, die aufrufen</translation>
    </message>
    <message>
        <source>Fan-out among these</source>
        <translation>Fan-out unter diesen</translation>
    </message>
    <message>
        <source>%1 mean</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Extra attempts</source>
        <translation>Zusätzliche Versuche</translation>
    </message>
    <message>
        <source>Failures by kind</source>
        <translation>Fehler nach Art</translation>
    </message>
    <message>
        <source>Passed on by</source>
        <translation>Weitergereicht von</translation>
    </message>
    <message>
        <source>share of callers&apos; failures</source>
        <translation>Anteil an Fehlern der Aufrufer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The time range and the filter leave no call on this edge.</source>
        <translation>Zeitraum und Filter lassen auf dieser Kante keinen Aufruf übrig.</translation>
    </message>
    <message>
        <source>Calls over time</source>
        <translation>Aufrufe im Zeitverlauf</translation>
    </message>
    <message>
        <source>Worst calls</source>
        <translation>Schlimmste Aufrufe</translation>
    </message>
    <message>
        <source>All %1 calls</source>
        <translation>Alle %1 Aufrufe</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>Namensraum %1</translation>
    </message>
    <message>
        <source>callers that are not in the file</source>
        <translation>Aufrufer, die nicht in der Datei stehen</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 Span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintritt</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Eintritte</translation>
    </message>
    <message>
        <source>calls · failed · p99</source>
        <translation>Aufrufe · Fehler · p99</translation>
    </message>
    <message>
        <source>1 request failed</source>
        <translation>1 Anfrage fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 requests failed</source>
        <translation>%1 Anfragen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Requests over time</source>
        <translation>Anfragen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Aufgerufen von</translation>
    </message>
    <message>
        <source>Calls to</source>
        <translation>Ruft auf</translation>
    </message>
    <message>
        <source>Worst requests</source>
        <translation>Schlimmste Anfragen</translation>
    </message>
    <message>
        <source>All %1 requests</source>
        <translation>Alle %1 Anfragen</translation>
    </message>
    <message>
        <source>The time range and the filter leave no request to it.</source>
        <translation>Zeitraum und Filter lassen keine Anfrage an ihn übrig.</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>unpaired</source>
        <translation>ungepaart</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>status 4xx</source>
        <translation>Status 4xx</translation>
    </message>
    <message>
        <source>status 5xx</source>
        <translation>Status 5xx</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 fail</source>
        <comment>share of calls</comment>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>The only call has no duration.</source>
        <translation>Der einzige Aufruf hat keine Dauer.</translation>
    </message>
    <message>
        <source>None of these %1 calls has a duration.</source>
        <translation>Keiner dieser %1 Aufrufe hat eine Dauer.</translation>
    </message>
    <message>
        <source>max</source>
        <comment>greatest latency</comment>
        <translation>max.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Enter opens the trace</source>
        <translation>Eingabe öffnet den Trace</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Requests by calls made</source>
        <translation>Nach Aufrufzahl</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2</source>
        <translation>p50 %1 · p95 %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Where failures start</source>
        <translation>Wo Fehler beginnen</translation>
    </message>
    <message>
        <source>to an example</source>
        <translation>zu einem Beispiel</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Beginnen hier</translation>
    </message>
    <message>
        <source>No failed call of the callee explains them.</source>
        <translation>Kein fehlgeschlagener Aufruf des Aufgerufenen erklärt sie.</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergereicht</translation>
    </message>
    <message>
        <source>A call of the callee failed with them.</source>
        <translation>Ein Aufruf des Aufgerufenen schlug mit ihnen fehl.</translation>
    </message>
    <message>
        <source>Swallowed</source>
        <translation>Geschluckt</translation>
    </message>
    <message>
        <source>The request of %1 that made the call did not fail.</source>
        <translation>Die Anfrage von %1, die den Aufruf machte, schlug nicht fehl.</translation>
    </message>
    <message>
        <source>Requests from outside</source>
        <translation>Anfragen von außen</translation>
    </message>
    <message>
        <source>calls of %1 to %2, %3</source>
        <translation>Aufrufe von %1 bis %2, %3</translation>
    </message>
    <message>
        <source>No call lies in this box.</source>
        <translation>In diesem Kasten liegt kein Aufruf.</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>told by %1 of %2 calls</source>
        <translation>von %1 der %2 Aufrufe genannt</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Requests per %1</source>
        <translation>Anfragen je %1</translation>
    </message>
    <message>
        <source>failed below</source>
        <translation>Fehler darunter</translation>
    </message>
</context>
<context>
    <name>Perspective</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Fehlersuche</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rück</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
</context>
<context>
    <name>SaveText</name>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV sichern</translation>
    </message>
</context>
<context>
    <name>ServiceModel</name>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>Fan-out</translation>
    </message>
    <message>
        <source>All %1 nodes</source>
        <translation>Alle %1 Knoten</translation>
    </message>
    <message>
        <source>A request to one service is part of a request to another: they have no common percentile.</source>
        <translation>Eine Anfrage an einen Dienst ist Teil einer Anfrage an einen anderen: Sie haben kein gemeinsames Perzentil.</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
</context>
<context>
    <name>TraceModel</name>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>p50 %1, p95 %2, p99 %3 of %4 traces with a duration</source>
        <translation>p50 %1, p95 %2, p99 %3 von %4 Traces mit Dauer</translation>
    </message>
    <message>
        <source>All %1 traces</source>
        <translation>Alle %1 Traces</translation>
    </message>
    <message>
        <source>1 trace</source>
        <translation>1 Trace</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Service and operation</source>
        <translation>Dienst und Operation</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>Trace %1</translation>
    </message>
    <message>
        <source>self time</source>
        <translation>Eigenzeit</translation>
    </message>
    <message>
        <source>children run</source>
        <translation>Kinder laufen</translation>
    </message>
    <message>
        <source>critical path</source>
        <translation>kritischer Pfad</translation>
    </message>
    <message>
        <source>failure starts here</source>
        <translation>Fehler beginnt hier</translation>
    </message>
    <message>
        <source>failure passed on</source>
        <translation>Fehler weitergereicht</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>×14: alike calls in one row, one tick each</source>
        <translation>×14: gleichartige Aufrufe in einer Zeile, je ein Strich</translation>
    </message>
    <message>
        <source>and %1 more spans</source>
        <translation>und %1 weitere Spans</translation>
    </message>
    <message>
        <source>Trace %1</source>
        <translation>Trace %1</translation>
    </message>
    <message>
        <source>Waterfall · %1 · UTC</source>
        <translation>Wasserfall · %1 · UTC</translation>
    </message>
    <message>
        <source>1 failure starts here</source>
        <translation>1 Fehler beginnt hier</translation>
    </message>
    <message>
        <source>%1 failures start here</source>
        <translation>%1 Fehler beginnen hier</translation>
    </message>
    <message>
        <source>retry %1</source>
        <translation>Wiederholung %1</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>skew %1</source>
        <translation>Versatz %1</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>endet vor dem Anfang</translation>
    </message>
    <message>
        <source>and 1 more span</source>
        <translation>und 1 weiterer Span</translation>
    </message>
    <message>
        <source>not failed</source>
        <translation>nicht fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 other values</source>
        <translation>%1 andere Werte</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>ohne das Attribut</translation>
    </message>
    <message>
        <source>1 more service</source>
        <translation>1 weiterer Dienst</translation>
    </message>
    <message>
        <source>%1 more services</source>
        <translation>%1 weitere Dienste</translation>
    </message>
    <message>
        <source>1 span overlaps</source>
        <translation>1 Span überlappt</translation>
    </message>
    <message>
        <source>%1 spans overlap</source>
        <translation>%1 Spans überlappen</translation>
    </message>
    <message>
        <source>only below %1 %2</source>
        <translation>nur unter %1 %2</translation>
    </message>
    <message>
        <source>%1 – %2 of it</source>
        <translation>davon %1 – %2</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 Span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verlinkt</translation>
    </message>
    <message>
        <source>no ends</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>total %1 · %2</source>
        <translation>gesamt %1 · %2</translation>
    </message>
    <message>
        <source>Slower than %1&#xa0;% of %2 alike in this capture</source>
        <translation>Langsamer als %1&#xa0;% von %2 gleichartigen in dieser Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 of %2 spans match</source>
        <translation>%1 von %2 Spans passen</translation>
    </message>
    <message>
        <source>%1; %2 hidden</source>
        <translation>%1; %2 ausgeblendet</translation>
    </message>
    <message>
        <source>%1; %2 dimmed</source>
        <translation>%1; %2 abgeblendet</translation>
    </message>
    <message>
        <source>%1 events here:</source>
        <translation>%1 Ereignisse hier:</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 alike calls over %2, the longest %3</source>
        <translation>%1 gleichartige Aufrufe über %2, der längste %3</translation>
    </message>
    <message>
        <source>%1 of them have a duration</source>
        <translation>%1 davon haben eine Dauer</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 calls: %2</source>
        <translation>%1 Aufrufe: %2</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1, zugeklappt</translation>
    </message>
    <message>
        <source>%1, failure starts here</source>
        <translation>%1, Fehler beginnt hier</translation>
    </message>
    <message>
        <source>%1, failure passed on</source>
        <translation>%1, Fehler weitergereicht</translation>
    </message>
    <message>
        <source>Starts at %1, level %2</source>
        <translation>Beginnt bei %1, Ebene %2</translation>
    </message>
    <message>
        <source>, %1 of its own</source>
        <translation>, davon %1 eigene</translation>
    </message>
    <message>
        <source>Links to other spans: L goes there.</source>
        <translation>Verlinkt andere Spans: L führt dorthin.</translation>
    </message>
    <message>
        <source>Spans that link here: %1</source>
        <translation>Spans, die hierher verlinken: %1</translation>
    </message>
    <message>
        <source>Its clock was shifted by %1.</source>
        <translation>Seine Uhr wurde um %1 verschoben.</translation>
    </message>
    <message>
        <source>The parent span it names is missing.</source>
        <translation>Der genannte Eltern-Span fehlt.</translation>
    </message>
    <message>
        <source>It does not match the filter.</source>
        <translation>Er passt nicht zum Filter.</translation>
    </message>
</context>
<context>
    <name>WaterfallColouring</name>
    <message>
        <source>%1	%2 values and more</source>
        <translation>%1	%2 Werte und mehr</translation>
    </message>
    <message>
        <source>%1	%2 values</source>
        <translation>%1	%2 Werte</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>hallway::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open trace exports, one or several</source>
        <translation>Einen oder mehrere Trace-Exporte öffnen</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>Dateien &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Join more files with what is open</source>
        <translation>Weitere Dateien mit dem Offenen verbinden</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Read changed files again</source>
        <translation>Geänderte Dateien neu lesen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Graph…</source>
        <translation>&amp;Graph …</translation>
    </message>
    <message>
        <source>Export the graph as PNG, SVG, PDF, DOT or JSON</source>
        <translation>Den Graphen als PNG, SVG, PDF, DOT oder JSON exportieren</translation>
    </message>
    <message>
        <source>&amp;Waterfall…</source>
        <translation>&amp;Wasserfall …</translation>
    </message>
    <message>
        <source>&amp;Heatmap…</source>
        <translation>&amp;Heatmap …</translation>
    </message>
    <message>
        <source>&amp;Trace as JSON…</source>
        <translation>&amp;Trace als JSON …</translation>
    </message>
    <message>
        <source>Save everything imported as one file for Hallway</source>
        <translation>Alles Importierte als eine Datei für Hallway sichern</translation>
    </message>
    <message>
        <source>&amp;Copy graph picture</source>
        <translation>Bild des Graphen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark pictures</source>
        <translation>&amp;Dunkle Bilder</translation>
    </message>
    <message>
        <source>Find in the view that has the focus</source>
        <translation>In der Ansicht mit dem Fokus suchen</translation>
    </message>
    <message>
        <source>&amp;Paste a trace id</source>
        <translation>Trace-Id &amp;einfügen</translation>
    </message>
    <message>
        <source>Open the trace whose id is in the clipboard</source>
        <translation>Den Trace öffnen, dessen Id in der Zwischenablage liegt</translation>
    </message>
    <message>
        <source>&amp;Tables</source>
        <translation>&amp;Tabellen</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graph</translation>
    </message>
    <message>
        <source>&amp;Waterfall and heatmap</source>
        <translation>&amp;Wasserfall und Heatmap</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>Previous failing edge</source>
        <translation>Vorige fehlerhafte Kante</translation>
    </message>
    <message>
        <source>Previous call</source>
        <translation>Voriger Aufruf</translation>
    </message>
    <message>
        <source>&amp;Problems in the files</source>
        <translation>&amp;Probleme in den Dateien</translation>
    </message>
    <message>
        <source>&amp;About Hallway</source>
        <translation>Ü&amp;ber Hallway</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>Fan-out</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>C&amp;apture…</source>
        <translation>&amp;Aufzeichnung …</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Kritischer Pfad</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>Neues Fens&amp;ter</translation>
    </message>
    <message>
        <source>The same capture in a second window</source>
        <translation>Dieselbe Aufzeichnung in einem zweiten Fenster</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>Fenster sch&amp;ließen</translation>
    </message>
    <message>
        <source>Reopen at the &amp;start</source>
        <translation>Beim &amp;Start wieder öffnen</translation>
    </message>
    <message>
        <source>Begin with what was open last, its filter and selection</source>
        <translation>Mit dem zuletzt Offenen beginnen, samt Filter und Auswahl</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back what was hidden or dragged last</source>
        <translation>Das zuletzt Ausgeblendete oder Verschobene zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Write a filter for every view</source>
        <translation>Einen Filter für alle Ansichten schreiben</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>&amp;Save this filter as…</source>
        <translation>Diesen Filter &amp;sichern als …</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Hoher Ko&amp;ntrast</translation>
    </message>
    <message>
        <source>No m&amp;otion</source>
        <translation>Keine &amp;Bewegung</translation>
    </message>
    <message>
        <source>Nothing moves by itself: zooming and fitting jump</source>
        <translation>Nichts bewegt sich von selbst: Zoomen und Einpassen springen</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Sichern als …</translation>
    </message>
    <message>
        <source>Save the panels as they are now</source>
        <translation>Die Bereiche sichern, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>Do anything by typing a few of its letters</source>
        <translation>Alles tun, indem man ein paar Buchstaben davon tippt</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Alle Tasten auf einem Blatt</translation>
    </message>
    <message>
        <source>Go to a service by its name or to a trace by its id</source>
        <translation>Zu einem Dienst über seinen Namen oder zu einem Trace über seine Id</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>Zum Schritt davor</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>To the step after</source>
        <translation>Zum Schritt danach</translation>
    </message>
    <message>
        <source>&amp;End the selection</source>
        <translation>Auswahl b&amp;eenden</translation>
    </message>
    <message>
        <source>Count all spans of these traces</source>
        <translation>Alle Spans dieser Traces zählen</translation>
    </message>
    <message>
        <source>Count matching spans’ calls only</source>
        <translation>Nur Aufrufe passender Spans zählen</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open the sam&amp;ple</source>
        <translation>Be&amp;ispiel öffnen</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Cl&amp;ear filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>Se&amp;rvice or trace…</source>
        <translation>&amp;Dienst oder Trace …</translation>
    </message>
    <message>
        <source>Next fa&amp;iling edge</source>
        <translation>Nächste &amp;fehlerhafte Kante</translation>
    </message>
    <message>
        <source>Next c&amp;all</source>
        <translation>Nächster &amp;Aufruf</translation>
    </message>
</context>
<context>
    <name>hallway::AttributeDelegate</name>
    <message>
        <source>%1 more lines</source>
        <translation>%1 weitere Zeilen</translation>
    </message>
    <message>
        <source>1 more line</source>
        <translation>1 weitere Zeile</translation>
    </message>
</context>
<context>
    <name>hallway::AttributeListView</name>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name=value</source>
        <translation>Name=Wert kopieren</translation>
    </message>
    <message>
        <source>Open linked span</source>
        <translation>Verlinkten Span öffnen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Filter by this</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Filter out</source>
        <translation>Herausfiltern</translation>
    </message>
</context>
<context>
    <name>hallway::AttributePanel</name>
    <message>
        <source>Search names and values</source>
        <translation>Namen und Werte durchsuchen</translation>
    </message>
    <message>
        <source>Search attributes</source>
        <translation>Attribute durchsuchen</translation>
    </message>
    <message>
        <source>No attribute matches.</source>
        <translation>Kein Attribut passt.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Select a span in the waterfall to see its attributes.</source>
        <translation>Einen Span im Wasserfall auswählen, um seine Attribute zu sehen.</translation>
    </message>
</context>
<context>
    <name>hallway::CallPanel</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Select an edge or a service to see its calls.</source>
        <translation>Eine Kante oder einen Dienst auswählen, um Aufrufe zu sehen.</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%1 calls, failed ones first, then the slowest</source>
        <translation>%1 Aufrufe, erst fehlgeschlagene, dann die langsamsten</translation>
    </message>
    <message>
        <source>The worst %1 of %2 calls: failed ones first, then the slowest</source>
        <translation>Die schlimmsten %1 von %2 Aufrufen: erst fehlgeschlagene, dann die langsamsten</translation>
    </message>
</context>
<context>
    <name>hallway::CallPathsPage</name>
    <message>
        <source>Call paths</source>
        <translation>Aufrufpfade</translation>
    </message>
    <message>
        <source>Call paths of all traces</source>
        <translation>Aufrufpfade aller Traces</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Eigenzeit</translation>
    </message>
    <message>
        <source>Critical time</source>
        <translation>Kritische Zeit</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Width of call paths</source>
        <translation>Breite der Aufrufpfade</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>What the critical paths were spent in</source>
        <translation>Worin die kritischen Pfade vergingen</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Add up critical paths by</source>
        <translation>Kritische Pfade summieren nach</translation>
    </message>
    <message>
        <source>Critical path by</source>
        <translation>Kritischer Pfad nach</translation>
    </message>
    <message>
        <source>No trace matches the filter and overlaps the range.</source>
        <translation>Kein Trace passt zum Filter und überlappt den Zeitraum.</translation>
    </message>
    <message>
        <source>Open the Slowest in the Waterfall</source>
        <translation>Den langsamsten im Wasserfall öffnen</translation>
    </message>
    <message>
        <source>Open the First That Failed</source>
        <translation>Den ersten fehlgeschlagenen öffnen</translation>
    </message>
    <message>
        <source>Open the Longest on a Critical Path</source>
        <translation>Den längsten auf einem kritischen Pfad öffnen</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Filter by This Operation</source>
        <translation>Nach dieser Operation filtern</translation>
    </message>
    <message>
        <source>Choose a row to ask how much a faster call would save.</source>
        <translation>Eine Zeile wählen, um zu fragen, was ein schnellerer Aufruf spart.</translation>
    </message>
    <message>
        <source>These are no calls that could take less.</source>
        <translation>Das sind keine Aufrufe, die kürzer dauern könnten.</translation>
    </message>
    <message>
        <source>Smaller call paths, taken together</source>
        <translation>Kleinere Aufrufpfade zusammen</translation>
    </message>
    <message>
        <source>%1 spans, %2 failed (%3)</source>
        <translation>%1 Spans, %2 fehlgeschlagen (%3)</translation>
    </message>
    <message>
        <source>total %1 · self %2</source>
        <translation>gesamt %1 · eigen %2</translation>
    </message>
    <message>
        <source>on critical paths %1 (%2), with what it called %3</source>
        <translation>auf kritischen Pfaden %1 (%2), mit Aufgerufenem %3</translation>
    </message>
    <message>
        <source>%1 · %2 spans · %3 on critical paths</source>
        <translation>%1 · %2 Spans · %3 auf kritischen Pfaden</translation>
    </message>
</context>
<context>
    <name>hallway::CallsOverTime</name>
    <message>
        <source>Calls and failures over time</source>
        <translation>Aufrufe und Fehler im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 – %2: %3 calls, %4 failed</source>
        <translation>%1 – %2: %3 Aufrufe, %4 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>hallway::ClockOffsetsDialog</name>
    <message>
        <source>&amp;Adjust clocks</source>
        <translation>Uhren &amp;angleichen</translation>
    </message>
    <message>
        <source>Clock offsets</source>
        <translation>Uhrenversatz</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Largest shift</source>
        <translation>Größte Verschiebung</translation>
    </message>
    <message>
        <source>Spans that would have to be shifted further stay where they are</source>
        <translation>Spans, die weiter verschoben werden müssten, bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>&amp;Largest shift:</source>
        <translation>&amp;Größte Verschiebung:</translation>
    </message>
    <message>
        <source>Caller&apos;s host</source>
        <translation>Host des Aufrufers</translation>
    </message>
    <message>
        <source>Callee&apos;s host</source>
        <translation>Host des Aufgerufenen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Median shift</source>
        <translation>Median der Verschiebung</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>Über der Grenze</translation>
    </message>
    <message>
        <source>Clock offsets of pairs of hosts</source>
        <translation>Uhrenversatz von Paaren von Hosts</translation>
    </message>
    <message>
        <source>Comparing the clocks of all traces…</source>
        <translation>Die Uhren aller Traces werden verglichen …</translation>
    </message>
    <message>
        <source>(no host)</source>
        <translation>(kein Host)</translation>
    </message>
    <message>
        <source>From %1 to %2, on %3 calls</source>
        <translation>Von %1 bis %2, aus %3 Aufrufen</translation>
    </message>
    <message>
        <source>No call of this capture goes from one host to another.</source>
        <translation>Kein Aufruf dieser Aufzeichnung geht von einem Host zu einem anderen.</translation>
    </message>
    <message>
        <source>A callee that seems to run outside its caller&apos;s time is shifted into it: the clocks of the hosts differ. The median is that of the shifted calls; grey: hosts of other traces.</source>
        <translation>Ein Aufgerufener, der außerhalb der Zeit seines Aufrufers zu laufen scheint, wird in sie verschoben: Die Uhren der Hosts gehen verschieden. Der Median ist der der verschobenen Aufrufe; grau: Hosts anderer Traces.</translation>
    </message>
    <message>
        <source>%1 calls are too far apart to be adjusted.</source>
        <translation>%1 Aufrufe liegen zu weit auseinander, um angeglichen zu werden.</translation>
    </message>
    <message>
        <source>%1 more pairs of hosts are not listed.</source>
        <translation>%1 weitere Paare von Hosts sind nicht aufgeführt.</translation>
    </message>
</context>
<context>
    <name>hallway::ColumnChoice</name>
    <message>
        <source>Attribute as a column, e.g. http.route</source>
        <translation>Attribut als Spalte, z. B. http.route</translation>
    </message>
    <message>
        <source>Attribute as a column</source>
        <translation>Attribut als Spalte</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>Then sort by %1</source>
        <translation>Dann nach %1 sortieren</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie zu Anfang</translation>
    </message>
</context>
<context>
    <name>hallway::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands that match</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>hallway::CompletionList</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>hallway::DifferenceList</name>
    <message>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>Splits the calls alike:</source>
        <translation>Teilt die Aufrufe ebenso:</translation>
    </message>
    <message>
        <source>Click: filter by %1</source>
        <translation>Klick: filtern nach %1</translation>
    </message>
    <message>
        <source>&amp;Filter by this value</source>
        <translation>Nach diesem Wert &amp;filtern</translation>
    </message>
    <message>
        <source>Filter &amp;without this value</source>
        <translation>&amp;Ohne diesen Wert filtern</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>hallway::DifferencesPage</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>&amp;What is different</source>
        <translation>&amp;Was anders ist</translation>
    </message>
    <message>
        <source>What is different about these calls (B)</source>
        <translation>Was an diesen Aufrufen anders ist (B)</translation>
    </message>
    <message>
        <source>The &amp;box against the rest</source>
        <translation>Den &amp;Kasten gegen den Rest</translation>
    </message>
    <message>
        <source>The calls in the box of the heatmap</source>
        <translation>Die Aufrufe im Kasten der Heatmap</translation>
    </message>
    <message>
        <source>&amp;Failed against the rest</source>
        <translation>&amp;Fehlgeschlagene gegen den Rest</translation>
    </message>
    <message>
        <source>The failed calls</source>
        <translation>Die fehlgeschlagenen Aufrufe</translation>
    </message>
    <message>
        <source>&amp;Slower than p95 against the rest</source>
        <translation>&amp;Langsamer als p95 gegen den Rest</translation>
    </message>
    <message>
        <source>The slowest twentieth of the calls</source>
        <translation>Das langsamste Zwanzigstel der Aufrufe</translation>
    </message>
    <message>
        <source>This &amp;range against the rest</source>
        <translation>Diesen &amp;Zeitraum gegen den Rest</translation>
    </message>
    <message>
        <source>The calls of the chosen time range</source>
        <translation>Die Aufrufe des gewählten Zeitraums</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Which calls are held against the others</source>
        <translation>Welche Aufrufe den anderen gegenübergestellt werden</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Choose a time range above to compare it with the rest.</source>
        <translation>Oben einen Zeitraum wählen, um ihn mit dem Rest zu vergleichen.</translation>
    </message>
    <message>
        <source>Drag a box over calls in the heatmap to see what is different about them.</source>
        <translation>In der Heatmap einen Kasten über Aufrufe ziehen, um zu sehen, was an ihnen anders ist.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleicht …</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>Im Kasten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Slower than %1</source>
        <translation>Langsamer als %1</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>In the range</source>
        <translation>Im Zeitraum</translation>
    </message>
    <message>
        <source>%1 calls against %2 · %3</source>
        <translation>%1 Aufrufe gegen %2 · %3</translation>
    </message>
    <message>
        <source>%1 selected against %2 others: a comparison needs %3 on each side.</source>
        <translation>%1 ausgewählt gegen %2 andere: Ein Vergleich braucht %3 auf jeder Seite.</translation>
    </message>
    <message>
        <source>Nothing differs by more than chance: %1 values of %2 attributes were compared.</source>
        <translation>Nichts unterscheidet sich um mehr als den Zufall: %1 Werte von %2 Attributen wurden verglichen.</translation>
    </message>
    <message>
        <source>%1 attributes with too many different values are left out.</source>
        <translation>%1 Attribute mit zu vielen verschiedenen Werten sind ausgelassen.</translation>
    </message>
    <message>
        <source>1 attribute with too many different values is left out.</source>
        <translation>1 Attribut mit zu vielen verschiedenen Werten ist ausgelassen.</translation>
    </message>
    <message>
        <source>There are too many attributes: %1 were not looked at.</source>
        <translation>Es gibt zu viele Attribute: %1 wurden nicht angesehen.</translation>
    </message>
    <message>
        <source>Compare what hurts</source>
        <translation>Schlimme vergleichen</translation>
    </message>
</context>
<context>
    <name>hallway::ErrorText</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is not a trace export Hallway knows. The file begins with “%2”.</source>
        <translation>%1 ist kein Trace-Export, den Hallway kennt. Die Datei beginnt mit „%2“.</translation>
    </message>
    <message>
        <source>%1 is %2, which this version of Hallway cannot read.</source>
        <translation>%1 ist %2; das kann diese Version von Hallway nicht lesen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The cache could not be written in %1: %2.</source>
        <translation>Der Cache in %1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>No space left in %1 (%2 free). Free some or choose another folder.</source>
        <translation>Kein Platz mehr in %1 (%2 frei). Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 was made by another version of Hallway (%2). Open its sources again.</source>
        <translation>%1 stammt von einer anderen Version von Hallway (%2). Die Quellen neu öffnen.</translation>
    </message>
    <message>
        <source>The capture %1 is damaged: %2.</source>
        <translation>Die Aufzeichnung %1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>%1 is a database, but no capture of Hallway.</source>
        <translation>%1 ist eine Datenbank, aber keine Aufzeichnung von Hallway.</translation>
    </message>
    <message>
        <source>The capture could not be asked: %1.</source>
        <translation>Die Aufzeichnung konnte nicht befragt werden: %1.</translation>
    </message>
    <message>
        <source>The layout took longer than %1 s; a simpler one is shown.</source>
        <translation>Das Layout brauchte länger als %1 s; ein einfacheres wird gezeigt.</translation>
    </message>
    <message>
        <source>The layout failed (%1); a simpler one is shown.</source>
        <translation>Das Layout ist misslungen (%1); ein einfacheres wird gezeigt.</translation>
    </message>
    <message>
        <source>The program hallway-layout is missing; a simpler layout is shown.</source>
        <translation>Das Programm hallway-layout fehlt; ein einfacheres Layout wird gezeigt.</translation>
    </message>
    <message>
        <source>There is no trace “%1” in this capture.</source>
        <translation>In dieser Aufzeichnung gibt es keinen Trace „%1“.</translation>
    </message>
    <message>
        <source>There is no service “%1” in this capture.</source>
        <translation>In dieser Aufzeichnung gibt es keinen Dienst „%1“.</translation>
    </message>
    <message>
        <source>“%1” names no single edge.</source>
        <translation>„%1“ nennt keine einzelne Kante.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”.</source>
        <translation>%1 kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>Hallway made a mistake: %1.</source>
        <translation>Hallway hat einen Fehler gemacht: %1.</translation>
    </message>
    <message>
        <source>Expected: %1.</source>
        <translation>Erwartet: %1.</translation>
    </message>
    <message>
        <source>Expected instead of “%1”: %2.</source>
        <translation>Statt „%1“ erwartet: %2.</translation>
    </message>
    <message>
        <source>This is not a filter: %1</source>
        <translation>Das ist kein Filter: %1</translation>
    </message>
</context>
<context>
    <name>hallway::FigurePanel</name>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>hallway::FigureTable</name>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copy %1 rows</source>
        <translation>%1 Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy with heads</source>
        <translation>Mit Spaltenköpfen kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Save all as CSV…</source>
        <translation>Alles als CSV sichern …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>hallway::FigureTree</name>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Save all as CSV…</source>
        <translation>Alles als CSV sichern …</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>hallway::FilterBar</name>
    <message>
        <source>all spans of these traces</source>
        <translation>alle Spans dieser Traces</translation>
    </message>
    <message>
        <source>matching spans’ calls only</source>
        <translation>nur Aufrufe passender Spans</translation>
    </message>
    <message>
        <source>What the filter found</source>
        <translation>Was der Filter fand</translation>
    </message>
    <message>
        <source>What figures count</source>
        <translation>Was die Zahlen umfassen</translation>
    </message>
    <message>
        <source>What figures count under the filter</source>
        <translation>Was die Zahlen unter dem Filter umfassen</translation>
    </message>
    <message>
        <source>%1 of %2 traces · 1 span matches</source>
        <translation>%1 von %2 Traces · 1 Span passt</translation>
    </message>
    <message>
        <source>%1 of %2 traces · %3 spans match</source>
        <translation>%1 von %2 Traces · %3 Spans passen</translation>
    </message>
    <message>
        <source>Figures: %1</source>
        <translation>Zahlen: %1</translation>
    </message>
    <message>
        <source>Looking for what matches …</source>
        <translation>Passendes wird gesucht …</translation>
    </message>
</context>
<context>
    <name>hallway::FilterErrorText</name>
    <message>
        <source>Expected %1, but the filter ends here</source>
        <translation>Erwartet wird %1, aber der Filter endet hier</translation>
    </message>
    <message>
        <source>Expected %1, not %2</source>
        <translation>Erwartet wird %1, nicht %2</translation>
    </message>
    <message>
        <source>a text in quotes, a number, a duration, true, false or nil</source>
        <translation>ein Text in Anführungszeichen, eine Zahl, eine Dauer, true, false oder nil</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a duration with its unit, such as 100ms or 1h30m</source>
        <translation>eine Dauer mit Einheit, etwa 100ms oder 1h30m</translation>
    </message>
    <message>
        <source>a share, such as 5% or 0.05</source>
        <translation>ein Anteil, etwa 5% oder 0.05</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>error, ok or unset, without quotes</source>
        <translation>error, ok oder unset, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>server, client, producer, consumer, internal or unspecified, without quotes</source>
        <translation>server, client, producer, consumer, internal oder unspecified, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>&quot;rpc&quot;, &quot;messaging&quot;, &quot;database&quot;, &quot;function&quot;, &quot;external&quot; or &quot;unpaired&quot;</source>
        <translation>&quot;rpc&quot;, &quot;messaging&quot;, &quot;database&quot;, &quot;function&quot;, &quot;external&quot; oder &quot;unpaired&quot;</translation>
    </message>
    <message>
        <source>a ( is not closed</source>
        <translation>eine ( ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a ) closes nothing</source>
        <translation>eine ) schließt nichts</translation>
    </message>
    <message>
        <source>a [ is not closed</source>
        <translation>eine [ ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a range is empty</source>
        <translation>ein Bereich ist leer</translation>
    </message>
    <message>
        <source>there is nothing to repeat</source>
        <translation>es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>a repetition makes no sense</source>
        <translation>eine Wiederholung ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>an escape is unknown</source>
        <translation>eine Escape-Folge ist unbekannt</translation>
    </message>
    <message>
        <source>lookaround, back references, \b and \p are not supported</source>
        <translation>Lookaround, Rückverweise, \b und \p gibt es hier nicht</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>filters do not group; the Statistics page does</source>
        <translation>Filter gruppieren nicht; das tut die Seite „Statistik“</translation>
    </message>
    <message>
        <source>a filter chooses spans; columns are chosen in the tables</source>
        <translation>ein Filter wählt Spans; Spalten wählt man in den Tabellen</translation>
    </message>
    <message>
        <source>metrics are no part of a filter; the tables and the heatmap show them for what it names</source>
        <translation>Metriken gehören nicht in einen Filter; Tabellen und Heatmap zeigen sie für das, was er nennt</translation>
    </message>
    <message>
        <source>the Differences page compares what is selected with the rest</source>
        <translation>die Seite „Unterschiede“ vergleicht das Gewählte mit dem Rest</translation>
    </message>
    <message>
        <source>filters take no hints; everything is always looked at</source>
        <translation>Filter nehmen keine Hinweise an; es wird immer alles angesehen</translation>
    </message>
    <message>
        <source>ask the parent itself: { … } &gt; { … }</source>
        <translation>den Eltern-Span selbst fragen: { … } &gt; { … }</translation>
    </message>
    <message>
        <source>isRoot says whether a span is a root; &gt;&gt; and &lt;&lt; walk the tree</source>
        <translation>isRoot sagt, ob ein Span eine Wurzel ist; &gt;&gt; und &lt;&lt; gehen den Baum entlang</translation>
    </message>
    <message>
        <source>Expected a condition, e.g. duration &gt; 100ms</source>
        <translation>Erwartet wird eine Bedingung, z. B. duration &gt; 100ms</translation>
    </message>
    <message>
        <source>The filter is too long or too deeply nested</source>
        <translation>Der Filter ist zu lang oder zu tief verschachtelt</translation>
    </message>
    <message>
        <source>No part of a filter begins with %1</source>
        <translation>Kein Teil eines Filters beginnt mit %1</translation>
    </message>
    <message>
        <source>This text has no closing quote</source>
        <translation>Diesem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>There is no escape %1; write \\ for a backslash</source>
        <translation>Es gibt keine Escape-Folge %1; ein Backslash schreibt sich \\</translation>
    </message>
    <message>
        <source>%1 is no number a filter can hold</source>
        <translation>%1 ist keine Zahl, die ein Filter fassen kann</translation>
    </message>
    <message>
        <source>There is no unit %1; units are ns, us, ms, s, m, h, d and w, and %</source>
        <translation>Es gibt keine Einheit %1; Einheiten sind ns, us, ms, s, m, h, d und w sowie %</translation>
    </message>
    <message>
        <source>Expected the key of an attribute after %1</source>
        <translation>Nach %1 wird der Schlüssel eines Attributs erwartet</translation>
    </message>
    <message>
        <source>a condition, e.g. duration &gt; 100ms</source>
        <translation>eine Bedingung, z. B. duration &gt; 100ms</translation>
    </message>
    <message>
        <source>%1 is no condition; expected a field with a value, e.g. resource.service.name = &quot;cart&quot;</source>
        <translation>%1 ist keine Bedingung; erwartet wird ein Feld mit einem Wert, z. B. resource.service.name = &quot;cart&quot;</translation>
    </message>
    <message>
        <source>There is no field %1; the key of an attribute follows span., resource. or just a dot for either</source>
        <translation>Es gibt kein Feld %1; der Schlüssel eines Attributs folgt auf span., resource. oder nur einen Punkt für beides</translation>
    </message>
    <message>
        <source>Expected =, !=, &lt;, &lt;=, &gt;, &gt;=, =~ or !~ after %1</source>
        <translation>Nach %1 wird =, !=, &lt;, &lt;=, &gt;, &gt;=, =~ oder !~ erwartet</translation>
    </message>
    <message>
        <source>Expected a value after %1</source>
        <translation>Nach %1 wird ein Wert erwartet</translation>
    </message>
    <message>
        <source>Expected a value; a text stands in quotes: %1</source>
        <translation>Erwartet wird ein Wert; ein Text steht in Anführungszeichen: %1</translation>
    </message>
    <message>
        <source>%1 is compared with %2</source>
        <translation>%1 wird verglichen mit: %2</translation>
    </message>
    <message>
        <source>%1 makes no sense with this value</source>
        <translation>%1 ergibt mit diesem Wert keinen Sinn</translation>
    </message>
    <message>
        <source>There is no class %1 of calls; it is %2</source>
        <translation>Es gibt keine Klasse %1 von Aufrufen; möglich ist %2</translation>
    </message>
    <message>
        <source>A share lies between 0 and 1, or between 0% and 100%</source>
        <translation>Ein Anteil liegt zwischen 0 und 1 oder zwischen 0% und 100%</translation>
    </message>
    <message>
        <source>The pattern %1 is wrong at character %2: %3</source>
        <translation>Das Muster %1 ist bei Zeichen %2 falsch: %3</translation>
    </message>
    <message>
        <source>A field is compared with a value, not with another field such as %1</source>
        <translation>Ein Feld wird mit einem Wert verglichen, nicht mit einem anderen Feld wie %1</translation>
    </message>
    <message>
        <source>Filters do not calculate; write the value itself instead of %1</source>
        <translation>Filter rechnen nicht; statt %1 den Wert selbst schreiben</translation>
    </message>
    <message>
        <source>What ! is true of stands in parentheses: !(…)</source>
        <translation>Was ! verneint, steht in Klammern: !(…)</translation>
    </message>
    <message>
        <source>&amp;&amp; after || can be read in two ways; put parentheses around one of them</source>
        <translation>&amp;&amp; nach || lässt sich auf zwei Arten lesen; eines von beiden in Klammern setzen</translation>
    </message>
    <message>
        <source>a condition in braces, { … }</source>
        <translation>eine Bedingung in geschweiften Klammern, { … }</translation>
    </message>
    <message>
        <source>Write &amp;&amp; instead of %1</source>
        <translation>&amp;&amp; statt %1 schreiben</translation>
    </message>
    <message>
        <source>Write || instead of %1</source>
        <translation>|| statt %1 schreiben</translation>
    </message>
    <message>
        <source>&amp;&amp;, || or the end of the condition</source>
        <translation>&amp;&amp;, || oder das Ende der Bedingung</translation>
    </message>
    <message>
        <source>This { is not closed</source>
        <translation>Diese { ist nicht geschlossen</translation>
    </message>
    <message>
        <source>This ( is not closed</source>
        <translation>Diese ( ist nicht geschlossen</translation>
    </message>
    <message>
        <source>count(), avg(), min(), max(), sum() or a condition in braces</source>
        <translation>count(), avg(), min(), max(), sum() oder eine Bedingung in geschweiften Klammern</translation>
    </message>
    <message>
        <source>a field, e.g. duration</source>
        <translation>ein Feld, z. B. duration</translation>
    </message>
    <message>
        <source>%1 is no number that each span has one of</source>
        <translation>%1 ist keine Zahl, von der jeder Span eine hat</translation>
    </message>
    <message>
        <source>%1 of TraceQL is not supported: %2</source>
        <translation>%1 aus TraceQL gibt es hier nicht: %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>hallway::FilterField</name>
    <message>
        <source>1 span</source>
        <translation>1 Span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
    <message>
        <source>Filter, e.g. { edge.callee = &quot;payments&quot; &amp;&amp; duration &gt; 250ms }</source>
        <translation>Filter, z. B. { edge.callee = &quot;payments&quot; &amp;&amp; duration &gt; 250ms }</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows only the traces this is true of (/)</source>
        <translation>Zeigt nur die Traces, auf die das zutrifft (/)</translation>
    </message>
    <message>
        <source>Saved and recent filters</source>
        <translation>Gesicherte und letzte Filter</translation>
    </message>
    <message>
        <source>Character %1: %2.</source>
        <translation>Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>asked before</source>
        <translation>schon gefragt</translation>
    </message>
</context>
<context>
    <name>hallway::FindingView</name>
    <message>
        <source>Open in the waterfall</source>
        <translation>Im Wasserfall öffnen</translation>
    </message>
    <message>
        <source>Filter by this</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>hallway::FindingsPage</name>
    <message>
        <source>Filter by this</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>next example</source>
        <translation>nächstes Beispiel</translation>
    </message>
    <message>
        <source>previous example</source>
        <translation>voriges Beispiel</translation>
    </message>
    <message>
        <source>open the example in the waterfall</source>
        <translation>das Beispiel im Wasserfall öffnen</translation>
    </message>
    <message>
        <source>filter by this</source>
        <translation>danach filtern</translation>
    </message>
    <message>
        <source>Looking through the traces…</source>
        <translation>Die Traces werden durchgesehen …</translation>
    </message>
    <message>
        <source>No trace is in this selection.</source>
        <translation>Kein Trace liegt in dieser Auswahl.</translation>
    </message>
    <message>
        <source>example %1 of %2 · . and , step, Enter filters</source>
        <translation>Beispiel %1 von %2 · . und , blättern, Eingabe filtert</translation>
    </message>
    <message>
        <source>example %1 of %2 · . and , step, Enter opens</source>
        <translation>Beispiel %1 von %2 · . und , blättern, Eingabe öffnet</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Suspects</source>
        <translation>Verdächtiges</translation>
    </message>
    <message>
        <source>From: </source>
        <translation>Ab: </translation>
    </message>
    <message>
        <source> calls</source>
        <translation> Aufrufen</translation>
    </message>
    <message>
        <source>Calls of one operation in one request that are suspect</source>
        <translation>Aufrufe einer Operation in einer Anfrage, die verdächtig sind</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
</context>
<context>
    <name>hallway::FirstStartPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a trace export here</source>
        <translation>Hier einen Trace-Export ablegen</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Files stay on this computer. Hallway opens no network connection.</source>
        <translation>Die Dateien bleiben auf diesem Rechner. Hallway öffnet keine Netzverbindung.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>How to get an export</source>
        <translation>Woher ein Export kommt</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>file exporter, format JSON</source>
        <translation>File-Exporter, Format JSON</translation>
    </message>
    <message>
        <source>Jaeger</source>
        <translation>Jaeger</translation>
    </message>
    <message>
        <source>trace page, Trace JSON; or the query API</source>
        <translation>Trace-Seite, Trace JSON; oder die Query-API</translation>
    </message>
    <message>
        <source>Keys worth knowing</source>
        <translation>Nützliche Tasten</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>go to a service or a trace</source>
        <translation>zu einem Dienst oder Trace gehen</translation>
    </message>
    <message>
        <source>next failure</source>
        <translation>nächster Fehler</translation>
    </message>
    <message>
        <source>next and previous call</source>
        <translation>nächster und voriger Aufruf</translation>
    </message>
    <message>
        <source>zoom and pan</source>
        <translation>zoomen und verschieben</translation>
    </message>
    <message>
        <source>fit, or frame the selection</source>
        <translation>einpassen oder Auswahl zeigen</translation>
    </message>
    <message>
        <source>Captures you open are listed here.</source>
        <translation>Hier stehen die zuletzt geöffneten Aufzeichnungen.</translation>
    </message>
    <message>
        <source>OTLP, Jaeger, Zipkin, Tempo and others, also compressed; several files or a folder at once</source>
        <translation>OTLP, Jaeger, Zipkin, Tempo und andere, auch komprimiert; mehrere Dateien oder ein Ordner auf einmal</translation>
    </message>
</context>
<context>
    <name>hallway::GraphActions</name>
    <message>
        <source>Focus on the selection</source>
        <translation>Auf die Auswahl fokussieren</translation>
    </message>
    <message>
        <source>Show the selected service or edge, its callers and its callees only</source>
        <translation>Nur den gewählten Dienst oder die Kante mit Aufrufern und Aufgerufenen zeigen</translation>
    </message>
    <message>
        <source>Focus: more callers</source>
        <translation>Fokus: mehr Aufrufer</translation>
    </message>
    <message>
        <source>Focus: fewer callers</source>
        <translation>Fokus: weniger Aufrufer</translation>
    </message>
    <message>
        <source>Focus: more callees</source>
        <translation>Fokus: mehr Aufgerufene</translation>
    </message>
    <message>
        <source>Focus: fewer callees</source>
        <translation>Fokus: weniger Aufgerufene</translation>
    </message>
    <message>
        <source>Show all services</source>
        <translation>Alle Dienste zeigen</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>Im Graphen suchen</translation>
    </message>
    <message>
        <source>Hide the selection</source>
        <translation>Auswahl ausblenden</translation>
    </message>
    <message>
        <source>Show what is hidden by expression</source>
        <translation>Per Ausdruck Ausgeblendetes zeigen</translation>
    </message>
    <message>
        <source>show hidden parts</source>
        <translation>Ausgeblendetes zeigen</translation>
    </message>
    <message>
        <source>Hide weak edges</source>
        <translation>Schwache Kanten ausblenden</translation>
    </message>
    <message>
        <source>Thresholds of calls, failures and p99 (H)</source>
        <translation>Schwellen für Aufrufe, Fehler und p99 (H)</translation>
    </message>
    <message>
        <source>Operations of the selected service</source>
        <translation>Operationen des gewählten Dienstes</translation>
    </message>
    <message>
        <source>Take the service apart into its operations, or put it together</source>
        <translation>Den Dienst in seine Operationen zerlegen oder wieder zusammensetzen</translation>
    </message>
    <message>
        <source>Collapse or expand its box</source>
        <translation>Seinen Kasten zu- oder aufklappen</translation>
    </message>
    <message>
        <source>No boxes</source>
        <translation>Keine Kästen</translation>
    </message>
    <message>
        <source>Queues as nodes</source>
        <translation>Warteschlangen als Knoten</translation>
    </message>
    <message>
        <source>Producer, queue, consumer instead of producer and consumer</source>
        <translation>Produzent, Warteschlange, Konsument statt Produzent und Konsument</translation>
    </message>
    <message>
        <source>queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>From top to bottom</source>
        <translation>Von oben nach unten</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>This trace only</source>
        <translation>Nur dieser Trace</translation>
    </message>
    <message>
        <source>The graph and the figures of the selected trace</source>
        <translation>Graph und Zahlen des gewählten Traces</translation>
    </message>
    <message>
        <source>Put all cards back</source>
        <translation>Alle Karten zurücksetzen</translation>
    </message>
    <message>
        <source>unpin all</source>
        <translation>alle lösen</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>operations of %1</source>
        <translation>Operationen von %1</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>Kästen</translation>
    </message>
    <message>
        <source>Another attribute</source>
        <translation>Anderes Attribut</translation>
    </message>
    <message>
        <source>Boxes by</source>
        <translation>Kästen nach</translation>
    </message>
    <message>
        <source>Pin or unpin	P</source>
        <translation>Anheften oder lösen	P</translation>
    </message>
</context>
<context>
    <name>hallway::GraphBar</name>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>%1 % failed</source>
        <translation>%1 % fehlgeschlagen</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>1 edge</source>
        <translation>1 Kante</translation>
    </message>
    <message>
        <source>%1 edges</source>
        <translation>%1 Kanten</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>nichts ausgeblendet</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 ausgeblendet</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1, %2 of the edges failing</source>
        <translation>%1, davon %2 fehlerhafte Kanten</translation>
    </message>
    <message>
        <source>Figures of all traces again</source>
        <translation>Wieder Zahlen aller Traces</translation>
    </message>
    <message>
        <source>Hide nothing by expression</source>
        <translation>Nichts per Ausdruck ausblenden</translation>
    </message>
    <message>
        <source>No thresholds</source>
        <translation>Keine Schwellen</translation>
    </message>
    <message>
        <source>No boxes</source>
        <translation>Keine Kästen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>One card for each box</source>
        <translation>Eine Karte je Kasten</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>All services of all boxes</source>
        <translation>Alle Dienste aller Kästen</translation>
    </message>
    <message>
        <source>Services in one piece again</source>
        <translation>Dienste wieder in einem Stück</translation>
    </message>
    <message>
        <source>Messages from service to service again</source>
        <translation>Nachrichten wieder von Dienst zu Dienst</translation>
    </message>
    <message>
        <source>Put all back where the layout has them</source>
        <translation>Alle dorthin zurück, wo das Layout sie hat</translation>
    </message>
    <message>
        <source>Show all services again (Esc)</source>
        <translation>Wieder alle Dienste zeigen (Esc)</translation>
    </message>
    <message>
        <source>Fewer callers (Shift+U)</source>
        <translation>Weniger Aufrufer (Umschalt+U)</translation>
    </message>
    <message>
        <source>More callers (U)</source>
        <translation>Mehr Aufrufer (U)</translation>
    </message>
    <message>
        <source>Fewer callees (Shift+J)</source>
        <translation>Weniger Aufgerufene (Umschalt+J)</translation>
    </message>
    <message>
        <source>More callees (J)</source>
        <translation>Mehr Aufgerufene (J)</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>%1 aufwärts</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 abwärts</translation>
    </message>
    <message>
        <source>· %1 of %2 services</source>
        <translation>· %1 von %2 Diensten</translation>
    </message>
    <message>
        <source>Figures of one trace: %1</source>
        <translation>Zahlen eines Traces: %1</translation>
    </message>
    <message>
        <source>Hide %1: %2</source>
        <translation>Ohne %1: %2</translation>
    </message>
    <message>
        <source>At least %1: %2</source>
        <translation>Mindestens %1: %2</translation>
    </message>
    <message>
        <source>%1 boxes by %2</source>
        <translation>%1 Kästen nach %2</translation>
    </message>
    <message>
        <source> · 1 service without it</source>
        <translation> · 1 Dienst ohne Wert</translation>
    </message>
    <message>
        <source> · %1 services without it</source>
        <translation> · %1 Dienste ohne Wert</translation>
    </message>
    <message>
        <source> · 1 service mixed</source>
        <translation> · 1 Dienst gemischt</translation>
    </message>
    <message>
        <source> · %1 services mixed</source>
        <translation> · %1 Dienste gemischt</translation>
    </message>
    <message>
        <source>Operations of %1</source>
        <translation>Operationen von %1</translation>
    </message>
    <message>
        <source>Queues as nodes</source>
        <translation>Warteschlangen als Knoten</translation>
    </message>
    <message>
        <source>1 card placed by hand</source>
        <translation>1 Karte von Hand platziert</translation>
    </message>
    <message>
        <source>%1 cards placed by hand</source>
        <translation>%1 Karten von Hand platziert</translation>
    </message>
</context>
<context>
    <name>hallway::GraphCanvas</name>
    <message>
        <source>Service graph</source>
        <translation>Dienstgraph</translation>
    </message>
    <message>
        <source>These traces stay inside one service, so there are no calls to draw.</source>
        <translation>Diese Traces bleiben in einem Dienst; es gibt keine Aufrufe zu zeichnen.</translation>
    </message>
    <message>
        <source>labels: all %1</source>
        <translation>Beschriftungen: alle %1</translation>
    </message>
    <message>
        <source>labels: %1 worst of %2</source>
        <translation>Beschriftungen: die %1 schlimmsten von %2</translation>
    </message>
    <message>
        <source>Pin the selected card, or not</source>
        <translation>Gewählte Karte anheften oder lösen</translation>
    </message>
    <message>
        <source>Frame the selection, again: everything</source>
        <translation>Auswahl einrahmen, nochmals: alles</translation>
    </message>
    <message>
        <source>Next failing edge</source>
        <translation>Nächste fehlerhafte Kante</translation>
    </message>
    <message>
        <source>Previous failing edge</source>
        <translation>Vorige fehlerhafte Kante</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Pan left</source>
        <translation>Nach links schieben</translation>
    </message>
    <message>
        <source>Pan right</source>
        <translation>Nach rechts schieben</translation>
    </message>
    <message>
        <source>To the left, or the caller</source>
        <translation>Nach links oder zum Aufrufer</translation>
    </message>
    <message>
        <source>To the right, or the callee</source>
        <translation>Nach rechts oder zum Aufgerufenen</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Focus the service, or the calls of the edge</source>
        <translation>Auf den Dienst fokussieren, oder zu den Aufrufen der Kante</translation>
    </message>
</context>
<context>
    <name>hallway::GraphPresenter</name>
    <message>
        <source>This graph is too large to be drawn.</source>
        <translation>Dieser Graph ist zu groß zum Zeichnen.</translation>
    </message>
    <message>
        <source>There are no spans in this capture.</source>
        <translation>In dieser Aufzeichnung sind keine Spans.</translation>
    </message>
    <message>
        <source>There are no spans in this capture, only records of other kinds (%1), which Hallway does not read.</source>
        <translation>In dieser Aufzeichnung sind keine Spans, nur Datensätze anderer Art (%1), die Hallway nicht liest.</translation>
    </message>
    <message>
        <source>The attributes of this capture could not be read.</source>
        <translation>Die Attribute dieser Aufzeichnung konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>expand %1</source>
        <translation>%1 aufklappen</translation>
    </message>
    <message>
        <source>hide weak edges</source>
        <translation>schwache Kanten ausblenden</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>unpin %1</source>
        <translation>%1 lösen</translation>
    </message>
    <message>
        <source>pin %1</source>
        <translation>%1 anheften</translation>
    </message>
    <message>
        <source>collapse %1</source>
        <translation>%1 zuklappen</translation>
    </message>
    <message>
        <source>show hidden parts</source>
        <translation>Ausgeblendetes zeigen</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>Kästen</translation>
    </message>
    <message>
        <source>collapse all</source>
        <translation>alle zuklappen</translation>
    </message>
    <message>
        <source>expand all</source>
        <translation>alle aufklappen</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>unpin all</source>
        <translation>alle lösen</translation>
    </message>
    <message>
        <source>%1: %2 % %3</source>
        <translation>%1: %2 % %3</translation>
    </message>
    <message>
        <source>No call matches the filter.</source>
        <translation>Kein Aufruf passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>hallway::GraphSearchBar</name>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Voriger (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächster (Eingabe)</translation>
    </message>
    <message>
        <source>Hide these</source>
        <translation>Diese ausblenden</translation>
    </message>
    <message>
        <source>Hide what is found (Ctrl+Enter)</source>
        <translation>Gefundenes ausblenden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Find a service, or e.g. p99 &gt; 200ms &amp;&amp; failed &gt; 1%</source>
        <translation>Dienst suchen, oder z. B. p99 &gt; 200ms &amp;&amp; failed &gt; 1%</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>Im Graphen suchen</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Character %1, the end: expected %2</source>
        <translation>Zeichen %1, das Ende: erwartet wird %2</translation>
    </message>
    <message>
        <source>Character %1, “%2”: expected %3</source>
        <translation>Zeichen %1, „%2“: erwartet wird %3</translation>
    </message>
</context>
<context>
    <name>hallway::GraphThresholds</name>
    <message>
        <source>Least calls</source>
        <translation>Mindestens Aufrufe</translation>
    </message>
    <message>
        <source>Least failed share</source>
        <translation>Mindestens Fehleranteil</translation>
    </message>
    <message>
        <source>Least p99</source>
        <translation>Mindestens p99</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>hallway::GraphView</name>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>fan-out</source>
        <translation>Fan-out</translation>
    </message>
    <message>
        <source>The layout took longer than %1 s; a simpler one is shown.</source>
        <translation>Das Layout brauchte länger als %1 s; ein einfacheres wird gezeigt.</translation>
    </message>
    <message>
        <source>A simpler layout is shown.</source>
        <translation>Ein einfacheres Layout wird gezeigt.</translation>
    </message>
    <message>
        <source>Service graph</source>
        <translation>Dienstgraph</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>What edges and services show beside their failures</source>
        <translation>Was Kanten und Dienste neben ihren Fehlern zeigen</translation>
    </message>
    <message>
        <source>Hide edges under: </source>
        <translation>Ausblenden unter: </translation>
    </message>
    <message>
        <source> calls</source>
        <translation> Aufrufen</translation>
    </message>
    <message>
        <source>Hide edges under this many calls</source>
        <translation>Kanten unter so vielen Aufrufen ausblenden</translation>
    </message>
    <message>
        <source>Show all services again (Esc)</source>
        <translation>Wieder alle Dienste zeigen (Esc)</translation>
    </message>
    <message>
        <source>Fit the graph (F)</source>
        <translation>Graph einpassen (F)</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>Graph einpassen</translation>
    </message>
    <message>
        <source>Try again without limit</source>
        <translation>Ohne Zeitgrenze versuchen</translation>
    </message>
    <message>
        <source>Every edge has fewer than %1 calls.</source>
        <translation>Jede Kante hat weniger als %1 Aufrufe.</translation>
    </message>
    <message>
        <source>These traces stay inside one service, so there are no calls to draw.</source>
        <translation>Diese Traces bleiben in einem Dienst; es gibt keine Aufrufe zu zeichnen.</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>Beschriftung: %1</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Knoten</translation>
    </message>
    <message>
        <source>1 edge</source>
        <translation>1 Kante</translation>
    </message>
    <message>
        <source>%1 edges</source>
        <translation>%1 Kanten</translation>
    </message>
    <message>
        <source>, all shown</source>
        <translation>, alle gezeigt</translation>
    </message>
    <message>
        <source>%1 edges outside the focus</source>
        <translation>%1 Kanten außerhalb des Fokus</translation>
    </message>
    <message>
        <source>%1, client side where known</source>
        <translation>%1, Client-Seite wo bekannt</translation>
    </message>
    <message>
        <source>1 edge outside the focus</source>
        <translation>1 Kante außerhalb des Fokus</translation>
    </message>
    <message>
        <source>critical path</source>
        <translation>kritischer Pfad</translation>
    </message>
    <message>
        <source>widths and labels: own time on the critical paths</source>
        <translation>Breite und Beschriftung: eigene Zeit auf den kritischen Pfaden</translation>
    </message>
    <message>
        <source>All that is left is hidden by %1.</source>
        <translation>Alles Übrige ist durch %1 ausgeblendet.</translation>
    </message>
    <message>
        <source>No edge reaches all thresholds.</source>
        <translation>Keine Kante erreicht alle Schwellen.</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Focus, boxes, queues, direction and what is hidden</source>
        <translation>Fokus, Kästen, Warteschlangen, Richtung und was ausgeblendet ist</translation>
    </message>
</context>
<context>
    <name>hallway::HeatmapControls</name>
    <message>
        <source>&amp;Linear latency axis</source>
        <translation>&amp;Lineare Latenzachse</translation>
    </message>
    <message>
        <source>Latencies evenly from 0 instead of by decades</source>
        <translation>Latenzen gleichmäßig ab 0 statt nach Zehnerpotenzen</translation>
    </message>
    <message>
        <source>Shade by &amp;share of the column</source>
        <translation>Tönen nach &amp;Anteil an der Spalte</translation>
    </message>
    <message>
        <source>How the calls of an interval are distributed, however many they are</source>
        <translation>Wie sich die Aufrufe eines Zeitabschnitts verteilen, so viele es auch sind</translation>
    </message>
    <message>
        <source>Show &amp;failures</source>
        <translation>&amp;Fehler zeigen</translation>
    </message>
    <message>
        <source>A bar in each cell, as high as its failed share</source>
        <translation>Ein Balken in jeder Zelle, so hoch wie ihr fehlgeschlagener Anteil</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>What is different about some of the calls</source>
        <translation>Was an einigen der Aufrufe anders ist</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Operation, axis, shade and layers of the heatmap</source>
        <translation>Operation, Achse, Tönung und Ebenen der Heatmap</translation>
    </message>
    <message>
        <source>&amp;Operation</source>
        <translation>&amp;Operation</translation>
    </message>
    <message>
        <source>&amp;All operations</source>
        <translation>&amp;Alle Operationen</translation>
    </message>
</context>
<context>
    <name>hallway::HeatmapView</name>
    <message>
        <source>Latency heatmap</source>
        <translation>Latenz-Heatmap</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Cell before</source>
        <translation>Zelle davor</translation>
    </message>
    <message>
        <source>Cell after</source>
        <translation>Zelle danach</translation>
    </message>
    <message>
        <source>Slower cell</source>
        <translation>Langsamere Zelle</translation>
    </message>
    <message>
        <source>Faster cell</source>
        <translation>Schnellere Zelle</translation>
    </message>
    <message>
        <source>Next cell with calls</source>
        <translation>Nächste Zelle mit Aufrufen</translation>
    </message>
    <message>
        <source>Previous cell with calls</source>
        <translation>Vorige Zelle mit Aufrufen</translation>
    </message>
    <message>
        <source>Calls of the cell or the box</source>
        <translation>Aufrufe der Zelle oder des Kastens</translation>
    </message>
</context>
<context>
    <name>hallway::HistoryController</name>
    <message>
        <source>filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>no filter</source>
        <translation>kein Filter</translation>
    </message>
    <message>
        <source>all the time</source>
        <translation>ganzer Zeitraum</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>nichts ausgewählt</translation>
    </message>
    <message>
        <source>%1, part of its calls</source>
        <translation>%1, ein Teil der Aufrufe</translation>
    </message>
    <message>
        <source>no trace</source>
        <translation>kein Trace</translation>
    </message>
    <message>
        <source>trace %1…</source>
        <translation>Trace %1…</translation>
    </message>
    <message>
        <source>the whole capture</source>
        <translation>die ganze Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>hallway::IciclePage</name>
    <message>
        <source>Icicle</source>
        <translation>Eiszapfen</translation>
    </message>
    <message>
        <source>Icicle of one trace</source>
        <translation>Eiszapfen eines Traces</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Kritischer Pfad</translation>
    </message>
    <message>
        <source>What the trace waited for, with adjusted clocks (C)</source>
        <translation>Worauf der Trace wartete, mit angeglichenen Uhren (C)</translation>
    </message>
    <message>
        <source>Select a call or a trace.</source>
        <translation>Einen Aufruf oder einen Trace wählen.</translation>
    </message>
    <message>
        <source>%1 · %2 spans · %3</source>
        <translation>%1 · %2 Spans · %3</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>failed, passed on from below</source>
        <translation>fehlgeschlagen, von unten weitergereicht</translation>
    </message>
    <message>
        <source>failed, starts here</source>
        <translation>fehlgeschlagen, beginnt hier</translation>
    </message>
    <message>
        <source>Show in the Waterfall</source>
        <translation>Im Wasserfall zeigen</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show the Whole Trace</source>
        <translation>Den ganzen Trace zeigen</translation>
    </message>
    <message>
        <source>Filter by This Operation</source>
        <translation>Nach dieser Operation filtern</translation>
    </message>
</context>
<context>
    <name>hallway::IcicleView</name>
    <message>
        <source>To the caller</source>
        <translation>Zum Aufrufer</translation>
    </message>
    <message>
        <source>To the widest part</source>
        <translation>Zum breitesten Teil</translation>
    </message>
    <message>
        <source>To the one before on this level</source>
        <translation>Zum vorigen auf dieser Ebene</translation>
    </message>
    <message>
        <source>To the next on this level</source>
        <translation>Zum nächsten auf dieser Ebene</translation>
    </message>
    <message>
        <source>Zoom in to what is selected</source>
        <translation>Auf das Gewählte vergrößern</translation>
    </message>
    <message>
        <source>Zoom back out</source>
        <translation>Wieder verkleinern</translation>
    </message>
    <message>
        <source>Show the whole</source>
        <translation>Das Ganze zeigen</translation>
    </message>
    <message>
        <source>Frame the selection, again: the whole</source>
        <translation>Auswahl einrahmen, nochmals: das Ganze</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Critical path on or off</source>
        <translation>Kritischer Pfad an oder aus</translation>
    </message>
    <message>
        <source>%1 cells too narrow to be drawn; zoom in to see them</source>
        <translation>%1 Zellen, zu schmal zum Zeichnen; zum Ansehen vergrößern</translation>
    </message>
</context>
<context>
    <name>hallway::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Worst requests</source>
        <translation>Schlimmste Anfragen</translation>
    </message>
    <message>
        <source>Worst calls</source>
        <translation>Schlimmste Aufrufe</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kasten</translation>
    </message>
</context>
<context>
    <name>hallway::InspectorPresenter</name>
    <message>
        <source>calls.csv</source>
        <translation>aufrufe.csv</translation>
    </message>
</context>
<context>
    <name>hallway::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>hallway::LatencyHistogram</name>
    <message>
        <source>Distribution of latencies</source>
        <translation>Verteilung der Latenzen</translation>
    </message>
    <message>
        <source>%1 – %2: %3 calls, %4 failed</source>
        <translation>%1 – %2: %3 Aufrufe, %4 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>hallway::MainWindow</name>
    <message>
        <source>Measure: %1</source>
        <translation>Kennzahl: %1</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>%1 – Hallway</source>
        <translation>%1 – Hallway</translation>
    </message>
    <message>
        <source>Open trace exports</source>
        <translation>Trace-Exporte öffnen</translation>
    </message>
    <message>
        <source>Open a folder of trace exports</source>
        <translation>Ordner mit Trace-Exporten öffnen</translation>
    </message>
    <message>
        <source>Add trace exports</source>
        <translation>Trace-Exporte hinzufügen</translation>
    </message>
    <message>
        <source>Import cancelled.</source>
        <translation>Import abgebrochen.</translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation>Graph exportieren</translation>
    </message>
    <message>
        <source>Export the waterfall</source>
        <translation>Wasserfall exportieren</translation>
    </message>
    <message>
        <source>Export the heatmap</source>
        <translation>Heatmap exportieren</translation>
    </message>
    <message>
        <source>Export the trace</source>
        <translation>Trace exportieren</translation>
    </message>
    <message>
        <source>Save the capture</source>
        <translation>Aufzeichnung sichern</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>%1 holds all attributes as they were recorded; they may contain secrets. Look before you pass it on.</source>
        <translation>%1 enthält alle Attribute, wie sie aufgezeichnet wurden; darunter können Geheimnisse sein. Vor dem Weitergeben ansehen.</translation>
    </message>
    <message>
        <source>The graph is copied.</source>
        <translation>Der Graph ist kopiert.</translation>
    </message>
    <message>
        <source>There is no service and no trace “%1” in this capture.</source>
        <translation>In dieser Aufzeichnung gibt es weder einen Dienst noch einen Trace „%1“.</translation>
    </message>
    <message>
        <source>Hallway %1 shows who calls whom, how often, how slowly and how badly, from trace exports. Free software under the GNU GPL, version 3 or later.</source>
        <translation>Hallway %1 zeigt aus Trace-Exporten, wer wen aufruft, wie oft, wie langsam und wie fehlerhaft. Freie Software unter der GNU GPL, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Size of &amp;PNG pictures</source>
        <translation>Größe von &amp;PNG-Bildern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>What edges and services show beside their failures</source>
        <translation>Was Kanten und Dienste neben ihren Fehlern zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pictures and files of what is shown</source>
        <translation>Bilder und Dateien vom Gezeigten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Re&amp;cent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Kennzahl</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>A command, a service or a trace id</source>
        <translation>Ein Befehl, ein Dienst oder eine Trace-Id</translation>
    </message>
    <message>
        <source>No command, service or trace is called “%1”.</source>
        <translation>Kein Befehl, Dienst oder Trace heißt „%1“.</translation>
    </message>
    <message>
        <source>A service or a trace id</source>
        <translation>Ein Dienst oder eine Trace-Id</translation>
    </message>
    <message>
        <source>Save this filter as</source>
        <translation>Diesen Filter sichern als</translation>
    </message>
    <message>
        <source>The filter %1 is saved.</source>
        <translation>Der Filter %1 ist gesichert.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>The filter %1 is deleted.</source>
        <translation>Der Filter %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Fi&amp;lters</source>
        <translation>F&amp;ilterliste</translation>
    </message>
    <message>
        <source>Figures cou&amp;nt</source>
        <translation>Zahlen &amp;umfassen</translation>
    </message>
    <message>
        <source>&amp;Perspective</source>
        <translation>&amp;Perspektive</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Save these panels as a perspective called</source>
        <translation>Diese Bereiche als Perspektive sichern mit dem Namen</translation>
    </message>
    <message>
        <source>The perspective %1 is saved.</source>
        <translation>Die Perspektive %1 ist gesichert.</translation>
    </message>
    <message>
        <source>The perspective %1 is deleted.</source>
        <translation>Die Perspektive %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Export the graph…</source>
        <translation>Den Graphen &amp;exportieren …</translation>
    </message>
</context>
<context>
    <name>hallway::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hallway::NamePrompt</name>
    <message>
        <source>Enter saves, Esc leaves it</source>
        <translation>Eingabe sichert, Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>hallway::OverviewStrip</name>
    <message>
        <source>Requests and failures over time</source>
        <translation>Anfragen und Fehler im Zeitverlauf</translation>
    </message>
    <message>
        <source>Requests over time appear here.</source>
        <translation>Hier erscheinen Anfragen im Zeitverlauf.</translation>
    </message>
    <message>
        <source>A range in the middle</source>
        <translation>Ein Zeitraum in der Mitte</translation>
    </message>
    <message>
        <source>Range earlier</source>
        <translation>Zeitraum früher</translation>
    </message>
    <message>
        <source>Range later</source>
        <translation>Zeitraum später</translation>
    </message>
    <message>
        <source>End of the range earlier</source>
        <translation>Ende des Zeitraums früher</translation>
    </message>
    <message>
        <source>End of the range later</source>
        <translation>Ende des Zeitraums später</translation>
    </message>
    <message>
        <source>Start of the range earlier</source>
        <translation>Anfang des Zeitraums früher</translation>
    </message>
    <message>
        <source>Start of the range later</source>
        <translation>Anfang des Zeitraums später</translation>
    </message>
    <message>
        <source>Range to the begin of the capture</source>
        <translation>Zeitraum an den Anfang der Aufzeichnung</translation>
    </message>
    <message>
        <source>Range to the end of the capture</source>
        <translation>Zeitraum ans Ende der Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>hallway::PanelTitle</name>
    <message>
        <source>%1, closed</source>
        <translation>%1, zugeklappt</translation>
    </message>
    <message>
        <source>Close this section</source>
        <translation>Diesen Abschnitt zuklappen</translation>
    </message>
    <message>
        <source>Open this section</source>
        <translation>Diesen Abschnitt aufklappen</translation>
    </message>
</context>
<context>
    <name>hallway::ProblemText</name>
    <message numerus="yes">
        <source>%1 records could not be read</source>
        <translation>
            <numerusform>%1 Datensatz konnte nicht gelesen werden</numerusform>
            <numerusform>%1 Datensätze konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 places where the file is cut short</source>
        <translation>
            <numerusform>%1 Stelle, an der die Datei abgeschnitten ist</numerusform>
            <numerusform>%1 Stellen, an denen die Datei abgeschnitten ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 texts are not UTF-8 and were repaired</source>
        <translation>
            <numerusform>%1 Text ist kein UTF-8 und wurde repariert</numerusform>
            <numerusform>%1 Texte sind kein UTF-8 und wurden repariert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records are of an unknown kind</source>
        <translation>
            <numerusform>%1 Datensatz ist von unbekannter Art</numerusform>
            <numerusform>%1 Datensätze sind von unbekannter Art</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records are no spans and were left out</source>
        <translation>
            <numerusform>%1 Datensatz ist kein Span und wurde ausgelassen</numerusform>
            <numerusform>%1 Datensätze sind keine Spans und wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no trace id</source>
        <translation>
            <numerusform>%1 Span hat keine Trace-Id</numerusform>
            <numerusform>%1 Spans haben keine Trace-Id</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no id</source>
        <translation>
            <numerusform>%1 Span hat keine Id</numerusform>
            <numerusform>%1 Spans haben keine Id</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ids are neither hex nor base64 and are taken as text</source>
        <translation>
            <numerusform>%1 Id ist weder hexadezimal noch Base64 und gilt als Text</numerusform>
            <numerusform>%1 Ids sind weder hexadezimal noch Base64 und gelten als Text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 times could not be read</source>
        <translation>
            <numerusform>%1 Zeit konnte nicht gelesen werden</numerusform>
            <numerusform>%1 Zeiten konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no end</source>
        <translation>
            <numerusform>%1 Span hat kein Ende</numerusform>
            <numerusform>%1 Spans haben kein Ende</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans end before they start</source>
        <translation>
            <numerusform>%1 Span endet, bevor er beginnt</numerusform>
            <numerusform>%1 Spans enden, bevor sie beginnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no start</source>
        <translation>
            <numerusform>%1 Span hat keinen Anfang</numerusform>
            <numerusform>%1 Spans haben keinen Anfang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 parts had times in another unit, which were rescaled</source>
        <translation>
            <numerusform>%1 Teil hatte Zeiten in einer anderen Einheit, die umgerechnet wurden</numerusform>
            <numerusform>%1 Teile hatten Zeiten in einer anderen Einheit, die umgerechnet wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have an unknown kind</source>
        <translation>
            <numerusform>%1 Span hat eine unbekannte Art</numerusform>
            <numerusform>%1 Spans haben eine unbekannte Art</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have an unknown status</source>
        <translation>
            <numerusform>%1 Span hat einen unbekannten Status</numerusform>
            <numerusform>%1 Spans haben einen unbekannten Status</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 attributes are given twice; the first counts</source>
        <translation>
            <numerusform>%1 Attribut ist doppelt angegeben; das erste zählt</numerusform>
            <numerusform>%1 Attribute sind doppelt angegeben; das erste zählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 attributes could not be read</source>
        <translation>
            <numerusform>%1 Attribut konnte nicht gelesen werden</numerusform>
            <numerusform>%1 Attribute konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values are too long and were cut</source>
        <translation>
            <numerusform>%1 Wert ist zu lang und wurde gekürzt</numerusform>
            <numerusform>%1 Werte sind zu lang und wurden gekürzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values are nested too deep</source>
        <translation>
            <numerusform>%1 Wert ist zu tief verschachtelt</numerusform>
            <numerusform>%1 Werte sind zu tief verschachtelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 resources have no service name</source>
        <translation>
            <numerusform>%1 Ressource hat keinen Dienstnamen</numerusform>
            <numerusform>%1 Ressourcen haben keinen Dienstnamen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 service names are no texts</source>
        <translation>
            <numerusform>%1 Dienstname ist kein Text</numerusform>
            <numerusform>%1 Dienstnamen sind keine Texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans lost data in their exporter</source>
        <translation>
            <numerusform>%1 Span verlor Daten in seinem Exporter</numerusform>
            <numerusform>%1 Spans verloren Daten in ihrem Exporter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans name a process that is not in the file</source>
        <translation>
            <numerusform>%1 Span nennt einen Prozess, der nicht in der Datei steht</numerusform>
            <numerusform>%1 Spans nennen einen Prozess, der nicht in der Datei steht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 links could not be read</source>
        <translation>
            <numerusform>%1 Link konnte nicht gelesen werden</numerusform>
            <numerusform>%1 Links konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 traces are not complete</source>
        <translation>
            <numerusform>%1 Trace ist nicht vollständig</numerusform>
            <numerusform>%1 Traces sind nicht vollständig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 warnings came with the spans</source>
        <translation>
            <numerusform>%1 Warnung kam mit den Spans</numerusform>
            <numerusform>%1 Warnungen kamen mit den Spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans name themselves as their parent</source>
        <translation>
            <numerusform>%1 Span nennt sich selbst als Eltern-Span</numerusform>
            <numerusform>%1 Spans nennen sich selbst als Eltern-Span</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 circles of parents were cut</source>
        <translation>
            <numerusform>%1 Kreis von Eltern-Spans wurde aufgetrennt</numerusform>
            <numerusform>%1 Kreise von Eltern-Spans wurden aufgetrennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans share their id with others</source>
        <translation>
            <numerusform>%1 Span teilt seine Id mit anderen</numerusform>
            <numerusform>%1 Spans teilen ihre Id mit anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 places could not be read</source>
        <translation>
            <numerusform>%1 Stelle konnte nicht gelesen werden</numerusform>
            <numerusform>%1 Stellen konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problems</source>
        <translation>
            <numerusform>%1 Problem</numerusform>
            <numerusform>%1 Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hallway::ProblemsPanel</name>
    <message>
        <source>Problems in the files</source>
        <translation>Probleme in den Dateien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>Erstes: %1</translation>
    </message>
</context>
<context>
    <name>hallway::RangeChip</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Show the whole capture</source>
        <translation>Ganze Aufzeichnung zeigen</translation>
    </message>
    <message>
        <source>Show the whole capture (Esc in the overview)</source>
        <translation>Ganze Aufzeichnung zeigen (Esc in der Übersicht)</translation>
    </message>
</context>
<context>
    <name>hallway::SpanHead</name>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>producer</source>
        <translation>Produzent</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>endet vor dem Anfang</translation>
    </message>
    <message>
        <source>no start</source>
        <translation>kein Anfang</translation>
    </message>
    <message>
        <source>parent not in the file</source>
        <translation>Eltern-Span nicht in der Datei</translation>
    </message>
    <message>
        <source>is its own parent</source>
        <translation>ist sein eigener Eltern-Span</translation>
    </message>
    <message>
        <source>parents form a cycle</source>
        <translation>Eltern-Spans bilden einen Kreis</translation>
    </message>
    <message>
        <source>clock skew %1</source>
        <translation>Uhrenversatz %1</translation>
    </message>
    <message>
        <source>clock adjusted by the exporter</source>
        <translation>Uhr vom Exporter angepasst</translation>
    </message>
    <message>
        <source>%1 values dropped by the exporter</source>
        <translation>%1 Werte vom Exporter verworfen</translation>
    </message>
    <message>
        <source>values dropped by the exporter</source>
        <translation>Werte vom Exporter verworfen</translation>
    </message>
    <message>
        <source>id made up</source>
        <translation>Id erzeugt</translation>
    </message>
    <message>
        <source>trace id made up</source>
        <translation>Trace-Id erzeugt</translation>
    </message>
    <message>
        <source>%1 self</source>
        <translation>%1 eigen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>hallway::StatisticsModel</name>
    <message>
        <source>%1 of %2 spans have a duration</source>
        <translation>%1 von %2 Spans haben eine Dauer</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
    <message>
        <source>(further values)</source>
        <translation>(weitere Werte)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Self</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Durations, added up</source>
        <translation>Dauern, zusammengezählt</translation>
    </message>
    <message>
        <source>Time that no child of the spans covers, added up</source>
        <translation>Zeit, die kein Kind der Spans abdeckt, zusammengezählt</translation>
    </message>
    <message>
        <source>All %1 groups</source>
        <translation>Alle %1 Gruppen</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 Gruppe</translation>
    </message>
</context>
<context>
    <name>hallway::StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>Zählen nach</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>Dann nach</translation>
    </message>
    <message>
        <source>Only the shown trace</source>
        <translation>Nur der gezeigte Trace</translation>
    </message>
    <message>
        <source>statistics.csv</source>
        <translation>statistik.csv</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Select a call or a trace.</source>
        <translation>Einen Aufruf oder einen Trace wählen.</translation>
    </message>
    <message>
        <source>No span matches the filter and starts in the range.</source>
        <translation>Kein Span passt zum Filter und beginnt im Zeitraum.</translation>
    </message>
    <message>
        <source>%1 spans in %2 groups</source>
        <translation>%1 Spans in %2 Gruppen</translation>
    </message>
    <message>
        <source>Filter by this</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Filter out</source>
        <translation>Herausfiltern</translation>
    </message>
</context>
<context>
    <name>hallway::StatusLine</name>
    <message>
        <source>What was wrong in the files</source>
        <translation>Was an den Dateien nicht stimmte</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Cancel the import; what was open before stays</source>
        <translation>Import abbrechen; das bisher Offene bleibt</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>No capture open</source>
        <translation>Keine Aufzeichnung offen</translation>
    </message>
    <message numerus="yes">
        <source>%1 spans</source>
        <translation>
            <numerusform>%1 Span</numerusform>
            <numerusform>%1 Spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 traces</source>
        <translation>
            <numerusform>%1 Trace</numerusform>
            <numerusform>%1 Traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 services</source>
        <translation>
            <numerusform>%1 Dienst</numerusform>
            <numerusform>%1 Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problems in the file</source>
        <translation>
            <numerusform>%1 Problem in der Datei</numerusform>
            <numerusform>%1 Probleme in der Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problems in the files</source>
        <translation>
            <numerusform>%1 Problem in den Dateien</numerusform>
            <numerusform>%1 Probleme in den Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans so far</source>
        <translation>
            <numerusform>bisher %1 Span</numerusform>
            <numerusform>bisher %1 Spans</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Reading %1: %2 of %3, %4</source>
        <translation>%1 wird gelesen: %2 von %3, %4</translation>
    </message>
    <message>
        <source>Reading %1: %2, %3</source>
        <translation>%1 wird gelesen: %2, %3</translation>
    </message>
</context>
<context>
    <name>hallway::TablesPanel</name>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
</context>
<context>
    <name>hallway::TablesPresenter</name>
    <message>
        <source>Traces with calls of %1</source>
        <translation>Traces mit Aufrufen von %1</translation>
    </message>
    <message>
        <source>By pain: failures that start here, then tail time</source>
        <translation>Nach Schwere: Fehler von hier, dann Spitzenzeit</translation>
    </message>
    <message>
        <source>edges.csv</source>
        <translation>kanten.csv</translation>
    </message>
    <message>
        <source>services.csv</source>
        <translation>dienste.csv</translation>
    </message>
    <message>
        <source>traces.csv</source>
        <translation>traces.csv</translation>
    </message>
</context>
<context>
    <name>hallway::TotalsStrip</name>
    <message>
        <source>Totals: %1</source>
        <translation>Summen: %1</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallActions</name>
    <message>
        <source>&amp;Critical path</source>
        <translation>&amp;Kritischer Pfad</translation>
    </message>
    <message>
        <source>&amp;Fold siblings</source>
        <translation>&amp;Geschwister falten</translation>
    </message>
    <message>
        <source>Adjust cloc&amp;ks</source>
        <translation>Uh&amp;ren angleichen</translation>
    </message>
    <message>
        <source>&amp;Hide what does not match</source>
        <translation>Nicht Passendes a&amp;usblenden</translation>
    </message>
    <message>
        <source>One level &amp;more</source>
        <translation>Eine Ebene &amp;mehr</translation>
    </message>
    <message>
        <source>One level &amp;less</source>
        <translation>Eine Ebene &amp;weniger</translation>
    </message>
    <message>
        <source>E&amp;xpand all</source>
        <translation>Alles &amp;aufklappen</translation>
    </message>
    <message>
        <source>Expand the &amp;subtree</source>
        <translation>Den &amp;Teilbaum aufklappen</translation>
    </message>
    <message>
        <source>Collapse the s&amp;ubtree</source>
        <translation>Den Teilba&amp;um zuklappen</translation>
    </message>
    <message>
        <source>Show &amp;only this subtree</source>
        <translation>&amp;Nur diesen Teilbaum zeigen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Zu&amp;rück</translation>
    </message>
    <message>
        <source>Show the &amp;whole trace</source>
        <translation>Den ganzen Trace z&amp;eigen</translation>
    </message>
    <message>
        <source>&amp;Zoom to the span</source>
        <translation>Auf den Span &amp;zoomen</translation>
    </message>
    <message>
        <source>Show the whole &amp;time</source>
        <translation>Die ganze Ze&amp;it zeigen</translation>
    </message>
    <message>
        <source>&amp;Measure the span</source>
        <translation>Den Span &amp;messen</translation>
    </message>
    <message>
        <source>&amp;Next failure</source>
        <translation>&amp;Nächster Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous failure</source>
        <translation>&amp;Voriger Fehler</translation>
    </message>
    <message>
        <source>&amp;Deepest failure</source>
        <translation>&amp;Tiefster Fehler</translation>
    </message>
    <message>
        <source>&amp;Find in the trace…</source>
        <translation>Im Trace &amp;suchen …</translation>
    </message>
    <message>
        <source>Next ma&amp;tch</source>
        <translation>Nächster T&amp;reffer</translation>
    </message>
    <message>
        <source>Previous matc&amp;h</source>
        <translation>Voriger Tr&amp;effer</translation>
    </message>
    <message>
        <source>&amp;Attributes</source>
        <translation>&amp;Attribute</translation>
    </message>
    <message>
        <source>Follow a lin&amp;k</source>
        <translation>Einem &amp;Link folgen</translation>
    </message>
    <message>
        <source>Copy a line for the c&amp;hat</source>
        <translation>Eine Zeile für den &amp;Chat kopieren</translation>
    </message>
    <message>
        <source>Copy span &amp;id</source>
        <translation>Span-&amp;Id kopieren</translation>
    </message>
    <message>
        <source>Copy t&amp;race id</source>
        <translation>T&amp;race-Id kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;operation</source>
        <translation>&amp;Operation kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;duration</source>
        <translation>&amp;Dauer kopieren</translation>
    </message>
    <message>
        <source>Copy the subtree as te&amp;xt</source>
        <translation>Den Teilbaum als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Colour by &amp;service</source>
        <translation>Nach &amp;Dienst färben</translation>
    </message>
    <message>
        <source>Colour by s&amp;tatus</source>
        <translation>Nach &amp;Status färben</translation>
    </message>
    <message>
        <source>Colour by &amp;attribute…</source>
        <translation>Nach Attri&amp;but färben …</translation>
    </message>
    <message>
        <source>Clock &amp;offsets…</source>
        <translation>Uhren&amp;versatz …</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>Bild e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>Ge&amp;he zu</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>Colla&amp;pse all</source>
        <translation>Alles &amp;zuklappen</translation>
    </message>
    <message>
        <source>Filter by its ser&amp;vice</source>
        <translation>Nach seinem &amp;Dienst filtern</translation>
    </message>
    <message>
        <source>Filter by its ope&amp;ration</source>
        <translation>Nach seiner &amp;Operation filtern</translation>
    </message>
    <message>
        <source>Filter by the coloured attr&amp;ibute</source>
        <translation>Nach dem &amp;gefärbten Attribut filtern</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallCanvas</name>
    <message>
        <source>Waterfall of one trace</source>
        <translation>Wasserfall eines Traces</translation>
    </message>
    <message>
        <source>Select a call or a trace.</source>
        <translation>Einen Aufruf oder Trace auswählen.</translation>
    </message>
    <message>
        <source>No span of this trace matches the filter.</source>
        <translation>Kein Span dieses Traces passt zum Filter.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Row above</source>
        <translation>Zeile darüber</translation>
    </message>
    <message>
        <source>Row below</source>
        <translation>Zeile darunter</translation>
    </message>
    <message>
        <source>Expand the row, or to its first child</source>
        <translation>Zeile aufklappen, oder zum ersten Kind</translation>
    </message>
    <message>
        <source>Collapse the row, or to its parent</source>
        <translation>Zeile zuklappen, oder zum Eltern-Span</translation>
    </message>
    <message>
        <source>Into the subtree, the fold or the attributes</source>
        <translation>In den Teilbaum, die Faltung oder die Attribute</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallColouring</name>
    <message>
        <source>Attributes to colour by</source>
        <translation>Attribute, nach denen gefärbt wird</translation>
    </message>
    <message>
        <source>The same on all spans</source>
        <translation>Auf allen Spans gleich</translation>
    </message>
    <message>
        <source>No span of this trace has attributes.</source>
        <translation>Kein Span dieses Traces hat Attribute.</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallLegend</name>
    <message>
        <source>What the colours stand for</source>
        <translation>Wofür die Farben stehen</translation>
    </message>
    <message>
        <source>Colour by service again</source>
        <translation>Wieder nach Dienst färben</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1, %2 spans</source>
        <translation>%1, %2 Spans</translation>
    </message>
    <message>
        <source>%1
Filter by it</source>
        <translation>%1
Danach filtern</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallLinks</name>
    <message>
        <source>%1 %2, trace %3</source>
        <translation>%1 %2, Trace %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Links to</source>
        <translation>Verlinkt</translation>
    </message>
    <message>
        <source>trace %1, not in this capture</source>
        <translation>Trace %1, nicht in dieser Aufzeichnung</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>Verlinkt von</translation>
    </message>
    <message>
        <source>Nothing links here or from here.</source>
        <translation>Nichts verlinkt hierher oder von hier.</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallPresenter</name>
    <message>
        <source>A line about the span is copied.</source>
        <translation>Eine Zeile über den Span ist kopiert.</translation>
    </message>
    <message>
        <source>The subtree is copied as text.</source>
        <translation>Der Teilbaum ist als Text kopiert.</translation>
    </message>
    <message>
        <source>The span id is copied.</source>
        <translation>Die Span-Id ist kopiert.</translation>
    </message>
    <message>
        <source>The trace id is copied.</source>
        <translation>Die Trace-Id ist kopiert.</translation>
    </message>
    <message>
        <source>The operation is copied.</source>
        <translation>Die Operation ist kopiert.</translation>
    </message>
    <message>
        <source>The span has no duration to copy.</source>
        <translation>Der Span hat keine Dauer zu kopieren.</translation>
    </message>
    <message>
        <source>The duration is copied.</source>
        <translation>Die Dauer ist kopiert.</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallSearchBar</name>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Search in the trace</source>
        <translation>Im Trace suchen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Service, operation, attribute or event</source>
        <translation>Dienst, Operation, Attribut oder Ereignis</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>%1 found, searching…</source>
        <translation>%1 gefunden, sucht …</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallTrail</name>
    <message>
        <source>What of the trace is shown</source>
        <translation>Was vom Trace gezeigt wird</translation>
    </message>
    <message>
        <source>Whole trace</source>
        <translation>Ganzer Trace</translation>
    </message>
    <message>
        <source>Only dim them</source>
        <translation>Nur abblenden</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>What does not match the filter (G)</source>
        <translation>Was nicht zum Filter passt (G)</translation>
    </message>
</context>
<context>
    <name>hallway::WaterfallView</name>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>What the trace waited for (C)</source>
        <translation>Worauf der Trace wartete (C)</translation>
    </message>
    <message>
        <source>Five and more alike calls in one row (X)</source>
        <translation>Fünf und mehr gleichartige Aufrufe in einer Zeile (X)</translation>
    </message>
    <message>
        <source>Shifts spans whose clock runs ahead or behind their caller&apos;s (K)</source>
        <translation>Verschiebt Spans, deren Uhr gegenüber der des Aufrufers vor- oder nachgeht (K)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Levels, colours, folding, clocks</source>
        <translation>Ebenen, Farben, Falten, Uhren</translation>
    </message>
</context>
<context>
    <name>hallway::WhatIfPanel</name>
    <message>
        <source>-100 ms or 50 %</source>
        <translation>-100 ms oder 50 %</translation>
    </message>
    <message>
        <source>What if these calls took less: so much less, or so much of their time</source>
        <translation>Was, wenn diese Aufrufe kürzer dauerten: so viel weniger, oder so viel ihrer Zeit</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>What if %1 took</source>
        <translation>Was, wenn %1 dauerte</translation>
    </message>
    <message>
        <source>-100 ms takes so much off each call, 50 % leaves so much of it.</source>
        <translation>-100 ms zieht jedem Aufruf so viel ab, 50 % lässt so viel von ihm.</translation>
    </message>
    <message>
        <source>%1 of %2 traces would be shorter; %3 have such a call. Of all %4 roots:</source>
        <translation>%1 von %2 Traces wären kürzer; %3 haben einen solchen Aufruf. Über alle %4 Wurzeln:</translation>
    </message>
    <message>
        <source>Expected so much less, such as -100 ms, or a share, such as 50 %</source>
        <translation>Erwartet wird so viel weniger, etwa -100 ms, oder ein Anteil, etwa 50 %</translation>
    </message>
</context>
<context>
    <name>hallway::Workspace</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Traces in detail</source>
        <translation>Traces im Einzelnen</translation>
    </message>
    <message>
        <source>Calls compared</source>
        <translation>Aufrufe im Vergleich</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
</context>
</TS>
