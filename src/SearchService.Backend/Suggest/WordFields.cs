using System.Collections.Immutable;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>Where the words of a query are looked for.</summary>
internal static class WordFields
{
    /// <summary>The fields that a word is looked for in; none for a field that has no words here.</summary>
    internal static ImmutableArray<string> Of(WordNode word) => word.Field switch
    {
        QueryFields.Text => [QueryFields.Title, QueryFields.Body],
        QueryFields.Title or QueryFields.Author or QueryFields.Source or QueryFields.Topic => [word.Field],
        _ => [],
    };

    /// <summary>The fields whose words a misspelt one may have been meant for: what is said in an article is of its text.</summary>
    internal static ImmutableArray<string> SpellingsOf(WordNode word) => word.Field == QueryFields.Said ? [QueryFields.Body] : Of(word);
}
