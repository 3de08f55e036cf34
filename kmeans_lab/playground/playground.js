// The playground in the browser. The kernel holds the points, centroids and labels and takes the
// steps; the page shows how things stand and tells the kernel what the user does.
//
// drawing.js of kmeans_lab/browser stands before this script: fitCanvas, drawPoints and so on.

const REACH = 14; // pixels around the pointer in which it takes hold of something
const SPRAY = { every: 7, radius: 16, pause: 50 }; // pixels, pixels, milliseconds
const GLIDE = 400; // milliseconds in which centroids move to their new place
const MANY = 1500; // points that are drawn small, and without smooth edges
const PATIENCE = 6000; // milliseconds without an answer after which the page says so

export default {
  render({ model, el }) {
    const view = new View(model, el);
    return () => view.close();
  },
};

const PAGE = `
<div class="pg-bar">
  <fieldset class="pg-tools">
    <legend>Click or drag to</legend>
    <label><input type="radio" value="points" checked><span>add points</span></label>
    <label><input type="radio" value="centroids"><span>set centroids</span></label>
    <label><input type="radio" value="erase"><span>erase</span></label>
  </fieldset>
  <label class="pg-field">Points <select data-part="preset"></select></label>
  <button type="button" data-action="clear">Clear points</button>
</div>
<div class="pg-stage">
  <div>
    <div class="pg-picture">
      <canvas class="pg-plane" tabindex="0" role="application"></canvas>
      <p class="pg-where" data-part="where" aria-live="polite"></p>
    </div>
    <div class="pg-bar pg-play">
      <button type="button" class="pg-main" data-action="step" data-part="step">Step</button>
      <button type="button" data-action="run" data-part="run">Run</button>
      <button type="button" data-action="reset">Reset</button>
    </div>
    <p class="pg-sentence" data-part="sentence" aria-live="polite"></p>
    <div class="pg-trouble" data-part="trouble" role="alert"></div>
    <div class="pg-printed" data-part="printed"></div>
  </div>
  <div class="pg-side">
    <div class="pg-facts">
      <p>Round<b data-part="round"></b></p>
      <p>WCSS<b data-part="wcss"></b></p>
      <p>Points<b data-part="nPoints"></b></p>
    </div>
    <div class="pg-curve">
      <canvas role="img" data-part="curve"></canvas>
    </div>
    <div class="pg-count" role="group" aria-label="Number of centroids">
      <button type="button" data-action="fewer" aria-label="Remove the last centroid">&minus;</button>
      <span data-part="nCentroids"></span>
      <button type="button" data-action="more" aria-label="Add a centroid">+</button>
    </div>
    <div class="pg-start">
      <label class="pg-field">Start <select data-part="init">
        <option>random</option><option>k-means++</option></select></label>
      <button type="button" data-action="start">New start</button>
    </div>
    <label class="pg-check"><input type="checkbox" data-part="regions" checked>
      <span>Show regions</span></label>
  </div>
</div>
<p class="pg-keys" data-part="keys"><b>Keys.</b> Tab to the picture. <kbd>Arrows</kbd> move the
  cross (with <kbd>Shift</kbd> finely), <kbd>Enter</kbd> or <kbd>Space</kbd> does there what you
  chose: with <i>set centroids</i> it picks one up, and puts it down. <kbd>Delete</kbd> erases.
  <kbd>P</kbd> <kbd>C</kbd> <kbd>E</kbd> choose points, centroids, erase; <kbd>S</kbd> steps.</p>`;

class View {
  constructor(model, el) {
    this.model = model;
    this.name = `pg${Math.random().toString(36).slice(2)}`;
    this.tool = "points";
    this.trail = []; // where the centroids were in this run
    this.pending = []; // points that the kernel does not know or has not confirmed yet
    this.unsent = [];
    this.build(el);
    this.listen();
    this.read();
  }

  // The page

  build(el) {
    this.root = document.createElement("div");
    this.root.className = "kmeans-playground";
    this.root.innerHTML = `<div class="pg-page">${PAGE}</div>`;
    el.append(this.root);
    this.part = {};
    for (const part of this.root.querySelectorAll("[data-part]")) {
      this.part[part.dataset.part] = part;
    }
    this.plane = this.root.querySelector(".pg-plane");
    this.layer = document.createElement("canvas");
    this.part.keys.id = `${this.name}-keys`;
    this.plane.setAttribute("aria-describedby", this.part.keys.id);
    for (const control of this.root.querySelectorAll("button, select, input, canvas")) {
      control.dataset.lmSuppressShortcuts = "true";
      if (control.type === "radio") control.name = `${this.name}-tool`;
    }
  }

