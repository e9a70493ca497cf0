#!/usr/bin/env bash
# man_page.sh FILE: the page draws without a warning.
set -euo pipefail
command -v man >/dev/null && command -v groff >/dev/null || exit 77
complaints=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null)
[[ -z $complaints ]] || { printf '%s\n' "$complaints"; exit 1; }
