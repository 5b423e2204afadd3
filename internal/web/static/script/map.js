// The map of a selection, alive: it pans, zooms, opens clusters, and narrows what is drawn to a span of days. The ground is
// drawn aside, in slices of a few milliseconds, and moved as a picture; marks are drawn anew in each frame. The map as Go
// drew it stays if anything cannot be loaded.

import { iso } from "./calendar.js";
import { between, Surface } from "./canvas.js";
import { open } from "./drawer.js";
import { areaWords, cluster, clusterWords, incidents, readMarks, tally } from "./mapmarks.js";
import { address, button, data, keep, make } from "./page.js";
import { drawTerrain, latitude, levelOf, pathOf, scales, STEPS, upward } from "./terrain.js";

const nearest = 9, furthest = 0, more = 1.7; // more: than is seen is drawn of the ground, so many times the width and height
const mostPlaces = 12; // of a mark whose incidents are listed; one of more is zoomed into

const short = new Intl.NumberFormat("en", { notation: "compact" });

export async function attach(room) {
	const [terrain, marks] = await Promise.all([data(`${room.dataset.base}&level=2`), data(room.dataset.source)]);
	new LiveMap(room, terrain, readMarks(marks));
}

class LiveMap extends Surface {
	span = null;
	version = 0;
	drawn = [];
	level = 2; // of the terrain

	constructor(room, terrain, marks) {
		const box = room.querySelector("template").content.firstElementChild.cloneNode(true), one = (selector) => box.querySelector(selector);
		super(one("canvas"), one(".map-stage"), box);
		Object.assign(this, { room, terrain, marks, list: one(".map-marks"), tip: one(".map-tip"), days: one(".map-time") });
		const [lat, lon, zoom] = room.dataset.at.split(",").map(Number);
		this.view = { lat, lon, zoom };
		this.slider();
		room.querySelector(".map-frame").replaceWith(box);
		this.stage.addEventListener("dblclick", (e) => e.target === this.canvas && this.scale(2, this.spot(e)));
		this.live();
	}

	slider() {
		const { first: min, last: max, dated } = this.marks;
		if (!dated || min === max) return this.days.remove();
		this.ends = [...this.days.querySelectorAll("input")];
		this.ends.forEach((end, i) => Object.assign(end, { min, max, value: i ? max : min, oninput: () => this.cut() }));
	}

	always() {
		for (const end of this.ends) end.value = end === this.ends[0] ? end.min : end.max;
		this.cut();
	}

	cut() {
		const { first, last } = this.marks;
		const days = this.ends.map((end) => Number(end.value)).sort((a, b) => a - b);
		this.span = days[0] === first && days[1] === last ? null : days;
		this.count();
		this.stale();
	}

	count() {
		const { places, data, count } = this.marks;
		const sum = tally(this.marks, this.span);
		this.version++;
		if (this.ends) this.tell(sum);
		this.hatched = data.Areas.map(({ Key, Whole = false }, i) => ({ n: places + i, whole: Whole, area: this.terrain.Areas[Key] }))
			.filter(({ n, area }) => area && count[n]).sort((a, b) => b.whole - a.whole);
		for (const one of this.hatched) one.fill = this.stripes(one.whole, count[one.n]);
		this.paint();
	}

	/** Says what lies in the span of days. */
	tell({ point, area, nowhere }) {
		const { first, last, rows, dated } = this.marks, [from, to] = (this.span ?? [first, last]).map(iso), left = rows - dated;
		for (const end of this.ends) end.ariaValueText = iso(end.value);
		this.days.querySelector("output").textContent = `${from} to ${to}: ${point} at a point, ${area} in an area only, ${nowhere} not placed` +
			(left && this.span ? `; left out: ${incidents(left)} without a fixed date` : "");
		Object.assign(this.days.querySelector("a"), { hidden: !this.span, href: address({ from, to, at: this.at() }) });
	}

	/** The hatching of so many: that of a country is wider, and leans the other way. */
	stripes(whole, n) {
		const pattern = this.hatch(Math.round((n >= 100 ? 6 : n >= 10 ? 10 : 16) * (whole ? 1.5 : 1)));
		if (whole) pattern.setTransform(new DOMMatrix([-1, 0, 0, 1, 0, 0]));
		return pattern;
	}

	resize() {
		const { clientWidth, clientHeight } = this.stage;
		this.fit(clientWidth, clientHeight);
		if (!this.home) {
			const fitted = Math.log2(between(0.3, Math.min(clientWidth / 960, clientHeight / 600), 1.5));
			this.view.zoom = between(furthest, this.view.zoom + (new URLSearchParams(location.search).has("at") ? 0 : fitted), nearest);
			this.home = { ...this.view };
		}
		this.count();
		this.stale();
		this.paintAt(performance.now()); // not to be blank until the next frame
	}

	stale() {
		this.ground = this.ground && { ...this.ground, old: true };
		this.work = null;
		this.paint();
	}

