/* Phrases by which the chrome of letters is known, in the languages in which letters are met. */

/** "View in browser" in the languages in which letters are met, by the words alone. */
export const WEB_VERSION =
  /\b(?:view|read|open|see|click)\b.{0,40}\b(?:browser|online|web|website)\b|\bweb(?:site)? version\b|\bim browser\b|\bonline[- ]?(?:version|ansicht|lesen)\b|\bdans (?:le|votre) navigateur\b|\bversion en ligne\b|\ben (?:el|tu|su) navegador\b|\bnel browser\b|\bno navegador\b|\bin (?:je|uw) browser\b|\bi (?:webbläsaren|nettleseren|browseren)\b|в браузере|在浏览器|ブラウザで|w przeglądarce/iu;

/** Why you get this, the postal address, unsubscribe and preferences, by the words of its links. */
export const LEAVING =
  /\bunsubscribe\b|\bmanage (?:your )?(?:preferences|subscription)|\bupdate (?:your )?(?:preferences|profile)|\bopt[- ]out\b|\bemail preferences\b|\babmelden\b|\babbestellen\b|\bdésabonner\b|\bse désinscrire\b|\bdarse de baja\b|\bcancelar (?:la |a )?(?:suscripción|assinatura)|\bdisiscriv|\bannulla (?:l['’])?iscrizione|\bafmelden\b|\buitschrijven\b|\bavprenumerera\b|\bavregistrera\b|\bafmeld\b|\bmeld deg av\b|\bwypisz\b|отписаться|配信停止|退订|取消订阅/iu;

/** Words of a mail that asks to confirm a sign-up, in its subject or on its button. */
export const CONFIRM =
  /\bconfirm|\bverify\b|\bverification\b|\bactivate\b|\bopt[- ]in\b|\bcomplete (?:your )?(?:sign[- ]?up|subscription)|\bbestätig|\bconfirmez\b|\bconfirmer\b|\bconfirma|\bconferma|\bbevestig|\bbekräfta\b|\bbekreft\b|\bbekræft\b|\bpotwierdź|подтверд|確認|确认|登録を完了/iu;
