namespace SearchService.Ingestion.Fields;

/// <summary>What a column or property of a record can be.</summary>
public enum ArticleField
{
    /// <summary>The id given.</summary>
    Id,

    /// <summary>Where it was published.</summary>
    Url,

    /// <summary>The host of the outlet's site, where the address itself isn't given.</summary>
    Host,

    /// <summary>Headline.</summary>
    Title,

    /// <summary>The text.</summary>
    Text,

    /// <summary>The outlet.</summary>
    Source,

    /// <summary>Its country.</summary>
    Country,

    /// <summary>Its label.</summary>
    Stance,

    /// <summary>When it was published.</summary>
    Date,

    /// <summary>Bylines.</summary>
    Authors,

    /// <summary>Topics.</summary>
    Topics,

    /// <summary>Language of the text.</summary>
    Language,
}
