"""How long a user of the playground waits, in JupyterLab in Chromium.

    python -m tests.benchmarks.playground

From the click on Step until the kernel's answer is there, and until its picture is drawn, which
waits for the screen's next frame; and how long the page takes to draw a frame. There is no peer to
compare with. Run it on a quiet machine.
"""

import tempfile
from pathlib import Path

import numpy as np
from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, Jupyter, chromium

CODE = """\
import numpy as np
from kmeans_lab.playground import Playground

Playground(np.random.default_rng(0).normal(size=({n}, 2)), n_clusters=8)"""
# Clicks `clicks` times, begins anew wherever a run has come to its end, and reports milliseconds.
WATCH = """async (clicks) => {
    const root = document.querySelector(".kmeans-playground");
    const step = root.querySelector("[data-part=step]");
    const [answers, pictures, frames, ask] = [[], [], [], window.requestAnimationFrame];
    window.requestAnimationFrame = (draw) => ask.call(window, (time) => {
        const start = performance.now();
        draw(time);
        frames.push(performance.now() - start);
    });
    const press = (button) => new Promise((resolve) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
            const answered = performance.now() - start;
            observer.disconnect();
            const drawn = () => resolve([answered, performance.now() - start]);
            ask.call(window, () => setTimeout(drawn));
        });
        observer.observe(step, { childList: true });
        button.click();
    });
    while (answers.length < clicks) {
        if (step.textContent.endsWith("done")) {
            await press(root.querySelector("[data-action=start]"));
        }
        const [answered, drawn] = await press(step);
        answers.push(answered);
        pictures.push(drawn);
        await new Promise((resolve) => setTimeout(resolve, 600)); // the centroids glide
    }
    window.requestAnimationFrame = ask;
    return { answers, pictures, frames };
}"""


def main():
    print("milliseconds: median / 90 % / longest")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with Jupyter(Path(folder)) as jupyter:
            for n in (200, 2000, 10_000):
                page = browser.new_page()
                jupyter.write(f"{n}.ipynb", [CODE.format(n=n), "print('answer')"])
                jupyter.open(page, f"{n}.ipynb")
                jupyter.run_all(page)
                page.wait_for_selector(".kmeans-playground")
                times = page.evaluate(WATCH, 40)
                print(
                    f"{n:6} points: answer {as_text(times['answers'])}, picture "
                    f"{as_text(times['pictures'])}, frame {as_text(times['frames'])}",
                    flush=True,
                )
                page.close()
        browser.close()


def as_text(times):
    return " / ".join(f"{time:.1f}" for time in np.quantile(times, [0.5, 0.9, 1]))


if __name__ == "__main__":
    main()
