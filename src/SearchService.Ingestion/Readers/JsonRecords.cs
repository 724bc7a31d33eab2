using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Makes a record of one JSON object, in one pass over its bytes and without a tree.</summary>
/// <remarks>
/// A value may be a string, a number, an array of these (authors, topics, paragraphs of a text), or an object that holds the value
/// under a usual name: <c>{"name": "…"}</c>, <c>{"rendered": "…"}</c>, <c>{"$date": …}</c>. Properties of no field are passed over.
/// </remarks>
internal sealed class JsonRecords(ReadScope scope)
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    // What an object that stands for a value calls the value, the most telling first.
    private static readonly byte[][] ValueNames =
    [
        "name"u8.ToArray(), "title"u8.ToArray(), "label"u8.ToArray(), "rendered"u8.ToArray(), "text"u8.ToArray(), "value"u8.ToArray(),
        "$date"u8.ToArray(), "$oid"u8.ToArray(), "$numberLong"u8.ToArray(), "#text"u8.ToArray(), "id"u8.ToArray(),
    ];

    /// <summary>Reads one object.</summary>
    /// <param name="json">The object and white space, nothing else.</param>
    /// <param name="line">Where it begins.</param>
    /// <param name="isUnfinished">Whether the file ends with it, so that it may be cut.</param>
    public RawOutcome Read(ReadOnlySpan<byte> json, long line, bool isUnfinished)
    {
        int size = json.Length;
        IngestionProblem? note = null;
        if (!Utf8.IsValid(json))
        {
            string replaced = Encoding.UTF8.GetString(json);
            json = Encoding.UTF8.GetBytes(replaced);
            note = scope.Problem(
                ProblemCodes.InvalidUtf8, ProblemEffect.Noted, line, "Bytes that aren't UTF-8 were replaced with U+FFFD.", AroundReplacement(replaced));
        }

        Utf8JsonReader reader = new(json, Options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Rejected(ProblemCodes.NotAnObject, line, $"An object is wanted, this is {Describe(reader.TokenType)}.", json);
            }

            RawRecord record = new(line);
            if (note is not null)
            {
                record.Note(note);
            }

            if (ReadObject(ref reader, record, line, json) is { } refusal)
            {
                return refusal;
            }

            return reader.Read()
                ? Rejected(ProblemCodes.InvalidJson, line, "Another value follows the object on the same line.", json)
                : new RawOutcome(record, null, size);
        }
        catch (JsonException error)
        {
            // Cut, if the end of the file is all that is wrong with it.
            bool cut = isUnfinished && reader.BytesConsumed + reader.CurrentDepth > 0 && IsPrefixOfJson(json);
            return cut
                ? Rejected(ProblemCodes.RecordCut, line, "The file ends inside this record.", json)
                : Rejected(ProblemCodes.InvalidJson, line, $"Not JSON at byte {Offset(error, json)}: {Sentence(error.Message)}", json[Math.Min(json.Length, Math.Max(0, Offset(error, json) - 40))..]);
        }
    }

    private RawOutcome? ReadObject(ref Utf8JsonReader reader, RawRecord record, long line, ReadOnlySpan<byte> json)
    {
        int properties = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++properties > scope.Limits.FieldsPerRecord)
            {
                return Rejected(ProblemCodes.TooManyFields, line, $"The record has more than {scope.Limits.FieldsPerRecord} properties.", json);
            }

            bool known = reader.ValueIsEscaped
                ? scope.Names.TryFind(StringOf(ref reader), out ArticleField field, out int rank)
                : scope.Names.TryFind(reader.ValueSpan, out field, out rank);
            reader.Read();
            if (!known || !scope.Wants(field))
            {
                reader.Skip();
                continue;
            }

            if (!record.Wants(field, rank))
            {
                reader.Skip();
                continue;
            }

            ReadValue(ref reader, record, field, rank);
        }

        return null;
    }

    private void ReadValue(ref Utf8JsonReader reader, RawRecord record, ArticleField field, int rank)
    {
        record.SetPresent(field);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            record.Set(field, rank, ScalarOf(ref reader) ?? "");
            return;
        }

        List<string> entries = [];
        int beyond = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string? entry = ScalarOf(ref reader);
            if (string.IsNullOrWhiteSpace(entry))
            {
                continue;
            }

            // Paragraphs of a text aren't entries: only the length of the whole bounds them.
            if (entries.Count < scope.Limits.ListEntries || field == ArticleField.Text)
            {
                entries.Add(entry);
            }
            else
            {
                beyond++;
            }
        }

        if (beyond > 0)
        {
            record.Note(scope.Problem(
                ProblemCodes.ListTooLong,
                ProblemEffect.ValueMissing,
                record.Line,
                $"{beyond} entries beyond the limit of {scope.Limits.ListEntries} were left out.",
                field: Lower(field)));
        }

        if (entries.Count > 0)
        {
            record.Set(field, rank, field == ArticleField.Text ? string.Join("\n\n", entries) : entries[0], entries);
        }
    }

    private static string? ScalarOf(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return StringOf(ref reader);
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.StartObject:
                return NamedValueOf(ref reader);
            case JsonTokenType.StartArray:
                reader.Skip();
                return null;
            case JsonTokenType.True:
                return "true";
            default:
                return null;
        }
    }

    private static string? NamedValueOf(ref Utf8JsonReader reader)
    {
        string? value = null;
        int best = int.MaxValue;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int rank = 0;
            while (rank < ValueNames.Length && !reader.ValueTextEquals(ValueNames[rank]))
            {
                rank++;
            }

            reader.Read();
            if (rank < best && rank < ValueNames.Length && (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.StartObject))
            {
                value = ScalarOf(ref reader) ?? value;
                best = rank;
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static string StringOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: legal to the grammar of JSON, but no text.
            return UnescapeLoosely(reader.ValueSpan);
        }
    }

    private static string UnescapeLoosely(ReadOnlySpan<byte> escaped)
    {
        string text = Encoding.UTF8.GetString(escaped);
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            char kind = text[++i];
            if (kind == 'u')
            {
                char unit = (char)Convert.ToUInt16(text.Substring(i + 1, 4), 16);
                i += 4;
                result.Append(unit);
            }
            else
            {
                result.Append(kind switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => kind });
            }
        }

        for (int i = 0; i < result.Length; i++)
        {
            if (char.IsHighSurrogate(result[i]) && i + 1 < result.Length && char.IsLowSurrogate(result[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(result[i]))
            {
                result[i] = '\uFFFD';
            }
        }

        return result.ToString();
    }

    private RawOutcome Rejected(string code, long line, string reason, ReadOnlySpan<byte> json) => new(
        null,
        scope.Problem(code, ProblemEffect.RecordRejected, line, reason, Encoding.UTF8.GetString(json[..Math.Min(json.Length, 200)])),
        json.Length);

    // Whether more bytes could make it JSON: the reader has no quarrel with what is there.
    private static bool IsPrefixOfJson(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.BytesConsumed < json.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int Offset(JsonException error, ReadOnlySpan<byte> json)
    {
        int offset = 0;
        for (long line = error.LineNumber ?? 0; line > 0; line--)
        {
            offset += json[offset..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(json.Length, offset + (error.BytePositionInLine ?? 0));
    }

    private static string Sentence(string message)
    {
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }

    private static ReadOnlySpan<char> AroundReplacement(string text)
    {
        int at = Math.Max(0, text.IndexOf('\uFFFD', StringComparison.Ordinal));
        int from = Math.Max(0, at - 30);
        return text.AsSpan(from, Math.Min(60, text.Length - from));
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        _ => "a literal",
    };

    private static string Lower(ArticleField field) => field.ToString().ToLowerInvariant();
}