  listen() {
    this.onState = () => this.read();
    this.model.on("change:_state", this.onState);
    this.root.addEventListener("click", (event) => this.press(event.target.closest("button")));
    this.root.addEventListener("change", (event) => this.choose(event.target));
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.plane.addEventListener("keydown", (event) => this.key(event));
    this.plane.addEventListener("focus", () => this.showCross(true));
    this.plane.addEventListener("blur", () => this.letGo());
    for (const kind of ["down", "move", "up", "cancel"]) {
      this.plane.addEventListener(`pointer${kind}`, (event) => this[kind](event));
    }
    this.unwatchTheme = watchTheme(() => this.redraw("all"));
    this.observer = new ResizeObserver(() => this.redraw("all"));
    this.observer.observe(this.plane);
  }

  close() {
    this.pause();
    clearTimeout(this.alarm);
    this.closed = true;
    this.model.off("change:_state", this.onState);
    this.unwatchTheme();
    this.observer.disconnect();
  }

  press(button) {
    if (!button) return;
    const actions = {
      step: () => this.step(),
      run: () => (this.running ? this.pause() : this.run()),
      reset: () => this.tell("reset"),
      clear: () => this.tell("clear"),
      start: () => this.tell("start", { init: this.part.init.value }),
      more: () => this.tell("add_centroid"),
      fewer: () => this.erase(() => this.centroids.length / 2 - 1),
    };
    if (button.dataset.action !== "run") this.pause();
    actions[button.dataset.action]();
  }

  choose(control) {
    if (control.type === "radio") this.tool = control.value;
    if (control === this.part.regions) this.redraw();
    if (control !== this.part.preset) return;
    this.pause();
    this.tell("preset", { name: control.value });
  }

  pick(tool) {
    this.tool = tool;
    this.root.querySelector(`input[value=${tool}]`).checked = true;
    this.say("where", `Enter now ${{ points: "adds a point", centroids: "sets a centroid",
      erase: "erases" }[tool]}.`);
  }

  say(part, text) {
    if (this.part[part].textContent !== text) this.part[part].textContent = text;
  }

  // To and from the kernel

  tell(action, values = {}, arrays = {}) {
    this.waitingFor = `${this.name}-${this.sent = (this.sent || 0) + 1}`;
    const content = { action, id: this.waitingFor, with: values, arrays: Object.keys(arrays) };
    const buffers = Object.values(arrays).map((numbers) => Float64Array.from(numbers).buffer);
    clearTimeout(this.alarm);
    this.alarm = setTimeout(() => this.complain(), PATIENCE);
    try {
      this.model.send(content, undefined, buffers);
    } catch { // no kernel to send to
      this.complain();
    }
  }

  complain() {
    clearTimeout(this.alarm);
    this.pause();
    this.say("sentence", "The kernel does not answer. If it is busy with another cell, it answers "
      + "when that is done. If it is not running, run this cell again.");
  }

  read() {
    const before = this.centroids;
    this.state = this.model.get("_state");
    this.points = numbers(Float32Array, this.model.get("_points"));
    this.labels = numbers(Int16Array, this.model.get("_labels"));
    this.centroids = numbers(Float64Array, this.model.get("_centroids"));
    if (this.state.id === this.waitingFor) this.answered();
    if (before && String(before) !== String(this.centroids)) this.glide(before);
    this.extendTrail();
    this.show();
    this.redraw("all");
    this.goOn();
  }

  answered() {
    clearTimeout(this.alarm);
    this.waitingFor = null;
    if (this.drag && !this.drag.held) this.drag = null;
    this.pending = [...this.unsent];
    const act = this.afterwards;
    this.afterwards = null;
    act?.();
  }

  extendTrail() {
    if (!this.state.history.length) this.trail = [];
    if (String(this.trail.at(-1)) !== String(this.centroids)) this.trail.push(this.centroids);
  }

  // Step, and run

  step() {
    if (this.waitingFor) return;
    this.tell("step");
  }

  run() {
    this.running = true;
    this.say("run", "Pause");
    this.step();
  }

  pause() {
    this.running = false;
    clearTimeout(this.next);
    this.say("run", "Run");
  }

  goOn() {
    if (!this.running) return;
    if (this.state.converged || this.state.trouble) {
      this.pause();
      return;
    }
    const rest = Math.max(60, 500 - 50 * this.state.round);
    clearTimeout(this.next);
    this.next = setTimeout(() => this.step(), (this.gliding ? GLIDE : 0) + rest);
  }

