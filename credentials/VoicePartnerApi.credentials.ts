import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { apiKeyFields } from './apiKeyFields';
import { placeVoiceKey } from './keyPlacement';

export class VoicePartnerApi implements ICredentialType {
	name = 'voicePartnerApi';

	displayName = 'Voice Partner API';

	documentationUrl = 'https://www.docpartner.dev/en';

	icon: Icon = {
		light: 'file:../nodes/SmsPartner/smspartner.svg',
		dark: 'file:../nodes/SmsPartner/smspartner.dark.svg',
	};

	properties: INodeProperties[] = apiKeyFields('From my.voicepartner.fr, menu API. It is not the SMS Partner key.', 'https://api.voicepartner.fr/v1');

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		placeVoiceKey(credentials, requestOptions);
}
