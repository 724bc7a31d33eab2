namespace SearchService.Core.Queries;

/// <summary>Something a reader should know of how the query was taken, with its place.</summary>
/// <param name="Code">One of <see cref="QueryNoticeCodes"/>: stable, for scripts.</param>
/// <param name="Message">One sentence: what happened, and what was done about it.</param>
/// <param name="Offset">First UTF-16 unit in the input.</param>
/// <param name="Length">UTF-16 units in the input; 0 for a place between two.</param>
/// <param name="IsError">Part of the input was not understood or was left out: <c>strict</c> refuses the query.</param>
public sealed record QueryNotice(string Code, string Message, int Offset, int Length, bool IsError);
