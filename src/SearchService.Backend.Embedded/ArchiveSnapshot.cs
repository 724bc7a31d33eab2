using System.Collections.Immutable;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Names;
using SearchService.Backend.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>One generation as a search sees it: its articles, its quotations, and which stands in which.</summary>
internal sealed class ArchiveSnapshot : IGeneration
{
    private readonly ReferenceCount _references = new();
    private readonly Lazy<ArchiveNames> _names;

    /// <summary>Takes two snapshots over.</summary>
    /// <param name="articles">Disposed of with the last reference, or when this fails.</param>
    /// <param name="quotations">Of the same generation; as before.</param>
    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    internal ArchiveSnapshot(IndexSnapshot articles, IndexSnapshot quotations)
    {
        (Articles, Quotations) = (articles, quotations);
        (ArticleSearcher, QuotationSearcher) = (new Searcher(articles), new Searcher(quotations));
        Dictionary = new SnapshotDictionary(this);
        _names = new Lazy<ArchiveNames>(() => new ArchiveNames(Dictionary));
        SpeakerNames = new SpeakerNames(Dictionary);
        try
        {
            Join = new QuotationJoin(articles, quotations);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The articles.</summary>
    internal IndexSnapshot Articles { get; }

    /// <summary>Searches them: one a snapshot, as it learns from what it is asked.</summary>
    internal Searcher ArticleSearcher { get; }

    /// <summary>Their quotations.</summary>
    internal IndexSnapshot Quotations { get; }

    /// <summary>Searches these.</summary>
    internal Searcher QuotationSearcher { get; }

    /// <summary>Which stands in which.</summary>
    internal QuotationJoin Join { get; } = null!;

    /// <summary>What their dictionaries tell.</summary>
    internal SnapshotDictionary Dictionary { get; }

    /// <summary>Which of their words are parts of names; the first caller waits for them to be found.</summary>
    internal ArchiveNames Names => _names.Value;

    /// <summary>Who speaks in the quotations.</summary>
    internal SpeakerNames SpeakerNames { get; }

    /// <inheritdoc/>
    public string Commit => CommitOf(Articles);

    /// <summary>The number of the generation: that of its articles.</summary>
    internal long Generation => Articles.Generation;

    /// <summary>When it was committed, UTC.</summary>
    internal DateTimeOffset Created => new(Articles.Manifest.CreatedUtc);

    /// <summary>On disk.</summary>
    internal long LengthInBytes => Articles.Manifest.LengthInBytes + Quotations.Manifest.LengthInBytes;

    /// <summary>What the commit of a generation's articles is told apart by.</summary>
    internal static string CommitOf(IndexSnapshot articles) => articles.Manifest.Id.ToString("N");

    /// <summary>An article as it was stored.</summary>
    /// <param name="document">Its number among the articles.</param>
    internal Article ReadArticle(int document) => ArticleCodec.Decode(Articles.ReadStored(document));

    /// <summary>Quotations found, in the order given, with marks of what a query matched in the words spoken.</summary>
    /// <param name="query">What was searched for.</param>
    /// <param name="found">The quotations.</param>
    /// <param name="cancellation">Ends it early.</param>
    internal ImmutableArray<QuotationHit> ReadQuotations(Query query, ReadOnlySpan<Hit> found, CancellationToken cancellation)
    {
        QuotationReader reader = new(Highlighter.Of(query, QuotationFields.Said), ReadArticle);
        ImmutableArray<QuotationHit>.Builder hits = ImmutableArray.CreateBuilder<QuotationHit>(found.Length);
        foreach (Hit hit in found)
        {
            cancellation.ThrowIfCancellationRequested();
            hits.Add(reader.Read(hit.Document, Join.ArticleOf(hit.Document), QuotationJoin.PlaceOf(Quotations, hit.Document), hit.Score));
        }

        return hits.MoveToImmutable();
    }

    /// <inheritdoc/>
    public bool TryTake() => _references.TryTake();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_references.Release(this))
        {
            Quotations.Dispose();
            Articles.Dispose();
        }
    }
}