	/** The view as numbers for drawing: its middle, the pixels of a degree, and how far it reaches to each side. */
	place() {
		const [kx, ky] = scales(this.view);
		return { x: this.view.lon, y: upward(this.view.lat), kx, ky, wide: this.width / 2 / kx, tall: this.height / 2 / ky };
	}

	/** Where on the stage a position is, and the other way. */
	onto(v, x, y) { return [(x - v.x + v.wide) * v.kx, (v.y + v.tall - y) * v.ky]; }
	from(v, [x, y]) { return [v.x - v.wide + x / v.kx, v.y + v.tall - y / v.ky]; }

	draw(now) {
		const v = this.place(), { pen } = this, settled = !this.pointers.size && now - (this.moved ?? 0) > 120;
		this.underlay(v, settled);
		pen.fillStyle = this.inks.sea;
		pen.fillRect(0, 0, this.width, this.height);
		const g = this.ground;
		if (g) pen.drawImage(g.canvas, ...this.onto(v, g.x - g.wide, g.y + g.tall), 2 * g.wide * v.kx, 2 * g.tall * v.ky);
		this.drawMarks(v);
		if (settled && this.settledAs !== this.state()) this.settle();
		if (this.work || !settled || !g || g.old) this.paint();
	}

	/** Draws the ground for the view aside, for up to five milliseconds. */
	underlay(v, settled) {
		const g = this.ground, scale = g ? v.kx / g.kx : 0;
		const covers = g && Math.abs(g.x - v.x) <= g.wide - v.wide && Math.abs(g.y - v.y) <= g.tall - v.tall;
		const wanted = !g || g.old || !covers || (settled && Math.abs(scale - 1) > 0.01) || scale > 2 || scale < 0.5;
		if (wanted && !this.work) {
			if (settled) this.refine(levelOf(v.kx));
			const canvas = make("canvas", { width: this.canvas.width * more, height: this.canvas.height * more }), pen = canvas.getContext("2d", { alpha: false });
			pen.scale(this.ratio, this.ratio);
			this.work = { ...v, wide: v.wide * more, tall: v.tall * more, canvas, pen };
			this.work.steps = drawTerrain(this.terrain, this.work, this.inks, this.hatched);
		}
		const until = performance.now() + (g ? 5 : 60);
		while (this.work && performance.now() < until) {
			if (this.work.steps.next().done) {
				this.ground = this.work;
				this.work = null;
			}
		}
	}

	/** Gets finer outlines, if there are any for a scale and they are not here, and draws with them once they are. */
	async refine(level) {
		if (level >= this.level) return;
		this.level = level;
		this.terrain = await data(`${this.room.dataset.base}&level=${level}`).catch(() => this.terrain); // coarse ones are better than none
		this.count();
		this.stale();
	}

	drawMarks(v) {
		const step = Math.round(this.view.zoom * 2) / 2, near = Math.round(this.view.lat / 10) * 10;
		const key = `${step} ${near} ${this.version}`;
		if (this.clustered !== key) {
			this.clustered = key;
			this.clusters = cluster(this.marks, ...scales({ lat: near, zoom: step }));
		}
		this.pen.textAlign = "center";
		this.pen.textBaseline = "middle";
		this.font("ink", 12, true);
		for (const one of this.hatched) this.number(v, one);
		this.font("ink", 11);
		this.drawn = [];
		for (const c of this.clusters) {
			const [x, y] = this.onto(v, c.x, c.y);
			if (x < -30 || y < -30 || x > this.width + 30 || y > this.height + 30) continue;
			const r = c.count === 1 ? 4.5 : 9 + 3.2 * Math.log10(c.count);
			this.drawn.push({ c, x, y, r });
			this.mark(c, x, y, r);
		}
	}

