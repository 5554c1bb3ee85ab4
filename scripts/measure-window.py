#!/usr/bin/env python3
"""The window from outside: how soon it shows, and what it costs while nobody does anything.

    scripts/measure-window.py [FILE.jiping] [--runs N] [--seconds N]

First frame: from starting the process until pixels of the window stand on the screen of a virtual X server
(Xvfb keeps its screen in a file; this looks at it every 2 ms), software OpenGL, nothing in the program helps.
The first start is discarded: it fills the disk cache.
Idle: processor time of the process (utime + stime of /proc/PID/stat) over some seconds, with nothing focused, then
with a text field focused, where a blinking cursor would cost a frame twice a second.

Needs: cargo build --release; apt-get install -y --no-install-recommends xvfb xdotool
       libgl1 libgl1-mesa-dri libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0
JIPING names another program than target/release/jiping.
"""

import argparse
import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "assets/samples/camera-lease.jiping"
WIDTH, HEIGHT = 1280, 800


class Screen:
    def __init__(self, folder):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        # The server writes the number and the line's end apart: a pipe that is closed in between would kill it.
        number = ""
        while not number.endswith("\n") and (more := os.read(read, 16)):
            number += more.decode()
        number = number.strip()
        os.close(read)
        if not number:
            sys.exit("Xvfb did not start")
        self.display = f":{number}"
        with open(Path(folder) / "Xvfb_screen0", "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def sample(self):
        """Some bytes of rows all over the screen, header excluded."""
        row = WIDTH * 4
        start = len(self.pixels) - row * HEIGHT
        return [self.pixels[start + y * row + 200 : start + y * row + 4000 : 401] for y in range(20, HEIGHT, 40)]

    def close(self):
        self.server.terminate()
        self.server.wait()


def start(program, arguments, screen, folder):
    environment = {**os.environ, "DISPLAY": screen.display, "JIPING_DATA": str(folder), "LIBGL_ALWAYS_SOFTWARE": "1"}
    environment.pop("WAYLAND_DISPLAY", None)
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    return subprocess.Popen([program, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def stop(process):
    process.terminate()
    process.wait()


def until_shown(process, screen, before):
    began = time.perf_counter()
    while screen.sample() == before:
        if process.poll() is not None:
            sys.exit(f"the program ended: {process.stderr.read().decode().strip()}")
        if time.perf_counter() - began > 30:
            stop(process)
            sys.exit("nothing shown in 30 s")
        time.sleep(0.002)


def processor_time(process):
    """In milliseconds."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")


def idle(process, seconds):
    before = processor_time(process)
    time.sleep(seconds)
    return processor_time(process) - before


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--runs", type=int, default=7, help="counted starts (default 7)")
    parser.add_argument("--seconds", type=int, default=10, help="length of each idle measurement (default 10)")
    wanted = parser.parse_args()
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    program = os.environ.get("JIPING", str(target / "release/jiping"))
    for needed in (program, "Xvfb", "xdotool"):
        if not shutil.which(needed):
            sys.exit(f"{needed} is missing, see --help")

    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        data = Path(folder) / "data"
        file = Path(folder) / "sheet.jiping"
        shutil.copy(wanted.file, file)
        arguments = [str(file)]
        try:
            for what, given in (("start view", []), ("with a file", arguments)):
                shown = []
                for run in range(wanted.runs + 1):
                    time.sleep(0.3)
                    before = screen.sample()
                    began = time.perf_counter()
                    process = start(program, given, screen, data)
                    until_shown(process, screen, before)
                    if run > 0:
                        shown.append((time.perf_counter() - began) * 1000)
                    stop(process)
                median, worst = statistics.median(shown), max(shown)
                print(f"first frame, {what:12} median {median:5.0f} ms, worst {worst:5.0f} ms of {wanted.runs}", flush=True)

            before = screen.sample()
            process = start(program, arguments, screen, data)
            until_shown(process, screen, before)

            def press(*keys):
                subprocess.run(["xdotool", *keys], env={**os.environ, "DISPLAY": screen.display}, check=True)

            def report(what):
                time.sleep(3)
                used = idle(process, wanted.seconds)
                print(f"idle, {what:24} {used:4} ms of {wanted.seconds} s = {used / wanted.seconds / 10:.1f} %", flush=True)

            window = subprocess.run(
                ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process.pid)],
                env={**os.environ, "DISPLAY": screen.display},
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()[-1]
            press("windowfocus", "--sync", window)
            press("mousemove", "5", "5")
            report("nothing focused")
            def typed_into(what):
                """A letter shows on the screen: there is a text field, and it has the focus."""
                time.sleep(1)
                empty = bytes(screen.pixels)
                press("key", "a")
                time.sleep(1)
                if bytes(screen.pixels) == empty:
                    sys.exit(f"{what}: nothing was typed")
                report(what)

            press("key", "ctrl+f")
            typed_into("search field focused")
            press("key", "ctrl+1")
            time.sleep(1)
            press("mousemove", "500", "200", "click", "1")
            typed_into("field of the project")
            stop(process)
        finally:
            screen.close()


main()
