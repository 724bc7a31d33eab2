using System.Diagnostics;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Hardware;

/// <summary>The kernels and whole searches on less hardware than there is: these tests again, in a process that may not use it.</summary>
public sealed class HardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public async Task Kernels_and_searches_are_the_same_without(string feature, int widestVector)
    {
        var seed = Seeds.Next();
        var start = new ProcessStartInfo("dotnet", [typeof(HardwareTests).Assembly.Location, "--no-progress", "--filter-class", "*.Kernels.*", typeof(SameAnswersTests).FullName!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[feature] = "0";
        start.Environment["SEARCH_SEED"] = $"{seed}";
        start.Environment[SameAnswersTests.WidestVectorVariable] = $"{widestVector}";
        start.Environment[SameAnswersTests.DigestVariable] = SameAnswersTests.DigestOf(seed);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, $"{feature}=0: exit code {process.ExitCode}\n{output}{await errors}");
        Assert.Contains("failed: 0", output, StringComparison.Ordinal);
    }
}
