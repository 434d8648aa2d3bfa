/*
 * Words of answers, in the few phrasings that services use. A page's chrome says "Already a subscriber? Sign
 * in" on every page, so a question counts for nothing.
 */

export const ALREADY =
  /already (?:an? |been )?(?:active )?(?:subscribe(?:d|r)|signed up|registered|a member|member|confirmed|exists?|in (?:the|our) list|on (?:the|our|this|my) list)\b(?!\s*\?)|(?:e-?mail|address|subscriber) (?:address )?(?:already )?exists|bereits (?:angemeldet|abonniert|eingetragen)|déjà (?:inscrit|abonné)|ya (?:estás|está) suscrit/i;

export const CHECK_INBOX =
  /check (?:your|the) (?:\p{L}+ )?(?:inbox|e-?mail|mail)|look (?:in|at) your (?:inbox|e-?mail|mail)|confirm (?:your|the) (?:e-?mail|subscription|address)|confirmation (?:e-?mail|link|mail|message)|(?:sent|send) you (?:an? |the )?(?:\p{L}+ )?(?:e-?mail|mail|link|message)|almost (?:there|finished|done)|one (?:more|last) step|verify your (?:e-?mail|address|subscription)|click (?:on )?the link|bestätig(?:e|en|ung)|confirme[rz] votre|confirma tu/iu;

export const THANKS =
  /thank(?:s| you)|success|you(?:'|’)?(?:re| are) (?:now )?(?:in|subscribed|signed up|on the list)|welcome aboard|you have (?:been )?(?:successfully )?subscribed|has been (?:added|received|subscribed)|we(?:'|’)ll be in touch|\bdanke\b|vielen dank|\bmerci\b|\bgracias\b|obrigado|grazie|bedankt|\btack\b/i;

export const SUBSCRIBED =
  /you(?:'|’)?(?:re| are) (?:now )?(?:subscribed|on the list|signed up)|you have (?:been )?(?:successfully )?subscribed|subscription (?:is )?confirmed/i;

export const REFUSED =
  /\binvalid\b|not (?:a )?valid|\berror\b|went wrong|try again|\brequired\b|\bblocked\b|not allowed|forbidden|denied|failed|could not|couldn(?:'|’)t|unable to|ungültig|fehler|invalide|erreur|inválid/i;

export const CAPTCHA =
  /captcha|are you (?:a |really )?(?:human|robot)|(?:not|you are) a (?:ro)?bot|verify (?:that )?you|human verification|checking your browser|just a moment|security check|turnstile/i;

export const BUSY = /too many|rate.?limit|slow down|too often|too fast/i;
