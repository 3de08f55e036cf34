"use strict";

// What scrolls sideways can be reached with the Tab key, so that arrow keys scroll it.
function makeScrollersFocusable() {
  const wide = "pre, .cell_output .text_html, .wide-picture, .pst-scrollable-table-container, "
    + "math[display=block]";
  for (const box of document.querySelectorAll(wide)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

// A picture of several panels, as soon as its size is known, gets a box in which a phone scrolls it.
function boxWidePicture({ target }) {
  if (!target.matches?.(".cell_output img") || target.naturalWidth <= 800) return;
  const box = document.createElement("div");
  box.className = "wide-picture";
  target.replaceWith(box);
  box.append(target);
}

// The theme leaves the contents open, over the section that was chosen there. It keeps them in a
// dialog; in its older versions, a hidden checkbox opens them.
function closeContents({ target }) {
  if (!target.closest('.bd-sidebar-secondary a[href^="#"], dialog a[href^="#"]')) return;
  target.closest("dialog")?.close();
  document.querySelector("#pst-secondary-sidebar-checkbox:checked")?.click();
}

// Search looks for the place to show in all of a page's text: leave it what is to be read.
function searchTextOnly() {
  if (typeof Search === "undefined") return;
  const { htmlToText } = Search;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html").documentElement;
    const menus = ".bd-header-article, .bd-sidebar-secondary, #jb-print-docs-body, .prev-next-footer";
    for (const menu of page.querySelectorAll(menus)) menu.remove();
    return htmlToText(page.outerHTML, anchor);
  };
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
document.addEventListener("DOMContentLoaded", searchTextOnly);
document.addEventListener("click", closeContents);
document.addEventListener("load", boxWidePicture, true); // a picture has loaded
window.addEventListener("load", makeScrollersFocusable);
window.addEventListener("resize", makeScrollersFocusable);
document.addEventListener("toggle", makeScrollersFocusable, true); // a <details> opens
