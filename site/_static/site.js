"use strict";

// What scrolls sideways can be reached with the Tab key, so that arrow keys scroll it.
function makeScrollersFocusable() {
  const wide = "pre, .cell_output .text_html, .pst-scrollable-table-container, math[display=block]";
  for (const box of document.querySelectorAll(wide)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

// What the theme leaves without a name for those who cannot see it.
function nameParts() {
  const sidebar = document.querySelector("#pst-primary-sidebar, .bd-sidebar-primary");
  sidebar?.setAttribute("role", "complementary");
  sidebar?.setAttribute("aria-label", "Site");
  for (const toggle of document.querySelectorAll(".bd-sidebar-primary summary")) {
    const page = toggle.closest("li").querySelector("a").textContent.trim();
    toggle.setAttribute("aria-label", `Pages under ${page}`);
  }
  // The corner of a table is empty, and no heading.
  for (const corner of document.querySelectorAll(".bd-article th")) {
    if (!corner.textContent.trim()) corner.replaceWith(document.createElement("td"));
  }
}

document.addEventListener("DOMContentLoaded", nameParts);
window.addEventListener("load", makeScrollersFocusable);
window.addEventListener("resize", makeScrollersFocusable);
document.addEventListener("toggle", makeScrollersFocusable, true); // a <details> opens
