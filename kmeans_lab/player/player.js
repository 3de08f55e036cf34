// The step player. Python hands over the points and the steps in `data-player`, and the words of
// every step in the list under "The steps in words". Everything else is made here.

const PAUSE = 1100; // milliseconds that a step stays while playing
const GLIDE = 500; // milliseconds that the centroids take to move
const ICONS = {
  first: "M3 3h3v12H3zM15 3v12L7 9z",
  back: "M13 3v12L4 9z",
  play: "M4 2v14l12-7z",
  pause: "M4 3h4v12H4zM10 3h4v12h-4z",
  forward: "M5 3v12l9-6z",
  last: "M12 3h3v12h-3zM3 3v12l8-6z",
};

class Player {
  constructor(root) {
    root.dataset.alive = "";
    this.root = root;
    this.data = unpack(JSON.parse(root.dataset.player));
    this.words = [...root.querySelectorAll("li")];
    this.current = 0;
    this.build();
    this.listen();
    this.go(0);
  }

  get last() {
    return this.data.steps.length - 1;
  }

  // The page

  build() {
    const { data } = this;
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", data.title || "Step player");
    this.plot = make("canvas", { class: "kp-plot", role: "img" });
    this.curve = make("canvas", { class: "kp-curve", role: "img" });
    const views = make("div", { class: "kp-views" }, this.plot, this.curve);
    this.said = make("p", { class: "kp-said", "aria-live": "polite" });
    this.root.querySelector("img").after(views, this.said, this.makeControls());
  }

  makeControls() {
    const button = (name, label, act) => {
      const made = make("button", { type: "button", "aria-label": label, title: label });
      made.dataset.lmSuppressShortcuts = "true"; // or Jupyter takes the keys for its own
      made.append(icon(name));
      made.addEventListener("click", act);
      return made;
    };
    this.first = button("first", "First step", () => this.stopAndGo(0));
    this.back = button("back", "Step back", () => this.stopAndGo(this.current - 1));
    this.main = button("play", "Play", () => this.toggle());
    this.forward = button("forward", "Step forward", () => this.stopAndGo(this.current + 1));
    this.end = button("last", "Last step", () => this.stopAndGo(this.last));
    this.main.classList.add("kp-main");
    this.slider = make("input", { type: "range", min: 1, max: this.last + 1, step: 1,
      "aria-label": "Step", "data-lm-suppress-shortcuts": "true" });
    this.count = make("span", { class: "kp-count" });
    const buttons = make("div", { class: "kp-buttons" },
      this.first, this.back, this.main, this.forward, this.end);
    return make("div", { class: "kp-controls" }, buttons, this.slider, this.count);
  }

  listen() {
    this.slider.addEventListener("input", () => this.stopAndGo(this.slider.value - 1));
    this.curve.addEventListener("click", (event) => {
      this.stopAndGo(Math.round(this.curveScale.dataX(event.offsetX)) - 1);
    });
    this.root.addEventListener("keydown", (event) => this.press(event));
    // Whoever clicks on a picture wants its keys.
    this.root.querySelector(".kp-views").addEventListener("click", () => {
      this.slider.focus({ preventScroll: true });
    });
    new ResizeObserver(() => this.draw()).observe(this.plot);
    watchTheme(() => this.draw());
  }

