using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The options of an <see cref="ImageImporter"/>.</summary>
/// <remarks>The importer copies them when it is created; later changes do not affect it.</remarks>
public sealed class ImageImporterOptions
{
    /// <summary>Default of <see cref="MaxConcurrency"/>: 16.</summary>
    public const int DefaultMaxConcurrency = 16;

    /// <summary>The largest number of tags that one import looks up concurrently; at least 1, 16 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    /// <remarks>The load of one registry by all imports is limited by <see cref="RegistryLimits"/>.</remarks>
    public int MaxConcurrency { get; set => field = Guard.Positive(value); } = DefaultMaxConcurrency;

    /// <summary>The platform whose image a tag gets from an index that is not kept; linux/amd64 by default.</summary>
    public Platform PreferredPlatform { get; set; } = Platform.Default;

    /// <summary>The selection of tags when a whole repository is imported; the first 50 by default.</summary>
    public RepositoryTagSelection RepositoryTags { get; set; } = RepositoryTagSelection.Default;

    internal ImageImporterOptions Copy() => (ImageImporterOptions)MemberwiseClone();
}
