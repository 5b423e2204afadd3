// The timeline, alive: the drawing from Go gives way to a canvas that zooms from a day to all there is, pans, steps through
// the incidents, and brushes a span of time, which narrows all views. A lane draws each incident where it has room, from
// its first to its last possible day (solid: one day; hatched: longer; hollow: not counted), and counts them where not.

import { edges, fit, iso, label, parse, start, words, FIRST, LAST } from "./calendar.js";
import { between, Surface, unroll } from "./canvas.js";
import { go } from "./explore.js";
import { address, data, get, keep, make } from "./page.js";

const AXIS = 30, HEAD = 18, FOOT = 6, LEAST = 4, THIN = 3, THICK = 8; // pixels

export async function attach(element) {
	new Timeline(element, read(await data(element.dataset.source)));
}

/** The columns as arrays that can be walked fast. */
function read(sent) {
	const { First, Last, From, Flags, IDs, In, Lanes } = sent;
	const n = From.length, all = [...From.keys()], kinds = Uint8Array.from(Flags, (flag) => flag & 3);
	const lanes = Lanes.map(({ Name }, k) => {
		const items = all.filter((i) => (In[i] >> k) & 1);
		return { name: Name, items, rows: new Uint8Array(items.length) };
	});
	return { n, ...unroll(sent), kinds, ids: IDs, lanes, whole: [First, Last + 1] };
}

class Timeline extends Surface {
	at = -1; // the incident that is stepped to
	brush = null; // [from, to], days

	constructor(element, all) {
		const box = element.querySelector("template").content.firstElementChild.cloneNode(true), canvas = box.querySelector("canvas");
		super(canvas, canvas, box);
		Object.assign(this, { all, status: box.querySelector("output"), card: box.querySelector(".timeline-card") });
		this.span = [parse(element.dataset.from), parse(element.dataset.to) + 1];
		element.append(box);
		element.dataset.live = "yes";
		this.live();
	}

	earlier() { this.pan(-0.5); }
	later() { this.pan(0.5); }

	// --- the span that is shown

	x(day) { return ((day - this.span[0]) * this.width) / (this.span[1] - this.span[0]); }
	day(x) { return this.span[0] + (x * (this.span[1] - this.span[0])) / this.width; }

	/** Shows days from..to, from a day to all that the calendar has. */
	show(from, to) {
		const length = between(1, to - from, LAST + 1 - FIRST);
		from = between(FIRST, from, LAST + 1 - length);
		this.span = [from, from + length];
		this.paint();
		clearTimeout(this.keeping);
		this.keeping = setTimeout(() => this.tell(), 250);
	}

	whole() { this.show(...this.all.whole); }

	scale(by, [x] = [this.width / 2]) {
		const day = this.day(x);
		this.show(day - (day - this.span[0]) / by, day + (this.span[1] - day) / by);
	}

	shift(dx) { this.pan(-dx / this.width); }

	pan(by) {
		const days = (this.span[1] - this.span[0]) * by;
		this.show(this.span[0] + days, this.span[1] + days);
	}

	/** Says which days are shown. */
	tell() {
		if (!this.canvas.isConnected) return;
		const from = Math.round(this.span[0]), to = Math.max(Math.round(this.span[1]) - 1, from);
		keep({ zoom: `${iso(from)}/${iso(to)}` });
		document.querySelector(".timeline-span b").textContent = `${words(from)} to ${words(to)}`;
	}

	// --- drawing

	resize() {
		const lanes = this.all.lanes.length;
		this.room = Math.max(48, Math.round(260 / Math.max(lanes, 1))); // for the marks of a lane
		this.pitch = HEAD + this.room + FOOT;
		const height = AXIS + lanes * this.pitch;
		this.canvas.style.height = `${height}px`;
		this.fit(this.canvas.clientWidth, height);
		this.stripes = this.hatch(6);
		this.paint();
	}

