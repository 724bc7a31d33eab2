using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>Segmentation for search: glyph variants segment alike, and a colon ends a word.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>The apostrophe's variants ` ´ ʻ ʼ ‛ become MidNumLet, as ’ is: <c>don`t</c> is one word like <c>don't</c>, and a trailing ʼ no part of one.</item>
/// <item>The narrow no-break space U+202F becomes a space, as U+00A0 is: the default takes it for a connector and makes
/// one word of the French <c>mot&#x202F;!</c>'s word and space.</item>
/// <item>The colon and its shapes join no letters (<c>Photo:AP</c>), as in CLDR's root locale.</item>
/// </list>
/// </remarks>
internal readonly struct SearchTailoring : IWordTailoring
{
    /// <inheritdoc/>
    public static WordClass Of(int codePoint)
    {
        WordClass standard = CodePoints.WordClassOf(codePoint);
        return standard.IsTailored ? Tailor(codePoint, standard) : standard;
    }

    private static WordClass Tailor(int codePoint, WordClass standard) => codePoint switch
    {
        '`' or '´' or 'ʻ' or 'ʼ' or '‛' => standard.With(WordBreak.MidNumLet),
        '\u202F' => standard.With(WordBreak.WSegSpace),
        ':' or '\uFE13' or '\uFE55' or '\uFF1A' => standard.With(WordBreak.Other),
        _ => standard,
    };
}
