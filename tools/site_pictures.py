"""Makes the pictures of the static site in docs/images, by the browser that the tests drive (scripts/browser).

python tools/site_pictures.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DAY = "2026-11-22"
PAGES = {"index": "index.html", "show": "shows/the-last-of-us.html"}
SIZES = {390: 780, 1280: 900}
"""Width and height of a phone and of a desk, in pixels."""


def main() -> None:
    """Build the site of all shipped shows and take its pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "SHOWSTATUS_AS_OF": DAY}
        site = Path(home) / "site"
        words = [sys.executable, "-m", "showstatus", "site", str(site), "--all"]
        subprocess.run(words, env=environment, check=True)
        for name, page in PAGES.items():
            for width, height in SIZES.items():
                picture = IMAGES / f"{name}-{width}.png"
                ask = {
                    "browser": "/usr/bin/chromium",
                    "url": f"{site.as_uri()}/{page}",
                    "width": width,
                    "height": height,
                    "now": f"{DAY}T12:00:00Z",
                    "script": f"await page.screenshot({{path: {json.dumps(str(picture))}}})",
                }
                drive = ["node", "drive.mjs"]
                subprocess.run(
                    drive,
                    cwd=ROOT / "tests" / "browser",
                    input=json.dumps(ask),
                    text=True,
                    check=True,
                    capture_output=True,
                )
                print(f"wrote {picture.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
