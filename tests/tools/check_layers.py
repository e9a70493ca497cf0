#!/usr/bin/env python3
"""Checks who includes whom, where each outside library is used, how long files are, and that types have names of
their own.

    check_layers.py [PROJECT FOLDER]

Prints one line per violation and exits 1 if there is any. The table of rooms is the one in ARCHITECTURE.md.
"""
import re
import sys
from pathlib import Path

LONGEST_FILE = 500

# Room → rooms it may include, besides itself. "views" are all folders under views/; a room whose files may
# use "painters" may include those headers of views/ that paint without widgets.
MAY_INCLUDE = {
    "base": "",
    "trace": "base",
    "decode": "base trace",
    "store": "base trace",
    "query": "base trace",
    "analysis": "base trace",
    "layout": "base analysis",
    "session": "base trace decode store analysis query layout",
    "report": "base trace analysis layout session",
    "items": "base trace analysis query layout session report",
    "views": "base trace analysis layout items",
    "cli": "base trace analysis query layout session report painters",
    "layout_helper": "base analysis layout",
}
MODELS = "base trace decode store query analysis layout session report items".split()
APP = "cli gui layout_helper".split()

# Headers (a pattern for the whole name between the brackets) → places where they are at home. A place is a
# room, or a path; "*.cpp" after a place keeps the header out of other headers.
OUTSIDE = [
    ("simdjson", r"simdjson(\.h|/.*)", ["decode"]),
    ("protozero", r"protozero/.*", ["decode"]),
    ("ISA-L", r"isa-l(\.h|/.*)", ["decode *.cpp"]),
    ("libzstd", r"zstd(_errors)?\.h", ["decode *.cpp"]),
    ("liblzma", r"lzma\.h", ["decode *.cpp"]),
    ("bzip2", r"bzlib\.h", ["decode *.cpp"]),
    ("LZ4", r"lz4frame\.h", ["decode *.cpp"]),
    ("libarchive", r"archive(_entry)?\.h", ["decode *.cpp"]),
    ("SQLite", r"sqlite3(ext)?\.h", ["store"]),
    ("nlohmann/json", r"nlohmann/.*", ["report *.cpp", "models/report/JsonParts", "layout *.cpp", "app/gui/Settings *.cpp"]),
    ("Graphviz", r"(graphviz/.*|gvc\.h|gvcext\.h|cgraph\.h|gvplugin\.h)", ["layout_helper"]),
    ("CLI11", r"CLI(11\.hpp|/.*)", ["cli"]),
    ("xxHash", r"xxh(ash|3)\.h", ["base"]),
    ("tl::expected", r"tl/.*", ["base"]),
    ("Qt Charts", r"(QtCharts(/.*)?|Q(Abstract)?(Polar)?Chart(View)?|Q\w+Series|QLegend\w*|Q\w+Axis|QBarSet|QPieSlice)",
     ["app/gui", "views/charts"]),
    ("Qt", r"(Q[A-Z]\w*|Qt\w+/.*|q[a-z]+\.h)", ["items", "layout", "views", "app"]),
]

# What needs a QApplication: not for painters, which the command line uses.
WIDGETS = re.compile(
    r"(?!Q\w*StringView|QByteArrayView|QTextFrame|QStyleHints)"
    r"(QtWidgets(/.*)?|Q\w*(Widget|Dialog|Button|Menu|MenuBar|View|ScrollArea|ScrollBar|Splitter|SplitterHandle"
    r"|LineEdit|TextEdit|TextBrowser|SpinBox|ComboBox|CheckBox|Slider|Tab|TabBar|ToolBar|ToolTip|StatusBar|Label"
    r"|BoxLayout|GridLayout|FormLayout|StackedLayout|Frame|Completer|ProgressBar|Header|GroupBox|RubberBand)"
    r"|QApplication|QMainWindow|QLayout|QStyle\w*|QCommonStyle|QProxyStyle|QItemDelegate|QStyledItemDelegate"
    r"|QAbstractItemDelegate|QGraphics\w+|QShortcutMap|QSizePolicy|QUndoView|QMessageBox|QSystemTrayIcon)")

