import { z } from 'zod';
import {
  ACTORS,
  CLOSURE_REASONS,
  CONTACT_MEDIA,
  CONTRACT_RULE_SET_CODES,
  CONTRACT_STATES,
  DOMAINS,
  HOME_LEFT_REASONS,
  HOUSING_CODES,
  PAUSE_REASONS,
  PERMIT_RULE_SET_CODES,
  PROTECTION_KINDS,
  RESIDENCE_DOCUMENTS,
  SILENCE_REASONS,
  STALL_RULES,
  STEP_CODES,
  STEP_STATES,
  STEP_STATUSES,
} from '../domain/pathway/codes.ts';
import { LONGEST_EXTENSION_MONTHS } from '../domain/pathway/ruleSets/index.ts';
import {
  calendarDaySchema,
  codeText,
  departmentSchema,
  instantSchema,
  shortText,
  storableText,
  uuidSchema,
} from './common.ts';
import { birthSchema, personInputSchema, personPatchSchema, personSchema } from './person.ts';

const day = calendarDaySchema.nullish();

const factFields = {
  enteredFranceOn: day,
  bornOn: z.union([calendarDaySchema, z.string().regex(/^\d{4}$/)]).nullish(),
  firstPermitOn: day,
  permitType: z.enum(RESIDENCE_DOCUMENTS).nullish(),
  permitExpiresOn: day,
  permitApplicationOn: day,
  protectionGrantedOn: day,
  protectionKind: z.enum(PROTECTION_KINDS).nullish(),
  cirSignedOn: day,
  extensionMonths: z.number().int().min(0).max(LONGEST_EXTENSION_MONTHS).nullish(),
  caseOpenedOn: day,
  asylumSupportEndedOn: day,
  refugeeHousingEnteredOn: day,
  stayCertificateOn: day,
  isParent: z.boolean().nullish(),
  optionalSignatory: z.boolean().nullish(),
  exemption: shortText(60).nullish(),
  housing: z.enum(HOUSING_CODES).nullish(),
};

/** What is known of a pathway before any event (pathway.json `facts`). Unknown is null or absent. */
export const factsSchema = z.strictObject(factFields).meta({ id: 'Facts' });
export type FactsInput = z.infer<typeof factsSchema>;

/** Facts to be kept: what is a code is one, for they are shown to readers who do not know the person. */
const factsToKeep = factsSchema.extend({ exemption: codeText(60).nullish() }).meta({ id: 'FactsToKeep' });

/** Known only to the plan, which is stateless: what the application puts on an event that it stores. */
const storedFields = {
  id: z.string().max(64).optional(),
  recordedAt: instantSchema.optional(),
  followsFrom: z.string().max(64).optional(),
};

const eventShapes = {
  step: {
    step: z.enum(STEP_CODES),
    status: z.enum(STEP_STATUSES),
    on: calendarDaySchema,
    outcome: shortText(60).optional(),
    party: z.enum(ACTORS).optional(),
    reference: shortText(120).optional(),
    track: shortText(30).optional(),
  },
  attendance: {
    attendance: z.enum(['LANGUAGE', 'CIVIC']),
    on: calendarDaySchema,
    attendedHours: z.number().min(0).max(400),
    plannedHours: z.number().min(0).max(400),
  },
  test: { test: z.literal('LANGUAGE'), on: calendarDaySchema, score: z.number().min(0).max(1000) },
  contact: {
    contact: z.enum(['REACHED', 'NO_ANSWER']),
    on: calendarDaySchema,
    medium: z.enum(CONTACT_MEDIA).optional(),
  },
  extension: { extension: z.enum(['DNA_EXIT', 'CPH_STAY']), on: calendarDaySchema },
  contract: {
    contract: z.enum(CONTRACT_STATES),
    on: calendarDaySchema,
    months: z.number().int().min(1).max(LONGEST_EXTENSION_MONTHS).optional(),
  },
  handover: { handover: z.literal(true), on: calendarDaySchema },
  silence: {
    silence: z.enum(STALL_RULES),
    on: calendarDaySchema,
    until: calendarDaySchema,
    reason: z.enum(SILENCE_REASONS),
  },
  pause: { pause: z.enum(PAUSE_REASONS), on: calendarDaySchema, until: calendarDaySchema.nullish() },
  closure: { closure: z.enum(CLOSURE_REASONS), on: calendarDaySchema },
  homeLeft: { homeLeft: z.enum(HOME_LEFT_REASONS), on: calendarDaySchema },
  document: { document: z.enum(RESIDENCE_DOCUMENTS), on: calendarDaySchema, until: calendarDaySchema },
  retraction: { retracts: z.string().max(64), on: calendarDaySchema.optional() },
};

