using System.Text.Encodings.Web;
using System.Text.Json;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Reporting;

/// <summary>Writes a report as JSON Lines: a line a problem as it comes up, then one an outlet that isn't known, and the totals at the end.</summary>
/// <remarks>
/// <c>{"kind":"problem","code":…,"effect":…,"file":…,"line":…,"field":…,"id":…,"reason":…,"excerpt":…}</c>, absent where there is no value;
/// <c>{"kind":"unknown_outlet","outlet":…,"articles":…,"aliases":[…],"domains":[…],"csv":…}</c>;
/// <c>{"kind":"total","added":…,"updated":…,"unchanged":…,"rejected":…,"filesRejected":…,"removed":…,"outletsUnknown":…,"missing":{"date":…},"languages":{"en":…}}</c>.
/// </remarks>
public sealed class ReportFile : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins a report.</summary>
    /// <param name="stream">Closed with the report.</param>
    public ReportFile(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(stream, Options);
    }

    /// <summary>Writes a problem.</summary>
    /// <param name="problem">As it came up.</param>
    public void Write(IngestionProblem problem)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", "problem");
        _json.WriteString("code", problem.Code);
        _json.WriteString("effect", NameOf(problem.Effect));
        _json.WriteString("file", problem.Place.File);
        if (problem.Place.Line > 0)
        {
            _json.WriteNumber("line", problem.Place.Line);
        }

        WriteIfAny("field", problem.Field);
        WriteIfAny("id", problem.Id);
        _json.WriteString("reason", problem.Reason);
        WriteIfAny("excerpt", problem.Excerpt);
        EndLine();
    }

    /// <summary>Writes the outlets that the registry doesn't know, a line each, and the totals.</summary>
    /// <param name="report">At its end.</param>
    public void Write(IngestionReport report)
    {
        foreach (UnknownOutlet outlet in report.UnknownOutlets.List())
        {
            Write(outlet);
        }

        _json.WriteStartObject();
        _json.WriteString("kind", "total");
        _json.WriteNumber("added", report.Added);
        _json.WriteNumber("updated", report.Updated);
        _json.WriteNumber("unchanged", report.Unchanged);
        _json.WriteNumber("rejected", report.Rejected);
        _json.WriteNumber("filesRejected", report.FilesRejected);
        _json.WriteNumber("removed", report.Removed);
        _json.WriteNumber("stories", report.Stories);
        _json.WriteNumber("outletsUnknown", report.OutletsUnknown);
        WriteCounts("missing", report.Missing);
        WriteCounts("languages", report.Languages);
        EndLine();
    }

    /// <summary>Writes an outlet that the registry doesn't know.</summary>
    /// <param name="outlet">With the line that would make it known.</param>
    public void Write(UnknownOutlet outlet)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", "unknown_outlet");
        _json.WriteString("outlet", outlet.Name);
        _json.WriteNumber("articles", outlet.Articles);
        WriteList("aliases", outlet.Aliases);
        WriteList("domains", outlet.Domains);
        _json.WriteString("csv", outlet.ToLine());
        EndLine();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    private static string NameOf(ProblemEffect effect) => JsonNamingPolicy.SnakeCaseLower.ConvertName(effect.ToString());

    private void WriteList(string name, IReadOnlyList<string> values)
    {
        _json.WriteStartArray(name);
        foreach (string value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void WriteCounts(string name, IEnumerable<(string Name, long Count)> counts)
    {
        _json.WriteStartObject(name);
        foreach ((string value, long count) in counts)
        {
            _json.WriteNumber(value, count);
        }

        _json.WriteEndObject();
    }

    private void WriteIfAny(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _stream.WriteByte((byte)'\n');
    }
}
