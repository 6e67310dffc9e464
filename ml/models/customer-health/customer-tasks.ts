/** Something that is predicted of a customer, by one head of the network. */
export interface CustomerTask {
  /** Of the head and of the output. */
  readonly name: string;
  /** Column of the data files. */
  readonly label: string;
  readonly activation: 'sigmoid' | 'linear';
  /** How its error is measured; see `multiTaskLoss`. */
  readonly loss: 'divergence' | 'huber';
  /** A label is so many times what the head gives. */
  readonly scale: number;
  /** Smallest and largest label. */
  readonly range: readonly [number, number];
}

/** The five tasks of the training guide, in the order of its outputs. */
export const customerTasks = [
  {
    name: 'first_session_success',
    label: 'label_first_session_success',
    activation: 'sigmoid',
    loss: 'divergence',
    scale: 1,
    range: [0, 1],
  },
  {
    name: 'session_velocity',
    label: 'label_session_velocity',
    activation: 'linear',
    loss: 'huber',
    scale: 1,
    range: [0, 1000],
  },
  {
    name: 'churn_risk_14d',
    label: 'label_churn_risk_14d',
    activation: 'sigmoid',
    loss: 'divergence',
    scale: 1,
    range: [0, 1],
  },
  {
    name: 'churn_risk_30d',
    label: 'label_churn_risk_30d',
    activation: 'sigmoid',
    loss: 'divergence',
    scale: 1,
    range: [0, 1],
  },
  {
    name: 'health_score',
    label: 'label_health_score',
    activation: 'sigmoid',
    loss: 'huber',
    scale: 100,
    range: [0, 100],
  },
] as const satisfies readonly CustomerTask[];
