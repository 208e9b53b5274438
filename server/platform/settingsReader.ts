/** Reads settings one by one and gathers what is wrong with them, so that an operator mends all at once. */
export class SettingsReader {
  readonly problems: string[] = [];
  private readonly env: Readonly<Record<string, string | undefined>>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.env = env;
  }

  /** The trimmed text; undefined when absent or empty. */
  text(name: string): string | undefined {
    const text = this.env[name]?.trim();
    return text === '' ? undefined : text;
  }

  /** One of the allowed words. */
  choice<Word extends string>(name: string, allowed: readonly Word[], otherwise: Word): Word {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const found = allowed.find((word) => word === text);
    if (found === undefined) this.problems.push(`${name} is "${text}", and must be one of: ${allowed.join(', ')}.`);
    return found ?? otherwise;
  }

  /** A whole number within bounds, both included. */
  integer(name: string, { from, to, otherwise }: { from: number; to: number; otherwise: number }): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= from && number <= to) return number;
    this.problems.push(`${name} is "${text}", and must be a whole number from ${from} to ${to}.`);
    return otherwise;
  }

  /** An absolute URL of one of the protocols. Its text is never repeated: it may hold a password. */
  url(name: string, protocols: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    this.problems.push(
      `${name} must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
    );
    return undefined;
  }
}
