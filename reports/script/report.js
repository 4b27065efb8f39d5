/* Filters and sorts the matters. Without it the page shows all in order. A view has an address:
   #findings?force=kent&severity=high. What folds is closed and opened by page.js; here a place is opened
   before it is given the focus, which nothing in a closed fold takes. */
(function () {
  "use strict";
  var form = document.getElementById("filters");
  var names = ["text", "force", "reach", "request", "severity", "certainty", "rule", "exemption", "change", "waived"];
  var list = document.getElementById("finding-list");
  var count = document.getElementById("filter-count");
  var told = document.getElementById("filter-told");
  var all = Array.prototype.slice.call(list.querySelectorAll(".matter"));
  var homes = all.map(function (m) { return m.parentNode; });
  var texts = all.map(function (m) { return m.textContent.toLowerCase(); });
  var groups = Array.prototype.slice.call(list.querySelectorAll(".group"));
  var flat = document.createElement("div");
  var empty = document.createElement("p");
  var current = "#findings"; /* the view that is shown */
  empty.textContent = "No matter fits. “Show all” takes the filters away.";

  function field(name) { return document.getElementById(name === "sort" ? "sort-by" : "filter-" + name); }
  function value(name) { var f = field(name); return f ? f.value : ""; }
  function has(list, item) { return ("" + list).indexOf("|" + item + "|") >= 0; }

  function fits(m, i, wanted) {
    var d = m.dataset;
    return ["severity", "certainty", "change", "waived"].every(function (n) { return !wanted[n] || d[n] === wanted[n]; }) &&
      (!wanted.rule || wanted.rule.split(",").some(function (r) { return has(d.rules, r); })) &&
      /* * stands for forces that are too many to be named. */
      (!wanted.force || has(d.forces, wanted.force) || has(d.forces, "*")) &&
      (wanted.reach !== "own" || (wanted.force ? d.own === wanted.force : d.own)) &&
      (wanted.reach !== "between" || !d.own) &&
      (!wanted.request || has(d.requests, wanted.request)) &&
      (!wanted.exemption || has(d.exemptions, wanted.exemption)) &&
      wanted.words.every(function (w) { return texts[i].indexOf(w) >= 0; });
  }

  function compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

  var orders = {
    severity: function (a, b) { return b.dataset.rank - a.dataset.rank; },
    force: function (a, b) { return compare(a.dataset.force || "\uffff", b.dataset.force || "\uffff"); },
    request: function (a, b) { return compare(a.dataset.request || "\uffff", b.dataset.request || "\uffff"); },
    date: function (a, b) { return compare(b.dataset.date, a.dataset.date); }
  };

  /* In the order of what to look at first the matters stand in their groups, else in one list. */
  function arrange(order) {
    if (order) {
      all.slice().sort(function (a, b) {
        return orders[order](a, b) || a.dataset.place - b.dataset.place;
      }).forEach(function (m) { flat.appendChild(m); });
      list.appendChild(flat);
    } else if (flat.parentNode) {
      all.forEach(function (m, i) { homes[i].appendChild(m); });
      list.removeChild(flat);
    }
  }

  function number(n, one, many) { return n + " " + (n === 1 ? one : many); }

  /* What the choices are, and what they and the size of the page leave out. */
  function tell(hidden, waived, waivedHidden) {
    var by = names.filter(value).map(function (n) {
      var f = field(n);
      var label = document.querySelector("label[for=filter-" + n + "]").textContent.toLowerCase();
      return label + " “" + (f.options ? f.options[f.selectedIndex].text.replace(/ \(\d+\)$/, "") : f.value) + "”";
    });
    var d = count.dataset;
    var said = [];
    if (hidden) said.push(number(hidden, "is", "are") + " hidden");
    if (waived) said.push((waived - waivedHidden) + " of " + number(waived, "waived finding", "waived findings") + " shown");
    if (by.length) said.push("chosen: " + by.join(", "));
    if (d.left) said.push(d.left + " more matters are in matters.csv alone, whatever is chosen");
    if (d.waived) said.push(d.waived + " more waived findings are in findings.csv alone");
    told.textContent = said.join("; ");
  }

  function show() {
    var wanted = { words: value("text").toLowerCase().split(/\s+/).filter(Boolean) };
    var shown = { no: 0, yes: 0 }, total = { no: 0, yes: 0 };
    names.slice(1).forEach(function (n) { wanted[n] = value(n); });
    all.forEach(function (m, i) {
      m.hidden = !fits(m, i, wanted);
      total[m.dataset.waived] += 1;
      shown[m.dataset.waived] += m.hidden ? 0 : 1;
    });
    arrange(value("sort"));
    groups.forEach(function (g) {
      var n = g.querySelectorAll(".matter:not([hidden])").length;
      g.hidden = !n;
      g.querySelector(".shown").textContent = n < g.querySelectorAll(".matter").length ? n + " of " : "";
    });
    count.textContent = shown.no + " of " + total.no + " matters";
    tell(total.no - shown.no, total.yes, total.yes - shown.yes);
    if (shown.no + shown.yes) empty.remove(); else list.appendChild(empty);
  }

  function address() {
    var parts = names.concat("sort").filter(value).map(function (n) {
      return n + "=" + encodeURIComponent(value(n));
    });
    return "#findings" + (parts.length ? "?" + parts.join("&") : "");
  }

  /* A choice is a step that the button back undoes; what is typed is one with what was typed before. */
  function changed(isTyped) {
    show();
    var next = address();
    if (next === current && location.hash === next) return;
    if (isTyped === true) {
      history.replaceState({ view: next }, "", next);
    } else {
      history.replaceState({ view: current }, "");
      history.pushState({ view: next }, "", next);
    }
    current = next;
  }

  function clear() {
    names.concat("sort").forEach(function (n) { if (field(n)) field(n).value = ""; });
  }

  function decode(text) {
    try { return decodeURIComponent(text); } catch (e) { return text; }
  }

  /* Sets the fields to an address that address() made, or as somebody wrote it. */
  function fill(view) {
    clear();
    view.replace(/^[^?]*\??/, "").split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      var name = pair.slice(0, Math.max(at, 0));
      var wanted = decode(pair.slice(at + 1));
      var f = names.concat("sort").indexOf(name) >= 0 && field(name);
      if (!f) return;
      f.value = wanted;
      if (f.selectedIndex >= 0 || f.selectedIndex === undefined) return;
      /* What no matter is about is a choice too: it shows none. An order must be known. */
      if (name !== "sort") f.add(new Option(wanted + " (0)", wanted));
      f.value = name === "sort" ? "" : wanted;
    });
    show();
    current = address();
  }

  /* Opens the folds around a place, and the first in a dossier or a request. */
  function open(target) {
    for (var e = target; e; e = e.parentElement) if (e.localName === "details") e.open = true;
    var own = target.matches(".entry") && target.querySelector("details.fold");
    if (own) own.open = true;
  }

  /* Follows the address: a view of the matters, or one thing on the page, which is shown
     even where a filter hid it. `left` is the view in which the reader left this address. */
  function follow(left) {
    var hash = location.hash;
    var target = hash.length > 1 && document.getElementById(decode(hash.slice(1)));
    if (form && /^#findings\?/.test(hash)) {
      fill(hash);
      target = document.getElementById("findings");
    } else if (form && left) {
      fill(left);
    }
    if (!target) return;
    if (target.closest("[hidden]")) {
      clear();
      show();
      current = address();
    }
    open(target);
    /* The words of the leading finding stand above its fold. */
    (target.matches(".members > .finding:first-of-type") ? target.closest(".matter") : target).scrollIntoView();
    /* Of a view a small screen shows how much fits it, before all the choices. */
    if (target.id === "findings" && count && count.getBoundingClientRect().top > innerHeight - 100) count.scrollIntoView();
    var focused = target.localName === "details" ? target.querySelector("summary") : target;
    if (focused.localName === "summary" || focused.hasAttribute("tabindex")) focused.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.filter-link");
    if (!link || !form) return;
    event.preventDefault();
    var d = link.dataset;
    var view = "#findings?" + (d.view || d.filter + "=" + encodeURIComponent(d.value) + (d.reach ? "&reach=" + d.reach : ""));
    history.replaceState({ view: current }, "");
    history.pushState({ view: view }, "", view);
    follow();
    field(view.slice("#findings?".length).split("=")[0]).focus({ preventScroll: true });
  });
  /* Both for a link within the page and for back and forward. */
  window.addEventListener("popstate", function (event) { follow(event.state && event.state.view); });
  if (form) {
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(changed, 0); });
    form.addEventListener("change", function (event) { if (event.target !== field("text")) changed(); });
    field("text").addEventListener("input", function () { changed(true); });
    form.hidden = false;
    show();
  }
  if (location.hash) follow();
}());
