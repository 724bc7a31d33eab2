namespace SearchService.Engine.Index.Writing;

/// <summary>A document that was left out, whole.</summary>
/// <param name="Number">Which: 0 for the first that <see cref="IndexWriter.Add"/> took, and so on.</param>
/// <param name="Cause">Why: the analyzer's exception, or a limit that is named.</param>
public sealed record DocumentRejection(long Number, Exception Cause);
