namespace SearchService.Core.Articles;

/// <summary>Where source, country, stance and date of an article came from; null where the field is missing.</summary>
public sealed record ArticleOrigins
{
    /// <summary>No value is known.</summary>
    public static ArticleOrigins None { get; } = new();

    /// <summary>Of <see cref="Article.Source"/>.</summary>
    public ValueOrigin? Source { get; init; }

    /// <summary>Of <see cref="Article.Country"/>.</summary>
    public ValueOrigin? Country { get; init; }

    /// <summary>Of <see cref="Article.Stance"/>.</summary>
    public ValueOrigin? Stance { get; init; }

    /// <summary>Of <see cref="Article.Date"/>.</summary>
    public ValueOrigin? Date { get; init; }
}