  // What the user does

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const acts = {
      ArrowLeft: () => this.stopAndGo(this.current - 1),
      ArrowRight: () => this.stopAndGo(this.current + 1),
      Home: () => this.stopAndGo(0),
      End: () => this.stopAndGo(this.last),
    };
    // On a button, space presses the button, as everywhere.
    if (event.target === this.slider) acts[" "] = () => this.toggle();
    if (!(event.key in acts)) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  }

  stopAndGo(step) {
    this.stop();
    this.go(step);
  }

  toggle() {
    if (this.timer) {
      this.stop();
      return;
    }
    this.setMain("pause", "Pause");
    if (this.current === this.last) this.go(0);
    else this.go(this.current + 1);
    this.tick();
  }

  tick() {
    this.timer = setTimeout(() => {
      if (!this.root.isConnected || this.current === this.last) {
        this.stop();
        return;
      }
      this.go(this.current + 1);
      this.tick();
    }, PAUSE);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.setMain("play", "Play");
  }

  setMain(name, label) {
    this.main.replaceChildren(icon(name));
    this.main.setAttribute("aria-label", label);
    this.main.title = label;
  }

  // From step to step

  go(step) {
    const from = this.current;
    this.current = Math.min(Math.max(step, 0), this.last);
    this.tell();
    cancelAnimationFrame(this.frame);
    const [before, now] = [this.data.steps[from], this.data.steps[this.current]];
    const moves = this.current === from + 1 && now.centroids.length === before.centroids.length
      && now.centroids.some((place, i) => place !== before.centroids[i]);
    if (moves && !matchMedia("(prefers-reduced-motion: reduce)").matches) this.glide(before, now);
    else this.draw();
  }

  /** Move the centroids smoothly from their old places to the new ones. */
  glide(before, now) {
    const start = performance.now();
    const frame = (time) => {
      const share = Math.min(Math.max((time - start) / GLIDE, 0), 1);
      const eased = share * share * (3 - 2 * share);
      this.draw(now.centroids.map((end, i) => before.centroids[i] * (1 - eased) + end * eased));
      if (share < 1) this.frame = requestAnimationFrame(frame);
    };
    this.frame = requestAnimationFrame(frame);
  }

  tell() {
    const words = this.words[this.current];
    const count = `step ${this.current + 1} of ${this.last + 1}`;
    this.said.replaceChildren(...[...words.childNodes].map((node) => node.cloneNode(true)));
    this.count.textContent = count;
    this.slider.value = this.current + 1;
    this.slider.setAttribute("aria-valuetext", count);
    const atStart = this.current === 0;
    const atEnd = this.current === this.last;
    for (const button of [this.first, this.back]) button.setAttribute("aria-disabled", atStart);
    for (const button of [this.forward, this.end]) button.setAttribute("aria-disabled", atEnd);
    const name = words.querySelector("b").textContent;
    this.plot.setAttribute("aria-label", `Points and centroids, ${name}`);
    this.curve.setAttribute("aria-label", `WCSS at every step, marked: ${count}`);
  }

  // Pictures

  draw(centroids = this.data.steps[this.current].centroids) {
    if (!this.plot.clientWidth) return; // not shown at present
    this.theme = readTheme(this.root);
    this.drawPlot(centroids);
    this.drawCurve();
  }

  drawPlot(centroids) {
    const { data, theme } = this;
    const { labels, changed } = data.steps[this.current];
    const { context, width, height } = fitCanvas(this.plot);
    const names = { x: data.x, y: data.y, noY: data.line };
    const scale = makeScale(context, width, height, data.domain, theme, names);
    const size = data.points.length > 600 ? 7 : 9;
    if (data.regions) drawRegions(context, scale, centroids, data.look, theme);
    drawPoints(context, scale, data.points, labels, makeStamps(data.look, size, theme));
    drawRings(context, scale, data.points, changed, size * 0.85, theme);
    drawAxes(context, scale, theme);
    drawTrails(context, scale, [...this.trail(), centroids], theme);
    drawCentroids(context, scale, centroids, theme);
  }

  /** The centroids of the steps before, back to where their number was another. */
  trail() {
    const before = this.data.steps.slice(0, this.current).map((step) => step.centroids);
    const size = this.data.steps[this.current].centroids.length;
    const other = before.findLastIndex((centroids) => centroids.length !== size);
    return before.slice(other + 1);
  }

  drawCurve() {
    const { data, theme } = this;
    const { context, width, height } = fitCanvas(this.curve);
    const highest = Math.max(...data.steps.map((step) => step.wcss || 0)) || 1;
    const domain = [0.5, this.last + 1.5, 0, highest * 1.08];
    const scale = makeScale(context, width, height, domain, theme,
      { x: "step", y: "WCSS", wholeX: true });
    this.curveScale = scale;
    drawAxes(context, scale, theme);
    const dots = data.steps.map((step, i) => ({ i, x: scale.x(i + 1), y: scale.y(step.wcss) }))
      .filter(({ i }) => data.steps[i].wcss !== null);
    context.strokeStyle = context.fillStyle = theme.ink;
    context.globalAlpha = 0.35;
    context.lineWidth = 1;
    line(context, [[scale.x(this.current + 1), scale.box.top],
      [scale.x(this.current + 1), scale.box.top + scale.box.height]]);
    context.globalAlpha = 0.6;
    context.lineWidth = 1.5;
    line(context, dots.map(({ x, y }) => [x, y]));
    for (const { i, x, y } of dots) {
      const here = i === this.current;
      context.globalAlpha = i > this.current ? 0.4 : 1;
      context.fillStyle = here ? data.look.colors[0] : theme.ink;
      disc(context, x, y, here ? 6 : Math.min(3, 60 / dots.length + 1));
      if (here) context.stroke();
    }
  }
}

/** Turn what Python packed into arrays to draw from: places in data units, labels as numbers.
    Centroids are null where they are those of the step before. */
function unpack(data) {
  const [xLow, xHigh, yLow, yHigh] = data.domain;
  const [perX, perY] = [(xHigh - xLow) / data.grid, (yHigh - yLow) / data.grid];
  const place = (value, i) => (i % 2 ? yLow + value * perY : xLow + value * perX);
  data.points = data.points.map(place);
  let before = null;
  for (const step of data.steps) {
    step.centroids = step.centroids ? step.centroids.map(place) : before.centroids;
    step.labels = unpackLabels(step.labels, before && before.labels);
    const comparable = before && before.labels && step.labels
      && before.centroids.length === step.centroids.length;
    step.changed = comparable
      ? [...step.labels.keys()].filter((i) => step.labels[i] !== before.labels[i]) : [];
    before = step;
  }
  return data;
}

/** Labels are null, a string of letters, or the changes: index, label, index, label, ... */
function unpackLabels(packed, before) {
  if (packed === null) return null;
  if (typeof packed === "string") return Array.from(packed, (letter) => letter.charCodeAt() - 65);
  const labels = [...before];
  for (let i = 0; i < packed.length; i += 2) labels[packed[i]] = packed[i + 1];
  return labels;
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 18 18");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function line(context, places) {
  context.beginPath();
  for (const [x, y] of places) context.lineTo(x, y);
  context.stroke();
}

function disc(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

// The script is in the output of every player, so it may run more than once on a page.
document.querySelectorAll(".kmeans-player:not([data-alive])").forEach((root) => new Player(root));
