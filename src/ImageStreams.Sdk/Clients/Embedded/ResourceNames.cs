namespace ImageStreams.Clients;

/// <summary>The names of resources in messages and statuses of the API.</summary>
/// <remarks>
/// OpenShift uses the plural in most messages and the singular in a few; both are kept, because tools read
/// <c>details.kind</c>.
/// </remarks>
internal static class ResourceNames
{
    public const string Group = "image.openshift.io";

    public const string Streams = "imagestreams";

    /// <summary>A stream, in the messages of an import.</summary>
    public const string Stream = "imagestream";

    public const string Tags = "imagestreamtags";

    /// <summary>A tag of a stream that already exists.</summary>
    public const string Tag = "imagestreamtag";

    public const string ImageTags = "imagetags";

    /// <summary>A tag with its history that already exists.</summary>
    public const string ImageTag = "imagetag";

    public const string StreamImages = "imagestreamimages";

    /// <summary>An image that is not in the history of a stream.</summary>
    public const string StreamImage = "imagestreamimage";

    public const string Mappings = "imagestreammappings";

    public const string Imports = "imagestreamimports";

    public const string Images = "images";

    /// <summary>An image that a registry does not have.</summary>
    public const string RegistryImage = "dockerimage";
}
