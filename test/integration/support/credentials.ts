import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

import { SmsPartnerApi } from '../../../credentials/SmsPartnerApi.credentials';
import { VoicePartnerApi } from '../../../credentials/VoicePartnerApi.credentials';

export type CredentialValues = Record<string, ICredentialDataDecryptedObject>;

/** Stands in for n8n's database of credentials; the key is placed by our own credential classes, as in n8n. */
export class TestCredentials extends ICredentialsHelper {
	private readonly types: ICredentialType[] = [new SmsPartnerApi(), new VoicePartnerApi()];

	constructor(private readonly values: CredentialValues) {
		super();
	}

	override getParentTypes(): string[] {
		return [];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const authenticate = this.types.find(({ name }) => name === typeName)?.authenticate;
		if (typeof authenticate !== 'function') throw new Error(`No credential type ${typeName}`);
		return authenticate(credentials, requestOptions);
	}

	override async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async getCredentials(): Promise<ICredentials> {
		throw new Error('Only decrypted credentials are served here');
	}

	override async getDecrypted(_data: unknown, _node: unknown, type: string): Promise<ICredentialDataDecryptedObject> {
		const values = this.values[type];
		if (!values) throw new Error(`No credential of type ${type}`);
		return values;
	}

	override async updateCredentials(): Promise<void> {}

	override async updateCredentialsOauthTokenData(): Promise<void> {}

	override getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.find(({ name }) => name === type)?.properties ?? [];
	}
}