  // What the page says

  show() {
    const { state } = this;
    this.say("step", `Step: ${state.converged ? "done" : state.turn}`);
    this.say("round", String(state.round));
    this.say("wcss", state.wcss === null ? "–" : String(Number(state.wcss.toPrecision(6))));
    const nPoints = this.points.length / 2;
    this.say("nPoints", String(nPoints));
    const count = this.centroids.length / 2;
    this.say("nCentroids", count === 1 ? "1 centroid" : `${count} centroids`);
    this.say("sentence", state.sentence);
    this.plane.setAttribute("aria-label", `Picture of ${nPoints} points and ${count} centroids`);
    this.part.curve.setAttribute("aria-label", `WCSS after each half-step: ${
      state.history.map((wcss) => Number(wcss.toPrecision(6))).join(", ") || "no step yet"}`);
    this.showPresets();
    this.showTrouble();
  }

  showPresets() {
    const { presets, preset } = this.state;
    const menu = this.part.preset;
    if (menu.options.length !== presets.length) {
      menu.replaceChildren(...presets.map(([name, title]) => new Option(title, name)));
    }
    menu.value = preset;
  }

  showTrouble() {
    const { trouble, printed } = this.state;
    const lines = trouble ? [
      node("p", node("b", `${trouble.name} gave nothing to go on with.`)),
      node("p", ...withCode(trouble.reason)),
      ...(trouble.details ? [node("pre", trouble.details)] : []),
    ] : [];
    this.part.trouble.replaceChildren(...lines);
    this.part.printed.replaceChildren(
      ...(printed ? [node("p", "Your function printed:"), node("pre", printed)] : []));
  }

  // Pictures

  redraw(what) {
    if (what === "all") this.stale = true;
    if (this.frame || this.closed) return;
    this.frame = requestAnimationFrame((time) => {
      this.frame = null;
      if (this.plane.clientWidth) this.draw(time);
    });
  }

  draw(time) {
    const { context, width, height } = fitCanvas(this.plane);
    const theme = readTheme(this.plane);
    const [x, y] = this.state.columns;
    this.scale = makeScale(context, width, height, this.state.domain, theme, { x, y });
    if (this.stale) this.drawLayer(theme, width, height);
    const places = this.placesAt(time);
    if (this.part.regions.checked) drawRegions(context, this.scale, places, this.state.look, theme);
    context.drawImage(this.layer, 0, 0, width, height);
    drawPoints(context, this.scale, this.pending, null, this.stamps);
    drawAxes(context, this.scale, theme);
    if (!this.drag && this.trail.length > 1) {
      drawTrails(context, this.scale, [...this.trail.slice(0, -1), places], theme);
    }
    drawCentroids(context, this.scale, places, theme, this.drag ? this.drag.index : -1);
    if (this.byKey && document.activeElement === this.plane) this.drawCross(context, theme);
    if (this.gliding) this.redraw();
  }

  /** Draw the points once, on a canvas of their own, to be copied into every frame. */
  drawLayer(theme, width, height) {
    this.stale = false;
    const ratio = window.devicePixelRatio || 1;
    this.layer.width = Math.round(width * ratio);
    this.layer.height = Math.round(height * ratio);
    const context = this.layer.getContext("2d");
    context.scale(ratio, ratio);
    const many = this.points.length > 2 * MANY;
    this.stamps = makeStamps(this.state.look, many ? 5 : 8, theme);
    const draw = many ? copyStamps : drawPoints;
    draw(context, this.scale, this.points, this.labels, this.stamps);
    this.drawCurve(theme);
  }

  drawCurve(theme) {
    const { history, look } = this.state;
    const { context, width, height } = fitCanvas(this.part.curve);
    const domain = [0.5, Math.max(8, history.length) + 0.5, 0, Math.max(...history, 1e-9) * 1.1];
    const scale = makeScale(context, width, height, domain, theme,
      { x: "half-step", y: "WCSS", wholeX: true, noY: !history.length });
    drawAxes(context, scale, theme);
    context.strokeStyle = context.fillStyle = look.colors[0];
    context.lineWidth = 2;
    context.beginPath();
    history.forEach((wcss, i) => context.lineTo(scale.x(i + 1), scale.y(wcss)));
    context.stroke();
    history.forEach((wcss, i) => {
      context.beginPath();
      context.arc(scale.x(i + 1), scale.y(wcss), 3, 0, 2 * Math.PI);
      context.fill();
    });
  }

