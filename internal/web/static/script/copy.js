// A text field that can be copied: a button beside it puts its text on the clipboard and says so.

/** @param {HTMLElement} box that holds the field */
export function attach(box) {
  const field = box.querySelector("textarea");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  const said = document.createElement("span");
  said.className = "aside";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = "Copied.";
    } catch {
      field.select();
      said.textContent = document.execCommand("copy") ? "Copied." : "Marked: copy it with the keyboard.";
    }
  });
  field.addEventListener("focus", () => field.select());
  box.append(button, " ", said);
}
