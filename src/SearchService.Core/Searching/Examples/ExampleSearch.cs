namespace SearchService.Core.Searching.Examples;

/// <summary>A search that shows what is in an archive: it was tried, and found something.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Query">In the query language.</param>
/// <param name="In">Whether articles or quotations are searched.</param>
/// <param name="Count">What it finds: exact, above 0.</param>
public sealed record ExampleSearch(ExampleKind Kind, string Query, SearchIn In, long Count);

/// <summary>What an example shows.</summary>
public enum ExampleKind
{
    /// <summary>Somebody's words, exactly; carried by several outlets where any are.</summary>
    Quotation,

    /// <summary>What somebody said who is often quoted.</summary>
    Speaker,

    /// <summary>Words that stand together in recent headlines.</summary>
    Words,

    /// <summary>Words in headlines alone.</summary>
    Title,

    /// <summary>Words in the month that has most of them.</summary>
    Period,
}
