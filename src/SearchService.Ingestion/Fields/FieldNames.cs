using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace SearchService.Ingestion.Fields;

/// <summary>Which column or property names mean which field: what <c>config/fields.json</c> says.</summary>
/// <remarks>
/// Names are compared without regard to case, spaces, <c>_</c>, <c>-</c> and <c>.</c>. Where a record has several columns of one
/// field, the name listed first wins, unless it is empty. Immutable, thread-safe.
/// </remarks>
public sealed class FieldNames
{
    private const int LongestName = 64;

    private readonly FrozenDictionary<string, (ArticleField Field, int Rank)> _fields;
    private readonly FrozenDictionary<string, (ArticleField Field, int Rank)>.AlternateLookup<ReadOnlySpan<char>> _fieldsBySpan;
    private readonly FrozenSet<string> _empty;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _emptyBySpan;
    private readonly FrozenSet<string> _lists;

    private FieldNames(Dictionary<string, (ArticleField, int)> fields, IReadOnlyList<string> textNames, IEnumerable<string> empty, IEnumerable<string> lists)
    {
        _fields = fields.ToFrozenDictionary(StringComparer.Ordinal);
        _fieldsBySpan = _fields.GetAlternateLookup<ReadOnlySpan<char>>();
        _empty = empty.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _emptyBySpan = _empty.GetAlternateLookup<ReadOnlySpan<char>>();
        _lists = lists.Select(Simplify).ToFrozenSet(StringComparer.Ordinal);
        TextNames = textNames;
    }

    /// <summary>The names that ship with the product.</summary>
    public static FieldNames Default { get; } = ReadDefault();

    /// <summary>The names that the text of an article goes by, in order.</summary>
    public IReadOnlyList<string> TextNames { get; }

    /// <summary>Reads a file of the form of <c>config/fields.json</c>.</summary>
    /// <param name="path">Of the file.</param>
    /// <exception cref="FormatException">It isn't of that form; the message says where.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FieldNames Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Finds what a column or property is.</summary>
    /// <param name="name">As the file has it.</param>
    /// <param name="field">What it is.</param>
    /// <param name="rank">How far down the list the name stands: lower wins.</param>
    public bool TryFind(ReadOnlySpan<char> name, out ArticleField field, out int rank)
    {
        Span<char> simplified = stackalloc char[LongestName];
        if (TrySimplify(name, simplified, out int length) && _fieldsBySpan.TryGetValue(simplified[..length], out (ArticleField Field, int Rank) found))
        {
            (field, rank) = found;
            return true;
        }

        (field, rank) = (default, 0);
        return false;
    }

    /// <inheritdoc cref="TryFind(ReadOnlySpan{char}, out ArticleField, out int)"/>
    public bool TryFind(ReadOnlySpan<byte> name, out ArticleField field, out int rank)
    {
        Span<char> chars = stackalloc char[2 * LongestName];
        if (name.Length > chars.Length)
        {
            (field, rank) = (default, 0);
            return false;
        }

        return TryFind(chars[..Encoding.UTF8.GetChars(name, chars)], out field, out rank);
    }

    /// <summary>Whether a value only says that there is none, such as <c>n/a</c>.</summary>
    /// <param name="value">Without space around it.</param>
    public bool IsEmpty(ReadOnlySpan<char> value) => value.IsEmpty || _emptyBySpan.Contains(value);

    /// <summary>Whether a property of the outermost JSON object holds the list of articles, such as <c>articles</c>.</summary>
    /// <param name="name">As the file has it.</param>
    public bool IsList(ReadOnlySpan<byte> name)
    {
        Span<char> simplified = stackalloc char[LongestName];
        Span<char> chars = stackalloc char[LongestName];
        return name.Length <= LongestName
            && TrySimplify(chars[..Encoding.UTF8.GetChars(name, chars)], simplified, out int length)
            && _lists.GetAlternateLookup<ReadOnlySpan<char>>().Contains(simplified[..length]);
    }

    private static FieldNames ReadDefault()
    {
        using Stream resource = typeof(FieldNames).Assembly.GetManifestResourceStream("fields.json")
            ?? throw new InvalidOperationException("The assembly lacks its resource fields.json.");
        return Read(resource, "fields.json");
    }

    private static FieldNames Read(Stream file, string path)
    {
        Dictionary<string, (ArticleField, int)> fields = new(StringComparer.Ordinal);
        List<string> text = [], empty = [], lists = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                file, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                List<string> names = [.. property.Value.EnumerateArray().Select(static name => name.GetString() ?? "")];
                if (property.NameEquals("empty"))
                {
                    empty = names;
                }
                else if (property.NameEquals("lists"))
                {
                    lists = names;
                }
                else if (Enum.TryParse(property.Name, ignoreCase: true, out ArticleField field) && !char.IsAsciiDigit(property.Name[0]))
                {
                    Add(fields, field, names, path);
                    text = field == ArticleField.Text ? names : text;
                }
                else
                {
                    throw new FormatException(
                        $"{path}: '{property.Name}' is no field; the fields are {string.Join(", ", Enum.GetNames<ArticleField>()).ToLowerInvariant()}, empty and lists.");
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException($"{path}: an object is wanted whose properties are arrays of names. {error.Message}", error);
        }

        return text.Count > 0
            ? new FieldNames(fields, text, empty, lists)
            : throw new FormatException($"{path}: 'text' has to name at least one column.");
    }

    private static void Add(Dictionary<string, (ArticleField Field, int Rank)> fields, ArticleField field, List<string> names, string path)
    {
        for (int rank = 0; rank < names.Count; rank++)
        {
            string simplified = Simplify(names[rank]);
            if (simplified.Length == 0)
            {
                throw new FormatException($"{path}: '{field}' names an empty column.");
            }

            if (!fields.TryAdd(simplified, (field, rank)) && fields[simplified].Field != field)
            {
                throw new FormatException($"{path}: '{names[rank]}' is named by both '{fields[simplified].Field}' and '{field}'.");
            }
        }
    }

    private static string Simplify(string name)
    {
        Span<char> simplified = stackalloc char[LongestName];
        return TrySimplify(name, simplified, out int length) ? new string(simplified[..length]) : name;
    }

    private static bool TrySimplify(ReadOnlySpan<char> name, Span<char> simplified, out int length)
    {
        length = 0;
        foreach (char unit in name)
        {
            if (unit is '_' or '-' or '.' || char.IsWhiteSpace(unit))
            {
                continue;
            }

            if (length == simplified.Length)
            {
                return false;
            }

            simplified[length++] = char.ToLowerInvariant(unit);
        }

        return true;
    }
}
