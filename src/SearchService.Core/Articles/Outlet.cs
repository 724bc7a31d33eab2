namespace SearchService.Core.Articles;

/// <summary>One line of the outlet registry.</summary>
public sealed record Outlet
{
    /// <summary>The name that articles are filed under.</summary>
    public required string Name { get; init; }

    /// <summary>Other names it goes by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Hosts its pages are on, without scheme or path.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>ISO 3166 alpha-2, upper case.</summary>
    public string? Country { get; init; }

    /// <summary>A label of the user's own vocabulary.</summary>
    public string? Stance { get; init; }

    /// <summary>Who gave the label.</summary>
    public string? LabelSource { get; init; }
}
