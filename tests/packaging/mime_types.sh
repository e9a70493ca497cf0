#!/usr/bin/env bash
# mime_types.sh MIME_XML SAMPLE: builds a database of our types beside the system's and asks it about files.
set -euo pipefail
command -v update-mime-database >/dev/null || exit 77
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
mkdir -p "$folder/mime/packages"
cp -- "$1" "$folder/mime/packages/org.hallway.Hallway.xml"
[[ ! -e /usr/share/mime/packages/freedesktop.org.xml ]] ||
    cp /usr/share/mime/packages/freedesktop.org.xml "$folder/mime/packages/"
complaints=$(XDG_DATA_HOME=$folder update-mime-database "$folder/mime" 2>&1)
[[ -z $complaints ]] || { printf '%s\n' "$complaints"; exit 1; }
grep -q '^10:application/x-otlp-json-lines:\*\.jsonl$' "$folder/mime/globs2"
grep -q '^50:application/x-hallway-capture:\*\.hallway$' "$folder/mime/globs2"
# Nobody else's .json is touched.
if grep -q ':application/x-.*:\*\.json$' "$folder/mime/globs2"; then exit 1; fi
grep -qa 'HLWY' "$folder/mime/magic"
head -c 18 -- "$2" | grep -q '^{"resourceSpans":\[' # what the magic of JSON Lines looks for
