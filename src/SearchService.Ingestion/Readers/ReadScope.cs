using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>An open file, and all that a reader has to know to read it.</summary>
/// <param name="File">Which.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Names">What its columns mean.</param>
/// <param name="Limits">What is too much.</param>
/// <param name="Only">The fields wanted, or null for all: a look ahead.</param>
internal sealed record ReadScope(InputFile File, InputContent Content, FieldNames Names, IngestionLimits Limits, IReadOnlyList<ArticleField>? Only = null)
{
    /// <summary>Reads what is left of the content.</summary>
    /// <param name="longestInBytes">What is too much.</param>
    /// <param name="what">What is read, to begin a sentence: "The file".</param>
    /// <param name="code">Of the problem that it is too much.</param>
    /// <param name="option">Of the command line, by which the limit is raised.</param>
    /// <param name="bytes">The content, whole.</param>
    /// <returns>Why it isn't taken, or null.</returns>
    public IngestionProblem? ReadWhole(int longestInBytes, string what, string code, string option, out ReadOnlyMemory<byte> bytes)
    {
        byte[] buffer = new byte[Math.Clamp(File.LengthInBytes + 1, 4096, longestInBytes + 1L)];
        int length = 0;
        bytes = default;
        while (true)
        {
            int read = Content.Stream.Read(buffer.AsSpan(length));
            if (read == 0)
            {
                break;
            }

            length += read;
            if (length > longestInBytes)
            {
                return Problem(
                    code, ProblemEffect.RecordRejected, 1, $"{what} is larger than the limit of {Math.Max(1, longestInBytes >> 20)} MB for one; {option} raises it.");
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, longestInBytes + 1L));
            }
        }

        bytes = buffer.AsMemory(0, length);
        return Content.Damage is null ? null : Problem(ProblemCodes.RecordCut, ProblemEffect.RecordRejected, 1, "The data ends inside this article.");
    }

    /// <summary>Whether values of a field are wanted.</summary>
    public bool Wants(ArticleField field) => Only is null || Only.Contains(field);

    /// <summary>A problem in this file.</summary>
    public IngestionProblem Problem(
        string code, ProblemEffect effect, long line, string reason, ReadOnlySpan<char> value = default, string? field = null) => new()
        {
            Code = code,
            Effect = effect,
            Place = new RecordPlace(File.Path, line),
            Reason = reason,
            Field = field,
            Excerpt = value.IsEmpty ? null : IngestionProblem.ExcerptOf(value),
        };

    /// <summary>The problem of a record larger than <see cref="IngestionLimits.RecordBytes"/>.</summary>
    public IngestionProblem TooLong(long line, string what, long? lengthInBytes, ReadOnlySpan<char> excerpt = default)
    {
        string size = lengthInBytes is { } bytes ? $" of {bytes / (double)(1 << 20):0.#} MB" : "";
        int limit = Math.Max(1, Limits.RecordBytes >> 20);
        return Problem(
            ProblemCodes.RecordTooLong,
            ProblemEffect.RecordRejected,
            line,
            $"{what}{size} is larger than the limit of {limit} MB for one record; --max-record-mb raises it.",
            excerpt);
    }
}
