using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchService.Engine.Index;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>The articles of the generation before: id and fingerprint of each, to tell what a rebuild changed.</summary>
/// <remarks>An id is kept as 128 bits of its SHA-256: a few dozen bytes an article, whatever the ids look like.</remarks>
internal sealed class PreviousArticles
{
    private readonly Dictionary<UInt128, long> _fingerprints = [];

    /// <summary>Articles in it.</summary>
    internal int Count => _fingerprints.Count;

    /// <summary>The key of an id.</summary>
    internal static UInt128 KeyOf(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Reads an index; one that isn't there, or can't be read, has no articles: a build is what mends it.</summary>
    internal static PreviousArticles Read(IIndexDirectory directory)
    {
        PreviousArticles previous = new();
        try
        {
            if (EngineIndex.Exists(directory))
            {
                using EngineIndex index = EngineIndex.Open(directory, ArticleFields.Schema, analyzer: null);
                using IndexSnapshot snapshot = index.Acquire();
                foreach (SegmentReader segment in snapshot.Segments)
                {
                    previous.Take(segment);
                }
            }
        }
        catch (Exception exception) when (exception is CorruptIndexException or IndexFormatException)
        {
            previous._fingerprints.Clear();
        }

        return previous;
    }

    internal bool TryGet(UInt128 key, out long fingerprint) => _fingerprints.TryGetValue(key, out fingerprint);

    private void Take(SegmentReader segment)
    {
        KeywordColumn ids = segment.Keywords(ArticleFields.Id);
        NumberColumn fingerprints = segment.Numbers(ArticleFields.Fingerprint);
        for (int ordinal = 0; ordinal < ids.ValueCount; ordinal++)
        {
            foreach (int document in ids.DocumentsOf(ordinal))
            {
                if (segment.Deleted?[document] != true && fingerprints.TryGet(document, out long fingerprint))
                {
                    _fingerprints[KeyOf(ids.Text(ordinal))] = fingerprint;
                }
            }
        }
    }
}
