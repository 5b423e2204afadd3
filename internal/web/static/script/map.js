// The map of a selection, alive: pan (drag, arrows), zoom (wheel with Ctrl or after a click, pinch, + and -), clusters to
// open (click, or Tab and Enter), a span of days that narrows what is drawn. The basemap is drawn aside, in slices of a
// few milliseconds, and moved as a picture; marks are drawn anew in each frame. Without it the page has the map as Go
// drew it, which stays if anything cannot be loaded.

import { iso } from "./calendar.js";
import { between, Surface } from "./canvas.js";
import { drawBase, latitude, loadBase, outline, scales, upward } from "./mapbase.js";
import { areaWords, cluster, clusterWords, incidents, readMarks, tally } from "./mapmarks.js";
import { address, button, data, get, make, say } from "./page.js";

const nearest = 9, furthest = 0, aside = 0.35; // aside: how much more than is seen is drawn, on each side

export async function attach(room) {
	const [base, marks] = await Promise.all([loadBase(room.dataset.base), data(room.dataset.source)]);
	new LiveMap(room, base, readMarks(marks));
}

class LiveMap extends Surface {
	span = null;
	version = 0;
	clusters = [];
	drawn = [];

	constructor(room, base, marks) {
		const canvas = make("canvas", { ariaHidden: "true" });
		super(canvas, make("div", { className: "map-stage", tabIndex: 0, role: "group", ariaLabel: "Map. Arrows move it, plus and minus zoom, Tab goes through what is drawn, Enter opens it." }, canvas));
		Object.assign(this, { room, base, marks });
		const [lat, lon, zoom] = room.dataset.at.split(",").map(Number);
		this.view = { lat, lon, zoom };
		this.build();
		this.stage.addEventListener("dblclick", (e) => e.target === canvas && this.scale(2, this.spot(e)));
		this.live();
	}

	build() {
		this.list = make("ul", { className: "map-marks" });
		this.tip = make("div", { className: "map-tip", hidden: true });
		this.stage.append(this.list, this.tip, make("div", { className: "map-buttons" }, ...this.buttons()));
		this.side = make("aside", { className: "map-side", hidden: true, ariaLabel: "Incidents of a mark" });
		this.box = make("div", { className: "map-live" }, this.stage, ...this.slider(), this.side);
		const frame = this.room.querySelector(".map-frame"), key = frame.querySelector("svg");
		const { width, height } = key.viewBox.baseVal;
		key.setAttribute("viewBox", `0 ${height - 46} ${width} 46`); // the key alone
		key.removeAttribute("height");
		key.querySelector("[data-view]")?.remove();
		frame.before(this.box);
		for (const way of this.room.querySelectorAll("[data-way]")) way.remove();
	}

	ways() {
		return [];
	}

