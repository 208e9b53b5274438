import { plusDays, plusMonths, type CalendarDay } from '../../server/domain/calendar/calendarDay.ts';
import type { PathwayEvent } from '../../server/domain/pathway/events.ts';
import { completeFacts, type Facts } from '../../server/domain/pathway/facts.ts';

export interface Story {
  readonly birthName: string | null;
  readonly firstNames: string | null;
  readonly sex: 'F' | 'M';
  readonly birth: { readonly value: string | null; readonly precision: 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN' };
  readonly nationality: string;
  readonly language: string;
  /** What the story shows, for whoever writes or reads the README. */
  readonly shows: string;
  readonly facts: Facts;
  readonly events: readonly PathwayEvent[];
}

/** A dozen plainly fictive people, all named « Exemple », whose files show one thing each. They are followed by the demo caseworker of Passerelles Nord. */
export function stories(today: CalendarDay): Story[] {
  const ago = (days: number): CalendarDay => plusDays(today, -days);
  const reception = (on: CalendarDay, level: string, decision: string, track?: string): PathwayEvent[] => [
    { step: 'OFII_CONVOCATION', status: 'DONE', on },
    { step: 'RECEPTION_INTERVIEW', status: 'DONE', on },
    { step: 'PLACEMENT_TEST', status: 'DONE', on, outcome: level },
    { step: 'LANGUAGE_DECISION', status: 'DONE', on, outcome: decision, ...(track === undefined ? {} : { track }) },
  ];
  const reached = (days: number): PathwayEvent => ({ contact: 'REACHED', on: ago(days), medium: 'OFFICE' });
  const worker = (signed: number, more: Partial<Facts> = {}): Facts =>
    completeFacts({
      enteredFranceOn: ago(signed + 70),
      firstPermitOn: ago(signed + 40),
      permitType: 'CST_SALARIE',
      permitExpiresOn: plusDays(plusMonths(ago(signed + 40), 12), -1),
      cirSignedOn: ago(signed),
      caseOpenedOn: ago(signed),
      ...more,
    });
  const refugee = (signed: number, granted: number, more: Partial<Facts> = {}): Facts =>
    completeFacts({
      enteredFranceOn: ago(granted + 500),
      firstPermitOn: ago(granted - 20),
      permitType: 'API',
      permitExpiresOn: plusDays(ago(granted - 20), 300),
      protectionGrantedOn: ago(granted),
      protectionKind: 'REFUGEE',
      cirSignedOn: ago(signed),
      caseOpenedOn: ago(signed),
      ...more,
    });
  const woman = { sex: 'F' as const };
  const man = { sex: 'M' as const };
  const born = (value: string): Story['birth'] => ({ value, precision: 'DAY' });
  return [
    {
      ...woman,
      birthName: 'Exemple',
      firstNames: 'Amina',
      birth: born('1991-04-12'),
      nationality: 'Algérie',
      language: 'arabe',
      shows: 'language course accepted, still waiting to start',
      facts: worker(95),
      events: [
        ...reception(ago(95), 'A1_1', 'OFFERED_ACCEPTED', 'ONLINE_LICENCE'),
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(60) },
        reached(12),
      ],
    },
    {
      ...man,
      birthName: 'Exemple',
      firstNames: 'Farid',
      birth: { value: '1988', precision: 'YEAR' },
      nationality: 'Afghanistan',
      language: 'dari',
      shows: 'protection card not issued three months after the decision',
      facts: refugee(60, 120),
      events: [
        ...reception(ago(60), 'A2', 'EXEMPT_LEVEL'),
        { step: 'CAF_RIGHTS', status: 'DONE', on: ago(70) },
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(50) },
        reached(9),
      ],
    },
    {
      ...woman,
      birthName: null,
      firstNames: 'Nargis',
      birth: { value: null, precision: 'UNKNOWN' },
      nationality: 'Afghanistan',
      language: 'dari',
      shows: 'one name only, no known birth date, no income since the asylum allowance ended',
      facts: refugee(55, 100),
      events: [
        ...reception(ago(55), 'NON_LITERATE', 'OFFERED_ACCEPTED', '600'),
        { step: 'BPI_PERMIT_ISSUED', status: 'DONE', on: ago(20) },
        reached(6),
      ],
    },
    {
      ...man,
      birthName: 'Exemple',
      firstNames: 'Yonas',
      birth: born('1996-09-03'),
      nationality: 'Érythrée',
      language: 'tigrinya',
      shows: 'still in asylum accommodation after the legal time',
      facts: refugee(150, 190, { asylumSupportEndedOn: ago(170) }),
      events: [
        ...reception(ago(150), 'A1', 'OFFERED_ACCEPTED', 'ONLINE_LICENCE'),
        { step: 'LANGUAGE_START', status: 'DONE', on: ago(120) },
        { step: 'CAF_RIGHTS', status: 'DONE', on: ago(140) },
        { step: 'BPI_PERMIT_ISSUED', status: 'DONE', on: ago(110) },
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(130) },
        reached(25),
      ],
    },
    {
      ...woman,
      birthName: 'Exemple',
      firstNames: 'Selam',
      birth: born('1999-01-20'),
      nationality: 'Érythrée',
      language: 'tigrinya',
      shows: 'not reached for more than 60 days, attempts without answer do not count',
      facts: worker(200),
      events: [
        ...reception(ago(200), 'A2', 'EXEMPT_LEVEL'),
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(170) },
        { contact: 'REACHED', on: ago(80), medium: 'PHONE' },
        { contact: 'NO_ANSWER', on: ago(40), medium: 'PHONE' },
        { contact: 'NO_ANSWER', on: ago(10), medium: 'MESSAGE' },
      ],
    },
    {
      ...man,
      birthName: 'Exemple',
      firstNames: 'João',
      birth: born('1985-07-30'),
      nationality: 'Brésil',
      language: 'portugais',
      shows: 'attendance in French under 80 %',
      facts: worker(180),
      events: [
        ...reception(ago(180), 'A1', 'OFFERED_ACCEPTED', '600'),
        { step: 'LANGUAGE_START', status: 'DONE', on: ago(150) },
        { attendance: 'LANGUAGE', on: ago(120), attendedHours: 30, plannedHours: 40 },
        { attendance: 'LANGUAGE', on: ago(90), attendedHours: 22, plannedHours: 40 },
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(150) },
        reached(15),
      ],
    },
    {
      ...woman,
      birthName: 'Exemple',
      firstNames: 'Thị Mai',
      birth: born('1990-11-11'),
      nationality: 'Vietnam',
      language: 'vietnamien',
      shows: 'permit renewal not asked for, two months before its end; a home left, to be found again',
      facts: worker(300, { permitExpiresOn: plusDays(today, 40) }),
      events: [
        ...reception(ago(300), 'B1', 'EXEMPT_LEVEL'),
        { step: 'CIVIC_SESSION_1', status: 'DONE', on: ago(270) },
        { step: 'CIVIC_SESSION_2', status: 'DONE', on: ago(260) },
        { step: 'CIVIC_SESSION_3', status: 'DONE', on: ago(250) },
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(280) },
        { step: 'JOB_ENTRY', status: 'DONE', on: ago(200) },
        { step: 'HOUSING_DIAGNOSIS', status: 'DONE', on: ago(280) },
        { step: 'HOUSING_ACCESS', status: 'DONE', on: ago(210) },
        { step: 'HOUSING_SUSTAINED_3M', status: 'DONE', on: ago(118) },
        { homeLeft: 'LEASE_ENDED', on: ago(45) },
        reached(30),
      ],
    },
    {
      ...man,
      birthName: 'Exemple',
      firstNames: 'Mubarak',
      birth: { value: '1994-06', precision: 'MONTH' },
      nationality: 'Soudan',
      language: 'arabe',
      shows: 'no health cover, « known, waiting for the fund » until a day, for the third time',
      facts: worker(110),
      events: [
        ...reception(ago(110), 'A2', 'EXEMPT_LEVEL'),
        { step: 'HEALTH_COVER', status: 'REQUESTED', on: ago(30) },
        { silence: 'NO_HEALTH_COVER', on: ago(45), until: ago(26), reason: 'REQUEST_FILED' },
        { silence: 'NO_HEALTH_COVER', on: ago(25), until: ago(6), reason: 'REQUEST_FILED' },
        { silence: 'NO_HEALTH_COVER', on: ago(5), until: plusDays(today, 20), reason: 'REQUEST_FILED' },
        reached(5),
      ],
    },
    {
      ...woman,
      birthName: 'Exemple',
      firstNames: 'Elif',
      birth: born('1993-02-28'),
      nationality: 'Turquie',
      language: 'kurde',
      shows: 'on a declared pause',
      facts: worker(140),
      events: [
        ...reception(ago(140), 'A2', 'EXEMPT_LEVEL'),
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(100) },
        { pause: 'MATERNITY', on: ago(20), until: plusDays(today, 60) },
        reached(21),
      ],
    },
    {
      ...man,
      birthName: 'Exemple',
      firstNames: 'Mamadou',
      birth: born('2001-12-05'),
      nationality: 'Guinée',
      language: 'peul',
      shows: 'everything is in time',
      facts: worker(45),
      events: [
        ...reception(ago(45), 'B1', 'EXEMPT_LEVEL'),
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(20) },
        { step: 'CIVIC_SESSION_1', status: 'DONE', on: ago(15) },
        reached(3),
      ],
    },
    {
      ...woman,
      birthName: 'Exemple',
      firstNames: 'Camila',
      birth: born('1987-08-17'),
      nationality: 'Brésil',
      language: 'portugais',
      shows: 'oriented to employment, not registered',
      facts: worker(130),
      events: [
        ...reception(ago(130), 'B1', 'EXEMPT_LEVEL'),
        { step: 'PES_ORIENTATION', status: 'DONE', on: ago(130) },
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(90) },
        reached(18),
      ],
    },
    {
      ...man,
      birthName: 'Exemple',
      firstNames: 'Nasir',
      birth: born('1983-03-19'),
      nationality: 'Afghanistan',
      language: 'pachto',
      shows: 'goals met, follow-up closed',
      facts: worker(500),
      events: [
        ...reception(ago(500), 'B1', 'EXEMPT_LEVEL'),
        { step: 'HEALTH_COVER', status: 'DONE', on: ago(450) },
        { step: 'JOB_ENTRY', status: 'DONE', on: ago(300) },
        { step: 'HOUSING_ACCESS', status: 'DONE', on: ago(200) },
        { contact: 'REACHED', on: ago(120) },
        { closure: 'GOALS_MET', on: ago(100) },
      ],
    },
  ];
}
