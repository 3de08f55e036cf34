// Clusters on a canvas: what the step player and the playground share.
//
// Plain functions without import and export: Python pastes them in front of the script that uses
// them. Points and centroids are flat arrays x0, y0, x1, y1, ... in the units of the data; a
// domain is [xLow, xHigh, yLow, yHigh]. Colours and shapes come from Python as a `look`, see
// `look` in kmeans_lab/browser/__init__.py. Everything else is in CSS pixels.

// Canvas and theme

/** Give the canvas one pixel for each of the screen's, and return its context, cleared. */
function fitCanvas(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { context, width, height };
}

/** Read what to draw with from the CSS of an element: `color`, `background-color`, fonts. */
function readTheme(element) {
  const style = getComputedStyle(element);
  return { ink: style.color, paper: style.backgroundColor, font: style.fontFamily };
}

/** Call `act` whenever the theme may have changed; returns a function that ends this. */
function watchTheme(act) {
  const observer = new MutationObserver(act); // notebooks and sites write it on html or body
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true });
  }
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", act);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", act);
  };
}

// Scales and axes

/** Lay out a plot: how data become pixels inside the margins that its axes need.
    `labels` are those of the axes, {x, y}; {noY} leaves out the numbers on the y axis, and
    {wholeX} writes only whole ones on the x axis. */
function makeScale(context, width, height, domain, theme, labels = {}) {
  context.font = `11px ${theme.font}`;
  const [xLow, xHigh, yLow, yHigh] = domain;
  const widths = ticks(yLow, yHigh).map((tick) => context.measureText(tick.text).width);
  const left = (labels.noY ? 6 : Math.max(...widths, 0) + 12) + (labels.y ? 18 : 0);
  const bottom = 22 + (labels.x ? 18 : 0);
  const box = { left, top: 8, width: width - left - 8, height: height - bottom - 8 };
  const [perX, perY] = [box.width / (xHigh - xLow), box.height / (yHigh - yLow)];
  return {
    box, domain, labels, width, height,
    x: (value) => box.left + (value - xLow) * perX,
    y: (value) => box.top + (yHigh - value) * perY,
    dataX: (pixel) => xLow + (pixel - box.left) / perX,
    dataY: (pixel) => yHigh - (pixel - box.top) / perY,
  };
}

/** Round numbers from low to high, about `count` of them, `smallest` or more apart,
    with the texts to write. */
function ticks(low, high, count = 5, smallest = 0) {
  const rough = Math.max((high - low) / count, smallest);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const far = Math.max(Math.abs(low), Math.abs(high));
  const text = decimals > 5 || far >= 1e6
    ? (value) => String(+value.toPrecision(4)) : (value) => value.toFixed(decimals);
  const found = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) {
    found.push({ value: i * step, text: text(i * step) });
  }
  return found;
}

/** Draw frame, round numbers and labels. */
function drawAxes(context, scale, theme) {
  const { box, domain, labels } = scale;
  context.save();
  context.font = `11px ${theme.font}`;
  context.fillStyle = context.strokeStyle = theme.ink;
  context.globalAlpha = 0.25;
  context.lineWidth = 1;
  context.strokeRect(box.left, box.top, box.width, box.height);
  context.globalAlpha = 0.8;
  context.textAlign = "center";
  // Whole numbers are short, so they may stand nearer together.
  const [apart, smallest] = labels.wholeX ? [35, 1] : [70, 0];
  for (const tick of ticks(domain[0], domain[1], box.width / apart, smallest)) {
    context.fillText(tick.text, scale.x(tick.value), box.top + box.height + 15);
  }
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const tick of labels.noY ? [] : ticks(domain[2], domain[3])) {
    context.fillText(tick.text, box.left - 6, scale.y(tick.value));
  }
  context.font = `12px ${theme.font}`;
  context.globalAlpha = 1;
  context.textAlign = "center";
  context.fillText(labels.x || "", box.left + box.width / 2, scale.height - 9, box.width);
  context.translate(9, box.top + box.height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(labels.y || "", 0, 0, box.height);
  context.restore();
}

// Points

/** Colour and outline of a cluster; both are used in turn where clusters are many. */
function lookOf(look, cluster) {
  return {
    color: look.colors[cluster % look.colors.length],
    marker: look.markers[cluster % look.markers.length],
  };
}

/** Draw every cluster's marker once, on a small canvas of its own, to be stamped at each point. */
function makeStamps(look, size, theme) {
  const ratio = window.devicePixelRatio || 1;
  const stamps = new Map();
  return (cluster) => {
    if (!stamps.has(cluster)) stamps.set(cluster, makeStamp(look, cluster, size, theme, ratio));
    return stamps.get(cluster);
  };
}

