namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>How many tokens a field has in all articles.</summary>
internal sealed class TokenCount
{
    internal long Value { get; set; }
}
