import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, OAuthScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface AppUserPoolProps {
  readonly name: string;
  /** Where the dashboard's sign-in comes back to; absent: nobody signs in to it. */
  readonly dashboardUrl?: string | undefined;
}

/**
 * The app's accounts, for deployments that name no issuer of their own: sign-in by e-mail address, accounts made by
 * the app's operators, a second factor for whoever turns it on. Kept when the stack is deleted.
 */
export class AppUserPool extends Construct {
  readonly tokens: TokenIssuer;
  /** Those of the app, and of the dashboard where it has a sign-in. */
  readonly preparationTokens: TokenIssuer;

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
    const { dashboardUrl } = props;
    const dashboardIds = dashboardUrl === undefined ? [] : [this.#dashboard(pool, props.name, dashboardUrl)];
    this.preparationTokens = {
      issuer: pool.userPoolProviderUrl,
      audience: [client.userPoolClientId, ...dashboardIds],
    };
    acknowledge(pool, {
      'AwsSolutions-COG2':
        'A watch signs in through its phone, and a person in a crisis must not be locked out by a lost second factor: it is offered, by authenticator app, and not forced.',
      'AwsSolutions-COG8':
        'The Plus tier is paid for by user and month; passwords are long, accounts are made by operators, and no e-mail address is confirmed to exist. Teams that want its risk checks bring an issuer (jwtIssuer).',
    });
  }

  /** Signs people in to the dashboard by authorisation code with PKCE: the page keeps no secret. @returns its client id */
  #dashboard(pool: UserPool, name: string, url: string): string {
    const page = `${url}/dashboard/`;
    const domain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${name}-${Aws.ACCOUNT_ID}` },
    });
    const client = pool.addClient('Dashboard', {
      userPoolClientName: `${name}-dashboard`,
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [page],
        logoutUrls: [page],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    new CfnOutput(this, 'SignIn', { value: domain.baseUrl(), description: 'Signs in to the dashboard' });
    new CfnOutput(this, 'ClientId', {
      value: client.userPoolClientId,
      description: 'Of the dashboard, for "wellcast dashboard publish"',
    });
    return client.userPoolClientId;
  }
}
