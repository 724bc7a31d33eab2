namespace SearchService.Web.Page;

/// <summary>Why a view can't be shown.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Code">As the endpoint's problems have it.</param>
/// <param name="Detail">What happened and what to do, in English.</param>
/// <param name="Parameter">The parameter of the address that it is about, if it is about one.</param>
public sealed record PageFailure(int Status, string Code, string Detail, string? Parameter = null)
{
    /// <summary>Whether asking the same again is in vain.</summary>
    public bool IsRefusal => Status is >= 400 and < 500 and not StatusCodes.Status404NotFound;

    /// <summary>The keys of what it may be called, the first that there is counts; with <c>.what</c> behind it, what it means.</summary>
    internal string[] Keys =>
    [
        $"failure.{Code}",
        Code.StartsWith("index_", StringComparison.Ordinal) ? "failure.index" : Status switch
        {
            StatusCodes.Status404NotFound => "failure.gone",
            StatusCodes.Status503ServiceUnavailable => "failure.busy",
            _ => IsRefusal ? "failure.refused" : "failure.broken",
        },
    ];
}
