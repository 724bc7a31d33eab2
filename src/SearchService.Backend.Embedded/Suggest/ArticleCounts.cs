using System.Collections.Immutable;
using SearchService.Core.Queries;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Suggest;

/// <summary>Counts what queries of the product find.</summary>
/// <param name="archive">What is searched.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class ArticleCounts(ArchiveSnapshot archive, CancellationToken cancellation)
{
    private readonly ArticleQueryTranslator _translator = new(archive, ranked: false, cancellation);

    /// <summary>The engine's query for a tree; null for all articles.</summary>
    internal Query Translate(QueryNode? node) => _translator.Translate(node);

    /// <summary>Articles that a tree finds: exact.</summary>
    internal long Of(QueryNode node) => archive.ArticleSearcher.Search(new EngineSearch { Query = Translate(node), Size = 0 }, cancellation).Total;

    /// <summary>The fields of the engine that a word is looked for in; none for a field that has no words here.</summary>
    internal static ImmutableArray<int> FieldsOf(WordNode word) => word.Field switch
    {
        QueryFields.Text => [ArticleFields.Title, ArticleFields.Text],
        QueryFields.Title => [ArticleFields.Title],
        QueryFields.Author => [ArticleFields.AuthorWords],
        QueryFields.Source => [ArticleFields.SourceWords],
        QueryFields.Topic => [ArticleFields.TopicWords],
        _ => [],
    };

    /// <summary>The fields whose words a misspelt one may have been meant for: what is said in an article is of its text.</summary>
    internal static ImmutableArray<int> SpellingsOf(WordNode word) => word.Field == QueryFields.Said ? [ArticleFields.Text] : FieldsOf(word);
}
