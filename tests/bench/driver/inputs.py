"""The files that are measured, made once and kept while the generator gives the same bytes."""
import hashlib
import subprocess
from dataclasses import dataclass, replace

from figures import size_word

COMPRESSORS = {"gzip": ("gzip", "-6"), "zstd": ("zstd", "-3")}
SAMPLE_SPANS = 2000  # enough for a change of the generator to show


@dataclass(frozen=True)
class Input:
    """What hallway-generate is asked for; `compression`: "", "gzip" or "zstd"."""
    spans: int
    services: int = 40
    format: str = "otlp-jsonl"
    one_trace: bool = False
    depth: int = 200
    rare_calls: int = 0
    compression: str = ""

    @property
    def name(self):
        shape = f"-one-trace-{self.depth}" if self.one_trace else f"-rare-{self.rare_calls}" if self.rare_calls else ""
        return f"{self.format}-{size_word(self.spans)}-{self.services}{shape}" + \
            {"": "", "gzip": ".gz", "zstd": ".zst"}[self.compression]

    def options(self, spans=None):
        words = ["--spans", str(spans or self.spans), "--services", str(self.services), "--format", self.format]
        words += ["--rare-calls", str(self.rare_calls)] if self.rare_calls else []
        return words + (["--one-trace", "--depth", str(self.depth)] if self.one_trace else [])

    def plain(self):
        return replace(self, compression="")


class Inputs:
    def __init__(self, folder, programs, say):
        self.folder = folder
        self.programs = programs
        self.say = say
        self._paths = {}

    def path(self, wanted):
        """Of the file, which is made if it is not there as this generator makes it. Raises CaseFailed."""
        if wanted not in self._paths:
            self._paths[wanted] = self._make(wanted)
        return self._paths[wanted]

    def _make(self, wanted):
        self.folder.mkdir(parents=True, exist_ok=True)
        path, mark = self.folder / wanted.name, self.folder / (wanted.name + ".made")
        key = self._key(wanted)
        if path.exists() and mark.exists() and mark.read_text() == key:
            return path
        mark.unlink(missing_ok=True)
        if wanted.compression:
            plain = self.path(wanted.plain())
            self.say(f"Compressing {wanted.name}")
            self.programs.compress(COMPRESSORS[wanted.compression], plain, path)
        else:
            self.say(f"Generating {wanted.name}")
            with open(path, "wb") as file:
                self.programs.generate(wanted.options(), file)
        mark.write_text(key)
        return path

    def _key(self, wanted):
        """Says what the generator makes of these options, without making all of it."""
        sample = self.programs.generate(wanted.options(min(wanted.spans, SAMPLE_SPANS)), subprocess.PIPE)
        return hashlib.sha256(sample + repr(wanted).encode()).hexdigest()