const corrects = { corrects: z.string().max(64).optional() };
const codes = { outcome: codeText(60).optional(), track: codeText(30).optional() };

/** One event as a person records it; `corrects` replaces an earlier one without erasing it. */
export const eventInputSchema = z
  .union([
    z.strictObject({ ...eventShapes.step, ...codes, ...corrects }),
    z.strictObject({ ...eventShapes.attendance, ...corrects }),
    z.strictObject({ ...eventShapes.test, ...corrects }),
    z.strictObject({ ...eventShapes.contact, ...corrects }),
    z.strictObject({ ...eventShapes.extension, ...corrects }),
    z.strictObject({ ...eventShapes.contract, ...corrects }),
    z.strictObject({ ...eventShapes.handover, ...corrects }),
    z.strictObject({ ...eventShapes.silence, ...corrects }),
    z.strictObject({ ...eventShapes.pause, ...corrects }),
    z.strictObject({ ...eventShapes.closure, ...corrects }),
    z.strictObject({ ...eventShapes.homeLeft, ...corrects }),
    z.strictObject({ ...eventShapes.document, ...corrects }),
    z.strictObject(eventShapes.retraction),
  ])
  .meta({ id: 'EventInput' });
export type EventInput = z.infer<typeof eventInputSchema>;

const plannedEventSchema = z
  .union([
    z.strictObject({ ...eventShapes.step, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.attendance, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.test, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.contact, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.extension, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.contract, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.handover, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.silence, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.pause, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.closure, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.homeLeft, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.document, ...corrects, ...storedFields }),
    z.strictObject({ ...eventShapes.retraction, ...storedFields }),
  ])
  .meta({ id: 'PlannedEvent' });

export const planInputSchema = z
  .strictObject({
    facts: factsSchema,
    events: z.array(plannedEventSchema).max(2000).default([]),
    today: calendarDaySchema,
    /** An instant, or a civil day meant whole: what was recorded later is left out. */
    knownAt: z.union([instantSchema, calendarDaySchema]).optional(),
  })
  .meta({ id: 'PlanInput' });
export type PlanInput = z.infer<typeof planInputSchema>;

const basisSchema = z
  .object({ ruleSet: z.string().nullable(), source: z.string(), confidence: z.string(), kind: z.string().nullable() })
  .meta({ id: 'Basis', description: 'Which rule set and which article or source a deadline rests on' });

export const stepViewSchema = z
  .object({
    code: z.enum(STEP_CODES),
    domain: z.enum(DOMAINS),
    status: z.enum(STEP_STATUSES),
    state: z.enum(STEP_STATES),
    opensOn: calendarDaySchema.nullable(),
    dueOn: calendarDaySchema.nullable(),
    waitsFor: z.array(z.enum(STEP_CODES)),
    basis: basisSchema,
    sentence: z.string(),
  })
  .meta({ id: 'Step' });
export type StepView = z.infer<typeof stepViewSchema>;

export const stallFactSchema = z.object({
  label: z.string(),
  on: calendarDaySchema.optional(),
  value: z.string().optional(),
});

export const stallViewSchema = z
  .object({
    rule: z.enum(STALL_RULES),
    domain: z.enum(DOMAINS),
    state: z.enum(['WATCH', 'STALLED', 'SILENCED']),
    since: calendarDaySchema.nullable(),
    warnOn: calendarDaySchema.nullable(),
    limitOn: calendarDaySchema.nullable(),
    turn: z.enum(ACTORS),
    severity: z.enum(['CRITICAL', 'NORMAL']),
    sentence: z.string(),
    facts: z.array(stallFactSchema),
  })
  .meta({ id: 'PlannedStall' });
export type StallView = z.infer<typeof stallViewSchema>;

const planned = {
  contractRuleSet: z.enum(CONTRACT_RULE_SET_CODES).nullable(),
  provisionalRuleSet: z.enum(CONTRACT_RULE_SET_CODES).nullable(),
  permitRuleSet: z.enum(PERMIT_RULE_SET_CODES).nullable(),
  contractState: z.enum(CONTRACT_STATES),
  cirEndsOn: calendarDaySchema.nullable(),
  observationsEndOn: calendarDaySchema.nullable(),
  contractSentence: z.string().nullable(),
  steps: z.array(stepViewSchema),
  stalls: z.array(stallViewSchema),
  turns: z.array(z.object({ party: z.enum(ACTORS), days: z.number().int() })),
};

