using System.Collections.Immutable;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Commits;

/// <summary>What a commit makes durable: the segments that are the index, and how to read them.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">An id of this commit; two commits never have the same.</param>
/// <param name="Generation">1 for the first commit, one more for each after it.</param>
/// <param name="Schema">The fields.</param>
/// <param name="Analyzer">The name of the analysis its words went through.</param>
/// <param name="CreatedUtc">When it was committed.</param>
/// <param name="NextSegment">The number of the next segment to be written; numbers are never used twice.</param>
/// <param name="Segments">The segments, in the order of their documents in a snapshot.</param>
/// <param name="UserData">What the program that committed keeps with the index.</param>
public sealed record IndexManifest(
    Guid Id,
    long Generation,
    IndexSchema Schema,
    string Analyzer,
    DateTime CreatedUtc,
    long NextSegment,
    ImmutableArray<SegmentInfo> Segments,
    ImmutableSortedDictionary<string, string> UserData)
{
    /// <summary>The name this engine has as a backend.</summary>
    public const string EmbeddedBackend = "embedded";

    /// <summary>The name of the backend that wrote the index.</summary>
    public string Backend { get; init; } = EmbeddedBackend;

    /// <summary>How many documents the segments have, without deleted ones.</summary>
    public long DocumentCount => Segments.Sum(segment => (long)segment.DocumentCount - segment.DeletedCount);

    /// <summary>The length of all its files but the manifest, in bytes.</summary>
    public long LengthInBytes => Segments.Sum(segment => segment.LengthInBytes);

    /// <summary>The names of all files that the index needs besides the manifest.</summary>
    public IEnumerable<string> FileNames => Segments.SelectMany(segment => segment.FileNames);

    /// <summary>What is known of a field over all segments.</summary>
    /// <param name="field">The field's number.</param>
    public FieldStatistics Statistics(int field)
    {
        long documents = 0;
        long tokens = 0;
        foreach (SegmentInfo segment in Segments)
        {
            documents += segment.Fields[field].DocumentCount;
            tokens += segment.Fields[field].TokenCount;
        }

        return new FieldStatistics(documents, tokens);
    }
}
