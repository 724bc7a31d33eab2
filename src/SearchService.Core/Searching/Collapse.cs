namespace SearchService.Core.Searching;

/// <summary>What counts as one in hits, facets and histogram.</summary>
public enum Collapse
{
    /// <summary>An article.</summary>
    None,

    /// <summary>A story: the articles that are versions of one text.</summary>
    Story,
}
