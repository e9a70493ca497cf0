"""check_docs.py sees what is planted and leaves the rest alone."""
import os
import tempfile
import unittest
from pathlib import Path

import check_docs

DEV = "#!/bin/sh\ncat <<'HELP'\n./dev run [FILE…]\n./dev test [--asan]\nHELP\n"
PRESETS = '{ "configurePresets": [ { "name": "dev" } ] }'
PROGRAM = """#!/bin/sh
case $1 in
edges) echo "  --format table|csv"; echo "  -o,--output FILE"; printf '1.00\\302\\240s\\n' ;;
*) printf '  --theme light|dark\\nCommands:\\n  edges     The calls\\nExample:\\n' ;;
esac
"""


class Violations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("dev", DEV)
        self.write("CMakePresets.json", PRESETS)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def assertFinds(self, *expected, program=None):
        found = check_docs.check(self.root, program)[0]
        self.assertEqual(len(found), len(expected), found)
        for line, part in zip(found, expected):
            self.assertIn(part, line)

    def test_true_documents_pass(self):
        self.write("models/base/Result.h", "class FileReader;")
        self.write("docs/guide.md", "# The first part\n")
        self.write("README.md", "[guide](docs/guide.md#the-first-part) [web](https://example.org/none.md)\n"
                                "`models/base` `models/base/<Type>.h` `models/*/Result.h`, see docs/guide.md.\n"
                                "`./dev test --asan` and `cmake --preset dev`\n")
        self.write("ARCHITECTURE.md", "`FileReader` reads `README.md`.\n")
        self.assertFinds()

    def test_links_lead_somewhere(self):
        self.write("docs/guide.md", "# Here\n")
        self.write("README.md", "[a](docs/none.md)\n![b](docs/none.png)\n[c](docs/guide.md#there)\n")
        self.assertFinds("README.md:1: docs/none.md leads nowhere", "README.md:2: docs/none.png", "no heading for #there")

    def test_links_are_relative_to_their_document(self):
        self.write("README.md", "")
        self.write("docs/guide.md", "[up](../README.md) [here](README.md)\n")
        self.assertFinds("docs/guide.md:1: README.md leads nowhere")

    def test_paths_exist(self):
        self.write("README.md", "`models/base/Gone.h`\n```\ntests/gone/\n```\nor views/gone/A.cpp, said in prose\n")
        self.assertFinds("there is no views/gone/A.cpp", "there is no models/base/Gone.h", "there is no tests/gone/")

    def test_types_are_known_to_a_source(self):
        self.write("app/A.cpp", "struct OpenRequest {};")
        self.write("ARCHITECTURE.md", "`OpenRequest` and `CloseRequest`\n")
        self.assertFinds("ARCHITECTURE.md:1: no source knows CloseRequest")

    def test_the_entry_knows_its_commands(self):
        self.write("README.md", "`./dev fly`\n\n    ./dev test --tsan\n\n`cmake --preset fast`\n")
        self.assertFinds("./dev knows no fly", "./dev test knows no --tsan", "no preset fast")

    def test_the_program_knows_its_commands_and_options(self):
        program = self.write("hallway", PROGRAM)
        os.chmod(program, 0o755)
        self.write("README.md", '`hallway edges a.json --format csv -o x.csv` `hallway a.json --theme dark`\n'
                                '`hallway edges "a --text"` `hallway-other --none`\n'
                                '```\nhallway nodes a.json\nhallway edges a.json --theme dark | grep --none\n```\n')
        self.assertFinds("README.md:4: hallway knows no command nodes", "README.md:5: hallway edges knows no --theme",
                         program=str(program))

    def test_examples_are_what_the_program_prints(self):
        program = self.write("hallway", PROGRAM)
        os.chmod(program, 0o755)
        self.write("README.md", "```\n$ hallway edges a.json\n…\n1.00 s\n2.00 s\n```\n"
                                "```\n$ hallway edges a.json | sort\n3.00 s\n```\n")
        self.assertFinds("README.md:5: the command does not print this: 2.00 s", program=str(program))

    def test_every_problem_is_described(self):
        self.write("models/trace/ImportProblems.h", '#define PROBLEMS(X) X(Broken, "broken") X(Empty, "empty")\n')
        self.write("docs/problems.md", "| `broken` | is broken |\n| `late` | is late |\n")
        self.assertFinds("there is no problem code late", "the problem code empty is not described")

    def test_every_schema_is_described(self):
        self.write("models/report/Json.cpp", 'f("hallway.edges/1"); g("hallway.nodes/2");')
        self.write("docs/json.md", "## hallway.edges/1\n")
        self.assertFinds("the schema hallway.nodes/2 is not described")


if __name__ == "__main__":
    unittest.main()
