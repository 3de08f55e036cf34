"use strict";

// What scrolls sideways can be reached with the Tab key, so that arrow keys scroll it.
function makeScrollersFocusable() {
  const wide = "pre, .cell_output .text_html, .pst-scrollable-table-container, math[display=block]";
  for (const box of document.querySelectorAll(wide)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

window.addEventListener("load", makeScrollersFocusable);
window.addEventListener("resize", makeScrollersFocusable);
document.addEventListener("toggle", makeScrollersFocusable, true); // a <details> opens
