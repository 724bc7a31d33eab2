using System.Buffers;
using System.Text;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>Words by which blocks that are no part of an article give themselves away, by kind.</summary>
internal static class Cues
{
    private static readonly CueKind[] Kinds =
    [
        Kind("subscribe|subscription|sign up|signup|newsletter|your inbox|daily email|our emails|e-mail alerts|email alerts|register now|become a member|donate|support our journalism|support us|free trial|log in|create an account|download our app|download the app|mobile app|abonnez|abonnieren|inscrivez|suscríbete|suscribete|assine|подпи|iscriviti|newsletters"),
        Kind("follow us|follow @|follow me|follow the |on facebook|on twitter|on instagram|on linkedin|facebook page|like us|join us on|find us on|tweet this|share this|share on|share it|whatsapp|telegram|youtube channel|facebook, twitter|twitter and|suivez|folgen sie|síguenos|siga-nos|seguici|поделит"),
        Kind("read more|read also|also read|see also|read next|read the full|more:|more from|more on|more stories|related|recommended|you may also|you might also|don't miss|most popular|most read|up next|trending|watch next|watch:|listen:|previous article|next article|continue reading|click here|learn more|view all|see all|lire aussi|à lire|lesen sie auch|mehr zum thema|lea también|lee también|leia também|leia mais|leggi anche|читайте также|baca juga|اقرأ"),
        Kind("all rights reserved|copyright|terms of|privacy policy|cookie|may not be published|trademark|disclaimer|affiliate|we may earn|commission|not responsible|do not necessarily|views expressed|reprinted|republished|republish|tous droits|alle rechte|todos los derechos|todos os direitos|все права|editorial policy|published by"),
        Kind("getty|photo:|photo by|photograph|photos:|image:|image credit|image source|images:|(ap photo|ap photo|reuters/|/reuters|shutterstock|courtesy|credit:|credits:|source:|foto:|photo credit|picture:|bild:|illustration by|screenshot|file photo|via getty|/afp|afp/|/ap)|istock|wikimedia|unsplash|pexels|фото"),
        Kind("comment|leave a reply|reply|replies|join the conversation|have your say|tell us what|what do you think|let us know|respond|discuss|kommentar|commentaire|comentario|коммент"),
        Kind("contributed to|reporting by|editing by|writing by|additional reporting|written by|is a writer|is a reporter|is a staff|is a freelance|is the author|is an editor|is a contributor|is the editor|is a senior|contact the|reach her|reach him|can be reached|email him|email her|more by|about the author|staff writer|correspondent|associated press|press writer"),
        Kind("advertisement|advertising|sponsored|paid post|promoted|promo code|coupon|buy now|shop now|add to cart|check price|order now|get it at|get it on|iklan|publicidad|publicité|anzeige|реклама|advert"),
        Kind("getty images|javascript|browser|enable|loading|video player|play video|watch the video|slideshow|view gallery|hide caption|toggle caption|embed|transcript|caption|hide|close|back to top|print this|min read|minute read|minutes to read|updated|published|posted|last modified|originally published"),
    ];

    /// <summary>How many kinds there are.</summary>
    public static int Count => Kinds.Length;

    /// <summary>Whether a text has a cue of a kind.</summary>
    /// <param name="kind">From 0.</param>
    /// <param name="text">Any text.</param>
    /// <param name="isForeign">Whether it has letters that aren't of ASCII: only then can it have a cue with such letters.</param>
    public static bool Has(int kind, ReadOnlySpan<char> text, bool isForeign) =>
        text.ContainsAny(Kinds[kind].Ascii) || (isForeign && Kinds[kind].Foreign is { } foreign && text.ContainsAny(foreign));

    private static CueKind Kind(string phrases)
    {
        string[] all = phrases.Split('|');
        string[] foreign = [.. all.Where(static phrase => !Ascii.IsValid(phrase))];
        return new CueKind(
            SearchValues.Create([.. all.Except(foreign)], StringComparison.OrdinalIgnoreCase),
            foreign.Length == 0 ? null : SearchValues.Create(foreign, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Phrases of ASCII, which are looked for many at a time, and others, which take ten times as long.</summary>
    private sealed record CueKind(SearchValues<string> Ascii, SearchValues<string>? Foreign);
}