export const planSchema = z.object(planned).meta({ id: 'Plan' });
export type PlanView = z.infer<typeof planSchema>;

export const pathwayStatusSchema = z.enum(['OPEN', 'PAUSED', 'CLOSED']);

export const pathwayRowSchema = z
  .object({
    id: uuidSchema,
    number: z.string(),
    personId: uuidSchema.nullable(),
    name: z.string().nullable(),
    birth: birthSchema.nullable(),
    department: departmentSchema,
    organisationId: uuidSchema.nullable(),
    organisationName: z.string().nullable(),
    referentId: uuidSchema.nullable(),
    referentName: z.string().nullable(),
    /** Why there is no name: nobody follows it, the name is not the reader’s to know, or another structure follows it. */
    referentTold: z.enum(['NAMED', 'NOBODY', 'NOT_TOLD', 'ELSEWHERE']),
    contractRuleSet: z.enum(CONTRACT_RULE_SET_CODES).nullable(),
    cirSignedOn: calendarDaySchema.nullable(),
    status: pathwayStatusSchema,
    nextDueOn: calendarDaySchema.nullable(),
    overdue: z.number().int(),
    stalled: z.number().int(),
    lastContactOn: calendarDaySchema.nullable(),
    /** Hidden from everybody but those who hold a right on it. */
    sealed: z.boolean(),
  })
  .meta({ id: 'PathwayRow', description: 'One line of a list. Names are null for whoever sees pseudonyms.' });
export type PathwayRow = z.infer<typeof pathwayRowSchema>;

export const pathwayExportSchema = z
  .object({
    /** The day on which these rows are true. */
    asOf: calendarDaySchema,
    /** How many rows of the list were left out, for they are sealed. */
    sealed: z.number().int(),
    rows: z.array(pathwayRowSchema),
  })
  .meta({ id: 'PathwayExport' });
export type PathwayExport = z.infer<typeof pathwayExportSchema>;

export const storedEventSchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    recordedAt: z.string(),
    actor: z.string().nullable(),
    source: z.enum(['HAND', 'IMPORT']),
    /** Retracted or replaced by a later event: kept, no longer counted. */
    superseded: z.boolean(),
  })
  .loose()
  .meta({
    id: 'StoredEvent',
    description:
      'The event with what it was given, as its reader is told it: NOT_TOLD in the place of a code that she is not',
  });
export type StoredEvent = z.infer<typeof storedEventSchema>;

const verdict = {
  allowed: z.boolean(),
  /** The sentence of the refusal, as the 409 says it. */
  reason: z.string().optional(),
  /** Recorded all the same, and to be looked at: `prerequisite_missing`, `observations_cut_short`. */
  flags: z.array(z.string()).readonly().optional(),
};

export const moveSchema = z
  .object({
    step: z.enum(STEP_CODES),
    status: z.enum(STEP_STATUSES),
    ...verdict,
  })
  .meta({ id: 'Move', description: 'A status that a step may take today, or may not, and why' });
export type MoveView = z.infer<typeof moveSchema>;

/** What the caller may do with this very record: the UI offers nothing else. */
export const grantsSchema = z
  .object({
    correct: z.boolean(),
    /** Be told which other files may be of the same person, and say that they are not. */
    tellApart: z.boolean(),
    /** Make one file of it and of another of the same person; part them again. */
    merge: z.boolean(),
    recordEvent: z.boolean(),
    /** Contacts, pauses, closure, handovers, stalls put on hold: what the structure records of its own follow-up. */
    recordFollowUp: z.boolean(),
    /** Say what is to be done for it and by when, and what became of it. */
    planTask: z.boolean(),
    /** Enrol the person in sessions, and read in which she is: where she will be, on which day. */
    enrol: z.boolean(),
    assignReferent: z.boolean(),
    assignOrganisation: z.boolean(),
    actOnStalls: z.boolean(),
    /** Seal it, lift its seal, say who holds which rights on it. */
    seal: z.boolean(),
    /** Hand it over to another structure. */
    transfer: z.boolean(),
    /** Be given the name behind the number, with a reason. */
    reveal: z.boolean(),
    /** Be told who saw it. */
    readAccesses: z.boolean(),
    /** Write a note. Which notes may be read is told by the list of notes. */
    writeNote: z.boolean(),
    /** Be told how many private notes of others it holds. */
    countPrivateNotes: z.boolean(),
  })
  .meta({ id: 'PathwayGrants' });

