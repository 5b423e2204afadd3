// The basemap for map.js: reads the file that package basemap describes, and draws a part of it a few milliseconds at a
// time, so that no frame waits for it. Positions are x, degrees east, and y, the sine of the latitude in degrees, to
// which a view only stretches (Lambert's cylindrical equal-area projection, as package draw has it).

export const upward = (lat) => (Math.sin((lat * Math.PI) / 180) * 180) / Math.PI;
export const latitude = (y) => (Math.asin(Math.max(-1, Math.min(1, (y * Math.PI) / 180))) * 180) / Math.PI;

/** Pixels of a degree along each axis in a view. */
export function scales({ lat, zoom }) {
	const share = Math.min(Math.max((zoom - 3) / 2, 0), 1);
	const flat = Math.cos((((1 - share) * 40 + share * Math.min(Math.abs(lat), 75)) * Math.PI) / 180);
	return [2 ** zoom * flat, 2 ** zoom / flat];
}

const coarseness = [0.028, 0.08, 0.25];

export async function loadBase(address) {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`the basemap: ${answer.status}`);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	let at = 4; // behind the letters
	const number = () => {
		let n = 0, factor = 1, b;
		do {
			b = bytes[at++];
			n += (b & 127) * factor;
			factor *= 128;
		} while (b > 127);
		return n;
	};
	const signed = (n) => (n >>> 1) ^ -(n & 1);
	const words = new TextDecoder();
	let x = 0, y = 0;
	const lines = Array.from({ length: number() }, () => {
		const n = number();
		const line = { x: new Float32Array(n), y: new Float32Array(n), level: new Uint8Array(n), inner: true, reach: false, box: [999, 999, -999, -999] };
		for (let i = 0; i < n; i++) {
			const v = number();
			line.level[i] = v & 3;
			x += signed(v >>> 2);
			y += signed(number());
			line.x[i] = x / 250;
			line.y[i] = upward(y / 250);
			widen(line.box, line.x[i], line.y[i], line.x[i], line.y[i]);
		}
		return line;
	});
	const areas = new Map();
	for (let n = number(); n > 0; n--) {
		const country = words.decode(bytes.subarray(at, (at += 2)));
		const length = number();
		const area = { country, name: words.decode(bytes.subarray(at, (at += length))), reach: bytes[at++] === 1, box: [999, 999, -999, -999] };
		area.rings = Array.from({ length: number() }, () => Array.from({ length: number() }, () => signed(number())));
		for (const ref of area.rings.flat()) {
			const line = lines[Math.max(ref, ~ref)];
			widen(area.box, ...line.box);
			if (!area.name) line.inner = false;
			line.reach = area.reach;
		}
		areas.set(`${country} ${area.name}`, area);
	}
	return { lines, areas };
}

function widen(box, west, south, east, north) {
	box[0] = Math.min(box[0], west);
	box[1] = Math.min(box[1], south);
	box[2] = Math.max(box[2], east);
	box[3] = Math.max(box[3], north);
}

const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Follows the rings of an area; step(x, y, first) takes each point. */
export function outline(base, area, level, step) {
	for (const ring of area.rings) {
		let first = true;
		for (const ref of ring) {
			const { x, y, level: of } = base.lines[Math.max(ref, ~ref)];
			for (let i = 0; i < x.length; i++) {
				const j = ref < 0 ? x.length - 1 - i : i;
				if (of[j] < level) continue;
				step(x[j], y[j], first);
				first = false;
			}
		}
	}
}

/**
 * Draws what a frame shows; yields often. frame: { pen, width, height, x, y (the middle), kx, ky }.
 * hatched: { area, fill } to be hatched.
 */
export function* drawBase(base, frame, colours, hatched) {
	const { pen, width, height, kx, ky } = frame;
	const px = (x) => width / 2 + (x - frame.x) * kx, py = (y) => height / 2 - (y - frame.y) * ky;
	const seen = [frame.x - width / 2 / kx, frame.y - height / 2 / ky, frame.x + width / 2 / kx, frame.y + height / 2 / ky];
	let level = 0;
	while (level < 2 && coarseness[level + 1] * kx < 1.2) level++;
	const trace = (area) => {
		pen.beginPath();
		outline(base, area, level, (x, y, first) => (first ? pen.moveTo(px(x), py(y)) : pen.lineTo(px(x), py(y))));
	};
	pen.fillStyle = colours.sea;
	pen.fillRect(0, 0, width, height);
	pen.fillStyle = colours.land;
	for (const area of base.areas.values()) {
		if (area.name || !meets(area.box, seen)) continue;
		trace(area);
		pen.fill("evenodd");
		yield;
	}
	for (const { area, fill } of hatched) {
		if (!meets(area.box, seen)) continue;
		trace(area);
		pen.fillStyle = fill;
		pen.fill("evenodd");
		pen.strokeStyle = colours.bar;
		pen.lineWidth = 1;
		pen.setLineDash(area.reach ? [4, 3] : []);
		pen.stroke();
		yield;
	}
	pen.strokeStyle = colours.border;
	for (const inner of [true, false]) {
		pen.setLineDash(inner ? [2, 2] : []);
		pen.lineWidth = inner ? 0.6 : 0.8;
		if (inner && kx < 7) continue;
		let count = 0;
		pen.beginPath();
		for (const line of base.lines) {
			if (line.inner !== inner || line.reach || !meets(line.box, seen)) continue;
			let pending = true;
			for (let i = 0; i < line.x.length; i++) {
				if (line.level[i] < level) continue;
				const edge = Math.abs(line.x[i]) === 180 && i > 0 && line.x[i - 1] === line.x[i];
				if (pending || edge) pen.moveTo(px(line.x[i]), py(line.y[i]));
				else pen.lineTo(px(line.x[i]), py(line.y[i]));
				pending = false;
				count++;
			}
			if (count > 1500) {
				pen.stroke();
				pen.beginPath();
				count = 0;
				yield;
			}
		}
		pen.stroke();
	}
	pen.setLineDash([]);
}
