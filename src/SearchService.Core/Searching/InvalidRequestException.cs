namespace SearchService.Core.Searching;

/// <summary>A request that asks for something that isn't there, or for more than a limit allows.</summary>
/// <param name="code">Stable, for scripts.</param>
/// <param name="parameter">The parameter concerned, by its name in the endpoint.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class InvalidRequestException(string code, string parameter, string message) : Exception(message)
{
    /// <summary>Stable, for scripts.</summary>
    public string Code { get; } = code;

    /// <summary>The parameter concerned, by its name in the endpoint.</summary>
    public string Parameter { get; } = parameter;
}
