#!/usr/bin/python3
"""Records what the original programs find in pictures, for the tests of this package.

The nets come from npm packages that hold Google's own runtime as WebAssembly. It runs in a
browser only, so a headless Chromium loads the packages from a server of this script and posts
what they answer.

Needs: python3, npm, chromium (Debian: chromium).
Run:   go test ./forms/photo/internal/nets -run TestAgainstTheOriginal -pictures DIR
       ./record.py DIR > recorded.json

DIR holds PNG pictures of 256×256 pixels, which the test writes.
"""

import http.server
import json
import mimetypes
import pathlib
import subprocess
import sys
import tempfile
import threading

PACKAGES = {
    "face_detection": "0.4.1657300184",
    "face_mesh": "0.4.1657299874",
    "selfie_segmentation": "0.1.1675465747",
}
HERE = pathlib.Path(__file__).resolve().parent
CHROMIUM = [
    "chromium", "--headless=new", "--no-sandbox", "--disable-gpu-sandbox", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--disable-dev-shm-usage",
]


def unpack(folder):
    for name, version in PACKAGES.items():
        target = folder / name
        target.mkdir()
        subprocess.run(
            ["npm", "pack", "--silent", f"@mediapipe/{name}@{version}"],
            cwd=target, check=True, stdout=subprocess.DEVNULL,
        )
        subprocess.run(["tar", "xzf", next(target.glob("*.tgz")).name, "--strip-components=1"], cwd=target, check=True)


def handler(folder, pictures, answers):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path.split("?")[0] == "/":
                self.answer((HERE / "record.html").read_bytes(), "text/html")
            elif self.path == "/pictures":
                self.answer(json.dumps(sorted(p.name for p in pictures.glob("*.png"))).encode(), "application/json")
            elif self.path.startswith("/picture/"):
                self.answer((pictures / self.path[9:]).read_bytes(), "image/png")
            else:
                path = folder / self.path[1:]
                if not path.is_file():
                    self.send_error(404)
                    return
                self.answer(path.read_bytes(), mimetypes.guess_type(path.name)[0] or "application/octet-stream")

        def do_POST(self):
            answers[self.path[1:]] = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.answer(b"", "text/plain")
            if self.path in ("/done", "/failed"):
                ready.set()

        def answer(self, data, kind):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    ready = threading.Event()
    return Handler, ready


def main():
    pictures = pathlib.Path(sys.argv[1]).resolve()
    answers = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        unpack(folder)
        kind, ready = handler(folder, pictures, answers)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = subprocess.Popen(
            CHROMIUM + [f"--user-data-dir={name}/profile", f"http://127.0.0.1:{server.server_port}/"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            if not ready.wait(900):
                sys.exit("no answer from the browser within 15 minutes")
        finally:
            browser.terminate()
            browser.wait()
    if "failed" in answers:
        sys.exit(answers["failed"])
    found = {kind: json.loads(answers[kind]) for kind in ("short", "full", "mesh", "mask")}
    for name in sorted(found["short"]):
        line = {"picture": name.removesuffix(".png"), **{kind: all[name] for kind, all in found.items()}}
        print(json.dumps(line, separators=(",", ":")))


if __name__ == "__main__":
    main()
