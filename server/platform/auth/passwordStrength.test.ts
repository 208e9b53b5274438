import { describe, expect, test } from '@jest/globals';
import { passwordFault } from './passwordStrength.ts';

const OWNER = {
  role: 'ASSOCIATION_CASEWORKER',
  email: 'samira.lacombe@passerelles.example',
  displayName: 'Samira Lacombe',
  organisation: 'Passerelles Nord',
} as const;
const fault = (password: string, owner: Parameters<typeof passwordFault>[1] = OWNER): string | undefined =>
  passwordFault(password, owner);

const GOOD = 'tricot brumeux quarante lampadaires';

describe('a new password', () => {
  test('is twelve characters at least, sixteen for an administrator, a hundred and twenty-eight at most', () => {
    expect(fault('q7!Lz0vKp2x')).toBe('Choisissez un mot de passe d’au moins 12\u00a0caractères.');
    expect(fault('q7!Lz0vKp2xW')).toBeUndefined();
    const admin = { ...OWNER, role: 'ADMIN' } as const;
    expect(fault('q7!Lz0vKp2xWm4d', admin)).toBe('Choisissez un mot de passe d’au moins 16\u00a0caractères.');
    expect(fault('q7!Lz0vKp2xWm4d%', admin)).toBeUndefined();
    const long = [...GOOD.repeat(4)].slice(0, 128).join('');
    expect(fault(long)).not.toBe('Choisissez un mot de passe d’au plus 128\u00a0caractères.');
    expect(fault(`${long}x`)).toBe('Choisissez un mot de passe d’au plus 128\u00a0caractères.');
  });

  test('needs no capital, digit or sign, and may be of any writing', () => {
    for (const good of [
      GOOD,
      'мой любимый пароль для работы',
      '私のとても長い秘密の言葉です',
      '🦔🌧️🚲🧵🎻🪁🥖🧭🛶🪴🧩🎐',
    ])
      expect([good, fault(good)]).toEqual([good, undefined]);
  });

  test.each([
    ['a known one', 'motdepasse1234'],
    ['a row of the keyboard', 'azertyuiop123'],
    ['the same thing again', 'bonjour bonjour bonjour'],
    ['a date', '14/07/1989....'],
    ['the name and the structure of its owner', 'samira.lacombe'],
    ['the structure and the product', 'passerellesjalon'],
    ['the structure and a year', 'Jalon2026Passerelles'],
    ['the address of its owner', 'samira.lacombe@passerelles.example'],
  ])('is not %s', (_what, password) => {
    expect(fault(password)).toMatch(/^Ce mot de passe est trop facile à deviner\./);
  });

  test('may hold the name of the structure, when the rest is good alone', () => {
    expect(fault(`passerelles ${GOOD}`)).toBeUndefined();
  });

  test('is refused in sentences with our typography', () => {
    expect(fault('azertyuiop123')).toBe(
      'Ce mot de passe est trop facile à deviner. Les lignes droites de touches de votre clavier sont faciles à deviner. ' +
        'Ajoutez des mots moins courants. Utilisez des motifs de clavier plus longs et changez de sens de frappe plusieurs fois.',
    );
    expect(fault('bonjour bonjour bonjour')).not.toMatch(/'/);
  });
});
