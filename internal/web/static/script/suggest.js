// Suggestions under a field: what /suggest knows of what was typed, in a list of the browser's own. Arrow down goes into it,
// Enter or a click takes, Escape goes back; a field is as good without.
import { data, make } from "./page.js";

/** @param {HTMLElement} root whose fields with data-suggest are helped, those that come later too */
export function attachSuggestions(root) {
	let field = null; // that the list is of
	const list = make("select", { className: "suggestions", ariaLabel: "Suggestions", onclick: take, onchange: follow });

	root.addEventListener("input", async ({ target }) => {
		if (!target.dataset.suggest) return;
		const q = target.value, query = new URLSearchParams({ of: target.dataset.suggest, q });
		const { suggestions } = await data(`/suggest?${query}`).catch(() => ({ suggestions: [] }));
		if (target.value !== q || document.activeElement !== target) return; // typed on
		field = target;
		list.replaceChildren(...suggestions.map(({ label, note, value }) => new Option(note ? `${label} · ${note}` : label, value)));
		list.size = Math.max(suggestions.length, 2);
		list.selectedIndex = -1;
		if (suggestions.length) field.form.append(list);
		else list.remove();
	});
	root.addEventListener("keydown", (event) => {
		const acts = event.target === list ? { Enter: take, Escape: back } : event.target === field && list.isConnected && { ArrowDown: enter, Escape: back };
		if (!acts?.[event.key]) return;
		event.preventDefault();
		event.stopPropagation();
		acts[event.key]();
	});

	function enter() {
		list.focus();
		list.selectedIndex = 0;
		follow();
	}

	function back() {
		field.focus();
		list.remove();
	}

	function follow() {
		field.value = list.value;
	}

	function take() {
		if (list.selectedIndex < 0) return;
		follow();
		list.remove();
		field.form.elements.reason.focus();
	}
}
