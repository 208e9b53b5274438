import { useRef, useState } from 'react';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { useLeaveGuard } from '../shared/useLeaveGuard.ts';
import { useTell } from '../shared/useTell.ts';
import { ConflictCard } from './ConflictCard.tsx';
import { EditDialog } from './EditDialog.tsx';
import { InForce } from './InForce.tsx';
import { Preparation } from './Preparation.tsx';
import { Publications } from './Publications.tsx';
import { PublishedNote } from './PublishedNote.tsx';
import { TextLimits } from './TextLimits.tsx';
import { useDraftChanges } from './useChanges.ts';
import { useDraft, type Member } from './useDraft.ts';
import { usePublishing } from './usePublishing.ts';
import { useSimulation } from './useSimulation.ts';
import { useThresholds } from './useThresholds.ts';

/** The thresholds of stalls: what is in force, what is being prepared, what was published, what a text sets. */
export const ThresholdsScreen = () => {
  const say = useSentences();
  const { view, error, askAgain, readAgain, show } = useThresholds();
  return (
    <Page title={say('thresholds.title')}>
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {view === undefined && error === undefined && <LoadingBlock lines={10} />}
      {view !== undefined && <Thresholds view={view} readAgain={readAgain} onPublished={show} />}
    </Page>
  );
};

interface ThresholdsProps {
  readonly view: ThresholdsView;
  readonly readAgain: () => Promise<void>;
  readonly onPublished: (view: ThresholdsView) => void;
}

const Thresholds = ({ view, readAgain, onPublished }: ThresholdsProps) => {
  const say = useSentences();
  const tell = useTell();
  const heading = useRef<HTMLHeadingElement>(null);
  const [edited, setEdited] = useState<Member>();
  const [justPublished, setJustPublished] = useState<number>();
  const keeper = useDraft(view);
  const changes = useDraftChanges(view, keeper.draft);
  const simulation = useSimulation(view, keeper.draft);
  const publishing = usePublishing({
    view,
    draft: keeper.draft,
    readAgain,
    onPublished: (fresh) => {
      keeper.clear(fresh.on);
      setJustPublished(fresh.lastNumber);
      onPublished(fresh);
    },
  });
  useLeaveGuard(!keeper.isEmpty || edited !== undefined, say('thresholds.leave'));
  const error = publishing.refusal ?? simulation.error;
  const edit = (member: Member) => {
    setJustPublished(undefined);
    setEdited(member);
  };

  return (
    <>
      <PublishedNote view={view} justPublished={justPublished} />
      <InForce view={view} draft={keeper.draft} onEdit={edit} onSee={() => heading.current?.focus()} />
      {publishing.conflict && (
        <ConflictCard
          conflict={publishing.conflict}
          onReadAgain={async () => {
            await publishing.readAgain();
            tell(say('thresholds.read_done'));
            heading.current?.focus();
          }}
        />
      )}
      <Preparation
        view={view}
        keeper={keeper}
        changes={changes}
        simulation={simulation}
        publishing={publishing}
        error={error}
        heading={heading}
        onEdit={edit}
      />
      <Publications view={view} />
      <TextLimits view={view} />
      {edited !== undefined && (
        <EditDialog view={view} keeper={keeper} member={edited} refusal={error} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
};
