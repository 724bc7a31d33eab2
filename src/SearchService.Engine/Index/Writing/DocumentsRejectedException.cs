using System.Collections.Immutable;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Documents handed over earlier could not be analysed. They are left out and nothing of them is in the index; all
/// others are untouched, and the writer goes on: the call that threw has done nothing and may be repeated.
/// </summary>
public sealed class DocumentsRejectedException : Exception
{
    /// <summary>Reports documents that were left out.</summary>
    /// <param name="rejections">At least one, by ascending number.</param>
    public DocumentsRejectedException(ImmutableArray<DocumentRejection> rejections)
        : base(Describe(rejections), rejections[0].Cause)
    {
        Rejections = rejections;
    }

    /// <summary>The documents and why, by ascending number; each is reported once.</summary>
    public ImmutableArray<DocumentRejection> Rejections { get; }

    private static string Describe(ImmutableArray<DocumentRejection> rejections)
    {
        string first = $"Document {rejections[0].Number} was left out: {rejections[0].Cause.Message}";
        return rejections.Length == 1 ? first : $"{first} ({rejections.Length - 1} more documents were left out.)";
    }
}
