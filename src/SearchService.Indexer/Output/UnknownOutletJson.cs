using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Ingestion.Outlets;

namespace SearchService.Indexer.Output;

/// <summary>An outlet that the registry doesn't know, as JSON on one line; <c>csv</c> is its line for the registry.</summary>
internal sealed record UnknownOutletJson(string Outlet, long Articles, IReadOnlyList<string> Aliases, IReadOnlyList<string> Domains, string Csv)
{
    /// <summary>Writes an outlet.</summary>
    public static string Of(UnknownOutlet outlet) => JsonSerializer.Serialize(
        new UnknownOutletJson(outlet.Name, outlet.Articles, outlet.Aliases, outlet.Domains, outlet.ToLine()), UnknownOutletJsonContext.Relaxed.UnknownOutletJson);
}

/// <summary>Serialisation made at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UnknownOutletJson))]
internal sealed partial class UnknownOutletJsonContext : JsonSerializerContext
{
    /// <summary>Leaves letters of all scripts as they are: this is for terminals and files, not for HTML.</summary>
    public static UnknownOutletJsonContext Relaxed { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
