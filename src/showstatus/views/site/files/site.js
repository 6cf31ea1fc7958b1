// The index: search, filters and order. Every page: countdowns. Nothing is fetched, nothing is kept.
"use strict";
(() => {
  const DAY = 86400000;
  const MONTH = 30.44; // days, as the pages count them

  // Countdowns, in the reader's own time and by the same words as the pages.
  const midnight = (text) => { const [y, m, d] = text.split("-").map(Number); return new Date(y, m - 1, d); };
  const daysTo = (day, now) => Math.round((day - new Date(now.getFullYear(), now.getMonth(), now.getDate())) / DAY);
  const two = (number) => String(number).padStart(2, "0");
  const plural = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  function between(least, most) {
    if (most === 1) return "today or tomorrow";
    const soon = most <= 100;
    const few = soon ? least : Math.round(least / MONTH);
    const many = soon ? most : Math.round(most / MONTH);
    const unit = soon ? "days" : "months";
    if (few === 0) return `within ${many} ${unit}`;
    return few === many ? `in about ${few} ${unit}` : `in ${few} to ${many} ${unit}`;
  }

  function exact(day, now, seconds) {
    const days = daysTo(day, now);
    if (days <= 0) return days === 0 ? "today" : "the day has passed";
    const left = Math.floor((day - now) / 1000);
    const clock = `${two(Math.floor(left / 3600) % 24)}:${two(Math.floor(left / 60) % 60)}`;
    return `in ${plural(Math.floor(left / 86400), "day")} ${seconds ? `${clock}:${two(left % 60)}` : clock}`;
  }

  function words(time, now, seconds) {
    const from = midnight(time.dataset.from), to = midnight(time.dataset.to);
    if (time.dataset.from === time.dataset.to) return exact(to, now, seconds);
    const most = daysTo(to, now);
    return most < 0 ? "the window has passed" : most === 0 ? "today" : between(Math.max(daysTo(from, now), 0), most);
  }

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const seen = new Set();
  function tick() {
    const now = new Date();
    for (const time of seen) {
      const text = words(time, now, !calm);
      if (time.textContent !== text) time.textContent = text;
    }
  }
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
    tick();
  });
  function countDown() {
    watch.disconnect();
    seen.clear();
    for (const time of document.querySelectorAll("time[data-from]")) watch.observe(time);
  }
  setInterval(tick, calm ? 60000 : 1000);

  // The index. Only the rows that are asked for stand in the page, and no more than STEP before more are wanted, so that
  // ten thousand shows are filtered as one types.
  const STEP = 500;
  const list = document.getElementById("shows");
  if (!list) return countDown();
  const byId = (id) => document.getElementById(id);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...list.children].map((item, place) => ({
    item, place,
    title: fold(item.querySelector("a").textContent),
    text: fold(["a", ".decision", ".what"].map((part) => item.querySelector(part).textContent).join(" ") + item.dataset.names),
    decision: item.dataset.decision, platform: item.dataset.platform,
    news: item.dataset.news,
  }));
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const orders = {
    comes: (a, b) => a.place - b.place,
    title: (a, b) => compare(a.title, b.title) || a.place - b.place,
    decision: (a, b) => compare(a.decision, b.decision) || a.place - b.place,
    news: (a, b) => compare(b.news, a.news) || a.place - b.place,
  };
  const fields = ["search", "decision", "platform", "sort"].map(byId);
  const [search, decision, platform, sort] = fields;
  const more = byId("more");
  let order = "comes", found = rows, shown = 0;

  function filter() {
    const asked = fold(search.value).split(/\s+/).filter(Boolean);
    found = rows.filter((row) => (!decision.value || row.decision === decision.value)
      && (!platform.value || row.platform === platform.value)
      && asked.every((word) => row.text.includes(word)));
    const all = plural(rows.length, "show");
    byId("count").textContent = found.length === rows.length ? all : `${found.length} of ${all}`;
    byId("none").hidden = found.length > 0;
    list.replaceChildren();
    shown = 0;
    extend();
  }

  function extend() {
    const next = found.slice(shown, shown + STEP);
    list.append(...next.map((row) => row.item));
    shown += next.length;
    more.parentElement.hidden = shown === found.length;
    more.textContent = `Show ${Math.min(STEP, found.length - shown)} more`;
    countDown();
    return next[0];
  }

  function arrange() {
    if (sort.value === order) return;
    order = sort.value;
    rows.sort(orders[order]);
  }

  // What is asked for stands in the address, so that it can be kept and passed on.
  function remember() {
    const asked = new URLSearchParams(fields.filter((one) => one.value && one.value !== "comes").map((one) => [one.id, one.value]));
    history.replaceState(null, "", `${location.pathname}${location.search}${String(asked) && `#${asked}`}`);
  }
  function recall() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const one of fields) if (asked.has(one.id)) one.value = asked.get(one.id);
    if (!sort.value) sort.value = "comes";
  }
  const update = () => { arrange(); filter(); };
  let later;
  for (const one of fields) {
    one.addEventListener("input", () => {
      update();
      clearTimeout(later);
      later = setTimeout(remember, 250);
    });
  }
  more.addEventListener("click", () => extend().item.querySelector("a").focus());
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", () => {
    search.value = decision.value = platform.value = "";
    update(); remember(); search.focus();
  });
  addEventListener("hashchange", () => { recall(); update(); });
  recall();
  update();
  byId("controls").hidden = false;
})();
