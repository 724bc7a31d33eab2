using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Quotations.Verification.Versions;

/// <summary>How much two wordings have in common.</summary>
/// <remarks>
/// Words that tell much are one quotation whoever is said to have said them: outlets name an office, a spokesman, or somebody else. What many
/// say in these words ("I don't know") is one quotation only when the same person said it about the same time, or in the same story.
/// What is measured, and the bounds: docs/adr/0026-verbatim-altered-or-absent.md.
/// </remarks>
internal enum Kinship
{
    /// <summary>Nothing to speak of.</summary>
    None,

    /// <summary>Words that anybody might say again.</summary>
    Likely,

    /// <summary>Words that tell much, but are a small part of the longer one, as a slogan is of a speech; or were changed a good deal.</summary>
    Close,

    /// <summary>Words that nobody else says.</summary>
    Same,
}

/// <summary>What else makes two quotations one.</summary>
internal static class Occasions
{
    private const int DaysApart = 3;

    /// <summary>Whether two quotations whose words are akin are one.</summary>
    public static bool AreOne(Kinship kinship, QuotationHit one, QuotationHit other) => kinship switch
    {
        Kinship.Same => true,
        Kinship.Close => SameSpeaker(one.Quote, other.Quote) != false && (SameSpeaker(one.Quote, other.Quote) == true || SameTime(one.Article, other.Article)),
        Kinship.Likely => SameSpeaker(one.Quote, other.Quote) == true && SameTime(one.Article, other.Article),
        _ => false,
    };

    // By the last word of the name, as it is given alone later on; null where one isn't known.
    private static bool? SameSpeaker(Quote one, Quote other) =>
        one.Speaker is { Length: > 0 } name && other.Speaker is { Length: > 0 } otherName
            ? string.Equals(Surname(name), Surname(otherName), StringComparison.OrdinalIgnoreCase)
            : null;

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool SameTime(Article one, Article other) =>
        (one.Story is not null && one.Story == other.Story)
        || (one.Date is { Precision: DatePrecision.Day } date && other.Date is { Precision: DatePrecision.Day } otherDate
            && Math.Abs(date.First.DayNumber - otherDate.First.DayNumber) <= DaysApart);
}
