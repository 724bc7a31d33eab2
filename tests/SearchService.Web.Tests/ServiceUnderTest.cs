using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>The service over an index of the samples.</summary>
public class ServiceUnderTest : WebApplicationFactory<Program>
{
    internal SampleIndex Samples { get; } = new(IndexerProgram.Run);

    internal async Task<JsonNode> GetJsonAsync(string address, int status = 200)
    {
        using HttpClient client = CreateClient();
        using HttpResponseMessage response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status < 400 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Service:Index", Samples.Path);
        builder.UseSetting("Service:RefreshInterval", "00:00:00.1");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Samples.Dispose();
        }
    }
}
