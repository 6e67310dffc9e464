import { Command, Option } from 'commander';
import type { SendEventsOptions } from '../tasks/customer-events.ts';
import type { ShowCustomerOptions } from '../tasks/show-customer.ts';

const tableOption = () =>
  new Option('--table <name>', 'of what is kept')
    .env('CUSTOMER_STATE_TABLE')
    .default('wellcast-CustomerState');

const send = new Command('send')
  .description("Put customers' events into the stream")
  .argument('<file>', 'one event a line, as "generate customers --events" writes')
  .addOption(
    new Option('--stream <name>', 'which stream')
      .env('CUSTOMER_EVENTS_STREAM')
      .default('mindmate-customer-events'),
  )
  .option('--unchecked', 'lines that are no events too, to see them given up', false)
  .option('--json', 'print how many were sent and refused as JSON', false)
  .action(async (file: string, options: SendEventsOptions) => {
    const { sendCustomerEvents } = await import('../tasks/customer-events.ts');
    await sendCustomerEvents(file, options);
  });

const show = new Command('show')
  .description("A customer's features now, last prediction and episode")
  .argument('<customer>', 'the customer id')
  .addOption(tableOption())
  .option('--json', 'print them as JSON', false)
  .action(async (customerId: string, options: ShowCustomerOptions) => {
    const { showCustomer } = await import('../tasks/show-customer.ts');
    await showCustomer(customerId, options);
  });

const whose = new Command('whose')
  .description('Of whom an alert speaks')
  .argument('<alert>', 'the alertId of the message')
  .addOption(tableOption())
  .action(async (alertId: string, options: Pick<ShowCustomerOptions, 'table'>) => {
    const { whoseAlert } = await import('../tasks/show-customer.ts');
    await whoseAlert(alertId, options);
  });

/** `wellcast customers`: events in, and what they have come to. */
export const customersCommand = (): Command =>
  new Command('customers')
    .description('Send events of customers, and see what they have come to')
    .addCommand(send)
    .addCommand(show)
    .addCommand(whose);
