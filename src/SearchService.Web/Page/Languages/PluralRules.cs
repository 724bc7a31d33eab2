namespace SearchService.Web.Page.Languages;

/// <summary>Which form of a word a number asks for: the cardinal rules of Unicode CLDR (supplemental/plurals.xml) for whole numbers.</summary>
/// <remarks>Scripts of the page use <c>Intl.PluralRules</c>, which has the same; the service runs without ICU.</remarks>
internal static class PluralRules
{
    /// <summary>The category of a number.</summary>
    /// <param name="language">Code of ISO 639; one that isn't known here is taken for English.</param>
    /// <param name="n">Not negative.</param>
    internal static string Category(string language, long n) => language switch
    {
        "ru" => (n % 10, n % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        },
        _ => n == 1 ? "one" : "other",
    };
}