NAMESPACE = re.compile(r"namespace ([\w:]+) \{")
# The definition of a type that is in no other.
TYPE = re.compile(r"(?:struct|class|enum(?: class)?) (\w+)\b(?!::)[^;]*(?:\{.*|[:,])$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


class Source:
    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        self.includes = []  # (line number, "<" or '"', name)
        for number, line in enumerate(self.lines, 1):
            match = INCLUDE.match(line)
            if match:
                self.includes.append((number, match.group(1), match.group(2)))

    @property
    def room(self):
        """The key of MAY_INCLUDE, or None where everything may be included (app/gui, app/main.cpp, tests)."""
        parts = self.path.split("/")
        if parts[0] == "models":
            return parts[1]
        if parts[0] == "views":
            return "views"
        if parts[0] == "app" and len(parts) > 2 and parts[1] in MAY_INCLUDE:
            return parts[1]
        return None

    @property
    def paints(self):
        return self.path.startswith("views/") and re.search(r"Painter|Geometry|Picture", Path(self.path).name) is not None


def room_of_header(root, name):
    folder = name.split("/")[0]
    if folder in MODELS or folder in APP:
        return folder
    if (root / "views" / folder).is_dir():
        return "views"
    return None


def painters(sources):
    """Paths under views/ of the files that paint, and of everything in views/ that these include."""
    by_path = {source.path: source for source in sources}
    found = set()
    waiting = [source.path for source in sources if source.paints]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        for _, _, name in by_path[path].includes:
            for inner in ("views/" + name, "views/" + re.sub(r"\.h$", ".cpp", name)):
                if inner in by_path:
                    waiting.append(inner)
    return found


def is_home(source, place):
    place, _, only = place.partition(" ")
    if only == "*.cpp" and not source.path.endswith(".cpp"):
        return False
    return source.room == place or source.path.startswith(place)


def check_room(root, source, painting):
    allowed = MAY_INCLUDE.get(source.room)
    if source.room is not None and allowed is None:
        yield 1, f"the room {source.room} is not in the table of rooms"
        return
    for number, bracket, name in source.includes:
        if "../" in name:
            yield number, f'write "room/Type.h", not "{name}"'
            continue
        room = room_of_header(root, name) if bracket == '"' else None
        if allowed is None or room is None or room == source.room or room in allowed.split():
            continue
        if room == "views" and "painters" in allowed.split():
            if "views/" + name not in painting:
                yield number, f"{source.room} may use painters, and {name} is none"
            continue
        yield number, f"{source.room} may not include {room} ({name}); it may: {allowed or 'nothing'}"


def check_outside(source):
    if source.path.startswith("tests/"):
        return
    for number, bracket, name in source.includes:
        if bracket != "<":
            continue
        for library, pattern, homes in OUTSIDE:
            if re.fullmatch(pattern, name):
                if not any(is_home(source, home) for home in homes):
                    yield number, f"{library} ({name}) is at home in {', '.join(homes)} only"
                break


def check_widgets(source, painting):
    if source.path not in painting and source.room != "cli":
        return
    for number, _, name in source.includes:
        if WIDGETS.fullmatch(name):
            yield number, f"{name} needs widgets: painters and the command line do without"


def check_length(source):
    if len(source.lines) > LONGEST_FILE:
        yield LONGEST_FILE + 1, f"{len(source.lines)} lines; {LONGEST_FILE} at most: one idea per file"


def check_names(sources):
    """(path, line number, text) for every type that two headers define: the linker would make one of both."""
    homes = {}
    for source in sources:
        if not source.path.endswith(".h") or source.path.startswith("tests/"):
            continue
        space = ""
        for number, line in enumerate(source.lines, 1):
            inner = NAMESPACE.match(line)
            if inner:
                space = inner.group(1)
            match = TYPE.match(line)
            if match:
                home = homes.setdefault((space, match.group(1)), source.path)
                if home != source.path:
                    yield source.path, number, f"{match.group(1)} is a type of {home} already"


def check(root):
    """The violations as lines of text, and the number of files read."""
    paths = [path for folder in ("app", "models", "views", "tests")
             for path in sorted((root / folder).rglob("*")) if path.suffix in (".h", ".cpp", ".py", ".sh")]
    sources = [Source(root, path) for path in paths]
    painting = painters(sources)
    violations = []
    for source in sources:
        if source.path.endswith((".h", ".cpp")):
            for rule in (check_room(root, source, painting), check_outside(source), check_widgets(source, painting)):
                violations += [f"{source.path}:{number}: {text}" for number, text in rule]
        violations += [f"{source.path}:{number}: {text}" for number, text in check_length(source)]
    violations += [f"{path}:{number}: {text}" for path, number, text in check_names(sources)]
    return violations, len(sources)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    violations, files = check(root)
    if files == 0:
        sys.exit(f"{root} holds no sources")
    print("\n".join(violations) if violations else f"{files} files keep to their rooms.")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
