using System.Collections.Immutable;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments;

/// <summary>A finished segment, as the manifest remembers it.</summary>
/// <param name="Name">The name its files begin with.</param>
/// <param name="Id">The id in the headers of its files.</param>
/// <param name="DocumentCount">How many documents it has, deleted ones included.</param>
/// <param name="Files">Its files other than deletes, by name.</param>
/// <param name="Fields">What is known of each field, by number.</param>
public sealed record SegmentInfo(string Name, Guid Id, int DocumentCount, ImmutableArray<WrittenFileInfo> Files, ImmutableArray<FieldStatistics> Fields)
{
    /// <summary>The file of its deleted documents, if it has any.</summary>
    public WrittenFileInfo? Deletes { get; init; }

    /// <summary>How many documents are deleted.</summary>
    public int DeletedCount { get; init; }

    /// <summary>Whether two are the same files, deletes aside.</summary>
    /// <remarks>Names and ids come again in an index that was deleted and is built anew: only the checksums tell.</remarks>
    internal bool HasSameFiles(SegmentInfo other) => Name == other.Name && Id == other.Id && Files.SequenceEqual(other.Files);

    /// <summary>The names of all its files.</summary>
    public IEnumerable<string> FileNames => Deletes is null ? Files.Select(file => file.Name) : Files.Append(Deletes).Select(file => file.Name);

    /// <summary>The length of all its files in bytes.</summary>
    public long LengthInBytes => Files.Sum(file => file.Length) + (Deletes?.Length ?? 0);
}
