import { htmlEntity } from '../../nodes/SmsPartner/values/htmlEntity';

test.each([
	['L&#039;&eacute;quipe', '&#039;'],
	['l&rsquo;&eacute;quipe', '&rsquo;'],
	['L&#x27;equipe', '&#x27;'],
	['L&#X27;equipe', '&#X27;'],
	['A&nbsp;B', '&nbsp;'],
	['Dupont &amp; fils', '&amp;'],
	['Dupont &amp;amp; fils', '&amp;'],
	['10 &euro;', '&euro;'],
	['&OElig;uvre', '&OElig;'],
	['&Ccedil;a', '&Ccedil;'],
	['&#128512;', '&#128512;'],
	['Kova&ccaron;', '&ccaron;'],
	['R&D; &apos;ok&apos;', '&apos;'],
	['&frac12; et &lt;b&gt;', '&frac12;'],
])('%j holds %s', (text, entity) => {
	expect(htmlEntity(text)).toBe(entity);
});

test.each(['', 'R&D;', 'Tom & Jerry; AT&T;', 'https://example.com/?a=1&copy=2&amp=3', '&Eacute ', '&;', '&#;', '&#x;', '& nbsp;', '&#0;', '&#55357;', '&#9999999;', '&#xffffff;', '&qacute;', '&EACUTE;', '&constructor;'])('%j holds none', (text) => {
	expect(htmlEntity(text)).toBeUndefined();
});
