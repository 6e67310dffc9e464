/** A process of its own with a local AWS and an endless training; its data folder and a file for the pid are given. */
import { Config } from '../../../lib/config.ts';
import { startLocalAws } from '../../../local/start-local-aws.ts';

const [dataDir = '', pidFile = ''] = process.argv.slice(2);
const aws = await startLocalAws({
  port: 0,
  apiPort: 0,
  dataDir,
  config: Config.parse({}),
  trainingCommand: ['node', 'test/local/containers/tiny.ts', 'train'],
  onEvent: (event) => {
    if (event.kind === 'training-output' && event.line === 'waiting') console.log('training');
  },
});
const bucket = 'mindmate-ml-models-000000000000';
const send = (service: string, headers: Record<string, string>, body: string, path = '/') =>
  fetch(`${aws.endpoint}${path}`, {
    method: path === '/' ? 'POST' : 'PUT',
    body,
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=local`,
    },
  });
await send('s3', {}, 'x,label\n', `/${bucket}/training/train.csv`);
const S3DataSource = { S3DataType: 'S3Prefix', S3Uri: `s3://${bucket}/training/` };
await send(
  'sagemaker',
  { 'x-amz-target': 'SageMaker.CreateTrainingJob', 'content-type': 'application/x-amz-json-1.1' },
  JSON.stringify({
    TrainingJobName: 'endless',
    RoleArn: 'arn:aws:iam::000000000000:role/wellcast-training',
    AlgorithmSpecification: { TrainingImage: 'image:1', TrainingInputMode: 'File' },
    HyperParameters: { mode: 'spin', pid_file: pidFile },
    InputDataConfig: [{ ChannelName: 'train', DataSource: { S3DataSource } }],
    OutputDataConfig: { S3OutputPath: `s3://${bucket}/models/` },
    ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 },
    StoppingCondition: {},
  }),
);
if (process.argv.includes('--close')) {
  process.stdin.once('data', () => void aws.close()).once('data', () => process.stdin.destroy());
}
