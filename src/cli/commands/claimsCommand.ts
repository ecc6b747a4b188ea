import { Option } from 'commander'
import { claimLack } from '#shared/contract/claims'
import { claimStatus, claimType, evidenceRelation } from '#shared/model/claim'
import type { Command } from '../types'
import { claimVerbs } from './claims/claimVerbs'
import { runVerb } from './verbs'

export const claimsCommand: Command = {
  name: 'claims',
  writes: true,
  summary:
    'list claims; show, add, edit, check one; add, edit, take away evidence; propose those of an article; print the log',
  describe: (program) =>
    program
      .argument('[verb]', `one of ${Object.keys(claimVerbs).join(', ')} (default: list)`)
      .argument('[id]', 'id of a claim, or of an article to propose')
      .option('--text <words>', 'what is claimed')
      .addOption(new Option('--type <type>', 'kind of claim').choices(claimType.options))
      .addOption(new Option('--status <status>', 'where its check stands').choices(claimStatus.options))
      .addOption(new Option('--lack <what>', 'only claims that lack this').choices(claimLack.options))
      .option('--article <id>', 'the article that states it, or in which the evidence lies')
      .option('--passage <label>', 'the passage of that article')
      .option('--words <words>', 'words of that passage, instead of the whole of it')
      .option('--item <id>', 'a photo or a reference that is evidence')
      .option('--source <id>', 'the source that says so; of a list: only claims that this source is behind')
      .addOption(
        new Option('--relation <relation>', 'how evidence bears on it').choices(evidenceRelation.options),
      )
      .option('--evidence <id>', 'the evidence that is edited or taken away')
      .option('--obtained <how>', 'how the evidence was obtained; of an edit: empty to take it out')
      .option('--by <name>', 'who checked')
      .option('--method <how>', 'how it was checked')
      .addOption(new Option('--outcome <status>', 'what the check found').choices(claimStatus.options)),
  run: (context, args, options) => runVerb(claimVerbs, context, args, options),
}
