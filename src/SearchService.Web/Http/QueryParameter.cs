using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SearchService.Web.Http;

/// <summary>A parameter of the query string: how it is read and how it is documented, in one place.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Description">One or two sentences, for the OpenAPI document.</param>
internal sealed record QueryParameter(string Name, string Description)
{
    internal JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    internal bool Repeatable { get; init; }

    internal IReadOnlyList<string> Values { get; init; } = [];

    internal int? Maximum { get; init; }

    internal JsonNode? Default { get; init; }

    internal OpenApiParameter Describe()
    {
        OpenApiSchema schema = new()
        {
            Type = Type,
            Default = Default,
            Enum = Values.Count == 0 ? null : [.. Values.Select(value => (JsonNode)JsonValue.Create(value))],
            Minimum = Type == JsonSchemaType.Integer ? "0" : null,
            Maximum = Maximum?.ToString(),
        };
        return new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Query,
            Description = Description,
            Explode = true,
            Schema = Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema } : schema,
        };
    }
}
