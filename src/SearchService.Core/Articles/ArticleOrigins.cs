namespace SearchService.Core.Articles;

/// <summary>Where the values of an article came from; null where the field is missing.</summary>
public sealed record ArticleOrigins
{
    /// <summary>No value is known.</summary>
    public static ArticleOrigins None { get; } = new();

    /// <summary>Of <see cref="Article.Title"/>.</summary>
    public ValueOrigin? Title { get; init; }

    /// <summary>Of <see cref="Article.Url"/>.</summary>
    public ValueOrigin? Url { get; init; }

    /// <summary>Of <see cref="Article.Source"/>.</summary>
    public ValueOrigin? Source { get; init; }

    /// <summary>Of <see cref="Article.Country"/>.</summary>
    public ValueOrigin? Country { get; init; }

    /// <summary>Of <see cref="Article.Stance"/>.</summary>
    public ValueOrigin? Stance { get; init; }

    /// <summary>Of <see cref="Article.Date"/>.</summary>
    public ValueOrigin? Date { get; init; }

    /// <summary>Of <see cref="Article.Authors"/>.</summary>
    public ValueOrigin? Authors { get; init; }

    /// <summary>Of <see cref="Article.Language"/>.</summary>
    public ValueOrigin? Language { get; init; }
}
