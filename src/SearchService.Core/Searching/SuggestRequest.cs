namespace SearchService.Core.Searching;

/// <summary>Asks for suggestions.</summary>
public sealed record SuggestRequest
{
    /// <summary>The query as far as it is typed; empty gives no suggestions.</summary>
    public string Query { get; init; } = "";

    /// <summary>Suggestions wanted of each kind.</summary>
    public int Size { get; init; } = 8;
}
