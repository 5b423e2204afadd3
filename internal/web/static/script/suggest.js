// Suggestions under a field: what /suggest knows that begins with what was typed. Arrow keys choose, Enter takes,
// Escape closes; a field is as good without (the WAI-ARIA pattern of a combobox with a list).

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
    const answer = await fetch(`/suggest?${query}`).then((r) => r.json()).catch(() => ({ suggestions: [] }));
    if (mine === asked && document.activeElement === input) open(input, answer.suggestions);
  });
  root.addEventListener("keydown", (event) => {
    if (!list || event.target !== field) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(step);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      take(chosen());
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  root.addEventListener("focusout", (event) => {
    if (event.target === field) setTimeout(close, 150); // a click on the list comes first
  });

  function open(input, suggestions) {
    close();
    if (suggestions.length === 0) return;
    field = input;
    list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `${input.id}-list`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    suggestions.forEach((s, i) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${i}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.value = s.value;
      item.append(s.label);
      if (s.note) item.append(Object.assign(document.createElement("span"), { className: "aside", textContent: s.note }));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(item);
      });
      list.append(item);
    });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", list.id);
    input.closest("form").append(list);
  }

  function choose(step) {
    const items = [...list.children];
    const at = items.indexOf(chosen());
    chosen()?.setAttribute("aria-selected", "false");
    const next = items[(at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % items.length];
    next.setAttribute("aria-selected", "true");
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
