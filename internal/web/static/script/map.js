// The map of a selection, alive: pan (drag, arrows), zoom (wheel with Ctrl or after a click, pinch, + and -), clusters to
// open (click, or Tab and Enter), a span of days that narrows what is drawn. The basemap is drawn aside, in slices of a
// few milliseconds, and moved as a picture; marks are drawn anew in each frame. Without it the page has the map as Go
// drew it, which stays if anything cannot be loaded.

import { drawBase, latitude, loadBase, outline, scales, upward } from "./mapbase.js";
import { areaWords, cluster, clusterWords, incidents, readMarks, tally } from "./mapmarks.js";
import { page, say } from "./part.js";

const nearest = 9, furthest = 0, aside = 0.35; // aside: how much more than is seen is drawn, on each side
const still = matchMedia("(prefers-reduced-motion: reduce)");
const isoDay = (n) => new Date(n * 86400000).toISOString().slice(0, 10);
const between = (low, n, high) => Math.min(Math.max(n, low), high);

export async function attach(room) {
  try {
    const [base, data] = await Promise.all([loadBase(room.dataset.base), fetch(room.dataset.source).then((r) => r.json())]);
    new LiveMap(room, base, readMarks(data));
  } catch (fault) {
    console.warn(`the map stays as it is: ${fault}`);
  }
}

