using System.Net;

namespace SearchService.Web.Tests;

/// <summary>HEAD, which those ask who watch a service.</summary>
public sealed class HeadRequestsAnswered(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=harbour")]
    [InlineData("/api/search?q=harbour")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task HEAD_is_answered_as_GET_is_without_the_body(string address)
    {
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage got = await client.GetAsync(address, Cancelled);
        using HttpResponseMessage asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancelled);
        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType), (asked.StatusCode, asked.Content.Headers.ContentType));
        Assert.Equal(got.Headers.CacheControl, asked.Headers.CacheControl);
        Assert.Equal(got.Headers.ETag is null, asked.Headers.ETag is null);
        Assert.NotEmpty(await got.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Empty(await asked.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Fact]
    public async Task HEAD_is_told_that_nothing_has_changed()
    {
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage got = await client.GetAsync("/api/search?q=harbour", Cancelled);
        using HttpRequestMessage request = new(HttpMethod.Head, "/api/search?q=harbour");
        request.Headers.IfNoneMatch.Add(got.Headers.ETag!);
        using HttpResponseMessage asked = await client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.NotModified, asked.StatusCode);
    }
}
