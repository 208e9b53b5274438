import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { DOMAINS } from '../../../../../server/contract/labels.ts';
import type { StepView, TimelineView } from '../../../../../server/contract/pathway.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { daysAfter, type CivilDay } from '../../../shared/civilDay.ts';
import { useFormat } from '../../../shared/useFormat.ts';
import type { DrawnFact } from './factsInOrder.ts';
import { isEnd, markOf } from './marks.ts';
import { LABEL_WIDTH, PictureRow } from './PictureRow.tsx';
import { scaleOf, ticksOf, type Scale, type Stretch } from './scale.ts';
import { TimeAxis } from './TimeAxis.tsx';
import { Bar, Sign, Track } from './Track.tsx';
import { useFactWords } from './useFactWords.ts';

interface LanesProps {
  readonly file: FileRecord;
  readonly facts: readonly DrawnFact[];
  readonly stretch: Stretch;
  readonly onOpen: (step: StepView) => void;
}

type DrawnStep = TimelineView['steps'][number];

/** One lane by domain: its gaps, what blocks it, its steps. One tab stop; the arrows go from step to step. */
export const Lanes = ({ file, facts, stretch, onOpen }: LanesProps) => {
  const labels = useLabels();
  const say = useSentences();
  const { day } = useFormat();
  const words = useFactWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [showsAll, setShowsAll] = useState(false);
  const { timeline, steps } = file;
  const views = new Map(steps.map((step) => [step.code, step]));
  const isQuiet = (drawn: DrawnStep) => {
    const state = views.get(drawn.step)?.state;
    return (
      (state === 'WAITING' || state === 'NOT_OPEN') && drawn.spans.every(({ status }) => markOf(status) === 'TO_DO')
    );
  };
  const quiet = timeline.steps.filter(isQuiet).length;
  const scale = scaleOf(timeline, stretch);
  const end = timeline.closedOn ?? timeline.today;
  const lanes = DOMAINS.map((domain) => ({
    domain,
    gaps: timeline.gaps.filter((gap) => gap.domain === domain),
    rules: [...new Set(timeline.stalls.filter((stall) => stall.domain === domain).map(({ rule }) => rule))],
    steps: timeline.steps.filter((step) => step.domain === domain && (showsAll || !isQuiet(step))),
  })).filter(({ steps: own, rules }) => own.length > 0 || rules.length > 0);
  const order = lanes.flatMap(({ steps: own }) => own.map(({ step }) => step));
  const active = Math.max(0, Math.min(current, order.length - 1));
  const said = (own: readonly DrawnFact[]): string =>
    own.map((fact) => (fact.on === null ? words(fact) : `${words(fact)}, ${day(fact.on)}`)).join(' ; ');

  const isOver = (rule: TimelineView['stalls'][number]['rule']): boolean =>
    timeline.stalls.every((stall) => stall.rule !== rule || stall.until !== null);

  const press = (event: KeyboardEvent) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined || !(event.target as HTMLElement).matches('[data-picture-row]')) return;
    event.preventDefault();
    box.current?.querySelectorAll<HTMLElement>('[data-picture-row]')[to]?.focus();
  };

  if (lanes.length === 0) return <Typography color="textSecondary">{say('picture.nothing')}</Typography>;
  return (
    <>
      <Box
        ref={box}
        onKeyDown={press}
        sx={{
          position: 'relative',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          pt: '1.6rem',
          pb: 1,
          overflow: 'hidden',
        }}
      >
        <TimeAxis ticks={ticksOf(scale)} todayAt={scale.at(timeline.today)} left={LABEL_WIDTH} />
        {lanes.map(({ domain, gaps, rules, steps: own }) => (
          <Box key={domain} role="group" aria-labelledby={`${id}-${domain}`} sx={{ position: 'relative', pt: 0.75 }}>
            <Box sx={{ display: 'grid', gridTemplateColumns: `${LABEL_WIDTH} minmax(0, 1fr)`, alignItems: 'center' }}>
              <Typography
                id={`${id}-${domain}`}
                variant="h3"
                sx={{ fontSize: '0.9rem', px: 0.75, bgcolor: 'background.paper' }}
              >
                {labels.domain[domain]}
              </Typography>
              <Track>
                {gaps.map(({ from, until }) => (
                  <Bar key={from} shape="GAP" scale={scale} from={from} until={until} end={end} />
                ))}
              </Track>
            </Box>
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {rules.map((rule) => (
                <PictureRow
                  key={rule}
                  label={
                    isOver(rule) ? say('picture.stall_over', { rule: labels.stallRule[rule] }) : labels.stallRule[rule]
                  }
                  isOver={isOver(rule)}
                  words={said(facts.filter((fact) => 'rule' in fact && fact.rule === rule))}
                >
                  <Track>
                    {timeline.stalls
                      .filter((stall) => stall.rule === rule)
                      .map(({ since, until, limitOn }, index) =>
                        since === null ? (
                          <Sign key={index} shape="LIMIT" scale={scale} on={limitOn} />
                        ) : (
                          <Bar
                            key={index}
                            shape={until === null ? 'STALL' : 'STALL_OVER'}
                            scale={scale}
                            from={since}
                            until={until}
                            end={end}
                          />
                        ),
                      )}
                  </Track>
                </PictureRow>
              ))}
              {own.map((drawn) => {
                const view = views.get(drawn.step);
                const place = order.indexOf(drawn.step);
                const ownFacts = facts.filter((fact) => 'step' in fact && fact.step === drawn.step);
                return (
                  view && (
                    <PictureRow
                      key={drawn.step}
                      label={labels.step[drawn.step]}
                      words={say('common.pair', {
                        what: labels.step[drawn.step],
                        said: ownFacts.length === 0 ? view.sentence : said(ownFacts),
                      })}
                      isActive={place === active}
                      onFocus={() => setCurrent(place)}
                      onOpen={() => onOpen(view)}
                    >
                      <StepTrack drawn={drawn} scale={scale} end={end} today={timeline.today} />
                    </PictureRow>
                  )
                );
              })}
            </Box>
          </Box>
        ))}
      </Box>
      {quiet > 0 && (
        <Button size="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? say('picture.hide_quiet') : say('picture.show_quiet', { smart_count: quiet, count: quiet })}
        </Button>
      )}
    </>
  );
};

interface StepTrackProps {
  readonly drawn: DrawnStep;
  readonly scale: Scale;
  readonly end: string;
  readonly today: string;
}

/** The statuses as bars, their ends as signs, the limit, and the days since it passed. */
const StepTrack = ({ drawn: { spans, dueOn }, scale, end, today }: StepTrackProps) => (
  <Track>
    {spans.map(({ status, from, until }, index) => {
      const mark = markOf(status);
      if (mark === null) return null;
      return isEnd(mark) ? (
        <Sign key={index} shape={mark as 'DONE' | 'SET_ASIDE' | 'STOPPED'} scale={scale} on={from} />
      ) : (
        <Bar
          key={index}
          shape={mark as 'TO_DO' | 'WAITING' | 'UNDER_WAY'}
          scale={scale}
          from={from}
          until={until}
          end={end}
        />
      );
    })}
    {/* The limit is still in time: late begins the day after. */}
    {dueOn !== null && dueOn < today && (
      <Bar shape="LATE" scale={scale} from={daysAfter(dueOn as CivilDay, 1)} until={today} end={today} />
    )}
    <Sign shape="DUE" scale={scale} on={dueOn} />
  </Track>
);
