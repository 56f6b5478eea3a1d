import { noticeView } from '../reply/notice-view.ts';
import type { Reply } from './reply.ts';

/** A reply of one short text, for the person alone unless said otherwise. The text is markdown, already escaped. */
export function notice(content: string, show: Reply['show'] = 'private'): Reply {
  return { show, components: noticeView(content) };
}
