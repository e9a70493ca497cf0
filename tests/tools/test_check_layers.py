"""check_layers.py sees what is planted and leaves the rest alone."""
import tempfile
import unittest
from pathlib import Path

import check_layers


class Violations(unittest.TestCase):
    def check(self, **files):
        """Files as keyword arguments: models__base__A__h="text" is models/base/A.h."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in files.items():
                path = root / "/".join(name.split("__")[:-1])
                path = path.with_name(path.name + "." + name.split("__")[-1])
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return check_layers.check(root)[0]

    def assertFinds(self, *expected, **files):
        found = self.check(**files)
        self.assertEqual(len(found), len(expected), found)
        for line, part in zip(found, expected):
            self.assertIn(part, line)

    def test_a_clean_tree_passes(self):
        self.assertFinds(
            models__base__A__h="#pragma once\n#include <vector>\n#include <tl/expected.hpp>\n",
            models__analysis__B__cpp='#include "base/A.h"\n#include "trace/Span.h"\n',
            models__decode__C__cpp="#include <simdjson.h>\n",
            models__report__D__cpp='#include "session/Capture.h"\n#include <nlohmann/json.hpp>\n',
            app__gui__E__cpp='#include "store/F.h"\n#include "graph/GraphView.h"\n#include <QMainWindow>\n',
            tests__G__cpp='#include "decode/H.h"\n#include <sqlite3.h>\n')

    def test_a_room_may_not_include_a_later_one(self):
        self.assertFinds("models/base/A.cpp:1: base may not include trace",
                         models__base__A__cpp='#include "trace/Span.h"\n')

    def test_views_never_see_the_store(self):
        self.assertFinds("views/graph/A.cpp:2: views may not include store",
                         views__graph__A__cpp='#include "items/B.h"\n#include "store/C.h"\n')

    def test_an_unknown_room_is_named(self):
        self.assertFinds("attic is not in the table", models__attic__A__cpp="")

    def test_no_way_up(self):
        self.assertFinds("not \"../base/B.h\"", models__trace__A__cpp='#include "../base/B.h"\n')

    def test_libraries_have_homes(self):
        self.assertFinds("Graphviz (gvc.h)", models__layout__A__cpp="#include <gvc.h>\n")
        self.assertFinds("SQLite (sqlite3.h)", models__session__A__cpp="#include <sqlite3.h>\n")
        self.assertFinds("Qt (QString)", models__analysis__A__h="#include <QString>\n")
        self.assertFinds("Qt Charts (QChart)", views__graph__A__cpp="#include <QChart>\n")
        self.assertFinds(views__charts__A__cpp="#include <QChart>\n#include <QBarSeries>\n")

    def test_json_stays_out_of_headers(self):
        self.assertFinds("nlohmann/json", models__report__A__h="#include <nlohmann/json.hpp>\n")
        self.assertFinds("nlohmann/json", app__gui__Window__cpp="#include <nlohmann/json.hpp>\n")
        self.assertFinds(app__gui__Settings__cpp="#include <nlohmann/json.hpp>\n")

    def test_painters_and_what_they_include_use_no_widgets(self):
        self.assertFinds("views/common/Theme.h:1: QWidget",
                         views__graph__GraphPainter__cpp='#include "common/Theme.h"\n',
                         views__common__Theme__h="#include <QWidget>\n#include <QStringView>\n#include <QStyleHints>\n",
                         views__graph__GraphView__cpp="#include <QWidget>\n")

    def test_the_command_line_uses_painters_only(self):
        self.assertFinds("GraphView.h is none", "may not include items", "QApplication needs widgets",
                         app__cli__A__cpp='#include "graph/GraphPainter.h"\n#include "graph/GraphView.h"\n'
                                          '#include "items/B.h"\n#include <QApplication>\n#include <QGuiApplication>\n',
                         views__graph__GraphPainter__h="", views__graph__GraphView__h="")

    def test_long_files(self):
        self.assertFinds("501 lines", models__base__A__cpp="\n" * 501)
        self.assertFinds(models__base__A__cpp="\n" * 500)

    def test_types_have_names_of_their_own(self):
        self.assertFinds("views/graph/B.h:2: Shape is a type of models/base/A.h already",
                         models__base__A__h="struct Shape {\n    int size;\n};\n",
                         models__trace__C__h="struct Shape;\nstruct Shape::Parts {\n",
                         views__graph__B__h="struct Other { int size = 0; };\nclass Shape final : public Other {\n",
                         app__cli__D__h="namespace hallway::cli {\nstruct Shape {\n")


if __name__ == "__main__":
    unittest.main()
