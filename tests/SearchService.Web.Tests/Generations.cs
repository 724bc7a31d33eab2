using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>The service while its index appears and is replaced.</summary>
public sealed class Generations
{
    [Theory, EveryBackend]
    public async Task Without_an_index_the_service_says_so_and_serves_it_once_it_is_there(string backend)
    {
        using TemporaryFolder folder = new();
        await using WebApplicationFactory<Program> service = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0")
                .UseSetting("Service:Backend", backend).UseSetting("Service:Index", folder["samples"]).UseSetting("Service:RefreshInterval", "00:00:00.1"));
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage before = await client.GetAsync("/api/search", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        JsonNode problem = (await before.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        Assert.Equal("index_not_found", (string)problem["code"]!);
        Assert.NotNull(before.Headers.RetryAfter);

        string article = folder.Write("one.jsonl", """{"id": "1", "title": "One", "text": "A harbour."}""");
        Assert.Equal(0, IndexerProgram.Run(["build", "--backend", backend, "--articles", article, "--index", folder["samples"]]));
        JsonNode after = (await client.GetFromJsonAsync<JsonNode>("/api/search?q=harbour", TestContext.Current.CancellationToken))!;
        Assert.Equal(1, (int)after["total"]!);
    }

    [Theory, EveryBackend]
    public async Task A_rebuilt_index_is_answered_from_without_a_restart(string backend)
    {
        await using ServiceUnderTest service = new(backend);
        JsonNode before = await service.GetJsonAsync("/api/search?q=harbour&size=1");
        using TemporaryFolder folder = new();
        service.Samples.Rebuild(folder.Write("one.jsonl", """{"id": "1", "title": "One", "text": "A harbour."}"""));

        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        JsonNode after;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            after = await service.GetJsonAsync("/api/search?q=harbour&size=1");
        }
        while ((int)after["index"]!["generation"]! == (int)before["index"]!["generation"]!);

        Assert.Equal(1, (int)after["total"]!);
        JsonNode outdated = await service.GetJsonAsync($"/api/search?q=harbour&size=1&cursor={before["next"]}", 400);
        Assert.Equal("cursor_outdated", (string)outdated["code"]!);
    }
}
