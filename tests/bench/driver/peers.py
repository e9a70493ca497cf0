"""What people use today for the same question: DuckDB and embedded ClickHouse, installed from npm."""
import json
import shutil
import subprocess
from pathlib import Path

from cases import Case, Sample
from figures import size_word
from inputs import Input
from programs import CaseFailed, reason

SOURCES = Path(__file__).resolve().parents[1] / "peers"
SCRIPTS = {  # name → title, words before the file
    "duckdb-tuned": ("DuckDB, from_json with a declared structure", ("duckdb.mjs", "tuned")),
    "duckdb-typed": ("DuckDB, read_json as typed", ("duckdb.mjs", "typed")),
    "clickhouse": ("ClickHouse (chdb)", ("clickhouse.mjs",)),
}
SUMS = ("pairs", "calls", "errors")


def install(folder, say):
    """Into `folder`, if what is there is not already that; gives it back. Raises SystemExit with a sentence."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (SOURCES / "package.json").read_text(encoding="utf-8")
    mark = folder / "installed.json"
    for script in SOURCES.glob("*.mjs"):
        shutil.copy(script, folder)
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return folder
    say("Installing DuckDB and ClickHouse from npm")
    shutil.copy(SOURCES / "package.json", folder)
    try:
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=folder, capture_output=True)
    except FileNotFoundError:
        raise SystemExit("bench: --peers needs node and npm") from None
    if done.returncode != 0:
        raise SystemExit(f"bench: npm install failed in {folder}: {reason(done.stderr)}")
    mark.write_text(wanted, encoding="utf-8")
    return folder


def cases(sizes, folder, cores):
    return [peer(name, title, words, Input(sizes.main), folder, cores) for name, (title, words) in SCRIPTS.items()]


def peer(name, title, words, given, folder, cores):
    name = f"{name}-{size_word(given.spans)}"

    def run(programs, inputs):
        output = programs.work / "peer.json"
        script, *more = words
        line = programs.run("node", folder / script, *more, inputs.path(given), cores, output=output)
        try:
            sums = json.loads(output.read_text(encoding="utf-8"))
        except json.JSONDecodeError:
            raise CaseFailed(f"{name} printed no result") from None
        figures = {key: sums[key] for key in SUMS}
        return [Sample(name, title, given.spans, line["seconds"], "s", line["peakBytes"], figures)]
    return Case(name, title, given.spans, run, (given,))
