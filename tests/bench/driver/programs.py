"""Starting what is measured. All of it inherits the processors the driver was given."""
import json
import os
import shutil
import subprocess


class CaseFailed(Exception):
    """A sentence that says why a case has no result."""


class Programs:
    def __init__(self, folder, work):
        self.folder = folder  # of hallway, hallway-bench …
        self.work = work      # for caches and outputs
        self.work.mkdir(parents=True, exist_ok=True)

    def path(self, name):
        path = self.folder / name
        if not path.exists():
            raise CaseFailed(f"there is no {name}")
        return str(path)

    def version(self):
        said = subprocess.run([self.path("hallway"), "--version"], capture_output=True, check=True)
        return said.stdout.decode().split()[-1]

    def environment(self, cache):
        """Nothing of the person's own cache and settings; `cache`: a name."""
        return {**os.environ, "XDG_CACHE_HOME": str(self.work / cache), "XDG_CONFIG_HOME": str(self.work / "config"),
                "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}

    def clear(self, cache):
        shutil.rmtree(self.work / cache, ignore_errors=True)

    def captures(self, cache):
        """Files that lie in it."""
        return list((self.work / cache).rglob("*.hallway"))

    def generate(self, options, output):
        done = subprocess.run([self.path("hallway-generate"), *options], stdout=output, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise CaseFailed(f"hallway-generate {' '.join(options)}: {reason(done.stderr)}")
        return done.stdout

    def compress(self, tool, plain, path):
        """`tool`: words to which "-c" is added."""
        with open(path, "wb") as file:
            try:
                done = subprocess.run([*tool, "-c", str(plain)], stdout=file, stderr=subprocess.PIPE)
            except FileNotFoundError:
                raise CaseFailed(f"there is no {tool[0]}") from None
        if done.returncode != 0:
            raise CaseFailed(f"{tool[0]}: {reason(done.stderr)}")

    def lines(self, name, *words, cache="cache-none"):
        """Runs a program that prints JSON, one line each."""
        done = subprocess.run([self.path(name), *map(str, words)], capture_output=True,
                              env=self.environment(cache))
        if done.returncode != 0:
            raise CaseFailed(f"{name} {words[0]}: {reason(done.stderr)}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def case(self, *words, cache="cache-none"):
        """One case of hallway-bench."""
        return self.lines("hallway-bench", *words, cache=cache)[0]

    def run(self, *words, cache="cache-none", output=os.devnull):
        """A whole program with its start and its end; its peak memory as "peakBytes"."""
        line = self.case("run", output, *words, cache=cache)
        return {**line, "peakBytes": line["programPeakBytes"]}


def reason(stderr):
    """What a program that failed said last, in one line."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    return "; ".join(lines[-3:]) or "failed without a word"