function makeStamp(look, cluster, size, theme, ratio) {
  const stamp = document.createElement("canvas");
  const side = Math.ceil(size) + 4;
  stamp.width = stamp.height = side * ratio;
  const context = stamp.getContext("2d");
  context.scale(ratio, ratio);
  context.translate(side / 2, side / 2);
  const { color, marker } = lookOf(look, Math.max(cluster, 0));
  const outline = new Path2D();
  // Markers are drawn 1000 units wide.
  const shape = new Path2D(cluster < 0 ? look.markers[0] : marker);
  outline.addPath(shape, new DOMMatrix().scale(size / 1000));
  context.fillStyle = cluster < 0 ? "#888888" : color;
  context.strokeStyle = theme.ink;
  context.fill(outline);
  context.globalAlpha = 0.7;
  context.lineWidth = 0.6;
  context.stroke(outline);
  return { image: stamp, side };
}

/** Stamp all points. `labels` may be null or hold -1: these points are grey. */
function drawPoints(context, scale, points, labels, stamps) {
  for (let i = 0; i < points.length / 2; i++) {
    const { image, side } = stamps(labels ? labels[i] : -1);
    const [x, y] = [scale.x(points[2 * i]), scale.y(points[2 * i + 1])];
    context.drawImage(image, x - side / 2, y - side / 2, side, side);
  }
}

/** Ring the points of the given indices. */
function drawRings(context, scale, points, indices, radius, theme) {
  context.save();
  context.strokeStyle = theme.ink;
  context.lineWidth = 1;
  for (const i of indices) {
    context.beginPath();
    context.arc(scale.x(points[2 * i]), scale.y(points[2 * i + 1]), radius, 0, 2 * Math.PI);
    context.stroke();
  }
  context.restore();
}

// Regions

/** The part of the domain that is nearest to centroid i, as a polygon: Voronoi, cut by cut. */
function nearestRegion(centroids, i, domain) {
  const [xLow, xHigh, yLow, yHigh] = domain;
  let polygon = [[xLow, yLow], [xHigh, yLow], [xHigh, yHigh], [xLow, yHigh]];
  for (let j = 0; j < centroids.length / 2; j++) {
    const dx = centroids[2 * j] - centroids[2 * i];
    const dy = centroids[2 * j + 1] - centroids[2 * i + 1];
    const middleX = centroids[2 * i] + dx / 2;
    const middleY = centroids[2 * i + 1] + dy / 2;
    if (dx || dy) polygon = cut(polygon, ([x, y]) => (x - middleX) * dx + (y - middleY) * dy);
    else if (j < i) return []; // at the same place, the first one wins
  }
  return polygon;
}

/** Keep the part of a convex polygon where `beyond` is not positive. */
function cut(polygon, beyond) {
  return polygon.flatMap((p, n) => {
    const q = polygon[(n + 1) % polygon.length];
    const [a, b] = [beyond(p), beyond(q)];
    const kept = a <= 0 ? [p] : [];
    const share = a / (a - b);
    const crossing = [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
    return a * b < 0 ? [...kept, crossing] : kept;
  });
}

/** Tint the region of every centroid in its cluster's colour, with borders between them. */
function drawRegions(context, scale, centroids, look, theme) {
  context.save();
  context.lineWidth = 1.5;
  context.strokeStyle = theme.paper;
  for (let i = 0; i < centroids.length / 2; i++) {
    context.beginPath();
    for (const [x, y] of nearestRegion(centroids, i, scale.domain)) {
      context.lineTo(scale.x(x), scale.y(y));
    }
    context.closePath();
    context.fillStyle = lookOf(look, i).color;
    context.globalAlpha = 0.17;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }
  context.restore();
}

// Centroids

/** Draw the way that each centroid came: `places` holds the centroids of step after step. */
function drawTrails(context, scale, places, theme) {
  const count = places.length ? places[0].length / 2 : 0;
  for (let i = 0; i < count; i++) {
    const way = places.map((place) => [scale.x(place[2 * i]), scale.y(place[2 * i + 1])]);
    for (const [color, width] of [[theme.paper, 4], [theme.ink, 1.5]]) {
      context.strokeStyle = context.fillStyle = color;
      context.lineWidth = width;
      context.lineJoin = "round";
      context.beginPath();
      way.forEach(([x, y]) => context.lineTo(x, y));
      context.stroke();
      for (const [x, y] of way) {
        context.beginPath();
        context.arc(x, y, 1.5 + width / 2, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }
}

/** Draw centroids as white discs with the cluster's number; `chosen` gets a thick rim. */
function drawCentroids(context, scale, centroids, theme, chosen = -1) {
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (let i = 0; i < centroids.length / 2; i++) {
    const [x, y] = [scale.x(centroids[2 * i]), scale.y(centroids[2 * i + 1])];
    context.beginPath();
    context.arc(x, y, 10, 0, 2 * Math.PI);
    context.fillStyle = "white";
    context.strokeStyle = "black";
    context.lineWidth = i === chosen ? 4 : 1.5;
    context.fill();
    context.stroke();
    context.font = `${i > 99 ? 9 : 12}px ${theme.font}`;
    context.fillStyle = "black";
    context.fillText(i, x, y + 0.5);
  }
  context.restore();
}
