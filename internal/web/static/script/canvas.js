// What the timeline and the map share: a canvas that is drawn once a frame at most, in the colours of the sheet and the
// pixels of the device, and the pointers, wheel and keys upon it. A view says what shift, scale, click and the rest do.

const inks = ["ink", "soft", "rule", "bar", "focus", "paper", "said", "sea", "land", "border", "sans"];

export const between = (low, n, high) => Math.min(Math.max(n, low), high);

/** The days of rows that were sent as steps from the row before: from the first to the last possible day of each. */
export function unroll({ First, From, More }) {
	let day = First;
	const from = Int32Array.from(From, (step) => (day += step));
	return { from, to: from.map((day, i) => day + More[i]) };
}

export class Surface {
	pointers = new Map();

	/**
	 * @param {Element} stage what listens, and is as wide as the canvas
	 * @param {Element} box whose buttons with data-does press the method of that name
	 */
	constructor(canvas, stage, box) {
		Object.assign(this, { canvas, stage, pen: canvas.getContext("2d") });
		const on = (names, act) => names.split(" ").forEach((name) => stage.addEventListener(name, act.bind(this), { passive: false }));
		box.addEventListener("click", ({ target }) => this[target.closest("[data-does]")?.dataset.does]?.());
		on("pointerdown", this.press);
		on("pointermove", this.move);
		on("pointerup pointercancel", this.release);
		on("pointerleave", () => this.over());
		on("wheel", this.wheel);
		on("keydown", this.key);
	}

	/** Begins, when the view is ready for it. */
	live() {
		const fresh = () => this.stage.clientWidth && this.resize(); // not when it is gone
		new ResizeObserver(fresh).observe(this.stage);
		matchMedia("(prefers-color-scheme: dark)").addEventListener("change", fresh);
	}

	nearer() { this.scale(2); }
	further() { this.scale(0.5); }

	fit(width, height) {
		const ratio = devicePixelRatio || 1, style = getComputedStyle(this.stage);
		Object.assign(this, { width, height, ratio });
		Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
		this.inks = Object.fromEntries(inks.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
	}

	/** Draws at the next frame. */
	paint() {
		this.frame ||= requestAnimationFrame((now) => {
			this.frame = 0;
			this.paintAt(now);
		});
	}

	paintAt(now) {
		if (!this.canvas.isConnected || !this.width) return;
		this.pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
		this.draw(now);
		this.canvas.dataset.ms = (performance.now() - now).toFixed(1);
	}

	font(ink, size, bold) {
		this.pen.fillStyle = this.inks[ink];
		this.pen.font = `${bold ? 600 : 400} ${size}px ${this.inks.sans}`;
	}

	hatch(gap) {
		const tile = new OffscreenCanvas(gap, gap), pen = tile.getContext("2d");
		pen.strokeStyle = this.inks.bar;
		pen.lineWidth = 1.2;
		for (const x of [-gap, 0, gap]) pen.stroke(new Path2D(`M${x - 1} ${gap + 1}L${x + gap + 1} -1`));
		return this.pen.createPattern(tile, "repeat");
	}

	spot({ clientX, clientY }) {
		const { left, top } = this.canvas.getBoundingClientRect();
		return [clientX - left, clientY - top];
	}

	press(event) {
		if (event.target !== this.canvas || event.button) return;
		this.stage.focus({ preventScroll: true });
		this.stage.setPointerCapture(event.pointerId);
		const at = this.spot(event);
		this.pointers.set(event.pointerId, at);
		this.begun = { at, moved: false, brushes: this.brushes?.(at, event) };
	}

	move(event) {
		const now = this.spot(event), was = this.pointers.get(event.pointerId), { begun } = this;
		if (!was) return this.over(event.target === this.canvas ? now : undefined);
		begun.moved ||= Math.hypot(now[0] - begun.at[0], now[1] - begun.at[1]) > 4;
		if (!begun.moved) return;
		const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
		if (other) {
			const wide = (p) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
			begun.brushes = false;
			this.scale(wide(now) / wide(was), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
		}
		const half = other ? 0.5 : 1;
		if (begun.brushes) this.sweep(begun.at, now);
		else this.shift((now[0] - was[0]) * half, (now[1] - was[1]) * half);
		this.pointers.set(event.pointerId, now);
	}

	release(event) {
		if (!this.pointers.delete(event.pointerId) || this.pointers.size) return;
		const { moved, brushes } = this.begun, dropped = event.type === "pointercancel";
		if (moved && brushes) this.swept(dropped);
		else if (!moved && !dropped) this.click(...this.spot(event));
		this.paint();
	}

	wheel(event) {
		const across = Math.abs(event.deltaX) > Math.abs(event.deltaY);
		if (!across && !event.ctrlKey && !event.metaKey && !this.stage.contains(document.activeElement)) return;
		event.preventDefault();
		if (across) this.shift(-event.deltaX, 0);
		else this.scale(2 ** (-event.deltaY * (event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.003)), this.spot(event));
	}

	key(event) {
		if (event.altKey || event.metaKey || (event.ctrlKey && !event.key.startsWith("Arrow"))) return;
		const does = { "+": "nearer", "=": "nearer", "-": "further", _: "further", 0: "whole" }[event.key], act = this.keys(event)[event.key];
		if (!does && !act) return;
		if (does) this[does]();
		else act();
		event.preventDefault();
	}
}
