import type { FactsInput } from '../../../server/contract/pathway.ts';
import type { PersonInput } from '../../../server/contract/person.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';

export type FieldValue = PersonInput[keyof PersonInput] | FactsInput[keyof FactsInput];

/** The value of a field of a person or of the facts, as one reads it. */
export function useFieldText(): (key: string, value: FieldValue) => string {
  const say = useSentences();
  const { residenceDocument, protectionKind, housing, exemptionGround } = useLabels();
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    permitType: residenceDocument,
    protectionKind,
    housing,
    exemption: exemptionGround,
  };
  const { longDay, birth, number } = useFormat();

  return (key, value) => {
    if (value === null || value === undefined || value === '') return say('common.unknown');
    if (typeof value === 'boolean') return value ? say('common.yes') : say('common.no');
    if (typeof value === 'number') return number(value);
    if (Array.isArray(value)) return value.join(', ') || say('common.unknown');
    if (typeof value === 'object') {
      if ('precision' in value) return birth(value) ?? say('person.birth_unknown');
      return [value.line, `${value.postcode} ${value.commune}`].filter(Boolean).join(', ');
    }
    if (key === 'sex') return say(`person.sex_${value as PersonInput['sex']}`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDay(value);
    // A birth known by its month.
    if (/^\d{4}-\d{2}$/.test(value)) return birth({ precision: 'MONTH', value }) ?? value;
    return codes[key]?.[value] ?? value;
  };
}
