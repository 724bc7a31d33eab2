namespace SearchService.Core.Queries;

/// <summary>The codes of <see cref="QueryNotice"/>; never renamed, never reused.</summary>
public static class QueryNoticeCodes
{
    /// <summary>The backend can't execute this part yet; it was ignored.</summary>
    public const string NotSupportedYet = "not_supported_yet";

    /// <summary>Nothing had all the words; articles with some of them are shown.</summary>
    public const string AllWordsRelaxed = "all_words_relaxed";

    /// <summary>Other spellings of a name were searched too.</summary>
    public const string NameVariantsAdded = "name_variants_added";
}
