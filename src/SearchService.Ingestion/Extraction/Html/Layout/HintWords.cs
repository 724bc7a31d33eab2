using System.Collections.Frozen;

namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>Reads the purpose of an element from the words in its names.</summary>
/// <remarks>
/// Names are cut where a letter is followed by something else and where a small letter is followed by a capital, so that
/// <c>relatedStories</c>, <c>related-stories</c> and <c>c-related__stories</c> are the same words. A word is looked up as a whole, then by
/// its first letters among stems.
/// </remarks>
internal static class HintWords
{
    private const int ShortestStem = 4;
    private const int LongestStem = 11;
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, Hints> ByWord = Words();
    private static readonly FrozenDictionary<string, Hints>.AlternateLookup<ReadOnlySpan<char>> WordLookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Hints> ByStem = Stems();
    private static readonly FrozenDictionary<string, Hints>.AlternateLookup<ReadOnlySpan<char>> StemLookup = ByStem.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a name says.</summary>
    /// <param name="name">The value of a class, id, role or the like.</param>
    public static Hints Of(ReadOnlySpan<char> name)
    {
        Hints hints = Hints.None;
        Span<char> word = stackalloc char[LongestWord];
        Span<char> pair = stackalloc char[2 * LongestWord];
        int pairLength = 0;
        int start = 0;
        while (start < name.Length)
        {
            if (!char.IsAsciiLetter(name[start]))
            {
                // Words pair up within one name only.
                pairLength = char.IsWhiteSpace(name[start]) ? 0 : pairLength;
                start++;
                continue;
            }

            int end = start + 1;
            while (end < name.Length && char.IsAsciiLetter(name[end]) && !(char.IsAsciiLetterUpper(name[end]) && char.IsAsciiLetterLower(name[end - 1])))
            {
                end++;
            }

            if (end - start <= LongestWord)
            {
                int length = end - start;
                name[start..end].ToLowerInvariant(word);
                hints |= OfWord(word[..length]);
                if (pairLength > 0)
                {
                    word[..length].CopyTo(pair[pairLength..]);
                    hints |= WordLookup.TryGetValue(pair[..(pairLength + length)], out Hints found) ? found : Hints.None;
                }

                word[..length].CopyTo(pair);
                pairLength = length;
            }
            else
            {
                pairLength = 0;
            }

            start = end;
        }

        return hints;
    }

    private static Hints OfWord(ReadOnlySpan<char> word)
    {
        if (WordLookup.TryGetValue(word, out Hints hints))
        {
            return hints;
        }

        for (int length = Math.Min(word.Length, LongestStem); length >= ShortestStem; length--)
        {
            if (StemLookup.TryGetValue(word[..length], out hints))
            {
                return hints;
            }
        }

        return Hints.None;
    }

    private static FrozenDictionary<string, Hints> Words() => Table(
        (Hints.Body, "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent posttext entrycontent entrytext bodycopy bodytext contentbody articlecopy bodycontent copybody newsbody newstext texto articulo"),
        (Hints.Story, "article articles story post entry main content hentry blogpost news"),
        (Hints.Comments, "reply replies respond disqus livefyre fyre viafoura coral spotim discussion discuss conversation reviews fbcomments echo"),
        (Hints.Related, "recirc outbrain taboola zergnet readmore morestories mostread mostpopular popular upnext seealso alsoread readnext nextpost prevpost topstories zemanta yarpp jprelatedposts trc revcontent morefrom similar interlink"),
        (Hints.Listing, "stories list listing feed teaser teasers card cards river headlines latest next previous prev more further trc carousel"),
        (Hints.Share, "share shares sharing sharedaddy social socials addthis addtoany follow email print likes sharetools socialmedia"),
        (Hints.Plea, "donate donation donations support membership join signup register registration optin mailchimp newsletter newsletters mailing cta callout paywall regwall piano"),
        (Hints.Advert, "ad ads adv advert adsense adslot adunit adwrapper dfp gpt sponsor sponsored sponsors partner partners promo promos promoted promotion banner banners commercial affiliate affiliates deals leaderboard"),
        (Hints.Navigation, "nav menu menus submenu navbar breadcrumb breadcrumbs crumbs pagination pager paging paginate skiplink sitemap pagelinks"),
        (Hints.Footer, "footer foot colophon"),
        (Hints.Header, "header masthead topbar"),
        (Hints.Sidebar, "sidebar side aside rail rightrail leftrail complementary secondary sidebars"),
        (Hints.Caption, "caption captions figcaption credit credits cutline photographer imagecaption photocredit"),
        (Hints.Media, "image images img photo photos picture figure video videos player audio podcast gallery slideshow carousel slider slide slides media lightbox thumbnail thumb thumbs jwplayer brightcove"),
        (Hints.Byline, "byline bylines author authors writer bio biography contributor contributors vcard reporter"),
        (Hints.Date, "date dates dateline time timestamp datetime datepublished published pubdate publish updated modified posted"),
        (Hints.Title, "headline title titles hed heading"),
        (Hints.Summary, "summary dek deck standfirst subtitle subhead subheadline subheading excerpt intro lede lead description abstract"),
        (Hints.Tags, "tags tag topics taglist catlinks keywords taxonomy filed postedin kicker"),
        (Hints.Legal, "legal copyright terms privacy disclaimer disclaimers disclosure cookie cookies gdpr consent ccpa notice notices license licence rights"),
        (Hints.Overlay, "modal popup popups overlay overlays tooltip tooltips dropdown lightbox interstitial flyout offcanvas toast"),
        (Hints.Unseen, "invisible offscreen sronly visuallyhidden screenreader screenreadertext printonly visibleprint"),
        (Hints.PullQuote, "pullquote"),
        (Hints.Embed, "tweet embed embedded embeds instagram twittertweet instagrammedia"),
        (Hints.Widget, "widget widgets module modules plugin infobox inset factbox"),
        (Hints.Meta, "meta metadata info details data stats views rating ratings score scores vote votes poll"),
        (Hints.Search, "search searchbox searchform login signin account"),
        (Hints.Product, "product products price prices buy shop shopping cart store merchant coupon commerce"));

    private static FrozenDictionary<string, Hints> Stems() => Table(
        (Hints.Comments, "comment komment coment"),
        (Hints.Related, "relat recommend trending suggest popular mostread mostview mostpop recent similar outbrain taboola recirc"),
        (Hints.Share, "share social addthis"),
        (Hints.Plea, "newslett subscri signup donat paywall membership"),
        (Hints.Advert, "advert sponsor promo googlead banner"),
        (Hints.Navigation, "navig breadcrumb paginat"),
        (Hints.Caption, "caption photocredit"),
        (Hints.Legal, "copyright disclaim cookie"),
        (Hints.Byline, "author byline"),
        (Hints.Footer, "footer"),
        (Hints.Sidebar, "sidebar"),
        (Hints.Media, "slideshow gallery carousel"),
        (Hints.Date, "timestamp publish"));

    private static FrozenDictionary<string, Hints> Table(params ReadOnlySpan<(Hints Hint, string Words)> rows)
    {
        Dictionary<string, Hints> table = [];
        foreach ((Hints hint, string words) in rows)
        {
            foreach (string word in words.Split(' '))
            {
                table[word] = table.GetValueOrDefault(word) | hint;
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
