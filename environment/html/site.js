// The reader's choice of light or dark, kept between pages; without a choice the system's setting holds.
const stored = localStorage.getItem("lectern-theme");
if (stored) document.documentElement.dataset.theme = stored;
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("theme").addEventListener("click", () => {
    const dark = getComputedStyle(document.documentElement).getPropertyValue("--dark").trim() === "1";
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("lectern-theme", document.documentElement.dataset.theme);
  });
});
