#!/usr/bin/env python3
"""What a screen reader gets of the score table, over AT-SPI from a real window.

    scripts/screen-reader-test.py target/debug/jiping assets/samples/camera-lease.jiping

Needs Xvfb, xdotool, dbus-run-session, busctl and the at-spi2 services, none of which the project sets up. The table is
found as a table with rows and cells; an arrow has to move the focus and the selection to the next row, and say so.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

# Numbers of roles, as AT-SPI has them.
TABLE, TABLE_CELL, TABLE_ROW = 55, 56, 90
ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


def in_session(arguments):
    """Runs itself again with a bus and a screen of its own."""
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    if shutil.which("xvfb-run") is None:
        command = ["dbus-run-session", "--"]
        display = ":%d" % (200 + os.getpid() % 300)
        screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
        os.environ["DISPLAY"] = display
        time.sleep(1)
    else:
        screen = None
    try:
        environment = dict(os.environ, JIPING_IN_SESSION="1")
        return subprocess.run([*command, sys.executable, __file__, *arguments], env=environment).returncode
    finally:
        if screen:
            screen.kill()


def busctl(address, *words):
    bus = ["--user"] if address is None else ["--address=" + address]
    done = subprocess.run(["busctl", *bus, "--json=short", *words], capture_output=True, text=True, timeout=20)
    if done.returncode:
        raise RuntimeError(" ".join(words) + ": " + done.stderr.strip())
    return json.loads(done.stdout)["data"] if done.stdout.strip() else None


class Tree:
    """The accessible objects, each by the name of its owner on the bus and its path."""

    def __init__(self, address):
        self.address = address

    def children(self, node):
        return [tuple(child) for child in busctl(self.address, "call", *node, ACCESSIBLE, "GetChildren")[0]]

    def role(self, node):
        return busctl(self.address, "call", *node, ACCESSIBLE, "GetRole")[0]

    def name(self, node):
        return busctl(self.address, "get-property", *node, ACCESSIBLE, "Name")

    def find(self, node, role, depth=40):
        if depth == 0:
            return None
        if self.role(node) == role:
            return node
        for child in self.children(node):
            found = self.find(child, role, depth - 1)
            if found:
                return found
        return None


def wait(what, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        try:
            found = what()
        except RuntimeError:
            found = None
        if found:
            return found
        time.sleep(0.3)
    raise SystemExit("nothing came of it in %d s: %s" % (seconds, what.__name__))


def session_bus(*words):
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "")
    return busctl(os.environ["DBUS_SESSION_BUS_ADDRESS"], *words)


def main(program, file):
    bus = ("org.a11y.Bus", "/org/a11y/bus")
    address = session_bus("call", *bus, "org.a11y.Bus", "GetAddress")[0]
    for property in ("IsEnabled", "ScreenReaderEnabled"):
        session_bus("set-property", *bus, "org.a11y.Status", property, "b", "true")
    folder = tempfile.mkdtemp()
    copy = shutil.copy(file, folder)
    process = subprocess.Popen([program, copy], env=dict(os.environ, JIPING_DATA=folder))
    said = open(os.path.join(folder, "said"), "w+")
    listen = ["stdbuf", "-oL", "busctl", "--address=" + address, "--json=short", "monitor"]
    monitor = subprocess.Popen(listen, stdout=said)
    try:
        return check(Tree(address), process, said)
    finally:
        monitor.kill()
        process.kill()


def check(tree, process, listened):
    def window():
        found = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)]
        return subprocess.run(found, capture_output=True, text=True).stdout.split()

    def program():
        return tree.children(REGISTRY)

    def table():
        return tree.find(program()[0], TABLE)

    subprocess.run(["xdotool", "windowfocus", wait(window)[-1]])
    wait(program)
    found = wait(table, 100)
    rows = [row for row in tree.children(found) if tree.role(row) == TABLE_ROW]
    names = [tree.name(row) for row in rows]
    cells = [tree.role(cell) for cell in tree.children(rows[3])]
    print("table: %s, %d rows, %s" % (tree.name(found), len(rows), names[:4]))
    print("cells of a row:", cells)
    subprocess.run(["xdotool", "key", "Down"])
    time.sleep(2)
    subprocess.run(["xdotool", "key", "Down"])
    time.sleep(2)
    listened.seek(0)
    said = [json.loads(line) for line in listened if line.startswith("{")]
    changed = [
        (event["payload"]["data"][0], event["payload"]["data"][1], event["path"])
        for event in said
        if event.get("member") == "StateChanged" and event.get("interface") == "org.a11y.atspi.Event.Object"
    ]
    owner = found[0]
    announced = {
        state: [tree.name((owner, path)) for what, on, path in changed if what == state and on == 1]
        for state in ("focused", "selected")
    }
    print("focused:", announced["focused"])
    print("selected:", announced["selected"])
    wanted = [name for name in names if " / " in name]
    fine = len(rows) > 10 and set(cells) == {TABLE_CELL}
    for state in announced.values():
        fine = fine and len([name for name in state if name in wanted]) >= 2
    print("as it should be" if fine else "NOT as it should be")
    return 0 if fine else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    if "JIPING_IN_SESSION" not in os.environ:
        sys.exit(in_session([os.path.abspath(word) for word in sys.argv[1:]]))
    sys.exit(main(*sys.argv[1:]))
