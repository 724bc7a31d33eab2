namespace SearchService.Benchmarks.Page;

/// <summary>A line to the service, and a processor, as the browser pretends them.</summary>
/// <param name="Name">For the report.</param>
/// <param name="BytesPerSecond">Down; -1 for as fast as it is.</param>
/// <param name="LatencyMilliseconds">Of each request.</param>
/// <param name="ProcessorSlowdown">Times as slow.</param>
internal sealed record LineSpeed(string Name, double BytesPerSecond, double LatencyMilliseconds, double ProcessorSlowdown)
{
    internal static LineSpeed Unlimited { get; } = new("as fast as it is", -1, 0, 1);

    internal static LineSpeed WebPageTest { get; } = new("fast 3G of WebPageTest", 1.6e6 / 8, 150, 4);

    internal static LineSpeed DeveloperTools { get; } = new("fast 3G of the developer tools", 1.44e6 / 8, 562.5, 4);
}
