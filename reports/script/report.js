/* Filters and sorts the matters, and folds their findings away. Without it the page shows all in order.
   A view has an address: #findings?force=kent&severity=high. */
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var list = document.getElementById("finding-list");
  var matters = Array.prototype.slice.call(list.querySelectorAll(".matter"));
  var homes = matters.map(function (f) { return f.parentNode; });
  var texts = matters.map(function (f) { return f.textContent.toLowerCase(); });
  var groups = Array.prototype.slice.call(list.querySelectorAll(".rule, .severity"));
  var flat = document.createElement("div");
  var empty = document.createElement("p");
  var count = document.getElementById("filter-count");
  var names = ["text", "severity", "rule", "force", "request", "change"];
  empty.textContent = "No matter fits. “Show all” takes the filters away.";

  function field(name) { return document.getElementById(name === "sort" ? "sort-by" : "filter-" + name); }
  function value(name) { var f = field(name); return f ? f.value : ""; }

  function fits(f, i, wanted) {
    var d = f.dataset;
    return (!wanted.severity || d.severity === wanted.severity) &&
      (!wanted.rule || d.rules.indexOf("|" + wanted.rule + "|") >= 0) &&
      (!wanted.force || d.forces.indexOf("|" + wanted.force + "|") >= 0) &&
      (!wanted.request || d.requests.indexOf("|" + wanted.request + "|") >= 0) &&
      (!wanted.change || d.change === wanted.change) &&
      wanted.words.every(function (w) { return texts[i].indexOf(w) >= 0; });
  }

  function compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

  var changes = ["new", "altered", "persisting"];
  var orders = {
    force: function (a, b) { return compare(a.dataset.force || "\uffff", b.dataset.force || "\uffff"); },
    request: function (a, b) { return compare(a.dataset.request || "\uffff", b.dataset.request || "\uffff"); },
    date: function (a, b) { return compare(b.dataset.date, a.dataset.date); },
    change: function (a, b) { return compare(changes.indexOf(a.dataset.change), changes.indexOf(b.dataset.change)); }
  };

  /* By severity and rule the matters stand in their sections, else in one list. */
  function arrange(order) {
    if (order) {
      var sorted = matters.slice().sort(function (a, b) {
        return orders[order](a, b) || a.dataset.place - b.dataset.place;
      });
      sorted.forEach(function (f) { flat.appendChild(f); });
      list.appendChild(flat);
    } else if (flat.parentNode) {
      matters.forEach(function (f, i) { homes[i].appendChild(f); });
      list.removeChild(flat);
    }
  }

  function show() {
    var wanted = { words: value("text").toLowerCase().split(/\s+/).filter(Boolean) };
    var shown = 0;
    names.slice(1).forEach(function (n) { wanted[n] = value(n); });
    matters.forEach(function (f, i) {
      f.hidden = !fits(f, i, wanted);
      shown += f.hidden ? 0 : 1;
    });
    arrange(value("sort"));
    groups.forEach(function (g) { g.hidden = !g.querySelector(".matter:not([hidden])"); });
    count.textContent = shown + " of " + matters.length + " matters";
    if (shown) empty.remove(); else list.appendChild(empty);
  }

  function address() {
    var parts = names.concat("sort").filter(value).map(function (n) {
      return n + "=" + encodeURIComponent(value(n));
    });
    return "#findings" + (parts.length ? "?" + parts.join("&") : "");
  }

  function changed() {
    show();
    history.replaceState(null, "", address());
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
  }

  /* Follows the address: a view of the matters, or one thing on the page, which is shown
     even where a filter hid it. `left` is the view in which the reader left this address. */
  function follow(left) {
    var hash = location.hash;
    var target = hash.length > 1 && document.getElementById(decode(hash.slice(1)));
    if (/^#findings\?/.test(hash)) {
      fill(hash);
      target = document.getElementById("findings");
    } else if (left) {
      fill(left);
    }
    if (target && target.closest("[hidden]")) {
      clear();
      show();
    }
    var fold = target && target.closest("details");
    if (fold) fold.open = true;
    if (target) {
      /* The words of the leading finding stand above its fold. */
      (target.matches(".members > .finding:first-of-type") ? target.closest(".matter") : target).scrollIntoView();
      if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.filter-link");
    if (!link) return;
    event.preventDefault();
    history.replaceState({ view: address() }, "");
    history.pushState(null, "", "#findings?" + link.dataset.filter + "=" + encodeURIComponent(link.dataset.value));
    follow();
    field(link.dataset.filter).focus({ preventScroll: true });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(changed, 0); });
  form.addEventListener("change", changed);
  field("text").addEventListener("input", changed);
  /* Both for a link within the page and for back and forward. */
  window.addEventListener("popstate", function (event) { follow(event.state && event.state.view); });
  list.querySelectorAll("details.members").forEach(function (d) { d.open = false; });
  form.hidden = false;
  show();
  if (location.hash) follow();
}());
