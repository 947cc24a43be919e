// Before the first paint: a theme somebody chose is on the page when its styles arrive.
try {
  const theme = localStorage.getItem("tripdesk.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us: the system's own theme it is.
}