	draw() {
		const c = this.pen;
		c.clearRect(0, 0, this.width, this.height);
		c.fillStyle = this.inks.said;
		if (this.brush) {
			const [left, right] = this.brush.map((day) => this.x(day));
			c.fillRect(left, 0, Math.max(right - left, 1), this.height);
		}
		this.axis(c);
		this.pack();
		this.step = fit(this.span, this.width / 9);
		this.bounds = edges(this.step, this.span);
		let most = 1;
		for (const lane of this.all.lanes) {
			this.look(lane);
			if (lane.full) most = Math.max(most, this.count(lane));
		}
		this.all.lanes.forEach((lane, k) => {
			const y = AXIS + k * this.pitch;
			this.head(c, lane, y, most);
			if (lane.full) this.bars(c, lane, y + HEAD, most);
			else this.marks(c, lane, y + HEAD);
		});
	}

	axis(c) {
		const step = fit(this.span, this.width / 78);
		this.ticks = edges(step, this.span);
		c.textBaseline = "alphabetic";
		for (let i = 0; i + 1 < this.ticks.length; i++) {
			const x = this.x(this.ticks[i]), end = this.x(this.ticks[i + 1]);
			const name = label(step, this.ticks[i], i === 0), year = /\d{3}$/.test(name);
			c.fillStyle = this.inks.rule;
			if (x >= 0) c.fillRect(Math.round(x), AXIS - 14, 1, this.height);
			this.font(year ? "ink" : "soft", 11, year);
			if (end - Math.max(x, 0) > c.measureText(name).width + 4) c.fillText(name, Math.max(x, 0) + 3, AXIS - 12);
		}
		c.fillStyle = this.inks.soft;
		c.fillRect(0, AXIS - 1, this.width, 1);
	}

