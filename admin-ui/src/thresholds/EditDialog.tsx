import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { useTell } from '../shared/useTell.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { SilenceDaysDialog } from './SilenceDaysDialog.tsx';
import { silenceOn, thresholdOn } from './thresholds.ts';
import type { DraftKeeper, Member } from './useDraft.ts';

interface EditDialogProps {
  readonly view: ThresholdsView;
  readonly keeper: DraftKeeper;
  readonly member: Member;
  readonly refusal: unknown;
  readonly onClose: () => void;
}

/** The dialogue of one change: it begins with what is being prepared, else with what is in force that day. */
export const EditDialog = ({ view, keeper, member, refusal, onClose }: EditDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const tell = useTell();
  const announce = useAnnounce();
  const { draft, putRule, putSilence } = keeper;
  // A change shows beside its threshold; that nothing changed does not.
  const tellKept = (isChange: boolean, rule: string) =>
    isChange ? announce(say('thresholds.kept', { rule })) : tell(say('thresholds.unchanged', { rule }));

  if (member === 'silenceDays')
    return (
      <SilenceDaysDialog
        silenceDays={draft.silenceDays ?? silenceOn(view, draft.day)}
        refusal={refusal}
        onKeep={(silenceDays) => tellKept(putSilence(silenceDays), say('thresholds.silence'))}
        onClose={onClose}
      />
    );

  const rule = view.rules.find((one) => one.rule === member);
  if (rule === undefined) return null;
  return (
    <RuleDialog
      rule={rule}
      threshold={draft.rules[member] ?? thresholdOn(view, rule, draft.day)}
      refusal={refusal}
      onKeep={(threshold) => tellKept(putRule(rule, threshold), labels.stallRule[member])}
      onClose={onClose}
    />
  );
};