function make(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

class LiveMap {
  constructor(room, base, marks) {
    Object.assign(this, { room, base, marks, span: null, version: 0, pointers: new Map(), clusters: [], drawn: [] });
    const [lat, lon, zoom] = room.dataset.at.split(",").map(Number);
    this.view = { lat, lon, zoom };
    this.build();
    this.colour();
    this.count();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => (this.colour(), this.stale()));
    new ResizeObserver(() => this.resize()).observe(this.stage);
    this.listen();
  }

  build() {
    this.canvas = make("canvas", { ariaHidden: "true" });
    this.pen = this.canvas.getContext("2d", { alpha: false });
    this.list = make("ul", { className: "map-marks" });
    this.tip = make("div", { className: "map-tip", hidden: true });
    const ways = [["+", "Nearer", () => this.zoom(1)], ["−", "Further", () => this.zoom(-1)], ["⌂", "All of it", () => this.fly(this.home)]];
    this.home = { ...this.view };
    const buttons = make("div", { className: "map-buttons" }, ...ways.map(([text, title, onclick]) => make("button", { type: "button", textContent: text, title, ariaLabel: title, onclick })));
    this.stage = make("div", { className: "map-stage", tabIndex: 0, role: "group", ariaLabel: "Map. Arrows move it, plus and minus zoom, Tab goes through what is drawn, Enter opens it." }, this.canvas, this.list, this.tip, buttons);
    this.side = make("aside", { className: "map-side", hidden: true, ariaLabel: "Incidents of a mark" });
    this.live = make("div", { className: "map-live" }, this.stage, ...this.slider(), this.side);
    const frame = this.room.querySelector(".map-frame");
    this.key = frame.querySelector("svg");
    const { width, height } = this.key.viewBox.baseVal;
    this.key.setAttribute("viewBox", `0 ${height - 46} ${width} 46`); // the key alone
    this.key.removeAttribute("height");
    this.key.querySelector("[data-view]")?.remove();
    frame.before(this.live);
    for (const way of this.room.querySelectorAll("[data-way]")) way.remove();
  }

  slider() {
    const { first, last, dated } = this.marks;
    if (!dated || first === last) return [];
    const end = (label, value) => {
      const input = make("input", { type: "range", min: first, max: last, value, oninput: () => this.cut() });
      return [make("label", { textContent: label }, input), input];
    };
    const [a, from] = end("From", first), [b, to] = end("Until", last);
    this.ends = [from, to];
    this.words = make("output", { ariaLive: "polite" });
    this.narrow = make("a", { hidden: true, textContent: "Narrow all views to these days" });
    const whole = make("button", { type: "button", textContent: "All days", onclick: () => ((from.value = first), (to.value = last), this.cut()) });
    return [make("div", { className: "map-time" }, make("div", { className: "ends" }, a, b), make("p", {}, this.words, this.narrow, whole))];
  }

  cut() {
    const { first, last } = this.marks;
    const days = this.ends.map((e) => Number(e.value)).sort((a, b) => a - b);
    this.span = days[0] === first && days[1] === last ? null : days;
    this.count();
    this.stale();
  }

  count() {
    this.sum = tally(this.marks, this.span);
    this.version++;
    if (this.words) {
      const days = this.span ?? [this.marks.first, this.marks.last];
      for (const [i, end] of this.ends.entries()) end.setAttribute("aria-valuetext", isoDay(days[i] ?? end.value));
      const left = this.marks.rows - this.marks.dated;
      const { point, area, nowhere } = this.sum;
      this.words.textContent = `${isoDay(days[0])} to ${isoDay(days[1])}: ${point} at a point, ${area} in an area only, ${nowhere} not placed` +
        (left && this.span ? `; left out: ${incidents(left)} without a fixed date` : "");
      this.narrow.hidden = !this.span;
      this.narrow.href = this.address(location.pathname, { from: isoDay(days[0]), to: isoDay(days[1]), at: this.at() });
    }
    this.hatched = [];
    for (let n = this.marks.places; n < this.marks.count.length; n++) {
      const { Country, Admin1 = "" } = this.marks.data.Areas[n - this.marks.places];
      const area = this.base.areas.get(`${Country} ${Admin1}`);
      if (area && this.marks.count[n]) this.hatched.push({ n, area, fill: this.hatch(Admin1 ? 1 : -1, this.marks.count[n]) });
    }
    this.hatched.sort((a, b) => a.area.name.length - b.area.name.length);
    this.ask();
  }

  hatch(turn, n) {
    const gap = (n >= 100 ? 4 : n >= 10 ? 7 : 11) * (turn < 0 ? 1.5 : 1) * Math.SQRT2;
    const pattern = this.pen.createPattern(this.stripe(Math.round(gap)), "repeat");
    if (turn < 0) pattern.setTransform(new DOMMatrix([-1, 0, 0, 1, 0, 0]));
    return pattern;
  }

  stripe(size) {
    const canvas = make("canvas", { width: size, height: size }), pen = canvas.getContext("2d");
    pen.strokeStyle = this.colours.bar;
    pen.lineWidth = 1;
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 1, size + 1);
      pen.lineTo(shift + size + 1, -1);
    }
    pen.stroke();
    return canvas;
  }

  colour() {
    const style = getComputedStyle(document.documentElement);
    this.colours = {};
    for (const c of ["sea", "land", "border", "bar", "ink", "soft", "paper", "focus", "sans"]) this.colours[c] = style.getPropertyValue(`--${c}`).trim();
    if (this.hatched) this.count();
  }

  resize() {
    this.dense = Math.min(devicePixelRatio || 1, 2);
    const { clientWidth, clientHeight } = this.stage;
    Object.assign(this, { width: clientWidth, height: clientHeight });
    this.canvas.width = clientWidth * this.dense;
    this.canvas.height = clientHeight * this.dense;
    if (this.fitted === undefined) {
      this.fitted = Math.log2(between(0.3, Math.min(clientWidth / 960, clientHeight / 600), 1.5));
      this.view.zoom = this.home.zoom = between(furthest, this.view.zoom + (new URLSearchParams(location.search).has("at") ? 0 : this.fitted), nearest);
    }
    this.stale();
    this.paint(performance.now());
  }

  // Frames.

  ask() {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      this.paint(now);
    });
  }

  stale() {
    this.ground = this.ground && { ...this.ground, old: true };
    this.work = null;
    this.ask();
  }

  place() { // the view as numbers for drawing
    const [kx, ky] = scales(this.view);
    return { x: this.view.lon, y: upward(this.view.lat), kx, ky };
  }

  paint(now) {
    if (!this.width) return;
    if (this.flight) this.advance(now);
    const v = this.place();
    const settled = !this.flight && !this.pointers.size && now - (this.moved ?? 0) > 120;
    this.underlay(v, settled);
    const { pen, dense } = this;
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.fillStyle = this.colours.sea;
    pen.fillRect(0, 0, this.width, this.height);
    const g = this.ground;
    if (g) {
      const w = (g.width * v.kx) / g.kx, h = (g.height * v.ky) / g.ky;
      pen.drawImage(g.canvas, this.width / 2 + (g.x - v.x) * v.kx - w / 2, this.height / 2 - (g.y - v.y) * v.ky - h / 2, w, h);
    }
    this.drawMarks(v);
    if (settled && this.settledAs !== this.state()) this.settle(v);
    if (this.flight || this.work || !settled || !g || g.old) this.ask();
  }

  /** Draws the basemap for the view aside, for up to five milliseconds. */
  underlay(v, settled) {
    const g = this.ground, scale = g ? v.kx / g.kx : 0;
    const covers = g && Math.abs(g.x - v.x) * v.kx + this.width / 2 <= (g.width * scale) / 2 && Math.abs(g.y - v.y) * v.ky + this.height / 2 <= (g.height * v.ky) / g.ky / 2;
    const wanted = !g || g.old || !covers || (settled && Math.abs(scale - 1) > 0.01) || scale > 2 || scale < 0.5;
    if (wanted && !this.work) {
      const [width, height] = [this.width, this.height].map((n) => Math.ceil(n * (1 + 2 * aside)));
      const canvas = make("canvas", { width: width * this.dense, height: height * this.dense });
      const pen = canvas.getContext("2d", { alpha: false });
      pen.scale(this.dense, this.dense);
      this.work = { ...v, width, height, canvas, pen };
      this.work.steps = drawBase(this.base, this.work, this.colours, this.hatched);
    }
    const until = performance.now() + (g ? 5 : 60);
    while (this.work && performance.now() < until) {
      if (this.work.steps.next().done) {
        this.ground = this.work;
        this.work = null;
      }
    }
  }

  drawMarks(v) {
    const step = Math.round(this.view.zoom * 2) / 2, near = Math.round(this.view.lat / 10) * 10;
    const key = `${step} ${near} ${this.version}`;
    if (this.clustered !== key) {
      this.clustered = key;
      this.clusters = cluster(this.marks, ...scales({ lat: near, zoom: step }));
    }
    const { pen, colours } = this;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.font = `600 12px ${colours.sans}`;
    for (const { n, area } of this.hatched) this.number(v, n, area);
    pen.font = `11px ${colours.sans}`;
    this.drawn = [];
    for (const c of this.clusters) {
      const x = this.width / 2 + (c.x - v.x) * v.kx, y = this.height / 2 - (c.y - v.y) * v.ky;
      if (x < -30 || y < -30 || x > this.width + 30 || y > this.height + 30) continue;
      const r = c.count === 1 ? 4.5 : 9 + 3.2 * Math.log10(c.count);
      this.drawn.push({ c, x, y, r });
      this.mark(c, x, y, r, v);
    }
  }

  mark(c, x, y, r, v) {
    const { pen, colours } = this;
    const circle = (radius, part = 1) => {
      pen.beginPath();
      pen.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * part);
    };
    if (c.count === 1) {
      const around = c.exact ? 0 : ((this.marks.data.Points[c.places[0]].Radius ?? 0) / 111200) * 2 ** this.view.zoom;
      pen.strokeStyle = colours.bar;
      if (around > 9) {
        pen.lineWidth = 0.8;
        circle(around);
        pen.stroke();
      }
      circle(c.exact ? 4.5 : 4);
      pen.fillStyle = c.exact ? colours.bar : colours.paper;
      pen.fill();
      pen.lineWidth = c.exact ? 1 : 1.8;
      if (c.exact) pen.strokeStyle = colours.paper;
      pen.stroke();
      return;
    }
    circle(r);
    pen.fillStyle = colours.paper;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = colours.soft;
    pen.stroke();
    for (const [n, radius, width, colour] of [[c.exact, r, 3, colours.bar], [c.reviewed, r - 3.5, 1.5, colours.ink]]) {
      if (!n) continue;
      circle(radius, n / c.count);
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.stroke();
    }
    pen.fillStyle = colours.ink;
    pen.fillText(c.count < 1000 ? c.count : `${c.count < 9950 ? (c.count / 1000).toFixed(1) : Math.round(c.count / 1000)}k`, x, y);
  }

  number(v, n, area) {
    area.middle ??= middle(this.base, area);
    const [mx, my, size] = area.middle, x = this.width / 2 + (mx - v.x) * v.kx, y = this.height / 2 - (my - v.y) * v.ky;
    if (size * v.kx < 22 || x < 0 || y < 0 || x > this.width || y > this.height) return;
    const { pen, colours } = this;
    pen.lineWidth = 4;
    pen.strokeStyle = colours.land;
    pen.strokeText(this.marks.count[n], x, y);
    pen.fillStyle = colours.ink;
    pen.fillText(this.marks.count[n], x, y);
  }

  // What is said when the map comes to rest.

  state() { return `${this.at()} ${this.version} ${this.width}`; }
  at() { return `${this.view.lat.toFixed(3)},${this.view.lon.toFixed(3)},${this.view.zoom.toFixed(2)}`; }

  address(path, more) {
    const asked = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(more)) asked.set(name, value);
    return `${path}?${asked}`;
  }

  settle() {
    if (this.settledAs && this.marks) {
      history.replaceState(history.state, "", this.address(location.pathname, { at: this.at() }));
      const file = this.room.querySelector("[data-file]");
      if (file) file.href = this.address("/map.svg", { at: this.at() });
    }
    this.settledAs = this.state();
    const focus = document.activeElement.dataset.mark;
    const most = [...this.drawn].sort((a, b) => b.c.count - a.c.count).slice(0, 60).sort((a, b) => a.y - b.y || a.x - b.x);
    this.list.replaceChildren(...most.map((d) => {
      const button = make("button", { type: "button", ariaLabel: clusterWords(this.marks, d.c), onclick: () => this.open(d.c), onfocus: () => this.hint(d), onblur: () => this.hint() });
      button.dataset.mark = d.c.places[0];
      Object.assign(button.style, { width: `${2 * d.r}px`, height: `${2 * d.r}px`, transform: `translate(${d.x - d.r}px, ${d.y - d.r}px)` });
      return make("li", {}, button);
    }));
    this.list.querySelector(`[data-mark="${focus}"]`)?.focus({ preventScroll: true });
  }

  hint(d, words) {
    this.tip.hidden = !d;
    if (!d) return;
    this.tip.textContent = words ?? clusterWords(this.marks, d.c);
    const left = d.x > this.width / 2, up = d.y > this.height / 2;
    this.tip.style.transform = `translate(calc(${d.x + (left ? -12 : 12)}px${left ? " - 100%" : ""}), calc(${d.y + (up ? -12 : 12)}px${up ? " - 100%" : ""}))`;
  }

  async open(c) {
    const ids = [...new Set(c.places.map((i) => this.marks.data.Points[i].ID))];
    const near = make("button", { type: "button", textContent: "Zoom in", onclick: () => this.fly({ lat: latitude(c.y), lon: c.x, zoom: this.view.zoom + 2 }) });
    const words = clusterWords(this.marks, c);
    if (ids.length > 60) return this.show(words, near, make("p", { textContent: "More than 60 places: zoom in to list their incidents." }));
    const to = new URL(this.room.dataset.list, location.href);
    to.searchParams.delete("place");
    for (const id of ids) to.searchParams.append("place", id);
    await this.listed(words, near, to);
  }

  async listed(words, near, to) {
    if (this.span) {
      to.searchParams.set("from", isoDay(this.span[0]));
      to.searchParams.set("to", isoDay(this.span[1]));
    }
    const all = make("p", {}, make("a", { href: to.href, textContent: "All of them in the list" }));
    this.show(words, near, make("p", { textContent: "Loading …" }));
    try {
      const rows = [...(await page(to.href)).querySelectorAll(".incidents tbody tr")].slice(0, 50);
      const items = rows.map((row) => {
        const link = row.querySelector('a[href^="/incidents/"]');
        const cell = (label) => row.querySelector(`[data-label="${label}"]`)?.textContent.trim() ?? "";
        return make("li", {}, make("a", { href: link.getAttribute("href"), textContent: link.textContent }), ` ${cell("When")}, ${cell("Where")}`);
      });
      this.show(words, near, make("ol", {}, ...items), all);
    } catch (fault) {
      this.show(words, near, make("p", { textContent: fault.message }), all);
    }
  }

  show(words, near, ...inside) {
    const close = make("button", { type: "button", textContent: "Close", onclick: () => this.close() });
    this.side.replaceChildren(make("div", { className: "side-head" }, make("p", { textContent: words }), close), ...(near ? [near] : []), ...inside);
    this.side.hidden = false;
    this.live.classList.add("open");
    say(words);
  }

  close() {
    this.side.hidden = true;
    this.live.classList.remove("open");
    this.stage.focus({ preventScroll: true });
  }

  // Moving.

  /** Changes the view; about: the point of the stage that stays where it is. */
  move(change, about) {
    const before = this.place();
    const point = about && { x: before.x + (about[0] - this.width / 2) / before.kx, y: before.y - (about[1] - this.height / 2) / before.ky };
    change(before);
    this.view.zoom = between(furthest, this.view.zoom, nearest);
    if (point) {
      for (let i = 0; i < 2; i++) {
        const { kx, ky } = this.place();
        this.view.lon = point.x - (about[0] - this.width / 2) / kx;
        this.view.lat = latitude(point.y + (about[1] - this.height / 2) / ky);
      }
    }
    this.view.lon = between(-180, this.view.lon, 180);
    this.view.lat = between(-84, this.view.lat, 84);
    this.moved = performance.now();
    this.hint();
    this.ask();
  }

  pan(dx, dy) {
    this.move(({ x, y, kx, ky }) => {
      this.view.lon = x - dx / kx;
      this.view.lat = latitude(y + dy / ky);
    });
  }

  zoom(by, about = [this.width / 2, this.height / 2]) {
    const from = this.view.zoom, to = between(furthest, from + by, nearest);
    this.flight = { begun: 0, go: (t) => this.move(() => (this.view.zoom = from + (to - from) * t), about) };
    this.ask();
  }

  fly(to) {
    const from = { ...this.view }, y = upward(from.lat), end = { ...to, zoom: between(furthest, to.zoom, nearest) };
    this.flight = { begun: 0, go: (t) => this.move(() => {
      this.view.zoom = from.zoom + (end.zoom - from.zoom) * t;
      this.view.lon = from.lon + (to.lon - from.lon) * t;
      this.view.lat = latitude(y + (upward(end.lat) - y) * t);
    }) };
    this.ask();
  }

  advance(now) {
    const f = this.flight;
    f.begun ||= now;
    const t = still.matches ? 1 : Math.min((now - f.begun) / 240, 1);
    f.go(t * (2 - t));
    if (t === 1) this.flight = null;
  }

  under(x, y) { return this.drawn.findLast((d) => Math.hypot(d.x - x, d.y - y) < Math.max(d.r, 8) + 2); }

  areaUnder(x, y) {
    const v = this.place(), px = v.x + (x - this.width / 2) / v.kx, py = v.y - (y - this.height / 2) / v.ky;
    this.pen.resetTransform();
    return this.hatched.findLast(({ area }) => this.pen.isPointInPath((area.path ??= pathOf(this.base, area)), px, py, "evenodd"));
  }

  listen() {
    const { stage, pointers } = this;
    const spot = (e) => {
      const box = this.canvas.getBoundingClientRect();
      return [e.clientX - box.left, e.clientY - box.top];
    };
    stage.addEventListener("pointerdown", (e) => {
      if (e.target !== this.canvas || e.button) return;
      stage.setPointerCapture(e.pointerId);
      pointers.set(e.pointerId, spot(e));
      this.flight = null;
      this.dragged = false;
      stage.classList.add("moving");
    });
    stage.addEventListener("pointermove", (e) => {
      const now = spot(e), was = pointers.get(e.pointerId);
      if (!was) return this.look(...now);
      if (!this.dragged && pointers.size === 1 && Math.hypot(now[0] - was[0], now[1] - was[1]) < 4) return;
      this.dragged = true;
      const other = [...pointers].find(([id]) => id !== e.pointerId)?.[1];
      if (other) {
        const wide = (p) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
        this.move(() => (this.view.zoom += Math.log2(wide(now) / wide(was))), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
      }
      const half = other ? 0.5 : 1;
      this.pan((now[0] - was[0]) * half, (now[1] - was[1]) * half);
      pointers.set(e.pointerId, now);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      stage.addEventListener(end, (e) => {
        if (!pointers.delete(e.pointerId)) return;
        stage.classList.toggle("moving", pointers.size > 0);
        if (end === "pointerup" && !this.dragged) this.click(...spot(e));
        this.ask();
      });
    }
    stage.addEventListener("dblclick", (e) => e.target === this.canvas && this.zoom(1, spot(e)));
    stage.addEventListener("wheel", (e) => {
      if (!e.ctrlKey && !e.metaKey && !stage.contains(document.activeElement)) return;
      e.preventDefault();
      this.flight = null;
      this.move(() => (this.view.zoom -= e.deltaY * (e.deltaMode ? 0.05 : e.ctrlKey ? 0.01 : 0.002)), spot(e));
    }, { passive: false });
    stage.addEventListener("pointerleave", () => this.hint());
    stage.addEventListener("keydown", (e) => {
      const step = 80, arrows = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      if (arrows[e.key]) this.pan(...arrows[e.key]);
      else if (e.key === "+" || e.key === "=") this.zoom(1);
      else if (e.key === "-" || e.key === "_") this.zoom(-1);
      else if (e.key === "0") this.fly(this.home);
      else if (e.key === "Escape") this.close();
      else return;
      e.preventDefault();
    });
  }

  look(x, y) {
    const d = this.under(x, y), a = !d && this.areaUnder(x, y);
    this.canvas.style.cursor = d || a ? "pointer" : "";
    this.hint(d ?? (a && { x, y }), a ? areaWords(this.marks, a.n) : undefined);
  }

  click(x, y) {
    this.stage.focus({ preventScroll: true });
    const d = this.under(x, y), a = !d && this.areaUnder(x, y);
    if (d) this.open(d.c);
    else if (a) this.listed(areaWords(this.marks, a.n), null, new URL(this.marks.data.Areas[a.n - this.marks.places].Link, location.href));
  }
}

/** The middle of the largest ring of an area, by its frame, and the lesser side of that. */
function middle(base, area) {
  let best = [0, 0, 0], box;
  outline(base, area, 1, (x, y, first) => {
    box = first ? [x, y, x, y] : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    const side = Math.min(box[2] - box[0], box[3] - box[1]);
    if (side > best[2]) best = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, side];
  });
  return best;
}

function pathOf(base, area) {
  const path = new Path2D();
  outline(base, area, 1, (x, y, first) => (first ? path.moveTo(x, y) : path.lineTo(x, y)));
  return path;
}