  drawCross(context, theme) {
    const [x, y] = this.cross;
    for (const [color, width] of [[theme.paper, 5], [theme.ink, 2]]) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.beginPath();
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        context.moveTo(x + 5 * dx, y + 5 * dy);
        context.lineTo(x + 14 * dx, y + 14 * dy);
      }
      context.stroke();
    }
  }

  // Centroids on their way

  glide(from) {
    if (from.length !== this.centroids.length || !this.state.history.length) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.gliding = { from, start: performance.now() };
  }

  placesAt(time) {
    if (this.drag) return withCentroidAt(this.centroids, this.drag);
    if (!this.gliding) return this.centroids;
    const share = Math.min(1, Math.max(0, (time - this.gliding.start) / GLIDE));
    const { from } = this.gliding;
    if (share === 1 || from.length !== this.centroids.length) this.gliding = null;
    const eased = share * share * (3 - 2 * share);
    return this.centroids.map((end, i) => from[i] + (end - from[i]) * eased);
  }

  // Pointer: mouse, pen, finger

  down(event) {
    if (event.button) return;
    this.pause();
    this.plane.focus({ preventScroll: true });
    this.showCross(false);
    this.plane.setPointerCapture(event.pointerId);
    this.pointer = this.cross = this.inside(this.place(event));
    const index = this.centroidAt(this.cross);
    if (this.tool === "erase") this.erase();
    else if (index >= 0) this.carry(index);
    else if (this.tool === "points") this.spray(this.cross, 0);
    else this.tell("add_centroid", { position: this.data(this.cross) });
    this.redraw();
    event.preventDefault();
  }

  move(event) {
    if (!this.pointer) return;
    const place = this.inside(this.place(event));
    const way = Math.hypot(place[0] - this.pointer[0], place[1] - this.pointer[1]);
    this.cross = place;
    if (this.drag?.held) this.carryTo(place);
    else if (this.tool === "erase") this.erase(() => -1);
    else if (this.tool === "points" && way >= SPRAY.every) this.spray(place, SPRAY.radius);
    if (way >= SPRAY.every) this.pointer = place;
    this.redraw();
  }

  up() {
    if (!this.pointer) return;
    this.pointer = null;
    if (this.drag?.held) this.putDown();
    this.flush();
  }

  cancel() {
    this.up();
  }

  place(event) {
    const box = this.plane.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  inside([x, y]) {
    const { left, top, width, height } = this.scale.box;
    return [Math.min(left + width, Math.max(left, x)), Math.min(top + height, Math.max(top, y))];
  }

  center() {
    const { left, top, width, height } = this.scale.box;
    return [left + width / 2, top + height / 2];
  }

  data([x, y]) {
    return [this.scale.dataX(x), this.scale.dataY(y)];
  }

  // What the tools do

  /** Add a point somewhere around a place; several are told to the kernel together. */
  spray(place, radius) {
    const angle = 2 * Math.PI * Math.random();
    const distance = radius * Math.sqrt(Math.random());
    const [x, y] = this.inside([place[0] + distance * Math.cos(angle),
      place[1] + distance * Math.sin(angle)]);
    const point = this.data([x, y]);
    this.pending.push(...point);
    this.unsent.push(...point);
    this.timer ||= setTimeout(() => this.flush(), SPRAY.pause);
  }

  flush() {
    clearTimeout(this.timer);
    this.timer = null;
    if (!this.unsent.length) return;
    this.tell("add_points", {}, { points: this.unsent });
    this.unsent = [];
  }

  /** Remove the centroid that `find` finds or, if there is none (-1), the points at the cross. */
  erase(find = () => this.centroidAt(this.cross)) {
    if (this.waitingFor) { // the kernel may be about to number them anew: look then
      this.afterwards = () => this.erase(find);
      return;
    }
    const index = find();
    if (index >= 0) this.tell("remove_centroid", { index });
    else this.erasePoints();
  }

  erasePoints() {
    const near = [];
    for (let i = 0; i < this.points.length / 2; i++) {
      if (this.distance(this.points, i, this.cross) < REACH) near.push(i);
    }
    if (near.length) this.tell("erase_points", {}, { indices: near });
  }

  carry(index) {
    this.gliding = null;
    this.drag = { index, held: true, position: [this.centroids[2 * index], this.centroids[2 * index + 1]] };
  }

  carryTo(place) {
    this.drag.position = this.data(place);
    if (!this.waitingFor) this.tellOfDrag();
  }

  putDown() {
    this.drag.held = false; // it is drawn here until the kernel has answered
    this.tellOfDrag();
  }

  tellOfDrag() {
    const { index, position } = this.drag;
    this.tell("move_centroid", { index, position });
  }

  distance(flat, i, [x, y]) {
    return Math.hypot(this.scale.x(flat[2 * i]) - x, this.scale.y(flat[2 * i + 1]) - y);
  }

  centroidAt(place) {
    for (let i = this.centroids.length / 2 - 1; i >= 0; i--) {
      if (this.distance(this.centroids, i, place) < REACH) return i;
    }
    return -1;
  }

  // Keys

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = event.shiftKey ? 2 : 12;
    const keys = {
      ArrowLeft: () => this.walk(-far, 0), ArrowRight: () => this.walk(far, 0),
      ArrowUp: () => this.walk(0, -far), ArrowDown: () => this.walk(0, far),
      Enter: () => this.use(), " ": () => this.use(),
      Delete: () => this.useToErase(), Backspace: () => this.useToErase(),
      Escape: () => this.letGo(), s: () => this.press(this.part.step),
      p: () => this.pick("points"), c: () => this.pick("centroids"), e: () => this.pick("erase"),
    };
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    this.showCross(true);
    act();
  }

  showCross(byKey) {
    this.byKey = byKey;
    this.cross ||= this.center();
    this.redraw();
  }

  walk(dx, dy) {
    this.cross = this.inside([this.cross[0] + dx, this.cross[1] + dy]);
    if (this.drag?.held) this.carryTo(this.cross);
    const index = this.centroidAt(this.cross);
    const [atX, atY] = this.data(this.cross).map((value) => Number(value.toPrecision(3)));
    this.say("where", `Cross at ${atX}, ${atY}${index < 0 ? "" : `, on centroid ${index}`}`);
  }

  use() {
    this.pause();
    const index = this.centroidAt(this.cross);
    if (this.drag?.held) {
      this.putDown();
      this.say("where", `Centroid ${this.drag.index} put down`);
    } else if (this.tool === "erase") this.erase();
    else if (this.tool === "points") {
      this.spray(this.cross, 0);
      this.flush();
    } else if (index >= 0) {
      this.carry(index);
      this.say("where", `Centroid ${index} picked up: arrows carry it, Enter puts it down`);
    } else this.tell("add_centroid", { position: this.data(this.cross) });
  }

  useToErase() {
    this.pause();
    this.erase();
  }

  letGo() {
    if (this.drag?.held) this.putDown();
    this.pointer = null;
    this.say("where", "");
    this.redraw();
  }
}

