// Parts of a page that change in place: the views of a selection when it is narrowed, ordered or leafed through, and, where
// data-part names another part, what a switch is for. The address, the history and the place of the keyboard are kept.
// Anything that goes wrong falls back on following the link.
import { get, make, plain, put } from "./page.js";
import { enliven } from "./main.js";

const inside = ".facets a, .chips a, .sorted a:not([download]), .pager a, .tabs a, .facet-years a, [data-narrows] a, [data-part] a";
const here = () => location.pathname + location.search;
const said = make("div", { className: "sr", role: "status" }); // to people who do not see the screen
let shown = here(), asked = 0;

export function attach(frame) {
	document.body.append(said);
	frame.addEventListener("click", (event) => {
		const link = event.target.closest(inside);
		if (!link || event.defaultPrevented || !plain(event)) return;
		const to = new URL(link.href.baseVal ?? link.href, location.href);
		if (to.pathname.startsWith("/facets/")) return;
		event.preventDefault();
		go(to.href, { part: frame.dataset.part, keep: !link.closest(".pager, .tabs") });
	});
	frame.querySelector("form.narrow")?.addEventListener("submit", (event) => {
		event.preventDefault();
		const told = [...new FormData(event.target)].filter(([, value]) => value);
		go(`${location.pathname}?${new URLSearchParams(told)}`);
	});
}

/** Shows another selection in place, if no later one is asked for meanwhile. keep: stay where the reader is on the page. */
export async function go(address, { part = ".explore", keep = true, push = true } = {}) {
	const mine = ++asked, frame = document.querySelector(part);
	const unfolded = new Set([...frame.querySelectorAll(".facet[open] > summary")].map((summary) => summary.textContent));
	const focus = document.activeElement?.textContent;
	frame.ariaBusy = "true";
	try {
		const page = await get(address);
		if (mine !== asked) return false;
		const fresh = put(part, page);
		if (push) history.pushState(null, "", address);
		shown = here();
		for (const facet of fresh.querySelectorAll(".facet")) {
			if (unfolded.has(facet.firstElementChild.textContent)) facet.open = true;
		}
		const same = [...fresh.querySelectorAll(`${inside}, [aria-current]`)].find((one) => one.textContent === focus);
		if (!keep) document.getElementById("main").scrollIntoView();
		else if (focus) same?.focus({ preventScroll: true });
		said.textContent = fresh.querySelector(".explore-count")?.textContent ?? "";
		await enliven(fresh.parentNode);
		return true;
	} catch {
		location.assign(address);
	}
}

addEventListener("popstate", () => {
	const frame = document.querySelector("[data-module=explore]");
	if (frame && here() !== shown) go(location.href, { part: frame.dataset.part, push: false });
});
