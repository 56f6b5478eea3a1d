import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ActionContext } from '../../src/bot/action.ts';
import { notice } from '../../src/bot/notice.ts';
import type { ModalReply, Reply } from '../../src/bot/reply.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { missedBy } from '../../src/study/rounds/standings.ts';
import { ANSWER_FIELD, practise } from './buttons.ts';
import { type Judged, judgeChoice, judgeTyped } from './judge.ts';
import { type PlannedQuestion, planOf, progressOf } from './plan.ts';
import { answerForm, answerRow, askedLines, askedText } from './question-view.ts';
import { gone, inRound, judgedText, noOrder } from './replies.ts';
import { behindText, closedPrompt, passageRow, solutionText } from './result-view.ts';

/** What a person missed, one after another and without a clock. Nothing of it is stored, so it does not count. */
interface Missed {
  readonly round: string;
  readonly at: number;
  readonly count: number;
  readonly planned: PlannedQuestion;
}

const show = practise.show.handle(({ round, question }, context) =>
  inMissed(round, question, context, (missed) => shown(questionOf(missed, context), context)),
);

const choose = practise.choose.handle(({ round, question, choice }, context) =>
  inMissed(round, question, context, (missed) =>
    solved(missed, judgeChoice(missed.planned.question, choice), undefined, context),
  ),
);

const open = practise.open.handle(({ round, question }, context) =>
  inMissed(round, question, context, ({ planned }): ModalReply => {
    const id = practise.submit.id({ round, question });
    return { show: 'modal', modal: answerForm(planned.question, id, context.messages) };
  }),
);

const submit = practise.submit.handle(({ round, question }, context) =>
  inMissed(round, question, context, (missed) => {
    const given = context.fields[ANSWER_FIELD] ?? '';
    const { question: asked } = missed.planned;
    const judged = judgeTyped(asked, given);
    return judged ? solved(missed, judged, given, context) : noOrder(asked, context);
  }),
);

export const practiseActions = [show, choose, open, submit];

function inMissed<R extends Reply | ModalReply>(
  id: string,
  at: number,
  context: ActionContext,
  run: (missed: Missed) => R,
): Promise<R | Reply> {
  return inRound<R | Reply>(id, context, async (round) => {
    const answers = await context.store.roundAnswers(round.guild, id);
    const missed = missedBy(context.person.id, answers, progressOf(round).asked);
    const planned = planOf(round).questions[missed[at] ?? -1];
    if (planned) return run({ round: id, at, count: missed.length, planned });
    return notice(context.messages.markdown('quiz.nothingMissed'));
  });
}

function questionOf({ round, at, count, planned: { question } }: Missed, { messages }: ActionContext) {
  const place = { round, question: at };
  return [
    container(ACCENT.neutral, [
      text(`-# ${messages.markdown('quiz.missedPlace', { at: at + 1, count })}`),
      text(askedText(question, messages)),
      ...askedLines(question, undefined, messages).map((line) => text(line)),
      ...answerRow(question, undefined, false, {
        choose: (choice) => practise.choose.id({ ...place, choice }),
        type: practise.open.id(place),
        messages,
      }),
    ]),
  ];
}

function solved(missed: Missed, judged: Judged | undefined, given: string | undefined, context: ActionContext): Reply {
  if (!judged) return gone(context);
  const { round, at, count, planned } = missed;
  const { messages, knowledge } = context;
  const next = practise.show.id({ round, question: at + 1 });
  const components = [
    container(ACCENT.neutral, [
      text(`-# ${messages.markdown('quiz.missedPlace', { at: at + 1, count })}`),
      closedPrompt(planned.question, messages),
      text(judgedText(judged, given, messages)),
      text(solutionText(planned, knowledge, messages)),
      ...behindText(planned.question, messages),
      ...passageRow(planned, knowledge, messages),
      ...(at + 1 < count ? [row(button(messages.plain('button.next'), next))] : []),
    ]),
  ];
  return shown(components, context);
}

/** A private message is changed; under one that all can see, a private one is begun. */
function shown(components: APIMessageTopLevelComponent[], { isPrivate }: ActionContext): Reply {
  return { show: isPrivate ? 'update' : 'private', components };
}
