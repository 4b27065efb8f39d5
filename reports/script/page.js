/* What the report and its annex share. Folds are closed until somebody asks for what is in them, and what an
   address names is opened; the links of a matrix or a picture are one stop of the Tab key, with the arrow keys
   between them. Without it everything is open, and every link is a stop. */
(function () {
  "use strict";

  function named() {
    var name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch (e) { /* an address that is none names nothing */ }
    return name ? document.getElementById(name) : null;
  }

  /* The folds around what is named, and those that stand directly in it; of a whole section they stay closed. */
  function follow() {
    var target = named(), moved = false;
    function open(fold) { moved = moved || !fold.open; fold.open = true; }
    if (!target) return;
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) open(fold);
    if (target.localName !== "section") target.querySelectorAll(":scope > details.fold").forEach(open);
    if (moved) target.scrollIntoView();
  }

  function middle(link) {
    var box = link.getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }

  var steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /* The nearest link in that direction; what lies aside counts as further away. */
  function nearest(links, from, step) {
    var here = middle(from), best = null, least = Infinity;
    links.forEach(function (link) {
      var there = middle(link), dx = there.x - here.x, dy = there.y - here.y;
      var along = dx * step[0] + dy * step[1], aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
      if (along > 1 && along + 3 * aside < least) {
        least = along + 3 * aside;
        best = link;
      }
    });
    return best;
  }

  function makeOneStop(group) {
    var links = Array.prototype.slice.call(group.querySelectorAll("a[href]"));
    if (links.length < 2) return;
    links.forEach(function (link, i) { link.setAttribute("tabindex", i ? "-1" : "0"); });
    group.addEventListener("focusin", function (event) {
      var link = event.target.closest("a[href]");
      if (!link) return;
      links.forEach(function (other) { other.setAttribute("tabindex", other === link ? "0" : "-1"); });
    });
    group.addEventListener("keydown", function (event) {
      var link = event.target.closest("a[href]"), step = steps[event.key];
      var next = link && step && !event.altKey && !event.ctrlKey && !event.metaKey && nearest(links, link, step);
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }

  /* A pointer that rests on a force in a picture is told its name and what it says. */
  function tellOnRest(event) {
    var link = event.target.closest("a[aria-label]");
    if (!link || link.querySelector("title")) return;
    var title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = link.getAttribute("aria-label");
    link.insertBefore(title, link.firstChild);
  }

  document.querySelectorAll("details.fold").forEach(function (fold) { fold.open = false; });
  document.documentElement.classList.add("folded");
  document.querySelectorAll("table.matrix, .picture").forEach(makeOneStop);
  document.querySelectorAll(".areas").forEach(function (areas) { areas.addEventListener("pointerover", tellOnRest); });
  window.addEventListener("hashchange", follow);
  follow();
}());
