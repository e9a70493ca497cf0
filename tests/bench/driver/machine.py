"""The machine that is measured on."""
import os
import platform


def use_cores(wanted):
    """From now on this process and all it starts run on so many processors; says how many there are."""
    if not hasattr(os, "sched_setaffinity"):
        return os.cpu_count()
    chosen = sorted(os.sched_getaffinity(0))[:wanted]
    os.sched_setaffinity(0, chosen)
    return len(chosen)


def describe(cores):
    return {"cpu": processor(), "cores": cores, "system": platform.platform(terse=True)}


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()