	/** Gives each incident of each lane the highest row that is free at this scale, so that panning moves none. */
	pack() {
		const scale = this.width / (this.span[1] - this.span[0]), { from, to } = this.all;
		if (scale === this.packed) return;
		this.packed = scale;
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

	/** Finds which items of a lane are in view, and whether they are too many to draw each. */
	look(lane) {
		const [a, b] = this.span, { from, to } = this.all;
		let rows = 0;
		lane.seen = [];
		for (let k = 0; k < lane.items.length && from[lane.items[k]] < b; k++) {
			if (to[lane.items[k]] < a) continue;
			lane.seen.push(k);
			rows = Math.max(rows, lane.rows[k] + 1);
		}
		Object.assign(lane, { full: rows > this.room / THIN, high: between(THIN, this.room / rows, THICK) });
	}

	/** Counts a full lane by step and kind of box, of which 2 stands for what is certainly in it. Returns the greatest. */
	count(lane) {
		const { from, to, kinds } = this.all, { bounds } = this, n = bounds.length - 1;
		const bins = (lane.bins = Array.from({ length: n }, () => [0, 0, 0, 0]));
		let at = 0;
		for (const k of lane.seen) {
			const i = lane.items[k], counts = kinds[i] & 1;
			while (at + 1 < n && bounds[at + 1] <= from[i]) at++;
			if (from[i] >= bounds[at] && to[i] < bounds[at + 1]) bins[at][counts + 2]++;
			else for (let b = at; b < n && bounds[b] <= to[i]; b++) if (bounds[b + 1] > from[i]) bins[b][counts]++;
		}
		return bins.reduce((most, [a, b, c, d]) => Math.max(most, a + b + c + d), 0);
	}

	head(c, lane, y, most) {
		c.fillStyle = this.inks.rule;
		c.fillRect(0, y, this.width, 1);
		this.font("ink", 12, true);
		c.fillText(lane.name, 0, y + 13, this.width - 60);
		const at = Math.min(c.measureText(lane.name).width, this.width - 60) + 8;
		this.font("soft", 11);
		const { times, unit } = this.step, per = times === 1 ? unit : `${times} ${unit}s`, seen = lane.seen.length.toLocaleString("en");
		c.fillText(lane.full ? `${seen}, by ${per}, full height ${most.toLocaleString("en")}` : seen, at, y + 13, this.width - at);
	}

	bars(c, lane, y, most) {
		lane.bins.forEach((bin, b) => {
			const x = Math.max(this.x(this.bounds[b]), 0), w = Math.max(this.x(this.bounds[b + 1]) - x - 1, 1);
			let top = y + this.room;
			for (const kind of [3, 1, 2, 0]) {
				const high = bin[kind] && Math.max(1.5, (bin[kind] * this.room) / most);
				if (high) this.box(c, kind, x, (top -= high), w, high);
			}
		});
	}

	marks(c, lane, y) {
		for (const k of lane.seen) {
			const i = lane.items[k], [x, w] = this.bar(i), top = y + lane.rows[k] * lane.high;
			this.box(c, this.all.kinds[i], x, top, w, lane.high - 1);
			if (i !== this.at) continue;
			c.strokeStyle = this.inks.focus;
			c.lineWidth = 2;
			c.strokeRect(x - 2, top - 2, w + 4, lane.high + 3);
		}
	}

	/** Where the mark of an incident begins, and how wide it is, as far as it shows. */
	bar(i) {
		const left = Math.max(this.x(this.all.from[i]), -9);
		return [left, Math.max(Math.min(this.x(this.all.to[i] + 1), this.width + 9) - left, LEAST)];
	}

	/** One box: kind 3 counts and is exact, 1 counts, 2 is exact, 0 neither. */
	box(c, kind, x, y, w, h) {
		c.fillStyle = kind === 3 ? this.inks.bar : kind === 1 ? this.stripes : this.inks.paper;
		c.fillRect(x, y, w, h);
		if (kind === 3 || h < 2) return;
		c.strokeStyle = this.inks.bar;
		c.lineWidth = 1;
		c.setLineDash(kind ? [] : [2, 2]);
		c.strokeRect(x + 0.5, y + 0.5, Math.max(w - 1, 1), Math.max(h - 1, 1));
		c.setLineDash([]);
	}

	// --- what is under a point

	/** The incident, or the step of a full lane, at a point. */
	under(x, y) {
		const k = Math.floor((y - AXIS) / this.pitch), lane = this.all.lanes[k];
		if (!lane) return null;
		if (lane.full) {
			const bin = this.stepAt(this.bounds, x);
			return bin < 0 ? null : { lane, bin };
		}
		const row = Math.floor((y - AXIS - k * this.pitch - HEAD) / lane.high);
		const hit = lane.seen.findLast((n) => {
			const [left, wide] = this.bar(lane.items[n]);
			return lane.rows[n] === row && x >= left - 2 && x <= left + wide + 2;
		});
		return hit === undefined ? null : { lane, incident: lane.items[hit] };
	}

	/** Which of the steps between edges a point across lies in; -1 for none. */
	stepAt(edges, x) {
		const i = edges.findLastIndex((day) => day <= this.day(x));
		return i + 1 < edges.length ? i : -1;
	}

	told(hit) {
		if (hit.incident !== undefined) return `${hit.lane.name}: ${this.when(hit.incident)}`;
		const [outMay, may, out, sure] = hit.lane.bins[hit.bin], also = (n) => (n ? `, and ${n} that may lie in it` : "");
		return `${hit.lane.name}, ${this.period(hit.bin)}: ${sure} incidents${also(may)}${out + outMay ? `; not counted: ${out}${also(outMay)}` : ""}`;
	}

	period(bin) {
		const first = words(this.bounds[bin]), last = words(this.bounds[bin + 1] - 1);
		return first === last ? first : `${first} to ${last}`;
	}

	when(i) {
		const { from, to, kinds } = this.all, first = words(from[i]), last = words(to[i]);
		const days = first === last ? first + (kinds[i] & 2 ? "" : ", about or inferred") : `some day from ${first} to ${last}`;
		return days + (kinds[i] & 1 ? "" : "; not counted");
	}

	say(text) { this.status.textContent = text; }

	// --- the pointer

	over(at) {
		const hit = at && this.under(...at);
		this.canvas.style.cursor = at?.[1] < AXIS ? "ew-resize" : hit ? "pointer" : "grab";
		this.say(hit ? this.told(hit) : "");
	}

	click(x, y) {
		const hit = this.under(x, y), edges = y < AXIS ? this.ticks : this.bounds, i = this.stepAt(edges, x);
		if (hit?.incident !== undefined) this.open(hit.incident);
		else if (i >= 0 && (y < AXIS || hit)) this.show(edges[i], edges[i + 1]);
	}

	// --- the brush

	brushes([, y], event) { return y < AXIS || event.shiftKey; }

	sweep(a, b) { this.pick(this.day(a[0]), this.day(b[0])); }

	swept(dropped) {
		if (dropped) this.brush = null;
		else this.narrow();
	}

	/** Brushes whole days from one to another, in either order. */
	pick(a, b) {
		const [first, end] = (this.brush = [Math.floor(Math.min(a, b)), Math.floor(Math.max(a, b)) + 1].map((day) => between(FIRST, day, LAST + 1)));
		const inside = this.all.from.filter((day, i) => day < end && this.all.to[i] >= first).length;
		this.say(`${words(first)} to ${words(end - 1)}: ${inside.toLocaleString("en")} incidents`);
		this.paint();
	}

	async narrow() {
		clearTimeout(this.keeping);
		await go(address({ from: iso(this.brush[0]), to: iso(this.brush[1] - 1), zoom: "", skip: "" }));
		document.querySelector(".timeline-tools button")?.focus({ preventScroll: true });
	}

	// --- the keyboard

	keys(event) {
		const step = (by) => () => {
			if (event.ctrlKey) this.pan(by * 0.2);
			else if (event.shiftKey) this.stretch(by);
			else this.open(this.next(by));
		};
		return { ArrowLeft: step(-1), ArrowRight: step(1), PageUp: () => this.pan(-0.8), PageDown: () => this.pan(0.8), Home: () => this.open(0),
			End: () => this.open(this.all.n - 1), Escape: () => this.forget(), Enter: () => this.enter() };
	}

	/** The incident before or after the one that is stepped to, or the first in view. */
	next(step) {
		const { n, from } = this.all;
		if (this.at >= 0) return between(0, this.at + step, n - 1);
		const first = from.findIndex((day) => day >= this.span[0]);
		return first < 0 ? n - 1 : first;
	}

	/** Brushes the step in which the incident stepped to is, or the middle; then moves one end of the brush, with that step in it. */
	stretch(step) {
		const by = fit(this.span, 40);
		if (!this.brush) this.anchor = this.end = start(by, this.at >= 0 ? this.all.from[this.at] : Math.floor(this.day(this.width / 2)));
		else this.end = step > 0 ? start(by, this.end, 1) : start(by, this.end - 1);
		this.pick(Math.min(this.anchor, this.end), start(by, Math.max(this.anchor, this.end), 1) - 1);
		if (this.end < this.span[0] || this.end > this.span[1]) this.pan(step * 0.3);
	}

	enter() {
		if (this.brush) this.narrow();
		else this.card.querySelector("a")?.focus();
	}

	forget() {
		Object.assign(this, { brush: null, at: -1 });
		this.card.replaceChildren();
		this.paint();
	}

	// --- the card

	/** Steps to an incident, brings it into view, and shows it in short. */
	async open(i) {
		this.at = i;
		const { from, to } = this.all, [a, b] = this.span;
		if (from[i] >= b || to[i] < a) this.show(from[i] - (b - a) / 2, from[i] + (b - a) / 2);
		this.paint();
		this.say(`${i + 1} of ${this.all.n.toLocaleString("en")}: ${this.when(i)}`);
		const found = await get(`/incidents/${this.all.ids.slice(16 * i, 16 * i + 16)}/card`).catch(() => null);
		if (this.at !== i) return; // stepped on
		this.card.replaceChildren(found?.querySelector(".card") ?? make("p", { className: "none" }, "This incident cannot be shown just now."));
	}
}