/** The last transfer of a file, told to whoever waits for its answer, was refused it, or still reads what she gave. */
export const runningTransferSchema = z
  .object({
    id: uuidSchema,
    /** Waiting for the other structure; refused of late, the file stays; or accepted, and it is read for a time. */
    state: z.enum(['PENDING', 'REFUSED', 'ACCEPTED']),
    /** The structure that is asked, or refused; once accepted, the one that follows the person now. */
    organisationName: z.string(),
    /** When it was asked; when it was refused; once accepted, when the file left. */
    at: z.string(),
    /** Last day on which whoever gave it reads it; null as long as it has not left. */
    readsUntil: calendarDaySchema.nullable(),
    /** Why it was refused, in the words of the other structure. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'RunningTransfer' });
export type RunningTransfer = z.infer<typeof runningTransferSchema>;

/** What a file may be asked to show: itself on a day, as known on a day (or at an instant). Neither: as it is now. */
export const asKnownQuery = z.strictObject({
  asOf: calendarDaySchema.optional(),
  knownAt: z.union([calendarDaySchema, instantSchema]).optional(),
});
export type AsKnownQuery = z.infer<typeof asKnownQuery>;

/** A past view: the day of the facts, what had been recorded by then, and what is shown as it is today all the same. */
export const asKnownOnSchema = z
  .object({
    asOf: calendarDaySchema,
    /** Null: everything recorded so far. */
    knownAt: z.string().nullable(),
    /** Fields that are as today: `organisation`, or a field whose former value was not kept (`facts.cirSignedOn`). */
    asToday: z.array(z.string()),
  })
  .meta({ id: 'AsKnownOn' });
export type AsKnownOn = z.infer<typeof asKnownOnSchema>;

/** Half-open days of a picture: `from` included, `until` excluded. Null: not known, or it lasts. */
const drawnDays = { from: calendarDaySchema.nullable(), until: calendarDaySchema.nullable() };

export const timelineSchema = z
  .object({
    /** The first day of which something is known. */
    from: calendarDaySchema,
    today: calendarDaySchema,
    closedOn: calendarDaySchema.nullable(),
    /** Each step that is or was somebody's, with every status that it has had; its dates while it is open. */
    steps: z.array(
      z.object({
        step: z.enum(STEP_CODES),
        domain: z.enum(DOMAINS),
        spans: z.array(z.object({ status: z.enum(STEP_STATUSES), ...drawnDays })),
        opensOn: calendarDaySchema.nullable(),
        dueOn: calendarDaySchema.nullable(),
      }),
    ),
    /** Every spell of a stall that came, and those watched: `since` is null while the limit is to come. */
    stalls: z.array(
      z.object({
        rule: z.enum(STALL_RULES),
        domain: z.enum(DOMAINS),
        since: calendarDaySchema.nullable(),
        until: calendarDaySchema.nullable(),
        limitOn: calendarDaySchema.nullable(),
      }),
    ),
    /** Days on which a domain had something to do and nothing under way. */
    gaps: z.array(z.object({ domain: z.enum(DOMAINS), ...drawnDays, from: calendarDaySchema })),
  })
  .meta({ id: 'Timeline', description: 'The pathway as days: what its picture draws and its list says' });
export type TimelineView = z.infer<typeof timelineSchema>;

export const pathwayFileSchema = pathwayRowSchema
  .extend({
    person: personSchema.nullable(),
    facts: factsSchema,
    contract: z.object({
      ruleSet: planned.contractRuleSet,
      provisionalRuleSet: planned.provisionalRuleSet,
      permitRuleSet: planned.permitRuleSet,
      state: planned.contractState,
      signedOn: calendarDaySchema.nullable(),
      endsOn: planned.cirEndsOn,
      /** Until when the person may answer a notice of termination (R.413-4). */
      observationsEndOn: planned.observationsEndOn,
      /** What there is to say of a termination, in French. */
      sentence: planned.contractSentence,
      /** `OBSERVATIONS_CUT_SHORT`: ended before that day was over. */
      flags: z.array(z.string()),
      /** Every state of the contract, and whether it may be recorded today. */
      moves: z.array(z.object({ state: z.enum(CONTRACT_STATES), ...verdict })),
    }),
    /**
     * The permit known on the day of the file: the last one delivered, else that of its facts. Null: none is known.
     * `document` is null too for whoever is not told its type.
     */
    permit: z
      .object({
        document: z.enum(RESIDENCE_DOCUMENTS).nullable(),
        deliveredOn: calendarDaySchema.nullable(),
        validUntil: calendarDaySchema.nullable(),
        /** What there is to say of a renewal that is not counted for it, in French (`RENEWAL_NOT_COUNTED`). */
        sentence: z.string().nullable(),
      })
      .nullable(),
    /**
     * What was recorded all the same and deserves a look: `PREREQUISITE_MISSING:<step>`, a step that has moved on before
     * what it waits for; `SILENCED_REPEATEDLY:<rule>`, a stall put on hold three times or more;
     * `SILENCED_BEYOND_LIMIT:<rule>`, one still watched whose limit will pass while it is on hold;
     * `RENEWAL_NOT_COUNTED`, a renewal that the days of the permit in hand leave out, as its sentence says.
     */
    flags: z.array(z.string()),
    steps: planned.steps,
    stalls: planned.stalls,
    turns: planned.turns,
    timeline: timelineSchema,
    contacts: z.array(storedEventSchema),
    events: z.array(storedEventSchema),
    moves: z.array(moveSchema),
    grants: grantsSchema,
    /** False: where the person is (address, phone, e-mail) is not told to this reader. */
    located: z.boolean(),
    /** Until when an emergency opening lets this reader read it; null: she reads it by another right. */
    openUntil: z.string().nullable(),
    /** Null: none is waited for by this reader, and she reads the file by another right. */
    transfer: runningTransferSchema.nullable(),
    /** 0 on a past view: there is nothing to save on. */
    version: z.number().int(),
    /** Null on the file as it is. */
    asKnownOn: asKnownOnSchema.nullable(),
  })
  .meta({ id: 'PathwayFile' });
export type PathwayFile = z.infer<typeof pathwayFileSchema>;

export const openPathwayInput = z
  .strictObject({
    person: personInputSchema,
    facts: factsToKeep,
    toldApartFrom: z
      .array(uuidSchema)
      .max(50)
      .optional()
      .meta({ description: 'Files that a hint named, and that are of somebody else: remembered, and not asked again' }),
  })
  .meta({ id: 'OpenPathway' });
export type OpenPathwayInput = z.infer<typeof openPathwayInput>;

export const correctPathwayInput = z
  .strictObject({ person: personPatchSchema.optional(), facts: factsToKeep.optional() })
  .meta({ id: 'CorrectPathway', description: 'Only the fields given are changed; null empties one' });
export type CorrectPathwayInput = z.infer<typeof correctPathwayInput>;

export const restoreFieldInput = z.strictObject({ changeId: uuidSchema, reason: shortText(500) }).meta({
  id: 'RestoreField',
  description: 'The correction of which what it replaced is restored, and why. The value is the server’s to know',
});
export type RestoreFieldInput = z.infer<typeof restoreFieldInput>;

export const assignInput = z
  .strictObject({ referentId: uuidSchema.nullish(), organisationId: uuidSchema.nullish() })
  .refine((body) => body.referentId !== undefined || body.organisationId !== undefined, {
    message: 'Indiquez à qui attribuer le dossier.',
  })
  .meta({ id: 'AssignPathway' });

/** One line of the history of a file: an event, a corrected field, an assignment. */
export const historyEntrySchema = z
  .object({
    at: z.string(),
    actor: z.string().nullable(),
    kind: z.enum([
      'OPENED',
      'EVENT',
      'CORRECTION',
      'ASSIGNMENT',
      'STALL_ACTION',
      'SEALED',
      'UNSEALED',
      'TRANSFER',
      'REVEAL',
      'BREAK_GLASS',
      'LISTED',
      'TASK',
      'MERGED',
      'UNMERGED',
    ]),
    /** The event that may be taken back; null when it no longer counts, or is no event. */
    eventId: z.string().nullable(),
    source: z.enum(['HAND', 'IMPORT']),
    sentence: z.string(),
    on: calendarDaySchema.nullable(),
    field: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** The correction of which what it replaced may be restored; null for anything else, or to whoever does not correct. */
    changeId: uuidSchema.nullable(),
    /** Why a former value was restored. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const pathwayFilters = {
  q: storableText().max(200),
  department: departmentSchema,
  organisationId: uuidSchema.nullable(),
  referentId: uuidSchema.nullable(),
  status: pathwayStatusSchema,
  stalled: z.boolean(),
  overdue: z.boolean(),
  step: z.enum(STEP_CODES),
  stepStatus: z.enum(STEP_STATUSES),
  protection: z.enum(['BPI', 'NON_BPI']),
  id: z.array(uuidSchema).max(100),
};
export const pathwaySorts = ['number', 'name', 'cirSignedOn', 'nextDueOn', 'lastContactOn', 'id'] as const;
