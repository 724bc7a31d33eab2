using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using SearchService.Web.Page.Languages;

namespace SearchService.Web.Page;

/// <summary>The files of the page as one version, whose name is made of all their contents.</summary>
/// <remarks>
/// Every file's address begins with the version, so that it may be kept for ever, and no page mixes two versions. The styles are sent
/// inside the document, what is read first waits for nothing else; the scripts are sent as one, together with what they say in the reader's language.
/// </remarks>
public sealed partial class PageFiles
{
    private const string Strings = "strings.json";
    private const string Script = "page.js";

    /// <summary>The module that no file is: what the page says in one language.</summary>
    private const string Table = "js/text/table.js";

    private readonly FrozenDictionary<string, PageAsset> _assets;
    private readonly FrozenDictionary<string, PageAsset> _scripts;

    private PageFiles(FrozenDictionary<string, PageAsset> assets)
    {
        _assets = assets;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string path, PageAsset asset) in assets.OrderBy(static each => each.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(asset.Hash);
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
        Styles = Flatten("css/page.css");
        StylesHash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Styles)));
        Languages = PageStrings.Parse(assets[Strings].Content);
        _scripts = Languages.Languages.ToFrozenDictionary(PathOfScript, language => new PageAsset(Encoding.UTF8.GetBytes(JoinedModules.Join(
            "js/main.js",
            path => path == Table ? $"export const strings = {Languages.In(language).Json};\n" : Encoding.UTF8.GetString(_assets[path].Content))), "text/javascript; charset=utf-8"));
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    internal string Version { get; }

    /// <summary>All styles, in their order.</summary>
    internal string Styles { get; }

    /// <summary>Of <see cref="Styles"/>, as a content security policy names it.</summary>
    internal string StylesHash { get; }

    /// <summary>What the page says, by language.</summary>
    internal PageStrings Languages { get; }

    /// <summary>Reads all of a folder.</summary>
    /// <exception cref="FileNotFoundException">The page lacks one of the files every page has.</exception>
    /// <exception cref="FormatException">The scripts can't be joined.</exception>
    internal static PageFiles Read(IFileProvider folder)
    {
        FileExtensionContentTypeProvider types = new();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        Dictionary<string, PageAsset> assets = new(StringComparer.Ordinal);
        ReadFolder(folder, "", types, assets);
        foreach (string needed in (ReadOnlySpan<string>)["css/page.css", "js/main.js", Strings])
        {
            if (!assets.ContainsKey(needed))
            {
                throw new FileNotFoundException($"The page's files are incomplete: wwwroot/{needed} is not beside the program. Publish the service anew.", needed);
            }
        }

        return new PageFiles(assets.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The address of all scripts in one, with what they say in a language.</summary>
    internal string ScriptAddressIn(string language) => AddressOf(PathOfScript(language));

    /// <summary>Finds a file by its path in <c>wwwroot</c>.</summary>
    internal PageAsset? Find(string path) => _scripts.GetValueOrDefault(path) ?? _assets.GetValueOrDefault(path);

    /// <summary>The address of a file, relative to a document at the root.</summary>
    internal string AddressOf(string path) => $"assets/{Version}/{path}";

    private static string PathOfScript(string language) => $"{language}/{Script}";

    private static void ReadFolder(IFileProvider folder, string path, FileExtensionContentTypeProvider types, Dictionary<string, PageAsset> assets)
    {
        foreach (IFileInfo file in folder.GetDirectoryContents(path))
        {
            string name = path.Length == 0 ? file.Name : $"{path}/{file.Name}";
            if (file.IsDirectory)
            {
                ReadFolder(folder, name, types, assets);
                continue;
            }

            using Stream stream = file.CreateReadStream();
            using MemoryStream content = new();
            stream.CopyTo(content);
            string type = types.TryGetContentType(name, out string? known) ? known : "application/octet-stream";
            bool isText = type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/manifest+json";
            assets[name] = new PageAsset(content.ToArray(), isText ? $"{type}; charset=utf-8" : type);
        }
    }

    private string Flatten(string path)
    {
        string folder = path[..(path.LastIndexOf('/') + 1)];
        string text = Encoding.UTF8.GetString(_assets[path].Content);
        text = Imports().Replace(text, import =>
        {
            string imported = Flatten(folder + import.Groups["file"].Value);
            return import.Groups["media"] is { Length: > 0 } media ? $"@media {media.Value} {{\n{imported}\n}}" : imported;
        });
        return Spaces().Replace(Indentation().Replace(Comments().Replace(text, ""), ""), "${mark}");
    }

    [GeneratedRegex("""@import "(?<file>[^"]+)"(?:\s+(?<media>[^;]+))?;""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Imports();

    [GeneratedRegex(@"/\*[^*]*\*+([^/*][^*]*\*+)*/\s*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^[ \t]+", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Indentation();

    // They mean nothing behind these marks, of which no string of the styles has one but a colon that begins it.
    [GeneratedRegex(@"(?<mark>[{};,]|[\w-]:)[ \n]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();
}
