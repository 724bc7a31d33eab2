using System.Text.Json.Nodes;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>The endpoint's contract is committed; changing it is a decision.</summary>
public sealed class Contract(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    [Fact]
    public async Task The_OpenAPI_document_is_the_committed_one()
    {
        using HttpClient client = service.CreateClient();
        string served = await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        string committed = await File.ReadAllTextAsync(Path.Combine(SampleIndex.Repository, "docs", "openapi.json"), TestContext.Current.CancellationToken);
        Assert.True(
            JsonNode.DeepEquals(WithoutServers(committed), WithoutServers(served)),
            "The contract differs from docs/openapi.json. If that is meant: make openapi, and an ADR when it breaks clients.");
    }

    private static JsonNode WithoutServers(string document)
    {
        JsonObject contract = JsonNode.Parse(document)!.AsObject();
        contract.Remove("servers");
        return contract;
    }
}
