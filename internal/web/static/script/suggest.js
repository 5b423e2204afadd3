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
		const { key, target } = event;
		if (!list.isConnected || (target !== field && target !== list)) return;
		if (key === "Enter" && target === list) take();
		else if (key === "ArrowDown" && target === field) {
			list.focus();
			list.selectedIndex = 0;
			follow();
		} else if (key === "Escape") {
			event.stopPropagation();
			field.focus();
			list.remove();
		} else return;
		event.preventDefault();
	});
	root.addEventListener("focusout", ({ relatedTarget }) => {
		if (relatedTarget !== list && relatedTarget !== field) list.remove();
	});

	function follow() {
		field.value = list.value;
	}

	function take() {
		if (list.selectedIndex < 0) return;
		follow();
		field.form.elements.reason.focus();
	}
}
