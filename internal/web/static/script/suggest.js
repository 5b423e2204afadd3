// Suggestions under a field: what /suggest knows that begins with what was typed. Arrow keys choose, Enter takes,
// Escape closes; a field is as good without (the WAI-ARIA pattern of a combobox with a list).
import { data, make } from "./page.js";

/** @param {HTMLElement} root whose fields with data-suggest are helped, those that come later too */
export function attachSuggestions(root) {
	let list = null; // the open list, and the field that it is of
	let field = null;
	let asked = 0;

	root.addEventListener("input", async (event) => {
		const input = event.target;
		if (!input.dataset?.suggest) return;
		const mine = ++asked;
		const query = new URLSearchParams({ of: input.dataset.suggest, q: input.value });
		const { suggestions } = await data(`/suggest?${query}`).catch(() => ({ suggestions: [] }));
		if (mine === asked && document.activeElement === input) open(input, suggestions);
	});
	root.addEventListener("keydown", (event) => {
		if (!list || event.target !== field) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], enters = event.key === "Enter" && chosen();
		if (step || enters) event.preventDefault();
		if (step) choose(step);
		else if (enters) take(enters);
		else if (event.key === "Escape") {
			event.stopPropagation();
			close();
		}
	});
	root.addEventListener("focusout", (event) => {
		if (event.target === field) close();
	});

	function open(input, suggestions) {
		close();
		if (suggestions.length === 0) return;
		field = input;
		const id = `${input.id}-list`;
		list = make("ul", { className: "suggestions", id, role: "listbox", ariaLabel: "Suggestions" });
		suggestions.forEach((s, i) => {
			const item = make("li", { id: `${id}-${i}`, role: "option", ariaSelected: "false" }, s.label);
			item.dataset.value = s.value;
			if (s.note) item.append(make("span", { className: "aside" }, s.note));
			item.addEventListener("mousedown", (event) => {
				event.preventDefault(); // so that the field keeps the focus
				take(item);
			});
			list.append(item);
		});
		Object.assign(input, { role: "combobox", ariaExpanded: "true" });
		input.setAttribute("aria-controls", id);
		input.closest("form").append(list);
	}

	function choose(step) {
		const items = [...list.children], now = chosen(), at = items.indexOf(now);
		if (now) now.ariaSelected = "false";
		const next = items[(at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % items.length];
		next.ariaSelected = "true";
		next.scrollIntoView({ block: "nearest" });
		field.setAttribute("aria-activedescendant", next.id);
	}

	function chosen() {
		return list.querySelector('[aria-selected="true"]');
	}

	function take(item) {
		field.value = item.dataset.value;
		const next = field.form.querySelector("input[name=reason]");
		close();
		next?.focus();
	}

	function close() {
		list?.remove();
		field?.setAttribute("aria-expanded", "false");
		field?.removeAttribute("aria-activedescendant");
		list = field = null;
	}
}
