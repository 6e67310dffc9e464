import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface AppUserPoolProps {
  readonly name: string;
}

/**
 * The app's accounts, for deployments that name no issuer of their own: sign-in by e-mail address, accounts made by
 * the app's operators, a second factor for whoever turns it on. Kept when the stack is deleted.
 */
export class AppUserPool extends Construct {
  readonly tokens: TokenIssuer;

  constructor(scope: Construct, id: string, props: AppUserPoolProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      userPoolName: props.name,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const client = pool.addClient('App', {
      userPoolClientName: `${props.name}-app`,
      // It runs on phones and watches, where no secret would stay one.
      generateSecret: false,
      authFlows: { userSrp: true },
      disableOAuth: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    this.tokens = { issuer: pool.userPoolProviderUrl, audience: [client.userPoolClientId] };
    acknowledge(pool, {
      'AwsSolutions-COG2':
        'A watch signs in through its phone, and a person in a crisis must not be locked out by a lost second factor: it is offered, by authenticator app, and not forced.',
      'AwsSolutions-COG8':
        'The Plus tier is paid for by user and month; passwords are long, accounts are made by operators, and no e-mail address is confirmed to exist. Teams that want its risk checks bring an issuer (jwtIssuer).',
    });
  }
}
