namespace SearchService.Core.Searching;

/// <summary>The order of hits; ties go by the order in the index.</summary>
public enum SortOrder
{
    /// <summary>Best score first.</summary>
    Relevance,

    /// <summary>Latest first; without a date last.</summary>
    Newest,

    /// <summary>Earliest first; without a date last.</summary>
    Oldest,
}
