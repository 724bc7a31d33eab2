using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>Some documents of a segment, side by side.</summary>
/// <param name="first">The first.</param>
/// <param name="end">After the last.</param>
/// <param name="length">How many documents the segment has.</param>
internal sealed class DocumentRange(int first, int end, int length) : IBits
{
    /// <inheritdoc/>
    public int Length => length;

    /// <inheritdoc/>
    public bool Get(int index) => index >= first && index < end;
}
