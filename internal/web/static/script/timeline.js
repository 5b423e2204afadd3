// The timeline, alive: the drawing from Go gives way to a canvas that zooms from a day to all there is, pans, steps through
// the incidents, and brushes a span of time, which narrows all views. A lane draws each incident where it has room, from
// its first to its last possible day (solid: one day; hatched: longer; hollow: not counted), and counts them where not.

import { edges, fit, iso, label, parse, period, start, words, FIRST, LAST } from "./calendar.js";
import { go } from "./explore.js";
import { page } from "./part.js";
import { within } from "./span.js";

const AXIS = 30, HEAD = 18, FOOT = 6, LEAST = 4, THIN = 3, THICK = 8; // pixels

/** @param {HTMLElement} element with the drawing, and data-source, data-from, data-to */
export async function attach(element) {
  const answer = await fetch(element.dataset.source);
  if (!answer.ok) throw new Error(`${element.dataset.source}: ${answer.status}`);
  new Timeline(element, await answer.json());
}

/** The columns as arrays that can be walked fast. */
function read(data) {
  const n = data.From.length;
  const all = { n, from: new Int32Array(n), to: new Int32Array(n), counts: new Uint8Array(n), exact: new Uint8Array(n), ids: data.IDs, in: data.In };
  let day = data.First;
  for (let i = 0; i < n; i++) {
    all.from[i] = day += data.From[i];
    all.to[i] = day + data.More[i];
    all.counts[i] = data.Flags.charCodeAt(i) & 1;
    all.exact[i] = (data.Flags.charCodeAt(i) >> 1) & 1;
  }
  all.lanes = data.Lanes.map((lane, k) => {
    const items = new Int32Array(lane.Count);
    let at = 0;
    for (let i = 0; i < n; i++) if ((data.In[i] >> k) & 1) items[at++] = i;
    return { name: lane.Name, items, rows: new Uint8Array(lane.Count) };
  });
  return all;
}

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

class Timeline {
  constructor(element, data) {
    this.all = read(data);
    this.whole = [data.First, data.Last + 1];
    this.span = [parse(element.dataset.from), parse(element.dataset.to) + 1];
    this.at = -1; // the incident that is stepped to
    this.brush = null; // [from, to], days
    this.pointers = new Map();
    this.build(element);
    this.listen();
    element.dataset.live = "yes";
    this.paint();
  }

