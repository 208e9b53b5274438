import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-admin';
import type { OpenPathwayInput, PlanView } from '../../../../server/contract/pathway.ts';
import type { Draft } from '../../drafts/useDraft.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions } from '../../providers/questions.ts';
import { useSession } from '../../shared/useSession.ts';
import { useSubmissionKey } from '../../shared/useSubmissionKey.ts';
import { useTell } from '../../shared/useTell.ts';
import { filePath } from '../filePath.ts';
import { knownFacts, type FactsForm } from '../form/factsForm.ts';
import { toPerson, type PersonForm } from '../form/personForm.ts';
import type { Stage } from './OpenPathway.tsx';
import { bornOn } from './bornOn.ts';
import { duplicateHint } from './duplicateHint.ts';
import type { ToldApart } from './useToldApart.ts';

export interface OpeningForm {
  readonly person: PersonForm;
  readonly facts: Partial<FactsForm>;
}

/** Shows the plan of what was entered, then opens the file; a refusal goes back to the form, with its reasons. */
export function useOpening(onStage: (stage: Stage) => void, toldApart: ToldApart, draft: Draft) {
  const say = useSentences();
  const tell = useTell();
  const navigate = useNavigate();
  const { today } = useSession();
  const keyFor = useSubmissionKey();
  const [entered, setEntered] = useState<OpenPathwayInput>();
  const [plan, setPlan] = useState<PlanView>();
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const [opened, setOpened] = useState<string>();
  // After the render that no longer warns of unsaved changes: nothing is unsaved any more.
  useEffect(() => {
    if (opened !== undefined) navigate(filePath(opened));
  }, [opened, navigate]);

  const { language } = useLanguage();
  const planned = useRef(language);
  // The sentences of the plan on show are made anew once another language is spoken; unheard, they stay as they are.
  useEffect(() => {
    if (planned.current === language) return;
    planned.current = language;
    if (entered !== undefined) planOf(entered, today).then(setPlan, () => undefined);
  }, [language, entered, today]);

  const attempt = async (work: () => Promise<void>) => {
    setPending(true);
    setError(undefined);
    try {
      await work();
    } catch (refusal) {
      setError(refusal);
      onStage('form');
    }
    setPending(false);
  };

  const preview = (values: unknown) =>
    attempt(async () => {
      const { person, facts } = values as OpeningForm;
      // Asked again of what is sent: whoever is quicker than the hints sees them all the same.
      const hint = duplicateHint(person);
      const alike = hint === undefined ? [] : await questions.findDuplicates(hint);
      if (alike.some(({ pathwayId }) => !toldApart.isApart(pathwayId))) {
        toldApart.ask();
        return;
      }
      const input: OpenPathwayInput = {
        person: toPerson(person),
        facts: knownFacts(facts),
        ...(alike.length === 0 ? {} : { toldApartFrom: alike.map(({ pathwayId }) => pathwayId) }),
      };
      setPlan(await planOf(input, today));
      setEntered(input);
      onStage('review');
    });

  const save = () =>
    attempt(async () => {
      if (entered === undefined) return;
      const file = await draft.sendWith((endsDraft) => questions.openPathway(entered, keyFor(entered), endsDraft));
      tell(say('opening.saved', { number: file.number }));
      setOpened(file.id);
    });

  return { preview, save, entered, plan, error, isPending, isSaved: opened !== undefined };
}

function planOf({ facts, person }: OpenPathwayInput, today: string): Promise<PlanView> {
  return questions.plan({ ...facts, bornOn: bornOn(person.birth) }, today);
}
