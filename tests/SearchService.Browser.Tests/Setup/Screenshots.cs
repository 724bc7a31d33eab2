using Microsoft.Playwright;

namespace SearchService.Browser.Tests.Setup;

/// <summary>Pictures of what the tests saw, for people to look at: <c>artifacts/screenshots</c>.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Repository.PathOf("artifacts/screenshots");

    /// <summary>Takes the whole page, as far down as it goes.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="name">Of the state, for the file.</param>
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
}
