using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index;

/// <summary>
/// One commit as a search sees it: segments, deletions and statistics that don't change.
/// </summary>
/// <remarks>
/// Thread-safe; counted references. Each <see cref="EngineIndex.Acquire"/> is paired with one <see cref="Dispose"/>;
/// the last one, after the index has moved on, unmaps the files. Documents of the snapshot are numbered through: a
/// segment's <see cref="SegmentReader.Base"/> plus the doc id.
/// </remarks>
public sealed class IndexSnapshot : IDisposable
{
    private readonly FieldStatistics[] _statistics;
    private readonly Lazy<GlobalOrdinals>[] _ordinals;
    private readonly ReferenceCount _references = new();

    private IndexSnapshot(IndexManifest manifest, ImmutableArray<SegmentReader> segments)
    {
        Manifest = manifest;
        Segments = segments;
        int fields = manifest.Schema.Fields.Length;
        _statistics = new FieldStatistics[fields];
        _ordinals = new Lazy<GlobalOrdinals>[fields];
        for (int number = 0; number < fields; number++)
        {
            int field = number;
            _statistics[field] = new FieldStatistics(
                segments.Sum(segment => (long)segment.DocumentsWith(field)),
                segments.Sum(segment => segment.TokenCount(field)));
            _ordinals[field] = new Lazy<GlobalOrdinals>(() => new GlobalOrdinals(segments, field));
        }

        foreach (SegmentReader segment in segments)
        {
            DocumentSpace += segment.DocumentCount;
            DocumentCount += segment.LiveCount;
        }
    }

    /// <summary>The commit.</summary>
    public IndexManifest Manifest { get; }

    /// <summary>The fields.</summary>
    public IndexSchema Schema => Manifest.Schema;

    /// <summary>The number of the commit.</summary>
    public long Generation => Manifest.Generation;

    /// <summary>What the program that committed keeps with the index.</summary>
    public IReadOnlyDictionary<string, string> UserData => Manifest.UserData;

    /// <summary>The segments, in the order of their documents.</summary>
    public ImmutableArray<SegmentReader> Segments { get; }

    /// <summary>How many documents can be found: without deleted ones.</summary>
    public long DocumentCount { get; }

    /// <summary>Documents of the snapshot are numbered from 0 to one less than this; deleted ones have numbers too.</summary>
    public int DocumentSpace { get; }

    /// <summary>How many documents have a field, and how many tokens it has, in all segments; deleted documents included.</summary>
    /// <param name="field">The field's number.</param>
    public FieldStatistics Statistics(int field) => _statistics[field];

    /// <summary>How many documents of all segments have a term, deleted ones included.</summary>
    /// <param name="field">The number of a text field.</param>
    /// <param name="form">A form that is indexed for it.</param>
    /// <param name="term">The bytes of the term.</param>
    public long DocumentFrequency(int field, TermForm form, ReadOnlySpan<byte> term)
    {
        long sum = 0;
        foreach (SegmentReader segment in Segments)
        {
            if (segment.Terms(field, form).TryFind(term, out TermEntry entry))
            {
                sum += entry.DocumentFrequency;
            }
        }

        return sum;
    }

    /// <summary>The values of a keyword field over all segments; made at the first call.</summary>
    /// <param name="field">The number of a keyword field.</param>
    public GlobalOrdinals Ordinals(int field) => _ordinals[field].Value;

    /// <summary>The place in <see cref="Segments"/> of the segment that has a document.</summary>
    /// <param name="document">From 0 to <see cref="DocumentSpace"/> − 1.</param>
    public int SegmentOf(int document)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)DocumentSpace, nameof(document));
        int low = 0;
        int high = Segments.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            (low, high) = Segments[middle].Base <= document ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The stored bytes of a document.</summary>
    /// <param name="document">From 0 to <see cref="DocumentSpace"/> − 1.</param>
    /// <exception cref="CorruptIndexException">The store is damaged here.</exception>
    public byte[] ReadStored(int document)
    {
        SegmentReader segment = Segments[SegmentOf(document)];
        return segment.Store.Read(document - segment.Base);
    }

    /// <summary>Gives the snapshot back; exactly once for each time it was acquired.</summary>
    /// <exception cref="ObjectDisposedException">It was given back too often.</exception>
    public void Dispose()
    {
        if (_references.Release(this))
        {
            foreach (SegmentReader segment in Segments)
            {
                segment.Dispose();
            }
        }
    }

    /// <summary>Counts one more user, unless the last one has left.</summary>
    internal bool TryTake() => _references.TryTake();

    /// <summary>Opens the segments of a commit.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="manifest">The commit.</param>
    /// <param name="previous">A snapshot held by the caller, whose opened segments are shared, or null.</param>
    internal static IndexSnapshot Open(IIndexDirectory directory, IndexManifest manifest, IndexSnapshot? previous)
    {
        ImmutableArray<SegmentReader>.Builder segments = ImmutableArray.CreateBuilder<SegmentReader>(manifest.Segments.Length);
        try
        {
            int documents = 0;
            foreach (SegmentInfo info in manifest.Segments)
            {
                SegmentReader? shared = previous?.Segments.FirstOrDefault(segment => segment.Info.HasSameFiles(info));
                segments.Add(SegmentReader.Open(directory, manifest.Schema, info, documents, shared));
                documents = checked(documents + info.DocumentCount);
            }

            return new IndexSnapshot(manifest, segments.MoveToImmutable());
        }
        catch
        {
            foreach (SegmentReader segment in segments)
            {
                segment.Dispose();
            }

            throw;
        }
    }
}
