import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { ListBase, useListContext } from 'react-admin';
import type { GroupSessionRow } from '../../../server/contract/groupSession.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import type { Column } from '../shared/table/columns.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { Tag } from '../shared/Tag.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSession } from '../shared/useSession.ts';
import { SessionDialog } from './SessionDialog.tsx';
import { attendancePath, sessionPath } from './sessionPath.ts';
import { useSessionWords } from './useSessionWords.ts';

const WHENS = ['UPCOMING', 'PAST'] as const;

/** What the structure gives to several people at once, to come or past. */
export const SessionList = () => {
  const say = useSentences();
  const [when, setWhen] = useState<(typeof WHENS)[number]>('UPCOMING');
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title={say('sessions.title')}
      actions={
        <Button variant="contained" onClick={() => setOpen(true)}>
          {say('sessions.new')}
        </Button>
      }
    >
      <Stack direction="row" role="group" aria-label={say('sessions.when')} spacing={1} sx={{ mb: 2 }}>
        {WHENS.map((one) => (
          <Button
            key={one}
            variant={one === when ? 'contained' : 'outlined'}
            aria-pressed={one === when}
            onClick={() => setWhen(one)}
          >
            {say(`sessions.when_${one}`)}
          </Button>
        ))}
      </Stack>
      <ListBase
        key={when}
        resource="group-sessions"
        perPage={25}
        filter={{ when }}
        sort={{ field: 'heldOn', order: when === 'UPCOMING' ? 'ASC' : 'DESC' }}
        exporter={false}
        disableSyncWithLocation
        storeKey={false}
        queryOptions={LIST_ONCE}
      >
        <SessionRows when={when} />
      </ListBase>
      {isOpen && <SessionDialog onClose={() => setOpen(false)} />}
    </Page>
  );
};

const SessionRows = ({ when }: { when: (typeof WHENS)[number] }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0 } = useListContext<GroupSessionRow>();
  const empty = say(when === 'UPCOMING' ? 'sessions.empty' : 'sessions.empty_past');
  return (
    <ListBody<GroupSessionRow>
      title={say(`sessions.when_${when}`)}
      columns={useSessionColumns()}
      count={say('sessions.total', plural(total))}
      emptySentence={empty}
      emptyFilteredSentence={empty}
    />
  );
};

function useSessionColumns(): Column<GroupSessionRow>[] {
  const labels = useLabels();
  const say = useSentences();
  const { plural, number } = useFormat();
  const { today } = useSession();
  const { whenWords } = useSessionWords();
  return [
    {
      key: 'title',
      label: say('sessions.name'),
      isRowHeader: true,
      width: '26%',
      cell: ({ id, title }) => <TextLink to={sessionPath(id)}>{title}</TextLink>,
    },
    { key: 'heldOn', label: say('sessions.day'), sortKey: 'heldOn', cell: whenWords },
    { key: 'kind', label: say('sessions.kind'), cell: ({ kind }) => labels.sessionKind[kind] },
    { key: 'place', label: say('sessions.place'), cell: ({ place }) => place },
    {
      key: 'seats',
      label: say('sessions.seats_left'),
      isShort: true,
      cell: ({ seatsLeft, seats }) => say('sessions.seats_of', { left: number(seatsLeft), seats: number(seats) }),
    },
    {
      key: 'people',
      label: say('sessions.people'),
      cell: ({ people, unsigned, heldOn, cancelled }) =>
        cancelled ? (
          <Tag>{say('sessions.cancelled')}</Tag>
        ) : heldOn <= today && unsigned > 0 ? (
          <Tag tone="soon">{say('sessions.unsigned', plural(unsigned))}</Tag>
        ) : (
          say(heldOn <= today && people > 0 ? 'sessions.signed' : 'sessions.enrolled', plural(people))
        ),
    },
    {
      key: 'act',
      label: say('sessions.act'),
      cell: ({ id, title, people, heldOn, cancelled }) =>
        heldOn <= today && people > 0 && !cancelled ? (
          <ButtonLink
            to={attendancePath(id)}
            variant="outlined"
            size="small"
            aria-label={say('sessions.sign_of', { title })}
          >
            {say('sessions.sign')}
          </ButtonLink>
        ) : (
          ''
        ),
    },
  ];
}
