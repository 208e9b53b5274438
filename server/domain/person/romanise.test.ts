import { describe, expect, test } from '@jest/globals';
import { soundsOf } from './soundKeys.ts';
import { searchAmong } from './testing/golden.ts';
import { NAMES_IN_SCRIPTS } from './testing/namesInScripts.ts';

const TODAY = '2026-11-26';
const person = (birthName: string, firstNames: string | null = null) => ({
  birthName,
  firstNames,
  usageName: null,
  birth: '',
});
const finds = (typed: string, known: string): boolean => searchAmong([person(known)], TODAY)(typed).length === 1;

describe('a name in its own script and in Latin letters are one', () => {
  const sections = NAMES_IN_SCRIPTS.split('# ')
    .slice(1)
    .map((section) => section.trim().split('\n'));

  test.each(sections.map(([script = '', ...names]) => ({ script, names })))(
    '$script: whichever is typed, whichever is known',
    ({ names }) => {
      expect(names.length).toBeGreaterThanOrEqual(10);
      const missed = names.flatMap((line) => {
        const [name = '', ...spellings] = line.split(' ');
        return spellings.flatMap((spelling) => [
          ...(finds(name, spelling) ? [] : [`${name} → ${spelling}`]),
          ...(finds(spelling, name) ? [] : [`${spelling} → ${name}`]),
        ]);
      });
      expect(missed).toEqual([]);
    },
  );

  test.each([
    ['العمراني يوسف', 'El Amrani', 'Youssef'],
    ['بناني يوسف', 'Bennani', 'Youssef'],
    ['نور الهدى', 'Kaci', 'Nour El Houda'],
    ['نوری شبنم', 'Nouri', 'Shabnam'],
    ['مولاي إدريس', 'Alaoui', 'Moulay Idriss'],
    ['سلمى التازي', 'Tazi', 'Salma'],
    ['فاطمة الزهراء', 'Rami', 'Fatima Zahra'],
    ['عبد الرحمن', 'Ziani', 'Abderrahmane'],
    ['yousfi nourelhouda', 'يوسفي', 'نور الهدى'],
    ['abdul rahman moustafa', 'عبد الرحمن', 'مصطفى'],
    ['al hammoud rana', 'الحمود', 'رنا'],
    ['cohen ruth', 'כהן', 'רות'],
    ['рамзан джабраилов', 'Djabraïlov', 'Ramzan'],
  ])('« %s » finds %s %s', (typed, family, first) => {
    expect(searchAmong([person(family, first)], TODAY)(typed)).toEqual(['0']);
  });
});

test.each([
  ['يوسف', 'Yassin Asif Safi Yasser'],
  ['نور', 'Nasr Nawal Naima Nadir'],
  ['عمر', 'Imane Amal Maryam Rami'],
  ['سلمى', 'Sami Samia Ilyas Samir'],
  ['فاطمة', 'Fadila Fathi Tamim'],
  ['بومدين', 'Benamar Madani Mouaden'],
  ['حواء', 'Aya Ihab Houda'],
  ['רות', 'Rita Rahel Tara'],
  ['Олег', 'Olena Alla Oliver'],
  ['ਸਿੰਘ', 'Sandhu Gill Sharma'],
  ['முருகன்', 'Kumaran Marian Mohan'],
  ['ተስፋዬ', 'Selam Yosief Tsega'],
])('%s does not sound like any of « %s »', (name, others) => {
  const typed = soundsOf(name).asked;
  const alike = others.split(' ').filter((other) => soundsOf(other).known.some((key) => typed.includes(key)));
  expect(alike).toEqual([]);
});
