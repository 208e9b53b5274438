import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { Description, type Described } from '../../shared/Description.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useReferentWords } from '../useReferentWords.ts';

interface FileSummaryProps {
  readonly file: FileRecord;
  /** What the head of the file says already is not said again. */
  readonly isHeaded?: boolean;
}

/** Where the person and her contract stand; of a past view, who she is and who follows her too. */
export const FileSummary = ({ file, isHeaded = false }: FileSummaryProps) => {
  const identity = useIdentityLines(file, isHeaded);
  const follow = useFollowLines(file, isHeaded);
  return (
    <Paper sx={{ p: 2, mb: 2 }}>
      <Description entries={[...identity, ...follow]} />
      {file.contract.sentence !== null && (
        <Alert severity={file.contract.flags.length > 0 ? 'warning' : 'info'} variant="outlined" sx={{ mt: 2 }}>
          {file.contract.sentence}
        </Alert>
      )}
      {file.permit !== null && file.permit.sentence !== null && (
        <Alert severity="warning" variant="outlined" sx={{ mt: 2 }}>
          {file.permit.sentence}
        </Alert>
      )}
    </Paper>
  );
};

function useIdentityLines({ person, number, name, located }: FileRecord, isHeaded: boolean): Described[] {
  const say = useSentences();
  const { birth } = useFormat();
  if (person === null) return name === null || isHeaded ? [] : [{ term: say('pathways.number'), value: number }];
  return [
    ...(isHeaded
      ? []
      : [
          { term: say('pathways.number'), value: number },
          { term: say('file.born'), value: birth(person.birth) ?? say('common.unknown') },
          { term: say('file.languages'), value: person.languages.join(', ') || say('common.unknown') },
        ]),
    { term: say('file.phone'), value: located ? (person.phone ?? say('common.unknown')) : say('rights.kept_apart') },
  ];
}

/** Undefined: what it is is not told, and there is nothing else to say of it. */
function usePermitWords({ permit, facts }: FileRecord): string | undefined {
  const labels = useLabels();
  const say = useSentences();
  const { longDay } = useFormat();
  if (permit === null) return say('common.unknown');
  const document = permit.document === null ? null : labels.residenceDocument[permit.document];
  if (permit.validUntil === null && !('permitType' in facts)) return undefined;
  if (permit.validUntil === null) return document ?? say('common.unknown');
  const day = longDay(permit.validUntil);
  return document === null ? say('file.permit_valid', { day }) : say('file.permit_until', { document, day });
}

function useFollowLines(file: FileRecord, isHeaded: boolean): Described[] {
  const { contract, status, organisationName, lastContactOn } = file;
  const referent = useReferentWords();
  const permit = usePermitWords(file);
  const labels = useLabels();
  const say = useSentences();
  const { longDay } = useFormat();
  const ruleSet = contract.ruleSet ?? contract.provisionalRuleSet;
  return [
    ...(isHeaded ? [] : [{ term: say('file.status'), value: say(`pathwayStatuses.${status}`) }]),
    { term: say('file.structure'), value: organisationName ?? say('pathways.no_structure') },
    ...(isHeaded ? [] : [{ term: say('file.referent'), value: referent(file) }]),
    { term: say('file.cir'), value: labels.contractState[contract.state] },
    {
      term: say('facts.cirSignedOn'),
      value: contract.signedOn === null ? say('common.unknown') : longDay(contract.signedOn),
    },
    { term: say('file.cir_ends'), value: contract.endsOn === null ? say('common.unknown') : longDay(contract.endsOn) },
    { term: say('file.rule_set'), value: ruleSet === null ? say('common.unknown') : labels.contractRuleSet[ruleSet] },
    ...(permit === undefined ? [] : [{ term: say('file.permit'), value: permit }]),
    ...(contract.permitRuleSet === null
      ? []
      : [{ term: say('file.permit_rule_set'), value: labels.permitRuleSet[contract.permitRuleSet] }]),
    { term: say('file.last_contact'), value: lastContactOn === null ? say('file.no_contact') : longDay(lastContactOn) },
  ];
}
