// Before anything is painted: the appearance that was chosen in this browser (admin-ui/src/layout/keptAppearance.ts keeps it).
// A file of its own, since the content policy runs no script that is written in the page.
try {
  const kept = localStorage.getItem('jalon.appearance');
  if (kept === 'light' || kept === 'dark') document.querySelector('meta[name="color-scheme"]').content = kept;
} catch {
  // A browser that keeps nothing.
}
