import { ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { formatSize } from '../../src/reply/size.ts';
import { exportView } from './export-view.ts';
import { inServer } from './permission.ts';

const FILE = 'library.zip';

/** `/library export`: all that the server stored, as an archive that is read back anywhere. */
export const exportAll = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'export',
  options: [],
  complete: {},
  run: (_args, context) =>
    inServer(context, async ({ library }) => {
      const { messages } = context;
      const data = await library.export();
      if (!data) return notice(messages.markdown('library.nothingToExport'));
      if (data.length > LIMITS.file) {
        const sizes = { size: formatSize(data.length, messages), most: formatSize(LIMITS.file, messages) };
        return notice(messages.markdown('library.exportTooLarge', sizes));
      }
      return { show: 'private', components: exportView(FILE, messages), files: [{ name: FILE, data }] };
    }),
});
