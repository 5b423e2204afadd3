// A text field that can be copied: a button beside it puts its text on the clipboard and says so.
import { button, make } from "./page.js";

export function attach(box) {
	const field = box.querySelector("textarea");
	const said = make("span", { className: "aside", role: "status" });
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(field.value);
			said.textContent = "Copied.";
		} catch {
			field.select();
			said.textContent = "Marked: copy it with the keyboard.";
		}
	};
	field.addEventListener("focus", () => field.select());
	box.append(button("Copy", copy), " ", said);
}
