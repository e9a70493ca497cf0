#!/usr/bin/env python3
"""Checks that what the documents name exists.

    check_docs.py [PROJECT FOLDER [HALLWAY]]

Prints one line per violation and exits 1 if there is any: links and paths that lead nowhere, types that no source
knows, `./dev` commands, presets, problem codes and JSON schemas that do not exist or are not documented. With the
program HALLWAY also commands and options that its --help does not list, and examples (`$ hallway …` and what follows
in the same block) whose lines it does not print.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCES = ("app", "models", "views", "tests")
ROOTS = SOURCES + ("docs", "resources", "translations", "packaging", "cmake", ".ci")
# Words that look like types and are names of the world outside.
OUTSIDE_NAMES = {"JavaScript", "GitHub", "OpenTelemetry", "DeathStarBench"}
TYPE_DOCUMENTS = ("ARCHITECTURE.md", "CONTRIBUTING.md")

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")  # also of pictures
INLINE_CODE = re.compile(r"`([^`\n]+)`")
CAMEL_CASE = re.compile(r"\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+\b")
PATH_CHARACTERS = r"[\w./*<>{},+-]+"


def documents_of(root):
    paths = [root / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    paths += sorted((root / "docs").rglob("*.md")) + [root / "resources/samples/README.md"]
    return [path for path in paths if path.is_file()]


class Document:
    def __init__(self, root, path):
        self.path = path
        self.name = path.relative_to(root).as_posix()
        # All are (line number, text).
        self.links = []  # targets
        self.code = []   # inline, and lines of blocks
        self.prose = []  # the rest
        self.blocks = []  # (number of the first line, lines)
        fenced = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith("```"):
                fenced = not fenced
                if fenced:
                    self.blocks.append((number + 1, []))
            elif fenced or line.startswith("    ./") or line.startswith("    hallway"):
                self.code.append((number, line.strip()))
                if fenced:
                    self.blocks[-1][1].append(line.rstrip())
            else:
                self.links += [(number, target) for target in LINK.findall(line)]
                self.code += [(number, text) for text in INLINE_CODE.findall(line)]
                self.prose.append((number, INLINE_CODE.sub("", LINK.sub("", line))))


def anchors_of(text):
    """As GitHub makes them of headings."""
    found = set()
    for line in text.splitlines():
        if line.startswith("#"):
            heading = re.sub(r"[^\w\- ]", "", line.lstrip("#").strip().lower())
            found.add(heading.replace(" ", "-"))
    return found


def check_links(document):
    for number, target in document.links:
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = document.path.parent / name if name else document.path
        if not path.exists():
            yield number, f"{target} leads nowhere"
        elif anchor and anchor not in anchors_of(path.read_text(encoding="utf-8")):
            yield number, f"{name} has no heading for #{anchor}"


def exists(root, path):
    """Also `docs/*.md` and `app/cli/<Verb>.cpp`."""
    pattern = re.sub(r"<[^>]*>", "*", path.rstrip("/"))
    return any(root.glob(pattern)) if "*" in pattern else (root / pattern).exists()


def check_paths(root, document):
    """Paths in code, and in prose those that end like a file."""
    begins = "(?:" + "|".join(re.escape(part) for part in ROOTS) + ")/"
    for number, text in document.prose:
        for path in re.findall(rf"(?<![\w./~-]){begins}{PATH_CHARACTERS}\.(?:cpp|h|md|py|sql|qrc|txt)\b", text):
            if not exists(root, path):
                yield number, f"there is no {path}"
    for number, text in document.code:
        for path in re.findall(rf"(?<![\w./~-]){begins}{PATH_CHARACTERS}", text):
            if not exists(root, path.rstrip(".,")):
                yield number, f"there is no {path}"


def identifiers_of(root):
    found = set()
    for folder in SOURCES:
        for path in (root / folder).rglob("*"):
            if path.suffix in (".h", ".cpp"):
                found |= set(CAMEL_CASE.findall(path.read_text(encoding="utf-8", errors="replace")))
                found.add(path.stem)
    return found


def check_types(root, document, identifiers):
    if document.name not in TYPE_DOCUMENTS:
        return
    for number, text in document.code:
        for name in CAMEL_CASE.findall(re.sub(r"\S*/\S*", "", text)):
            if name not in identifiers and name not in OUTSIDE_NAMES and not (root / name).exists():
                yield number, f"no source knows {name}"


def check_dev(root, document):
    script = (root / "dev").read_text(encoding="utf-8")
    commands = set(re.findall(r"^\./dev (\w+)", script, re.MULTILINE))
    presets = {preset["name"] for preset in
               json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))["configurePresets"]}
    for number, text in document.code:
        for command, rest in re.findall(r"\./dev (\w+)([^|;&]*)", text):
            if command not in commands:
                yield number, f"./dev knows no {command}"
            for option in re.findall(r"(?<!\S)--\w[\w-]*", rest):
                if option not in script and command != "bench":
                    yield number, f"./dev {command} knows no {option}"
        for preset in re.findall(r"--preset (\w+)", text):
            if preset not in presets:
                yield number, f"there is no preset {preset}"


class CommandLine:
    """What `hallway --help` and `hallway VERB --help` list."""

    def __init__(self, program):
        self.program = program
        text = self.help_of([])
        commands = text[text.find("Commands"):text.find("Example")]
        self.verbs = set(re.findall(r"^  ([\w-]+)  ", commands, re.MULTILINE))
        self.texts = {verb: self.help_of([verb]) for verb in self.verbs} | {"": text}

    def help_of(self, arguments):
        run = subprocess.run([self.program, *arguments, "--help"], capture_output=True, text=True, check=True)
        return run.stdout

    def knows(self, verb, option):
        return re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", self.texts[verb]) is not None

    def check(self, document):
        for number, text in document.code:
            for call in re.findall(r"(?:^|\$ |/)hallway (?!hallway)([^|;&#]*)", text):
                unquoted = re.sub(r'"[^"]*"?', "TEXT", call)
                words = unquoted.split()
                verb = words[0] if words and words[0] in self.verbs else ""
                if words and not verb and re.fullmatch(r"[a-z]+", words[0]):
                    yield number, f"hallway knows no command {words[0]}"
                for option in re.findall(r"(?<!\S)(--?\w[\w-]*)", unquoted):
                    if not self.knows(verb, option):
                        yield number, f"hallway {verb} knows no {option}".replace("  ", " ")

    def check_examples(self, root, document):
        """Lines of "…" stand for what is left out; commands with a pipe are not run."""
        for number, lines in document.blocks:
            if not lines or not lines[0].startswith("$ hallway ") or "|" in lines[0]:
                continue
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "resources").symlink_to(root / "resources")
                run = subprocess.run([self.program, *shlex.split(lines[0])[2:]], cwd=folder, capture_output=True, text=True,
                                     env={**os.environ, "XDG_CACHE_HOME": folder, "LC_ALL": "C.UTF-8"}, check=False)
            printed = {line.rstrip() for line in (run.stdout + run.stderr).replace("\u00a0", " ").splitlines()}
            for offset, line in enumerate(lines[1:], 1):
                if line not in ("", "…") and line not in printed:
                    yield number + offset, f"the command does not print this: {line}"


def check_words(root, name, documented, known, what):
    """Both ways: words of the document that the sources do not know, and the other way round."""
    if (root / name).is_file():
        for word in sorted(documented - known):
            yield f"{name}: there is no {what} {word}"
        for word in sorted(known - documented):
            yield f"{name}: the {what} {word} is not described"


def check_contracts(root):
    header = root / "models/trace/ImportProblems.h"
    problems, schemas = root / "docs/problems.md", root / "docs/json.md"
    if header.is_file() and problems.is_file():
        known = set(re.findall(r'X\(\w+, *"([\w-]+)"\)', header.read_text(encoding="utf-8")))
        documented = set(re.findall(r"^\| `([\w-]+)` \|", problems.read_text(encoding="utf-8"), re.MULTILINE))
        yield from check_words(root, "docs/problems.md", documented, known, "problem code")
    if schemas.is_file():
        pattern = r"hallway\.[a-z]+/\d+"
        known = set()
        for path in [*(root / "models/report").glob("*.cpp"), *(root / "app/cli").glob("*.cpp")]:
            known |= set(re.findall(f'"({pattern})"', path.read_text(encoding="utf-8")))
        documented = set(re.findall(pattern, schemas.read_text(encoding="utf-8")))
        yield from check_words(root, "docs/json.md", documented, known, "schema")


def check(root, program=None):
    """The violations as lines of text, and the number of documents read."""
    documents = [Document(root, path) for path in documents_of(root)]
    identifiers = identifiers_of(root)
    command_line = CommandLine(program) if program else None
    violations = []
    for document in documents:
        rules = [check_links(document), check_paths(root, document), check_types(root, document, identifiers),
                 check_dev(root, document)]
        if command_line:
            rules += [command_line.check(document), command_line.check_examples(root, document)]
        for rule in rules:
            violations += [f"{document.name}:{number}: {text}" for number, text in rule]
    violations += check_contracts(root)
    return violations, len(documents)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    violations, documents = check(root, sys.argv[2] if len(sys.argv) > 2 else None)
    if documents == 0:
        sys.exit(f"{root} holds no documents")
    print("\n".join(violations) if violations else f"{documents} documents name only what exists.")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
