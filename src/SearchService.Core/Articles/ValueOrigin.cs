namespace SearchService.Core.Articles;

/// <summary>Where a value of an article came from.</summary>
public enum ValueOrigin
{
    /// <summary>The record said so itself.</summary>
    Record,

    /// <summary>It was read off the page or text.</summary>
    Page,

    /// <summary>The outlet registry.</summary>
    Registry,
}
