import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { apiKeyFields } from './apiKeyFields';
import { placeSmsKey } from './keyPlacement';

export class SmsPartnerApi implements ICredentialType {
	name = 'smsPartnerApi';

	displayName = 'SMS Partner API';

	documentationUrl = 'https://www.docpartner.dev/en';

	icon: Icon = {
		light: 'file:../nodes/SmsPartner/smspartner.svg',
		dark: 'file:../nodes/SmsPartner/smspartner.dark.svg',
	};

	properties: INodeProperties[] = apiKeyFields('From my.smspartner.fr, menu API. Voice Partner has a key of its own.', 'https://api.smspartner.fr/v1');

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		placeSmsKey(credentials, requestOptions);
}
