namespace SearchService.Core.Queries;

/// <summary>A query that can't be answered as asked: under <c>strict</c>, or beyond a limit.</summary>
/// <param name="code">Stable, for scripts.</param>
/// <param name="message">What happened and what to do.</param>
/// <param name="offset">First UTF-16 unit of the input concerned.</param>
/// <param name="length">UTF-16 units concerned.</param>
public sealed class InvalidQueryException(string code, string message, int offset, int length) : Exception(message)
{
    /// <summary>Stable, for scripts.</summary>
    public string Code { get; } = code;

    /// <summary>First UTF-16 unit of the input concerned.</summary>
    public int Offset { get; } = offset;

    /// <summary>UTF-16 units concerned.</summary>
    public int Length { get; } = length;
}
