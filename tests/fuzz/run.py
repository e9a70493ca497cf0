#!/usr/bin/env python3
"""Runs one fuzz target for some seconds on the project's own fixtures: run.py PROGRAM [SECONDS]

What crashes it is left beside the program as crash-*, hang as timeout-*, and fails the run.
"""
import bz2
import gzip
import lzma
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LARGEST = 64 * 1024

# One span of OTLP protobuf: service "a", SERVER "op", one second, status ERROR.
SPAN = bytes.fromhex(
    "0a530a150a130a0c736572766963652e6e616d6512030a0161123a12380a105b8efff798038103d269b633813fc60c"
    "1208eee19b7ec3c1b1742a026f70300239004859e3faeb6f15410012f41efbeb6f157a021802"
)


def texts():
    """Every small fixture, and the first lines of the sample."""
    for path in sorted((ROOT / "tests").glob("**/fixtures/**/*")):
        if path.is_file() and path.stat().st_size <= LARGEST:
            yield path.read_bytes()
    for path in sorted((ROOT / "resources" / "samples").glob("*.json*")):
        yield path.read_bytes()[:LARGEST].rpartition(b"\n")[0][:LARGEST // 4]


def protobuf():
    yield SPAN
    yield SPAN + SPAN
    for prefix in (b"\0\0\0\x55", b"\x55", b"\0\0\0\0\x55"):
        yield (prefix + SPAN) * 2


def compressed():
    plain = [SPAN, *list(texts())[:4]]
    for content in plain:
        yield gzip.compress(content, mtime=0)
        yield gzip.compress(content[:9], mtime=0) + gzip.compress(content[9:], mtime=0)
        yield zlib.compress(content)
        yield bz2.compress(content)
        yield lzma.compress(content)
    for tool in ("zstd", "lz4"):
        if shutil.which(tool):
            for content in plain:
                yield subprocess.run([tool, "-q", "-c"], input=content, stdout=subprocess.PIPE, check=True).stdout


def patches():
    """For the reader of captures: changes to a sound one, as place, length and bytes."""
    for place in (0, 16, 28, 60, 96, 100, 4096, 8192, 20000, 60000):
        yield place.to_bytes(3, "big") + b"\1\xff\xff"


def filters():
    """Those of the table of filters in the tests."""
    table = (ROOT / "tests/models/session/tst_FilterRun.cpp").read_text(encoding="utf-8")
    for row in re.findall(r'^    \{"((?:[^"\\]|\\.)*)"', table, re.MULTILINE):
        yield row.replace('\\"', '"').encode()


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    seconds = sys.argv[2] if len(sys.argv) > 2 else "20"
    seeds = {"fuzz_capture": patches, "fuzz_filter": filters}.get(
        program.name, lambda: [*texts(), *protobuf(), *compressed()])()
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds):
            (pathlib.Path(corpus) / f"seed-{number:03}").write_bytes(seed)
        command = [program, f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1",
                   f"-artifact_prefix={program.parent}/", corpus]
        if program.name == "fuzz_capture":
            command[1:1] = ["-max_len=64", "-len_control=0"]
        if "json" in program.name or "outline" in program.name or "file" in program.name:
            command.insert(1, f"-dict={HERE / 'json.dict'}")
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
