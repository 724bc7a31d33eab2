namespace SearchService.Core.Searching;

/// <summary>What a query is looked for in, and what is counted.</summary>
public enum SearchIn
{
    /// <summary>Articles.</summary>
    Articles,

    /// <summary>Quotations: a word without a field means <c>said:</c>.</summary>
    Quotes,
}
