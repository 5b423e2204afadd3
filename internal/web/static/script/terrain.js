// The ground of map.js: outlines as Go sends them, in 500ths of a degree, drawn a few milliseconds at a time, so that no
// frame waits for them. Positions are x, degrees east, and y, the sine of the latitude in degrees, to which a view only
// stretches (Lambert's cylindrical equal-area projection, as package draw has it).

import { between } from "./canvas.js";

export const STEPS = 500; // a degree
export const upward = (lat) => (Math.sin((lat * Math.PI) / 180) * 180) / Math.PI;
export const latitude = (y) => (Math.asin(between(-1, (y * Math.PI) / 180, 1)) * 180) / Math.PI;

/** Pixels of a degree along each axis in a view. */
export function scales({ lat, zoom }) {
	const share = between(0, (zoom - 3) / 2, 1), flat = Math.cos((((1 - share) * 40 + share * Math.min(Math.abs(lat), 75)) * Math.PI) / 180);
	return [2 ** zoom * flat, 2 ** zoom / flat];
}

/** How coarse the outlines may be at a scale: 0 is the finest. */
export const levelOf = (kx) => (0.25 * kx < 1.2 ? 2 : 0.08 * kx < 1.2 ? 1 : 0);

export const pathOf = (part) => (part.path ??= new Path2D(part.D));

/**
 * Draws what a frame shows; yields often. frame: { pen, x, y (the middle), kx, ky, wide, tall (to each side) }.
 * hatched: { area, fill } to be hatched.
 */
export function* drawTerrain({ Areas, Lines }, frame, inks, hatched) {
	const { pen, x, y, kx, ky, wide, tall } = frame;
	const [west, north, east, south] = [x - wide, y + tall, x + wide, y - tall].map((n) => n * STEPS);
	const matrix = new DOMMatrix([kx / STEPS, 0, 0, -ky / STEPS, (wide - x) * kx, (tall + y) * ky]);
	const shown = (parts) => parts.filter(({ Box: [w, s, e, n] }) => w <= east && e >= west && s <= north && n >= south);
	const traced = (part) => {
		const path = new Path2D();
		path.addPath(pathOf(part), matrix);
		return path;
	};
	pen.fillStyle = inks.sea;
	pen.fillRect(0, 0, 2 * wide * kx, 2 * tall * ky);
	pen.fillStyle = inks.land;
	for (const area of shown(Object.values(Areas))) {
		if (area.Whole) yield pen.fill(traced(area), "evenodd");
	}
	pen.strokeStyle = inks.bar;
	for (const { area, fill } of hatched) {
		const path = traced(area);
		pen.fillStyle = fill;
		pen.fill(path, "evenodd");
		pen.setLineDash(area.Reach ? [4, 3] : []);
		yield pen.stroke(path);
	}
	pen.strokeStyle = inks.border;
	for (const line of shown(Lines)) {
		if (line.Inner && kx < 7) continue;
		pen.setLineDash(line.Inner ? [2, 2] : []);
		pen.lineWidth = line.Inner ? 0.6 : 0.8;
		yield pen.stroke(traced(line));
	}
}
