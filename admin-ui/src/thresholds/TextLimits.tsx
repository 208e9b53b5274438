import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { capital } from './capital.ts';
import { Section } from '../shared/Section.tsx';
import type { Rule } from './thresholds.ts';
import { ThresholdText } from './ThresholdText.tsx';

/** The limits that a text or a source sets: shown, because nobody should look in vain for the way to change them. */
export const TextLimits = ({ view }: { view: ThresholdsView }) => {
  const labels = useLabels();
  const say = useSentences();
  const { plural } = useFormat();
  const rules = view.rules.filter((rule) => !rule.settable);

  return (
    <Section id="by-text" title={say('thresholds.by_text')} intro={say('thresholds.by_text_intro')}>
      <DataTable<Rule>
        caption={say('thresholds.by_text_caption', plural(rules.length))}
        columns={[
          {
            key: 'rule',
            label: say('thresholds.rule'),
            isRowHeader: true,
            cell: ({ rule }) => labels.stallRule[rule],
          },
          { key: 'domain', label: say('stalls.domain'), cell: ({ domain }) => labels.domain[domain] },
          {
            key: 'anchor',
            label: say('thresholds.anchor'),
            cell: ({ anchor }) => (anchor === null ? say('thresholds.not_counted') : capital(anchor)),
          },
          {
            key: 'warn',
            label: say('thresholds.warn'),
            width: '14%',
            cell: (rule) => <ThresholdText rule={rule} kind="warn" />,
          },
          {
            key: 'limit',
            label: say('thresholds.limit'),
            width: '14%',
            cell: (rule) => <ThresholdText rule={rule} kind="limit" />,
          },
          {
            key: 'basis',
            label: say('thresholds.basis'),
            cell: ({ basis }) => capital(basis ?? say('thresholds.no_basis')),
          },
        ]}
        groups={ungrouped(rules)}
        rowKey={({ rule }) => rule}
      />
    </Section>
  );
};