	slider() {
		const { first, last, dated } = this.marks;
		if (!dated || first === last) return [];
		const end = (label, value) => {
			const input = make("input", { type: "range", min: first, max: last, value, oninput: () => this.cut() });
			return [make("label", {}, label, input), input];
		};
		const [a, from] = end("From", first), [b, to] = end("Until", last);
		this.ends = [from, to];
		this.words = make("output", { ariaLive: "polite" });
		this.narrow = make("a", { hidden: true, href: "" }, "Narrow all views to these days");
		const whole = button("All days", () => ((from.value = first), (to.value = last), this.cut()));
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
			const days = this.span ?? [this.marks.first, this.marks.last], [from, to] = days.map(iso);
			for (const end of this.ends) end.ariaValueText = iso(end.value);
			const left = this.marks.rows - this.marks.dated;
			const { point, area, nowhere } = this.sum;
			this.words.textContent = `${from} to ${to}: ${point} at a point, ${area} in an area only, ${nowhere} not placed` +
				(left && this.span ? `; left out: ${incidents(left)} without a fixed date` : "");
			this.narrow.hidden = !this.span;
			this.narrow.href = address({ from, to, at: this.at() });
		}
		this.hatched = [];
		for (let n = this.marks.places; n < this.marks.count.length; n++) {
			const { Country, Admin1 = "" } = this.marks.data.Areas[n - this.marks.places];
			const area = this.base.areas.get(`${Country} ${Admin1}`);
			if (area && this.marks.count[n]) this.hatched.push({ n, area, fill: this.stripes(Admin1 ? 1 : -1, this.marks.count[n]) });
		}
		this.hatched.sort((a, b) => a.area.name.length - b.area.name.length);
		this.paint();
	}

	stripes(turn, n) {
		const pattern = this.hatch(Math.round((n >= 100 ? 4 : n >= 10 ? 7 : 11) * (turn < 0 ? 1.5 : 1) * Math.SQRT2));
		if (turn < 0) pattern.setTransform(new DOMMatrix([-1, 0, 0, 1, 0, 0]));
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

	place() { // the view as numbers for drawing
		const [kx, ky] = scales(this.view);
		return { x: this.view.lon, y: upward(this.view.lat), kx, ky };
	}

	draw(now) {
		const v = this.place(), { pen } = this, settled = !this.pointers.size && now - (this.moved ?? 0) > 120;
		this.underlay(v, settled);
		pen.fillStyle = this.inks.sea;
		pen.fillRect(0, 0, this.width, this.height);
		const g = this.ground;
		if (g) {
			const w = (g.width * v.kx) / g.kx, h = (g.height * v.ky) / g.ky;
			pen.drawImage(g.canvas, this.width / 2 + (g.x - v.x) * v.kx - w / 2, this.height / 2 - (g.y - v.y) * v.ky - h / 2, w, h);
		}
		this.drawMarks(v);
		if (settled && this.settledAs !== this.state()) this.settle();
		if (this.work || !settled || !g || g.old) this.paint();
	}

	/** Draws the basemap for the view aside, for up to five milliseconds. */
	underlay(v, settled) {
		const g = this.ground, scale = g ? v.kx / g.kx : 0;
		const covers = g && Math.abs(g.x - v.x) * v.kx + this.width / 2 <= (g.width * scale) / 2 && Math.abs(g.y - v.y) * v.ky + this.height / 2 <= (g.height * v.ky) / g.ky / 2;
		const wanted = !g || g.old || !covers || (settled && Math.abs(scale - 1) > 0.01) || scale > 2 || scale < 0.5;
		if (wanted && !this.work) {
			const [width, height] = [this.width, this.height].map((n) => Math.ceil(n * (1 + 2 * aside)));
			const canvas = make("canvas", { width: width * this.ratio, height: height * this.ratio });
			const pen = canvas.getContext("2d", { alpha: false });
			pen.scale(this.ratio, this.ratio);
			this.work = { ...v, width, height, canvas, pen };
			this.work.steps = drawBase(this.base, this.work, this.inks, this.hatched);
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
		const { pen, inks } = this;
		pen.textAlign = "center";
		pen.textBaseline = "middle";
		pen.font = `600 12px ${inks.sans}`;
		for (const { n, area } of this.hatched) this.number(v, n, area);
		pen.font = `11px ${inks.sans}`;
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
		const { pen, inks } = this;
		const circle = (radius, part = 1) => {
			pen.beginPath();
			pen.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * part);
		};
		if (c.count === 1) {
			const around = c.exact ? 0 : ((this.marks.data.Points[c.places[0]].Radius ?? 0) / 111200) * 2 ** this.view.zoom;
			pen.strokeStyle = inks.bar;
			if (around > 9) {
				pen.lineWidth = 0.8;
				circle(around);
				pen.stroke();
			}
			circle(c.exact ? 4.5 : 4);
			pen.fillStyle = c.exact ? inks.bar : inks.paper;
			pen.fill();
			pen.lineWidth = c.exact ? 1 : 1.8;
			if (c.exact) pen.strokeStyle = inks.paper;
			pen.stroke();
			return;
		}
		circle(r);
		pen.fillStyle = inks.paper;
		pen.fill();
		pen.lineWidth = 1;
		pen.strokeStyle = inks.soft;
		pen.stroke();
		for (const [n, radius, width, colour] of [[c.exact, r, 3, inks.bar], [c.reviewed, r - 3.5, 1.5, inks.ink]]) {
			if (!n) continue;
			circle(radius, n / c.count);
			pen.lineWidth = width;
			pen.strokeStyle = colour;
			pen.stroke();
		}
		pen.fillStyle = inks.ink;
		pen.fillText(c.count < 1000 ? c.count : `${c.count < 9950 ? (c.count / 1000).toFixed(1) : Math.round(c.count / 1000)}k`, x, y);
	}

	number(v, n, area) {
		area.middle ??= middle(this.base, area);
		const [mx, my, size] = area.middle, x = this.width / 2 + (mx - v.x) * v.kx, y = this.height / 2 - (my - v.y) * v.ky;
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
		if (this.settledAs) {
			history.replaceState(history.state, "", address({ at: this.at() }));
			const file = this.room.querySelector("[data-file]");
			if (file) file.href = address({ at: this.at() }, `/map.svg${location.search}`);
		}
		this.settledAs = this.state();
		const focus = document.activeElement.dataset.mark;
		const most = [...this.drawn].sort((a, b) => b.c.count - a.c.count).slice(0, 60).sort((a, b) => a.y - b.y || a.x - b.x);
		this.list.replaceChildren(...most.map((d) => {
			const mark = button("", () => this.open(d.c), { ariaLabel: clusterWords(this.marks, d.c), onfocus: () => this.hint(d), onblur: () => this.hint() });
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
		const left = d.x > this.width / 2, up = d.y > this.height / 2;
		this.tip.style.transform = `translate(calc(${d.x + (left ? -12 : 12)}px${left ? " - 100%" : ""}), calc(${d.y + (up ? -12 : 12)}px${up ? " - 100%" : ""}))`;
	}

	async open(c) {
		const ids = [...new Set(c.places.map((i) => this.marks.data.Points[i].ID))];
		const near = button("Zoom in", () => this.fly({ lat: latitude(c.y), lon: c.x, zoom: this.view.zoom + 2 }));
		const words = clusterWords(this.marks, c);
		if (ids.length > 60) return this.show(words, near, make("p", {}, "More than 60 places: zoom in to list their incidents."));
		const to = new URL(this.room.dataset.list, location.href);
		to.searchParams.delete("place");
		for (const id of ids) to.searchParams.append("place", id);
		await this.listed(words, near, to);
	}

	async listed(words, near, to) {
		if (this.span) {
			to.searchParams.set("from", iso(this.span[0]));
			to.searchParams.set("to", iso(this.span[1]));
		}
		const all = make("p", {}, make("a", { href: to.href }, "All of them in the list"));
		this.show(words, near, make("p", {}, "Loading …"));
		try {
			const rows = [...(await get(to.href)).querySelectorAll(".incidents tbody tr")].slice(0, 50);
			const items = rows.map((row) => {
				const link = row.querySelector('a[href^="/incidents/"]');
				const cell = (label) => row.querySelector(`[data-label="${label}"]`)?.textContent.trim() ?? "";
				return make("li", {}, make("a", { href: link.getAttribute("href") }, link.textContent), ` ${cell("When")}, ${cell("Where")}`);
			});
			this.show(words, near, make("ol", {}, ...items), all);
		} catch (fault) {
			this.show(words, near, make("p", {}, fault.message), all);
		}
	}

	show(words, near, ...inside) {
		const close = button("Close", () => this.close());
		this.side.replaceChildren(make("div", { className: "side-head" }, make("p", {}, words), close), ...(near ? [near] : []), ...inside);
		this.side.hidden = false;
		this.box.classList.add("open");
		say(words);
	}

	close() {
		this.side.hidden = true;
		this.box.classList.remove("open");
		this.stage.focus({ preventScroll: true });
	}

	// Moving.

	/** Changes the view; about: the point of the stage that stays where it is. */
	change(act, about) {
		const before = this.place();
		const point = about && { x: before.x + (about[0] - this.width / 2) / before.kx, y: before.y - (about[1] - this.height / 2) / before.ky };
		act(before);
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
		this.paint();
	}

	shift(dx, dy) {
		this.change(({ x, y, kx, ky }) => {
			this.view.lon = x - dx / kx;
			this.view.lat = latitude(y + dy / ky);
		});
	}

	scale(by, about = [this.width / 2, this.height / 2]) {
		this.change(() => (this.view.zoom += Math.log2(by)), about);
	}

	fly(to) {
		this.change(() => Object.assign(this.view, to));
	}

	whole() {
		this.fly(this.home);
	}

	under(x, y) { return this.drawn.findLast((d) => Math.hypot(d.x - x, d.y - y) < Math.max(d.r, 8) + 2); }

	areaUnder(x, y) {
		const v = this.place(), px = v.x + (x - this.width / 2) / v.kx, py = v.y - (y - this.height / 2) / v.ky;
		this.pen.resetTransform();
		return this.hatched.findLast(({ area }) => this.pen.isPointInPath((area.path ??= pathOf(this.base, area)), px, py, "evenodd"));
	}

	keys() {
		const by = (dx, dy) => () => this.shift(dx * 80, dy * 80);
		return { ArrowLeft: by(1, 0), ArrowRight: by(-1, 0), ArrowUp: by(0, 1), ArrowDown: by(0, -1), Escape: () => this.close() };
	}

	over(at) {
		if (at) this.look(...at);
		else this.hint();
	}

	look(x, y) {
		const d = this.under(x, y), a = !d && this.areaUnder(x, y);
		this.canvas.style.cursor = d || a ? "pointer" : "";
		this.hint(d ?? (a && { x, y }), a ? areaWords(this.marks, a.n) : undefined);
	}

	click(x, y) {
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
