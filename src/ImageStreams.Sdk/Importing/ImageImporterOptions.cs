using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>How an <see cref="ImageImporter"/> imports.</summary>
/// <remarks>The importer copies them when it is made; later changes have no effect on it.</remarks>
public sealed class ImageImporterOptions
{
    /// <summary>Default of <see cref="MaxConcurrency"/>: 16.</summary>
    public const int DefaultMaxConcurrency = 16;

    /// <summary>The most tags of one import that are looked up at a time; at least 1, 16 by default.</summary>
    /// <remarks>How much one registry is asked at a time is set by <see cref="RegistryLimits"/>, for all imports.</remarks>
    public int MaxConcurrency { get; set => field = Guard.Positive(value); } = DefaultMaxConcurrency;

    /// <summary>Which image of an index a tag gets that does not keep the index; linux/amd64 by default.</summary>
    public Platform PreferredPlatform { get; set; } = Platform.Default;

    /// <summary>Which tags of a whole repository are imported; the first 50 by default.</summary>
    public RepositoryTagSelection RepositoryTags { get; set; } = RepositoryTagSelection.Default;

    internal ImageImporterOptions Copy() => (ImageImporterOptions)MemberwiseClone();
}
