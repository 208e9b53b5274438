/** First that fits: Edge and Opera call themselves Chrome, and everybody calls itself Safari. */
const BROWSERS = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/\b(?:iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

const first = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** A browser in the words of whoever uses it: « Firefox, Windows ». Undefined when it is none that we know. */
export function browserName(userAgent: string | undefined): string | undefined {
  const text = (userAgent ?? '').slice(0, 500);
  const words = [first(BROWSERS, text), first(SYSTEMS, text)].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}
