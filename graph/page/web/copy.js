/** Copies text for the reader, or offers it to be copied by hand. */

/** @import { Make } from "./types.js" */

/** How long a button says that something was copied, in milliseconds. */
const SAID = 1600;

/**
 * Makes a function that copies a text, which is promised, for a button.
 * `clipboard` is the browser's, which a page opened from a file may not be allowed to use; `h` makes elements, and
 * `say` is called with words for those who hear the page.
 * @type {(parts: { clipboard: Clipboard, h: Make, say: (words: string) => void }) => (promised: Promise<string>, button: HTMLElement) => Promise<void>}
 */
export function createCopy({ clipboard, h, say }) {
  /**
   * Says that something is copied.
   * @type {(button: HTMLElement) => void}
   */
  const copied = (button) => {
    const words = button.textContent;
    say("Copied");
    if (words === "Copied") return;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = words; }, SAID);
  };

  /**
   * Shows a text, selected, to be copied by hand.
   * @type {(text: string, button: HTMLElement) => void}
   */
  const offer = (text, button) => {
    const beside = button.closest("ul, .actions") ?? button;
    beside.parentElement?.querySelector(".refused")?.remove();
    const box = h("textarea", { class: "copy-out", readonly: true, rows: "4", "aria-label": "Text to copy" });
    box.value = text;
    const words = h("p", { class: "small" }, "Not copied, as the browser does not allow it: press Ctrl C or Command C.");
    const refused = h("div", { class: "refused" }, words, box);
    beside.after(refused);
    box.focus();
    box.select();
    box.scrollTop = 0;
    box.addEventListener("blur", () => refused.remove());
    say("The text is selected; copy it with Ctrl C or Command C");
  };

  return async (promised, button) => {
    const text = await promised;
    try {
      await clipboard.writeText(text);
      copied(button);
    } catch {
      offer(text, button);
    }
  };
}