	mark(c, x, y, r) {
		const { pen, inks } = this;
		const circle = (radius, colour, width, part = 1) => {
			pen.beginPath();
			pen.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * part);
			pen.strokeStyle = colour;
			pen.lineWidth = width;
		};
		if (c.count === 1) {
			const around = c.exact ? 0 : ((this.marks.data.Points[c.places[0]].Radius ?? 0) / 111200) * 2 ** this.view.zoom;
			if (around > 9) {
				circle(around, inks.bar, 0.8);
				pen.stroke();
			}
			if (c.exact) circle(4.5, inks.paper, 1);
			else circle(4, inks.bar, 1.8);
			pen.fillStyle = c.exact ? inks.bar : inks.paper;
			pen.fill();
			pen.stroke();
			return;
		}
		circle(r, inks.soft, 1);
		pen.fillStyle = inks.paper;
		pen.fill();
		pen.stroke();
		for (const [n, ...ring] of [[c.exact, r, inks.bar, 3], [c.reviewed, r - 3.5, inks.ink, 1.5]]) {
			circle(...ring, n / c.count);
			if (n) pen.stroke();
		}
		pen.fillStyle = inks.ink;
		pen.fillText(short.format(c.count), x, y);
	}

	number(v, { n, area }) {
		const [mx, my, size] = area.Middle.map((n) => n / STEPS), [x, y] = this.onto(v, mx, my);
		if (size * v.kx < 22 || x < 0 || y < 0 || x > this.width || y > this.height) return;
		const { pen, inks } = this;
		pen.lineWidth = 4;
		pen.strokeStyle = inks.land;
		pen.strokeText(this.marks.count[n], x, y);
		pen.fillStyle = inks.ink;
		pen.fillText(this.marks.count[n], x, y);
	}

	// What is said when the map comes to rest.

	state() { return `${this.at()} ${this.version} ${this.width}`; }
	at() { return `${this.view.lat.toFixed(3)},${this.view.lon.toFixed(3)},${this.view.zoom.toFixed(2)}`; }

	settle() {
		if (this.settledAs) keep({ at: this.at() });
		this.settledAs = this.state();
		const focus = document.activeElement.dataset.mark;
		const most = [...this.drawn].sort((a, b) => b.c.count - a.c.count).slice(0, 60).sort((a, b) => a.y - b.y || a.x - b.x);
		this.list.replaceChildren(...most.map((d) => {
			const mark = button("", () => this.open(d.c, mark), { ariaLabel: clusterWords(this.marks, d.c), onfocus: () => this.hint(d), onblur: () => this.hint() });
			mark.dataset.mark = d.c.places[0];
			Object.assign(mark.style, { width: `${2 * d.r}px`, height: `${2 * d.r}px`, transform: `translate(${d.x - d.r}px, ${d.y - d.r}px)` });
			return make("li", {}, mark);
		}));
		this.list.querySelector(`[data-mark="${focus}"]`)?.focus({ preventScroll: true });
	}

	hint(d, words) {
		this.tip.hidden = !d;
		if (!d) return;
		this.tip.textContent = words ?? clusterWords(this.marks, d.c);
		const aside = (far) => (far ? "calc(-100% - 12px)" : "12px");
		this.tip.style.transform = `translate(${d.x}px, ${d.y}px) translate(${aside(d.x > this.width / 2)}, ${aside(d.y > this.height / 2)})`;
	}

	/** Lists the incidents of a mark in the drawer, or goes nearer to one of many places. */
	open(c, from = this.stage) {
		const ids = new Set(c.places.map((i) => this.marks.data.Points[i].ID));
		if (ids.size > mostPlaces && this.view.zoom < nearest) return this.fly({ lat: latitude(c.y), lon: c.x, zoom: this.view.zoom + 2 });
		this.listed(address({ place: [...ids].slice(0, 60) }, this.room.dataset.list), from);
	}

	/** Lists what an address of the list has, of the span of days, in the drawer. */
	listed(list, from) {
		const [first, last] = this.span?.map(iso) ?? [], of = address(this.span ? { from: first, to: last } : {}, list);
		open(of.replace("/incidents", "/map/incidents"), from, of);
	}

	// Moving.

	/** Changes the view; about: the point of the stage that stays where it is. */
	change(act, about) {
		const before = this.place(), point = about && this.from(before, about);
		act(before);
		this.view.zoom = between(furthest, this.view.zoom, nearest);
		for (let i = 0; point && i < 2; i++) { // the scale hangs on the latitude
			const now = this.place(), [x, y] = this.from(now, about);
			this.view.lon += point[0] - x;
			this.view.lat = latitude(now.y + point[1] - y);
		}
		this.view.lon = between(-180, this.view.lon, 180);
		this.view.lat = between(-84, this.view.lat, 84);
		this.moved = performance.now();
		this.hint();
		this.paint();
	}

	shift(dx, dy) {
		this.change(({ x, y, kx, ky }) => {
			this.view.lon = x - dx / kx;
			this.view.lat = latitude(y + dy / ky);
		});
	}

	scale(by, about = [this.width / 2, this.height / 2]) { this.change(() => (this.view.zoom += Math.log2(by)), about); }

	fly(to) { this.change(() => Object.assign(this.view, to)); }

	whole() { this.fly(this.home); }

	keys() {
		const by = (dx, dy) => () => this.shift(dx * 80, dy * 80);
		return { ArrowLeft: by(1, 0), ArrowRight: by(-1, 0), ArrowUp: by(0, 1), ArrowDown: by(0, -1) };
	}

	// What is under the pointer.

	under(x, y) { return this.drawn.findLast((d) => Math.hypot(d.x - x, d.y - y) < Math.max(d.r, 8) + 2); }

	areaUnder(...at) {
		const [x, y] = this.from(this.place(), at);
		this.pen.resetTransform();
		return this.hatched.findLast(({ area }) => this.pen.isPointInPath(pathOf(area), x * STEPS, y * STEPS, "evenodd"));
	}

	over(at) {
		const d = at && this.under(...at), a = at && !d && this.areaUnder(...at);
		this.canvas.style.cursor = d || a ? "pointer" : "";
		this.hint(d || (a && { x: at[0], y: at[1] }), a ? areaWords(this.marks, a.n) : undefined);
	}

	click(x, y) {
		const d = this.under(x, y), a = !d && this.areaUnder(x, y);
		if (d) this.open(d.c);
		else if (a) this.listed(this.marks.data.Areas[a.n - this.marks.places].Link, this.stage);
	}
}
