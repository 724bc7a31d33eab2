using System.Collections.Immutable;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Patterns;
using SearchService.Analysis.Suggest;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Counting;
using SearchService.Backend.LuceneNet.Marks;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.Suggest;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Suggest;

/// <summary>What suggestions are made from: a generation.</summary>
/// <param name="archive">The generation.</param>
/// <param name="cancellation">Ends each call early.</param>
internal sealed class SuggestionSource(ArchiveReader archive, CancellationToken cancellation) : ISuggestionSource
{
    private readonly FrequentWords _words = new(archive, SuggestOptions.Default, cancellation);

    /// <inheritdoc/>
    public long Count(QueryNode query) => Find(query).Cardinality;

    /// <inheritdoc/>
    public bool HasWord(ImmutableArray<string> fields, string beginning) => _words.Any(Sets(fields, beginning));

    /// <inheritdoc/>
    public FrequentTermsResult Words(ImmutableArray<string> fields, string beginning, QueryNode? within, int size) =>
        _words.Find(Sets(fields, beginning), within is null ? null : Find(within), size);

    /// <inheritdoc/>
    public ImmutableArray<Correction> Spellings(ImmutableArray<string> fields, string word, int size)
    {
        ImmutableArray<string> own = [.. fields.Select(FieldOf)];
        string folded = PatternFolding.Fold(word, TermForm.Folded);
        return SpellingRules.Correct(word, size, SuggestOptions.Default, (edits, kept, wanted) => _words.Find(WordSet.Near(own, folded, edits, kept), within: null, wanted).Terms);
    }

    /// <inheritdoc/>
    public ImmutableArray<NameSuggestion> Values(string facet, QueryNode query, int size) =>
        [.. new FacetCounter(archive, byStory: false).Values(facet, Find(query), contains: "", size).Values.Select(static value => new NameSuggestion(value.Value, value.Count))];

    /// <inheritdoc/>
    public (IEnumerable<Article> Articles, TextMarker Titles) Latest(QueryNode query, int size)
    {
        Query translated = Translate(query);
        RankedPage page = RankedPage.Of(archive, Find(translated), scores: null, new PageOrder(SortOrder.Newest, Skip: 0, size, After: null));
        return (page.Hits.Select(hit => archive.ReadArticle(hit.Document)), QueryMarks.Of(translated, ArticleFields.Title));
    }

    private static string FieldOf(string field) => field switch
    {
        QueryFields.Title => ArticleFields.Title,
        QueryFields.Body => ArticleFields.Text,
        QueryFields.Author => ArticleFields.AuthorWords,
        QueryFields.Source => ArticleFields.SourceWords,
        QueryFields.Topic => ArticleFields.TopicWords,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "It has no words of articles."),
    };

    private Query Translate(QueryNode query) => new ArticleQueryTranslator(archive, ranked: false, cancellation).Translate(query);

    private FixedBitSet Find(QueryNode query) => Find(Translate(query));

    private FixedBitSet Find(Query query) => Matches.Find(archive, query, scored: false, cancellation).Documents;

    private ImmutableArray<WordSet> Sets(ImmutableArray<string> fields, string beginning)
    {
        string folded = PatternFolding.Fold(beginning, TermForm.Folded);
        return [.. fields.Select(FieldOf).Select(field => WordSet.Beginning(field, archive.AccentedWords(field).Beginnings(folded)))];
    }
}
