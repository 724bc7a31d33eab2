using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;

namespace SearchService.Web.Features.Suggest;

/// <summary>The answer of <c>/api/suggest</c>. didYouMean is absent where nothing is amiss, or nothing better was found.</summary>
internal sealed record SuggestAnswer(
    ReadingAnswer Query,
    long TookMicroseconds,
    IndexState Index,
    IReadOnlyList<QuerySuggestionAnswer> Completions,
    bool? CompletionsPartial,
    IReadOnlyList<TitleSuggestionAnswer> Titles,
    IReadOnlyList<BucketAnswer> Authors,
    IReadOnlyList<BucketAnswer> Sources,
    QuerySuggestionAnswer? DidYouMean)
{
    internal static SuggestAnswer Of(SuggestResponse response) => new(
        ReadingAnswer.Of(response.Query),
        (long)response.Took.TotalMicroseconds,
        response.Index,
        [.. response.Completions.Select(completion => new QuerySuggestionAnswer(completion.Text, completion.Count))],
        response.AreCompletionsPartial ? true : null,
        [.. response.Titles.Select(title => new TitleSuggestionAnswer(title.Id, title.Title, PassageAnswer.Pairs(title.Highlights)))],
        [.. response.Authors.Select(Bucket)],
        [.. response.Sources.Select(Bucket)],
        QuerySuggestionAnswer.Of(response.DidYouMean));

    private static BucketAnswer Bucket(NameSuggestion name) => new(name.Name, name.Count, null, null, null);
}

/// <summary>An article's headline; highlights are [start, end) in UTF-16 units of it.</summary>
internal sealed record TitleSuggestionAnswer(string Id, string Title, IReadOnlyList<int[]> Highlights);
