import type { RefObject } from 'react';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { formErrorsOf } from '../providers/apiError.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { ErrorSummary } from '../shared/fields/ErrorSummary.tsx';
import { FormErrors } from '../shared/fields/FormErrors.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { Prepared } from './Prepared.tsx';
import { Section } from '../shared/Section.tsx';
import type { Change } from './useChanges.ts';
import type { DraftKeeper, Member } from './useDraft.ts';
import type { usePublishing } from './usePublishing.ts';
import type { useSimulation } from './useSimulation.ts';

export interface PreparationProps {
  readonly view: ThresholdsView;
  readonly keeper: DraftKeeper;
  readonly changes: readonly Change[];
  readonly simulation: ReturnType<typeof useSimulation>;
  readonly publishing: ReturnType<typeof usePublishing>;
  /** Why the changes could not be simulated, or published. */
  readonly error: unknown;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onEdit: (member: Member) => void;
}

/** The changes not yet published: in words, from which day, what they would do, and the way to publish them. */
export const Preparation = ({ changes, heading, ...props }: PreparationProps) => {
  const say = useSentences();
  const { number } = useFormat();
  const title = say('thresholds.to_publish');
  return (
    <Section
      id="to-publish"
      headingRef={heading}
      title={
        changes.length === 0 ? title : say('thresholds.to_publish_count', { title, count: number(changes.length) })
      }
    >
      {changes.length === 0 ? (
        <EmptyState>{say('thresholds.nothing_to_publish')}</EmptyState>
      ) : (
        <FormErrors error={props.error}>
          <Refusal error={props.error} />
          <Prepared changes={changes} heading={heading} {...props} />
        </FormErrors>
      )}
    </Section>
  );
};

const Refusal = ({ error }: { error: unknown }) => {
  const say = useSentences();
  if (error === undefined) return null;
  const isAboutFields = formErrorsOf(error) !== undefined;
  return isAboutFields ? <ErrorSummary error={error} /> : <ErrorCard error={error} title={say('thresholds.refused')} />;
};
