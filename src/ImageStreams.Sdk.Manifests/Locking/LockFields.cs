namespace ImageStreams.Manifests;

/// <summary>The names of the fields of a lock.</summary>
internal static class LockFields
{
    public const string Schema = "$schema";
    public const string SchemaVersion = "schemaVersion";
    public const string Images = "images";
    public const string Path = "path";
    public const string PullSpec = "pullSpec";
    public const string Digest = "digest";
    public const string MediaType = "mediaType";
    public const string Size = "size";
    public const string Source = "source";
    public const string Mirror = "mirror";
    public const string Platforms = "platforms";
    public const string Created = "created";
    public const string Labels = "labels";

    /// <summary>The format of times: UTC, in whole seconds.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The fields of a lock.</summary>
    public static IReadOnlyList<string> Root { get; } = [Schema, SchemaVersion, Images];

    /// <summary>The fields of an entry.</summary>
    public static IReadOnlyList<string> Image { get; } = [Path, PullSpec, Digest, MediaType, Size, Source, Mirror, Platforms];

    /// <summary>The fields of a platform.</summary>
    public static IReadOnlyList<string> Platform { get; } = [Digest, MediaType, Size, Created, Labels];

    /// <summary>Gets the word of a source.</summary>
    public static string ToWord(LockedImageSource source) => source switch
    {
        LockedImageSource.Manifests => "manifests",
        LockedImageSource.Cluster => "cluster",
        _ => "registry",
    };
}
