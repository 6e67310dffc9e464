import { Command, Option } from 'commander';
import type { VerifyAuditOptions } from '../tasks/verify-audit-trail.ts';

const verify = new Command('verify')
  .description('Prove that the audit trail is as it was written, or name the first thing that is not')
  .addOption(
    new Option('--table <name>', 'the audit trail').env('AUDIT_TRAIL_TABLE').default('wellcast-AuditTrail'),
  )
  .addOption(
    new Option('--bucket <name>', 'of signed heads')
      .env('AUDIT_HEADS_BUCKET')
      .default('mindmate-audit-heads-000000000000', 'local'),
  )
  .addOption(
    new Option('--key <id>', 'that signs: id, ARN or alias/…')
      .env('AUDIT_SIGNING_KEY')
      .default('alias/mindmate/audit'),
  )
  .option('--receipt <file>', 'check the receipt of an erasure instead')
  .option('--json', 'print the verdict as JSON', false)
  .action(async (options: VerifyAuditOptions) => {
    const { verifyAuditTrail } = await import('../tasks/verify-audit-trail.ts');
    await verifyAuditTrail(options);
  });

/** `wellcast audit`: who read or changed whose data. */
export const auditCommand = (): Command =>
  new Command('audit').description('The audit trail and the receipts of erasures').addCommand(verify);