// Small helpers

/** Like drawPoints, but copy the stamps pixel by pixel: for 10 000 points ten times as fast. */
function copyStamps(context, scale, points, labels, stamps) {
  const ratio = window.devicePixelRatio || 1;
  const { width, height } = context.canvas;
  const picture = context.createImageData(width, height);
  const target = new Uint32Array(picture.data.buffer); // one number is one pixel
  const pixels = new Map();
  for (let i = 0; i < labels.length; i++) {
    if (!pixels.has(labels[i])) pixels.set(labels[i], pixelsOf(stamps(labels[i]).image, width));
    const { middle, places, colors } = pixels.get(labels[i]);
    const left = Math.round(scale.x(points[2 * i]) * ratio - middle);
    const top = Math.round(scale.y(points[2 * i + 1]) * ratio - middle);
    const corner = top * width + left;
    for (let n = 0; n < places.length; n++) target[corner + places[n]] = colors[n];
  }
  context.putImageData(picture, 0, 0);
}

/** List the pixels of a stamp that are not see-through: how far each lies from the corner, in a
    picture of this width, and its colour. */
function pixelsOf(image, width) {
  const side = image.width;
  const { data } = image.getContext("2d").getImageData(0, 0, side, side);
  const all = new Uint32Array(data.buffer);
  const seen = [...all.keys()].filter((i) => all[i] >>> 31); // half of the opacity, or more
  return {
    middle: side / 2,
    places: Int32Array.from(seen, (i) => Math.floor(i / side) * width + (i % side)),
    colors: Uint32Array.from(seen, (i) => all[i]),
  };
}

/** Copy numbers out of a message: they may begin anywhere in its bytes. */
function numbers(Type, view) {
  return new Type(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}

function withCentroidAt(centroids, { index, position }) {
  const places = Float64Array.from(centroids);
  places.set(position, 2 * index);
  return places;
}

function node(tag, ...children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

/** Turn what stands between backticks into code. */
function withCode(text) {
  return text.split("`").map((piece, i) => (i % 2 ? node("code", piece) : piece));
}
