// The network comes alive: a group that is pointed at or focused lights up what ties it, arrow keys go from group to
// group, and a slider moves the day without a new page. (A click on a tie opens the drawer.)
import { go } from "./explore.js";
import { address, data, keep, make } from "./page.js";

export function attach(root) {
	enliven(root);
	for (const type of ["pointerover", "focusin"]) root.addEventListener(type, ({ target }) => light(root, target.closest("a.body, a.tie")));
	for (const type of ["pointerout", "focusout"]) root.addEventListener(type, () => light(root, null));
	root.addEventListener("keydown", (event) => {
		const body = event.target.closest("a.body");
		const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
		if (!body || !step) return;
		event.preventDefault();
		const next = nearest(body, step);
		body.setAttribute("tabindex", "-1");
		next.setAttribute("tabindex", "0");
		next.focus();
	});
	return slide(root);
}

// One group alone is reached by Tab; arrows lead on from it. Ties have their rows in the table, for those who cannot point.
function enliven(root) {
	for (const tie of root.querySelectorAll("a.tie")) {
		tie.setAttribute("tabindex", "-1");
		const reach = tie.querySelector(".line").cloneNode();
		reach.setAttribute("class", "reach");
		tie.append(reach);
	}
	root.querySelectorAll("a.body").forEach((body, i) => body.setAttribute("tabindex", i ? "-1" : "0"));
}

// light makes a group, its ties and who is at their other ends stand out, or a tie; without one, nothing.
function light(root, one) {
	const svg = root.querySelector("svg.network"), n = one?.dataset.n;
	const ties = n ? [...svg.querySelectorAll(`a.tie[data-a="${n}"], a.tie[data-b="${n}"]`)] : one ? [one] : [];
	const ends = ties.flatMap(({ dataset }) => [dataset.a, dataset.b]);
	svg?.classList.toggle("dimmed", !!one);
	for (const part of root.querySelectorAll("a.tie, a.body")) part.classList.toggle("lit", part === one || ties.includes(part) || ends.includes(part.dataset.n));
}

// nearest is the group that lies next in a direction: near, and rather ahead than beside.
function nearest(body, [dx, dy]) {
	const centre = (group) => ["cx", "cy"].map((at) => group.querySelector("circle")[at].baseVal.value), [x, y] = centre(body);
	let best = body, least = Infinity;
	for (const other of body.ownerSVGElement.querySelectorAll("a.body")) {
		const [ox, oy] = centre(other), ahead = (ox - x) * dx + (oy - y) * dy, beside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
		if (ahead > 0 && ahead + 2 * beside < least) [best, least] = [other, ahead + 2 * beside];
	}
	return best;
}

// slide puts a slider over the days on which anything changes above the drawing.
async function slide(root) {
	const { days } = await data(root.dataset.days);
	if (days.length < 2) return;
	const now = root.querySelector(".net-now"), output = make("output"), later = days.findIndex((day) => day > now.dataset.day);
	const range = make("input", { type: "range", min: 0, max: days.length - 1, ariaLabel: "Day" });
	const say = () => {
		output.textContent = range.ariaValueText = days[range.value];
	};
	range.value = later < 0 ? days.length - 1 : Math.max(0, later - 1);
	say();
	let wait = 0;
	range.addEventListener("input", () => {
		say();
		clearTimeout(wait);
		wait = setTimeout(() => show(root, days[range.value]), 150);
	});
	now.before(make("div", { className: "net-slider" }, make("span", {}, days[0]), range, make("span", {}, days.at(-1)), output));
}

// show puts the network of a day in the place of the one that is shown.
async function show(root, day) {
	const left = root.querySelector(".scroll")?.scrollLeft;
	if (!(await go(address({ at: day }), { part: ".net-now", push: false }))) return;
	keep({ at: day });
	root.querySelector(".scroll")?.scrollTo(left, 0);
	enliven(root);
}
