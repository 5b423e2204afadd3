// The frame around the views of a selection: narrowing, ordering and leafing change the page in place, with the
// address, the history and the place of the keyboard kept. Anything that goes wrong falls back on following the link.
import { get, plain, put, say } from "./page.js";
import { enliven } from "./main.js";

const inside = ".facets a, .chips a, .sorted a:not([download]), .pager a, .tabs a, .facet-years a, [data-narrows] a";

export function attach(frame) {
	frame.addEventListener("click", (event) => {
		const link = event.target.closest(inside);
		if (!link || event.defaultPrevented || !plain(event)) return;
		const to = new URL(link.href.baseVal ?? link.href, location.href);
		if (to.pathname.startsWith("/facets/")) return;
		event.preventDefault();
		go(to.href, { keep: !link.closest(".pager, .tabs") });
	});
	frame.querySelector("form.narrow")?.addEventListener("submit", (event) => {
		event.preventDefault();
		const asked = new URLSearchParams();
		for (const [name, value] of new FormData(event.target)) if (value) asked.append(name, value);
		go(`${location.pathname}?${asked}`);
	});
}

/** Shows another selection in place. keep: stay where the reader is on the page. */
export async function go(address, { keep = true, push = true } = {}) {
	const frame = document.querySelector(".explore");
	const unfolded = new Set([...frame.querySelectorAll(".facet[open] > summary")].map((summary) => summary.textContent));
	const focus = document.activeElement?.textContent;
	frame.dataset.loading = "yes";
	try {
		const fresh = put(".explore", await get(address));
		if (push) history.pushState(null, "", address);
		for (const facet of fresh.querySelectorAll(".facet")) {
			if (unfolded.has(facet.firstElementChild.textContent)) facet.open = true;
		}
		const same = [...fresh.querySelectorAll(inside)].find((link) => link.textContent === focus);
		if (keep) same?.focus({ preventScroll: true });
		else document.getElementById("main").scrollIntoView();
		say(fresh.querySelector(".explore-count")?.textContent ?? "");
		await enliven(fresh.parentNode);
	} catch {
		location.assign(address);
	}
}

window.addEventListener("popstate", () => {
	if (document.querySelector(".explore")) go(location.href, { push: false });
});
