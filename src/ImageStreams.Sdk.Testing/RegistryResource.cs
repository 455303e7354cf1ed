namespace ImageStreams.Testing;

/// <summary>The resources of the distribution API.</summary>
public enum RegistryResource
{
    /// <summary>The API itself, <c>/v2/</c>.</summary>
    Api,

    /// <summary>A manifest, by tag or digest.</summary>
    Manifest,

    /// <summary>A blob.</summary>
    Blob,

    /// <summary>An upload under way.</summary>
    Upload,

    /// <summary>The list of tags.</summary>
    Tags,

    /// <summary>The list of referrers.</summary>
    Referrers,

    /// <summary>The token server.</summary>
    Token,

    /// <summary>Anything else; always answered with 404.</summary>
    Unknown,
}
