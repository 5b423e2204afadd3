// The marks of map.js: how many incidents of a span of days each place has, and the clusters that places make at a
// zoom. It knows no canvas.

import { between, unroll } from "./canvas.js";
import { upward } from "./terrain.js";

/** Reads what /map/data sends into columns. */
export function readMarks(data) {
	const rows = data.In.length, dated = data.From.length, { from, to } = unroll(data);
	const places = data.Points.length, spots = places + data.Areas.length;
	const column = () => new Int32Array(spots);
	return { data, rows, dated, places, from, to, in: Int32Array.from(data.In), flags: Uint8Array.from(data.Flags, Number),
		x: Float64Array.from(data.Points, (p) => p.Lon), y: Float64Array.from(data.Points, (p) => upward(p.Lat)),
		count: column(), reviewed: column(), single: column(), first: data.First, last: data.Last };
}

/** Counts what may lie in a span of days, by place; null stands for all, with what has no fixed date. */
export function tally(marks, span) {
	const { count, reviewed, single } = marks;
	for (const column of [count, reviewed, single]) column.fill(0);
	const sum = { point: 0, area: 0, nowhere: 0 };
	const end = span ? marks.dated : marks.rows;
	for (let i = 0; i < end; i++) {
		if (span && (marks.from[i] > span[1] || marks.to[i] < span[0])) continue;
		const n = marks.in[i], flag = marks.flags[i];
		sum[flag & 4 ? "area" : n < 0 ? "nowhere" : "point"]++;
		if (n < 0) continue;
		count[n]++;
		reviewed[n] += flag & 1;
		single[n] += (flag >> 1) & 1;
	}
	return sum;
}

const cell = 40, tooNear = 30; // pixels, as in package draw
const across = 1 << 20, around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => dx * across + dy)); // of the numbers of cells

/** Puts places that would lie upon each other together, by a grid that is fixed to the world. */
export function cluster(marks, kx, ky) {
	const cells = new Map();
	for (let i = 0; i < marks.places; i++) {
		const n = marks.count[i];
		if (!n) continue;
		const x = marks.x[i], y = marks.y[i], at = Math.floor(((x + 180) * kx) / cell) * across + Math.floor(((60 - y) * ky) / cell), c = cells.get(at);
		const one = { x, y, count: n, exact: marks.data.Points[i].Near ? 0 : n, reviewed: marks.reviewed[i], single: marks.single[i], places: [i], at };
		if (c) join(c, one);
		else cells.set(at, one);
	}
	const out = [];
	for (const c of [...cells.values()].sort((a, b) => b.count - a.count || a.at - b.at)) {
		if (c.gone) continue;
		c.gone = true;
		for (const step of around) {
			const o = cells.get(c.at + step);
			if (!o || o.gone || Math.hypot((o.x - c.x) * kx, (o.y - c.y) * ky) >= tooNear) continue;
			o.gone = true;
			join(c, o);
		}
		out.push(c);
	}
	return out.reverse();
}

function join(c, d) {
	const n = c.count + d.count;
	c.x = (c.x * c.count + d.x * d.count) / n;
	c.y = (c.y * c.count + d.y * d.count) / n;
	for (const what of ["count", "exact", "reviewed", "single"]) c[what] += d[what];
	for (const place of d.places) c.places.push(place);
}

const share = (n, of) => (n === 0 ? "none" : n === of ? "all" : `${between(1, Math.round((100 * n) / of), 99)} %`);
export const incidents = (n) => `${n.toLocaleString("en")} ${n === 1 ? "incident" : "incidents"}`;


export function clusterWords({ data }, c) {
	const names = [...new Set(c.places.map((i) => (data.Points[i].Near ? "near " : "") + data.Points[i].Name))];
	const more = names.length > 3 ? ` and ${names.length - 3} more places` : "", within = c.places.length === 1 ? `, ${data.Points[c.places[0]].Within}` : "";
	return `${names.slice(0, 3).join(", ")}${more}${within}: ${incidents(c.count)}: ${share(c.exact, c.count)} in a settlement or at a site, ${surely(c.reviewed, c.single, c.count)}`;
}

export function areaWords({ data, places, count, reviewed, single }, n) {
	return `${data.Areas[n - places].Name}, where exactly is not known: ${incidents(count[n])}: ${surely(reviewed[n], single[n], count[n])}`;
}

const surely = (reviewed, single, of) => `${share(reviewed, of)} reviewed, ${share(single, of)} told by one source only`;
