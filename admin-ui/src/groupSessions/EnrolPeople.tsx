import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useGetList } from 'react-admin';
import { SHADES } from '../layout/shades.ts';
import type { Enrolments, GroupSessionView } from '../../../server/contract/groupSession.ts';
import type { PathwayRow } from '../../../server/contract/pathway.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { groupSessionQuestions } from '../providers/groupSessionQuestions.ts';
import { questions } from '../providers/questions.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { SearchField } from '../shared/SearchField.tsx';
import { Section } from '../shared/Section.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { EnrolmentResults } from './EnrolmentResults.tsx';

interface EnrolPeopleProps {
  readonly session: GroupSessionView;
  readonly onEnrolled: () => Promise<unknown>;
}

type Ticked = ReadonlyMap<string, PathwayRow>;

/** Two people may have one name. */
const calledBy = ({ name, number }: PathwayRow): string => (name === null ? number : `${name} (${number})`);

/** Shown at once: more is searched. */
const SHOWN = 100;

/** Those who may be enrolled: one’s open files, or those that a search finds. Ticked, they are enrolled in one request. */
export const EnrolPeople = ({ session, onEnrolled }: EnrolPeopleProps) => {
  const say = useSentences();
  const { plural } = useFormat();
  const keyFor = useSubmissionKey();
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<readonly string[]>();
  // Whoever was ticked stays so once somebody else is searched for.
  const [ticked, setTicked] = useState<Ticked>(new Map());
  const [results, setResults] = useState<{ enrolments: Enrolments; names: ReadonlyMap<string, string> }>();
  const [refusal, setRefusal] = useState<unknown>();
  const resultsRef = useRef<HTMLDivElement>(null);
  const { data, error, isPending, refetch } = useGetList<PathwayRow>(
    'pathways',
    {
      pagination: { page: 1, perPage: SHOWN },
      sort: { field: 'name', order: 'ASC' },
      filter: found === undefined ? { status: 'OPEN' } : { id: found },
    },
    { ...LIST_ONCE, enabled: isOpen },
  );
  const there = new Set(session.enrolled.map(({ pathwayId }) => pathwayId));
  const rows = (data ?? []).filter(({ id }) => !there.has(id));
  const chosen = [...ticked.values()].filter(({ id }) => !there.has(id));
  const elsewhere = chosen.filter(({ id }) => rows.every((row) => row.id !== id));

  const enrol = async () => {
    setRefusal(undefined);
    const ids = chosen.map(({ id }) => id);
    try {
      const enrolments = await groupSessionQuestions.enrol(session.id, ids, keyFor([session.version, ids]));
      setResults({ enrolments, names: new Map(chosen.map((row) => [row.id, calledBy(row)])) });
      setTicked((now) => new Map([...now].filter(([id]) => !ids.includes(id))));
      await onEnrolled();
      resultsRef.current?.focus();
    } catch (problem) {
      setRefusal(problem);
    }
  };

  return (
    <Section id="enrol" title={say('sessions.enrol_title')}>
      <Box ref={resultsRef} tabIndex={-1}>
        {results && <EnrolmentResults {...results} />}
      </Box>
      {refusal !== undefined && <ErrorCard error={refusal} refused={say('sessions.enrol_refused')} />}
      {!isOpen ? (
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {say('sessions.enrol_open')}
        </Button>
      ) : (
        <>
          <SearchField
            id="enrol-search"
            label={say('sessions.enrol_search')}
            variant="outlined"
            onSearch={async (text) => {
              const candidates = await questions.searchPeople(text);
              return () => setFound(candidates.map(({ pathwayId }) => pathwayId));
            }}
            onRefused={() => setFound(undefined)}
          >
            {found !== undefined && (
              <Button type="reset" onClick={() => setFound(undefined)} sx={{ minHeight: 38 }}>
                {say('sessions.enrol_all')}
              </Button>
            )}
          </SearchField>
          {error ? (
            <ErrorCard error={error} onRetry={() => void refetch()} />
          ) : isPending ? (
            <LoadingBlock />
          ) : rows.length === 0 ? (
            <EmptyState>{say(found === undefined ? 'sessions.enrol_none' : 'sessions.enrol_not_found')}</EmptyState>
          ) : (
            <>
              <Choices rows={rows} ticked={ticked} onTick={setTicked} />
              {data.length === SHOWN && (
                <Typography color="textSecondary" sx={{ mt: 1 }}>
                  {say('sessions.enrol_more', plural(SHOWN))}
                </Typography>
              )}
            </>
          )}
          {elsewhere.length > 0 && (
            <Typography sx={{ mt: 1 }}>
              {say('sessions.enrol_also', { names: elsewhere.map(calledBy).join(', ') })}
            </Typography>
          )}
          {(rows.length > 0 || chosen.length > 0) && (
            <Button variant="contained" disabled={chosen.length === 0} onClick={() => void enrol()} sx={{ mt: 2 }}>
              {say('sessions.enrol_submit', plural(chosen.length))}
            </Button>
          )}
        </>
      )}
    </Section>
  );
};

interface ChoicesProps {
  readonly rows: readonly PathwayRow[];
  readonly ticked: Ticked;
  readonly onTick: (ticked: Ticked) => void;
}

/** A list of boxes: a click with the Shift key ticks all those between. */
const Choices = ({ rows, ticked, onTick }: ChoicesProps) => {
  const say = useSentences();
  const { birth } = useFormat();
  const last = useRef<number>(undefined);
  const tick = (index: number, isTicked: boolean, isRange: boolean) => {
    const from = isRange ? (last.current ?? index) : index;
    const next = new Map(ticked);
    for (const row of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (isTicked) next.set(row.id, row);
      else next.delete(row.id);
    }
    last.current = index;
    onTick(next);
  };
  return (
    <Box
      component="ul"
      aria-label={say('sessions.enrol_title')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 20rem), 1fr))',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        maxHeight: '26rem',
        overflowY: 'auto',
      }}
    >
      {rows.map(({ id, name, number, birth: born }, index) => (
        <Box component="li" key={id} sx={{ minWidth: 0 }}>
          <Box
            component="label"
            sx={{ display: 'flex', gap: 1.5, px: 1.5, py: 1, alignItems: 'start', cursor: 'pointer' }}
          >
            <Box
              component="input"
              type="checkbox"
              checked={ticked.has(id)}
              onChange={(event) =>
                tick(index, event.target.checked, (event.nativeEvent as unknown as MouseEvent).shiftKey)
              }
              sx={{ width: 24, height: 24, m: 0, flexShrink: 0, accentColor: SHADES.blue }}
            />
            <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {name ?? number}
              </Box>
              <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
                {[born ? birth(born) : null, number].filter((part) => part !== null).join(' · ')}
              </Typography>
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
};
