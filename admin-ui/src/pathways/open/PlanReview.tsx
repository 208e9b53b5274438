import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import type { OpenPathwayInput, PlanView } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { BusyButton } from '../../shared/BusyButton.tsx';
import { Description, type Described } from '../../shared/Description.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { PlanSteps } from './PlanSteps.tsx';

interface PlanReviewProps {
  readonly plan: PlanView;
  readonly entered: OpenPathwayInput;
  readonly isSaving: boolean;
  readonly onModify: () => void;
  readonly onSave: () => void;
}

/** What these dates will give, before anything is saved: the rules, the end of the contract, the steps and their ground. */
export const PlanReview = ({ plan, entered, isSaving, onModify, onSave }: PlanReviewProps) => {
  const say = useSentences();
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = usePlanLines(plan);
  const { birthName, usageName, firstNames } = entered.person;
  useEffect(() => heading.current?.focus(), []);

  return (
    <>
      <Typography variant="h2" ref={heading} tabIndex={-1}>
        {say('opening.review_title')}
      </Typography>
      <Typography>
        {say('opening.review_for', { name: [usageName ?? birthName, firstNames].filter(Boolean).join(' ') })}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('opening.review_intro')}
      </Typography>
      <Paper sx={{ p: 2, mb: 3 }}>
        <Description entries={lines} />
      </Paper>
      <PlanSteps plan={plan} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          position: 'sticky',
          bottom: 0,
          py: 1.5,
          bgcolor: 'background.default',
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <BusyButton variant="contained" isBusy={isSaving} busyLabel={say('common.saving')} onClick={onSave}>
          {say('opening.save')}
        </BusyButton>
        {/* What would be changed while the file is being opened would not be in it. */}
        <Button
          variant="outlined"
          aria-disabled={isSaving || undefined}
          onClick={() => !isSaving && onModify()}
          sx={{ '&[aria-disabled=true]': { opacity: 0.6, cursor: 'default' } }}
        >
          {say('opening.modify')}
        </Button>
      </Box>
    </>
  );
};

function usePlanLines({
  contractRuleSet,
  provisionalRuleSet,
  permitRuleSet,
  contractState,
  cirEndsOn,
}: PlanView): Described[] {
  const labels = useLabels();
  const say = useSentences();
  const { longDay } = useFormat();
  const provisional =
    provisionalRuleSet === null
      ? say('common.unknown')
      : say('opening.rule_set_provisional', { label: labels.contractRuleSet[provisionalRuleSet] });
  return [
    {
      term: say('opening.rule_set'),
      value: contractRuleSet === null ? provisional : labels.contractRuleSet[contractRuleSet],
    },
    { term: say('opening.cir_state'), value: labels.contractState[contractState] },
    { term: say('opening.cir_end'), value: cirEndsOn === null ? say('opening.cir_end_unknown') : longDay(cirEndsOn) },
    ...(permitRuleSet === null
      ? []
      : [{ term: say('opening.permit_rule_set'), value: labels.permitRuleSet[permitRuleSet] }]),
  ];
}
