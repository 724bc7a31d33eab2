using System.Collections.Immutable;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis.Patterns;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet;

/// <summary>Articles in an index of Lucene.Net.</summary>
internal sealed class LuceneArticleIndex(OpenArchive archive) : IArticleIndex
{
    public BackendCapabilities Capabilities { get; } = new() { Wildcards = true, Fuzzy = true, RegularExpressions = true };

    public IndexState State
    {
        get
        {
            using ArchiveReader reader = archive.Acquire();
            return reader.State;
        }
    }

    public string? Refuse(QueryNode pattern)
    {
        try
        {
            PatternTranslator.Translate(pattern, ArticleFields.Text);
            return null;
        }
        catch (InvalidPatternException exception)
        {
            return exception.Message;
        }
    }

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        using ArchiveReader reader = archive.Acquire();
        bool ranked = query.Size > 0 && query.Sort == SortOrder.Relevance;
        ArticleQueryTranslator translator = new(reader, ranked, cancellationToken);
        Query translated = translator.Translate(query.Root);
        Matches matches = Matches.Find(reader, translated, ranked, cancellationToken);
        FixedBitSet found = DocumentBits.All(matches.Documents, [.. query.Filters.Select(filter => LabelSets.Passing(reader, filter))]);
        RankedPage page = RankedPage.Of(reader, found, matches.Scores, new PageOrder(query.Sort, query.Skip, query.Size, query.After, query.Collapse == Collapse.Story));
        return new ArticleMatches(
            reader.State,
            found.Cardinality,
            [.. page.Hits.Select(hit => new SearchHit(reader.ReadArticle(hit.Document), ranked ? hit.Score : 0, [], [], null))],
            page.Last,
            [],
            null)
        {
            Stories = page.Stories,
        };
    });

    public bool TryGet(string id, out Article? article, out IndexState state)
    {
        using ArchiveReader reader = archive.Acquire();
        state = reader.State;
        article = LuceneErrors.Translate(() => reader.Find(ArticleFields.Id, id) is >= 0 and int document ? reader.ReadArticle(document) : null);
        return article is not null;
    }

    public MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("Not marked.");

    public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("Not counted.");

    public IndexDescription Describe()
    {
        using ArchiveReader reader = archive.Acquire();
        return new IndexDescription(
            reader.State,
            LuceneNetBackend.BackendName,
            0,
            DateTimeOffset.MinValue,
            null,
            null,
            [],
            reader.Notes.Where(static note => !CommitNotes.IsOwn(note.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    public bool Refresh() => LuceneErrors.Translate(archive.RefreshIfChanged);

    public void Dispose() => archive.Dispose();
}
