namespace SearchService.Web.Page;

/// <summary>The page's files, read once; in development at every visit, so that a change is seen on reload.</summary>
internal sealed class PageSource(IWebHostEnvironment environment)
{
    private readonly bool _rereads = environment.IsDevelopment();
    private readonly Lazy<PageFiles> _files = new(() => PageFiles.Read(environment.WebRootFileProvider));
    private volatile PageFiles? _latest;

    /// <summary>The files for a visit that begins.</summary>
    internal PageFiles ForVisit() => _rereads ? _latest = PageFiles.Read(environment.WebRootFileProvider) : _files.Value;

    /// <summary>The files of a version that a visitor was given; null when it isn't served any more.</summary>
    internal PageFiles? OfVersion(string version) => (_rereads ? _latest ?? ForVisit() : _files.Value) is { } files && files.Version == version ? files : null;
}
