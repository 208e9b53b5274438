import { useSentences } from '../../i18n/useSentences.ts';
import { Page } from '../../shared/Page.tsx';
import { useMay, useSession } from '../../shared/useSession.ts';
import { AssignSection } from './AssignSection.tsx';

/** Files that nobody follows yet: without structure, and, for who names the caseworkers, without referent. */
export const ToAssign = () => {
  const say = useSentences();
  const may = useMay();
  const { organisation } = useSession();
  const namesCaseworkers = may('caseworkers.list');

  return (
    <Page title={say('assign.title')}>
      <AssignSection
        title={say('assign.without_structure')}
        intro={say('assign.without_structure_intro')}
        empty={say('assign.empty_structure')}
        filter={{ organisationId: null }}
        isTaking={namesCaseworkers}
      />
      {namesCaseworkers && (
        <AssignSection
          title={say('assign.without_referent')}
          intro={say('assign.without_referent_intro')}
          empty={say('assign.empty_referent')}
          filter={{ organisationId: organisation.id, referentId: null }}
        />
      )}
    </Page>
  );
};