  build(element) {
    const tools = make("div", "timeline-tools");
    for (const [name, title, act] of [["+", "Zoom in", () => this.zoom(0.5)], ["−", "Zoom out", () => this.zoom(2)], ["←", "Earlier", () => this.pan(-0.5)],
      ["→", "Later", () => this.pan(0.5)], ["All", "The whole span", () => this.show(...this.whole)]]) {
      const button = make("button", "", name);
      button.type = "button";
      button.setAttribute("aria-label", title);
      button.title = title;
      button.addEventListener("click", act);
      tools.append(button);
    }
    this.status = make("output", "timeline-status");
    tools.append(this.status);
    this.canvas = make("canvas", "timeline-canvas");
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "application");
    this.canvas.setAttribute("aria-label", "Timeline. Left and right arrow: incident before and after. Plus, minus: zoom. Page up, page down: earlier, later. Shift with arrows: pick a span; Enter narrows all views to it.");
    this.card = make("div", "timeline-card");
    this.card.setAttribute("aria-live", "polite");
    const hint = make("p", "aside", "Drag to move, drag along the axis (or with Shift) to narrow all views to a span; click a year to zoom. Wheel with Ctrl, or after a click. Keys: arrows step, + and − zoom, Shift with arrows picks a span, Enter narrows.");
    const live = make("div", "timeline-live");
    live.append(tools, this.canvas, hint, this.card);
    element.append(live);
    this.print = element.querySelector(".scroll");
  }

  listen() {
    const on = (name, act, options) => this.canvas.addEventListener(name, act.bind(this), options);
    on("wheel", this.wheel, { passive: false });
    on("pointerdown", this.press);
    on("pointermove", this.move);
    on("pointerup", this.release);
    on("pointercancel", this.release);
    on("pointerleave", () => this.say(""));
    on("keydown", this.key);
    on("focus", this.paint);
    on("blur", this.paint);
    new ResizeObserver(() => this.paint()).observe(this.canvas.parentElement);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  // --- the span that is shown

  x(day) { return ((day - this.span[0]) * this.width) / (this.span[1] - this.span[0]); }
  day(x) { return this.span[0] + (x * (this.span[1] - this.span[0])) / this.width; }

  /** Shows days from..to, from a day to all that the calendar has. */
  show(from, to) {
    const length = Math.min(Math.max(to - from, 1), LAST + 1 - FIRST);
    from = Math.min(Math.max(from, FIRST), LAST + 1 - length);
    this.span = [from, from + length];
    this.paint();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.keep(), 250);
  }

  zoom(by, around = this.width / 2) {
    const day = this.day(around);
    this.show(day - (day - this.span[0]) * by, day + (this.span[1] - day) * by);
  }

  pan(by) {
    const days = (this.span[1] - this.span[0]) * by;
    this.show(this.span[0] + days, this.span[1] + days);
  }

  /** Writes the zoom into the address, and into the links that take it with them. */
  keep() {
    if (!this.canvas.isConnected) return;
    const zoom = `${iso(Math.round(this.span[0]))}/${iso(Math.max(Math.round(this.span[1]) - 1, Math.round(this.span[0])))}`;
    const set = (address) => {
      const url = new URL(address, location.href);
      url.searchParams.delete("zoom");
      return `${url.pathname}${url.search}${url.search ? "&" : "?"}zoom=${zoom}`;
    };
    history.replaceState(history.state, "", set(location.href));
    for (const link of document.querySelectorAll("a[data-zoomed]")) link.setAttribute("href", set(link.href));
    const shown = document.querySelector(".timeline-span b");
    if (shown) shown.textContent = `${words(Math.round(this.span[0]))} to ${words(Math.round(this.span[1]) - 1)}`;
  }

  // --- drawing

  /** Draws at the next frame. */
  paint() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      const begun = performance.now();
      this.draw();
      this.canvas.dataset.ms = (performance.now() - begun).toFixed(1);
    });
  }

  size() {
    const width = this.canvas.parentElement.clientWidth, lanes = this.all.lanes.length;
    this.room = Math.max(48, Math.round(260 / lanes)); // for the marks of a lane
    const height = AXIS + lanes * (HEAD + this.room + FOOT), ratio = devicePixelRatio || 1;
    if (this.width === width && this.canvas.height === Math.round(height * ratio)) return;
    this.width = width;
    this.height = height;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.setProperty("height", `${height}px`);
  }

  colours() {
    const style = getComputedStyle(this.canvas);
    const ink = {};
    for (const name of ["ink", "soft", "rule", "bar", "focus", "paper", "said"]) ink[name] = style.getPropertyValue(`--${name}`).trim();
    ink.font = style.getPropertyValue("--sans");
    if (this.ink?.bar !== ink.bar) {
      const tile = new OffscreenCanvas(6, 6), c = tile.getContext("2d");
      c.strokeStyle = ink.bar;
      c.lineWidth = 1.4;
      c.stroke(new Path2D("M-1 1L1 -1M-1 7L7 -1M5 7L7 5"));
      ink.hatch = this.canvas.getContext("2d").createPattern(tile, "repeat");
      this.ink = ink;
    }
  }

  draw() {
    if (!this.canvas.isConnected) return;
    this.size();
    this.colours();
    const c = this.canvas.getContext("2d"), ratio = devicePixelRatio || 1;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, this.width, this.height);
    if (this.brush) {
      c.fillStyle = this.ink.said;
      c.fillRect(this.x(this.brush[0]), 0, Math.max(this.x(this.brush[1]) - this.x(this.brush[0]), 1), this.height);
    }
    this.axis(c);
    this.pack();
    this.step = fit(this.span[1] - this.span[0], this.width / 9);
    this.bounds = edges(this.step, Math.floor(this.span[0]), Math.ceil(this.span[1]) - 1);
    let most = 1;
    for (const lane of this.all.lanes) {
      this.look(lane);
      if (lane.full) most = Math.max(most, this.count(lane));
    }
    this.all.lanes.forEach((lane, k) => {
      const y = AXIS + k * (HEAD + this.room + FOOT);
      this.head(c, lane, y, most);
      if (lane.full) this.bars(c, lane, y + HEAD, most);
      else this.marks(c, lane, y + HEAD);
    });
  }

  axis(c) {
    const step = fit(this.span[1] - this.span[0], this.width / 78);
    this.ticks = edges(step, Math.floor(this.span[0]), Math.ceil(this.span[1]) - 1);
    c.textBaseline = "alphabetic";
    for (let i = 0; i + 1 < this.ticks.length; i++) {
      const x = this.x(this.ticks[i]), end = this.x(this.ticks[i + 1]);
      const [name, major] = label(step, this.ticks[i], i === 0);
      c.fillStyle = this.ink.rule;
      if (x >= 0) c.fillRect(Math.round(x), AXIS - 14, 1, this.height);
      c.fillStyle = major ? this.ink.ink : this.ink.soft;
      c.font = `${major ? 600 : 400} 11px ${this.ink.font}`;
      if (end - Math.max(x, 0) > c.measureText(name).width + 4) c.fillText(name, Math.max(x, 0) + 3, AXIS - 12);
    }
    c.fillStyle = this.ink.soft;
    c.fillRect(0, AXIS - 1, this.width, 1);
  }

  /** Gives each incident of each lane the highest row that is free at this scale, so that panning moves none. */
  pack() {
    const scale = this.width / (this.span[1] - this.span[0]), { from, to } = this.all;
    if (scale === this.scale) return;
    this.scale = scale;
    const least = (LEAST + 1) / scale, most = Math.floor(this.room / THIN), ends = new Float64Array(most);
    for (const { items, rows } of this.all.lanes) {
      ends.fill(-Infinity);
      for (let k = 0; k < items.length; k++) {
        const i = items[k], begin = from[i];
        let row = 0;
        while (row < most && ends[row] > begin) row++;
        rows[k] = row;
        if (row < most) ends[row] = begin + Math.max(to[i] + 1 - begin + 1 / scale, least);
      }
    }
  }

  /** Finds what of a lane is in view, and whether it is too full to draw each. */
  look(lane) {
    const [a, b] = this.span, { from, to } = this.all, most = Math.floor(this.room / THIN);
    let first = -1, last = -1, seen = 0, rows = 0;
    for (let k = 0; k < lane.items.length; k++) {
      const i = lane.items[k];
      if (from[i] >= b) break;
      if (to[i] < a) continue;
      if (first < 0) first = k;
      last = k;
      seen++;
      if (lane.rows[k] >= rows) rows = lane.rows[k] + 1;
    }
    Object.assign(lane, { first, last, seen, full: rows > most, high: Math.min(THICK, Math.max(THIN, this.room / rows)) });
  }

  /** Counts a full lane by step: what is certainly in it and what may be, counted and not. Returns the greatest. */
  count(lane) {
    const { from, to, counts } = this.all, { bounds } = this, n = bounds.length - 1;
    const bins = (lane.bins = { sure: new Int32Array(n), may: new Int32Array(n), rest: new Int32Array(n), restMay: new Int32Array(n) });
    let at = 0, most = 0;
    for (let k = lane.first; k >= 0 && k <= lane.last; k++) {
      const i = lane.items[k];
      if (to[i] < this.span[0]) continue;
      while (at + 1 < n && bounds[at + 1] <= from[i]) at++;
      if (from[i] >= bounds[at] && to[i] < bounds[at + 1]) (counts[i] ? bins.sure : bins.rest)[at]++;
      else for (let b = at; b < n && bounds[b] <= to[i]; b++) if (bounds[b + 1] > from[i]) (counts[i] ? bins.may : bins.restMay)[b]++;
    }
    for (let b = 0; b < n; b++) most = Math.max(most, bins.sure[b] + bins.may[b] + bins.rest[b] + bins.restMay[b]);
    return most;
  }

  head(c, lane, y, most) {
    c.fillStyle = this.ink.rule;
    c.fillRect(0, y, this.width, 1);
    c.fillStyle = this.ink.ink;
    c.font = `600 12px ${this.ink.font}`;
    c.fillText(lane.name, 0, y + 13, this.width - 60);
    const at = Math.min(c.measureText(lane.name).width, this.width - 60) + 8;
    c.fillStyle = this.ink.soft;
    c.font = `11px ${this.ink.font}`;
    const per = this.step.times === 1 ? this.step.unit : `${this.step.times} ${this.step.unit}s`;
    c.fillText(lane.full ? `${lane.seen.toLocaleString("en")}, by ${per}, full height ${most.toLocaleString("en")}` : lane.seen.toLocaleString("en"), at, y + 13, this.width - at);
  }

  bars(c, lane, y, most) {
    const { bins } = lane, { bounds } = this, foot = y + this.room;
    const high = (n) => (n ? Math.max(1.5, (n * this.room) / most) : 0);
    for (let b = 0; b + 1 < bounds.length; b++) {
      const x = Math.max(this.x(bounds[b]), 0), w = Math.max(this.x(bounds[b + 1]) - x - 1, 1);
      let top = foot;
      for (const [n, kind] of [[bins.sure[b], 3], [bins.may[b], 1], [bins.rest[b], 2], [bins.restMay[b], 0]]) {
        if (!n) continue;
        top -= high(n);
        this.box(c, kind, x, top, w, high(n));
      }
    }
  }

  marks(c, lane, y) {
    const { from, to, counts, exact } = this.all;
    for (let k = lane.first; k >= 0 && k <= lane.last; k++) {
      const i = lane.items[k];
      if (to[i] < this.span[0]) continue;
      const x = Math.max(this.x(from[i]), -9), w = Math.max(Math.min(this.x(to[i] + 1), this.width + 9) - x, LEAST), top = y + lane.rows[k] * lane.high;
      this.box(c, counts[i] | (exact[i] << 1), x, top, w, lane.high - 1);
      if (i === this.at) {
        c.strokeStyle = this.ink.focus;
        c.lineWidth = 2;
        c.strokeRect(x - 2, top - 2, w + 4, lane.high + 3);
      }
    }
  }

  /** One box: kind 3 counts and is exact, 1 counts, 2 is exact, 0 neither. */
  box(c, kind, x, y, w, h) {
    c.fillStyle = kind === 3 ? this.ink.bar : kind === 1 ? this.ink.hatch : this.ink.paper;
    c.fillRect(x, y, w, h);
    if (kind === 3 || h < 2) return;
    c.strokeStyle = this.ink.bar;
    c.lineWidth = 1;
    if (kind === 0) c.setLineDash([2, 2]);
    c.strokeRect(x + 0.5, y + 0.5, Math.max(w - 1, 1), Math.max(h - 1, 1));
    if (kind === 0) c.setLineDash([]);
  }

  // --- what is under a point

  /** The incident, or the step of a full lane, at a point. */
  under(x, y) {
    const k = Math.floor((y - AXIS) / (HEAD + this.room + FOOT)), lane = this.all.lanes[k];
    if (y < AXIS || !lane || !lane.seen) return null;
    if (lane.full) {
      const b = this.bounds.findLastIndex((day) => day <= this.day(x));
      return b >= 0 && b + 1 < this.bounds.length ? { lane, bin: b } : null;
    }
    const row = Math.floor((y - AXIS - k * (HEAD + this.room + FOOT) - HEAD) / lane.high), { from, to } = this.all;
    for (let n = lane.last; n >= lane.first && n >= 0; n--) {
      const i = lane.items[n], left = this.x(from[i]);
      if (lane.rows[n] === row && x >= left - 2 && x <= Math.max(this.x(to[i] + 1), left + LEAST) + 2) return { lane, incident: i };
    }
    return null;
  }

  told(hit) {
    if (hit.incident !== undefined) return `${hit.lane.name}: ${this.when(hit.incident)}`;
    const { sure, may, rest, restMay } = hit.lane.bins, b = hit.bin;
    let out = `${hit.lane.name}, ${period(this.step, this.bounds[b])}: ${sure[b]} incidents`;
    if (may[b]) out += `, and ${may[b]} that may lie in it`;
    if (rest[b] + restMay[b]) out += `; not counted: ${rest[b]}${restMay[b] ? `, and ${restMay[b]} that may lie in it` : ""}`;
    return out;
  }

  when(i) {
    const { from, to, exact, counts } = this.all;
    const days = from[i] === to[i] ? `${words(from[i])}${exact[i] ? "" : ", about or inferred"}` : `some day from ${words(from[i])} to ${words(to[i])}`;
    return days + (counts[i] ? "" : "; not counted");
  }

  say(text) { if (this.status.textContent !== text) this.status.textContent = text; }

  // --- the pointer

  wheel(event) {
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.pan(event.deltaX / this.width);
    } else if (event.ctrlKey || event.metaKey || document.activeElement === this.canvas) {
      event.preventDefault();
      this.zoom(Math.exp(event.deltaY / 400), event.offsetX);
    }
  }

  press(event) {
    if (event.button) return;
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    const brushes = event.offsetY < AXIS || event.shiftKey;
    this.drag = { x: event.offsetX, y: event.offsetY, day: this.day(event.offsetX), moved: false, brushes };
  }

  move(event) {
    const was = this.pointers.get(event.pointerId);
    if (!was) {
      const hit = this.under(event.offsetX, event.offsetY);
      this.canvas.style.setProperty("cursor", event.offsetY < AXIS ? "ew-resize" : hit ? "pointer" : "grab");
      this.say(hit ? this.told(hit) : "");
      return;
    }
    const now = { x: event.offsetX, y: event.offsetY };
    this.drag.moved ||= Math.hypot(now.x - this.drag.x, now.y - this.drag.y) > 4;
    if (this.pointers.size === 2) this.pinch(event.pointerId, was, now);
    else if (this.drag.moved && this.drag.brushes) this.sweep(this.drag.day, this.day(now.x));
    else if (this.drag.moved) this.pan((was.x - now.x) / this.width);
    this.pointers.set(event.pointerId, now);
  }

  pinch(id, was, now) {
    let other;
    for (const [key, at] of this.pointers) if (key !== id) other = at;
    const before = Math.abs(was.x - other.x), after = Math.abs(now.x - other.x);
    this.drag.moved = true;
    this.brush = null;
    this.drag.brushes = false;
    if (before > 8 && after > 8) this.zoom(before / after, (now.x + other.x) / 2);
    this.pan((was.x - now.x) / 2 / this.width);
  }

  release(event) {
    if (!this.pointers.delete(event.pointerId) || this.pointers.size) return;
    const { moved, brushes } = this.drag;
    if (event.type === "pointercancel") this.brush = null;
    else if (moved && brushes && this.brush) this.narrow();
    else if (!moved) this.click(event.offsetX, event.offsetY);
    this.paint();
  }

  click(x, y) {
    if (y < AXIS) {
      const i = this.ticks.findLastIndex((day) => day <= this.day(x));
      if (i >= 0 && i + 1 < this.ticks.length) this.show(this.ticks[i], this.ticks[i + 1]);
      return;
    }
    const hit = this.under(x, y);
    if (hit?.incident !== undefined) this.open(hit.incident);
    else if (hit) this.show(this.bounds[hit.bin], this.bounds[hit.bin + 1]);
  }

  // --- the brush

  /** Brushes whole days from one to another, in either order. */
  sweep(a, b) {
    this.brush = [Math.floor(Math.min(a, b)), Math.floor(Math.max(a, b)) + 1].map((day) => Math.min(Math.max(day, FIRST), LAST + 1));
    const { n, from, to } = this.all;
    let inside = 0;
    for (let i = 0; i < n; i++) if (from[i] < this.brush[1] && to[i] >= this.brush[0]) inside++;
    this.say(`${words(this.brush[0])} to ${words(this.brush[1] - 1)}: ${inside.toLocaleString("en")} incidents`);
    this.paint();
  }

  async narrow() {
    clearTimeout(this.later);
    await go(within(iso(this.brush[0]), iso(this.brush[1] - 1)));
    document.querySelector(".timeline-tools button")?.focus({ preventScroll: true });
  }

  // --- the keyboard

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const acts = { "+": () => this.zoom(0.5), "=": () => this.zoom(0.5), "-": () => this.zoom(2), 0: () => this.show(...this.whole), PageUp: () => this.pan(-0.8),
      PageDown: () => this.pan(0.8), Home: () => this.open(0), End: () => this.open(this.all.n - 1), Escape: () => this.forget(), Enter: () => this.enter() };
    if (event.altKey || (event.ctrlKey && !step)) return;
    if (step && event.ctrlKey) this.pan(step * 0.2);
    else if (step && event.shiftKey) this.stretch(step);
    else if (step) this.open(this.next(step));
    else if (acts[event.key]) acts[event.key]();
    else return;
    event.preventDefault();
  }

  /** The incident before or after the one that is stepped to, or the first in view. */
  next(step) {
    const { n, from } = this.all;
    if (this.at >= 0) return Math.min(Math.max(this.at + step, 0), n - 1);
    const first = from.findIndex((day) => day >= this.span[0]);
    return first < 0 ? n - 1 : step > 0 ? first : Math.max(first - 1, 0);
  }

  /** Moves the end of the brush, which begins at the incident stepped to, or in the middle. */
  stretch(step) {
    const by = fit(this.span[1] - this.span[0], 40);
    if (!this.brush) {
      const day = this.at >= 0 ? this.all.from[this.at] : Math.floor(this.day(this.width / 2));
      this.anchor = start(by, day);
      this.end = this.anchor;
    }
    this.end = step > 0 ? start(by, this.end, 1) : start(by, this.end - 1);
    if (this.end === this.anchor) this.end = step > 0 ? start(by, this.end, 1) : start(by, this.end - 1);
    this.sweep(Math.min(this.anchor, this.end), Math.max(this.anchor, this.end) - 1);
    if (this.end < this.span[0] || this.end > this.span[1]) this.pan(step * 0.3);
  }

  enter() {
    if (this.brush) this.narrow();
    else this.card.querySelector("a")?.focus();
  }

  forget() {
    this.brush = null;
    this.at = -1;
    this.card.replaceChildren();
    this.paint();
  }

  // --- the card

  /** Steps to an incident, brings it into view, and shows it in short. */
  async open(i) {
    if (i < 0 || i >= this.all.n) return;
    this.at = i;
    const { from, to } = this.all, [a, b] = this.span;
    if (from[i] >= b || to[i] < a) this.show(from[i] - (b - a) / 2, from[i] + (b - a) / 2);
    this.paint();
    this.say(`${i + 1} of ${this.all.n.toLocaleString("en")}: ${this.when(i)}`);
    const found = await page(`/incidents/${this.all.ids.slice(16 * i, 16 * i + 16)}/card`).catch(() => null);
    if (this.at !== i) return; // stepped on
    const card = found?.querySelector(".card");
    if (card) this.card.replaceChildren(document.adoptNode(card));
    else this.card.replaceChildren(make("p", "none", "This incident cannot be shown just now."));
  }
}
