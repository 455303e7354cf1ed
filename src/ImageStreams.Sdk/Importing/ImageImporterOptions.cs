using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Options of <see cref="ImageImporter"/>.</summary>
/// <remarks>Copied when the importer is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class ImageImporterOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxConcurrency"/>: 16.</summary>
    public const int DefaultMaxConcurrency = 16;

    /// <summary>Default of <see cref="PreferredPlatform"/>: <c>linux/amd64</c>, the platform of OpenShift's
    /// servers.</summary>
    public const string DefaultPreferredPlatform = "linux/amd64";

    /// <summary>Default of <see cref="MaxIndexBytes"/>: 64 MiB.</summary>
    public const int DefaultMaxIndexBytes = 64 << 20;

    /// <summary>Default of <see cref="MaxImportBytes"/>: 256 MiB.</summary>
    public const long DefaultMaxImportBytes = 256L << 20;

    /// <summary>The maximum number of tags of one import that are looked up at the same time; at least 1.</summary>
    /// <remarks><see cref="RegistryLimits"/> limits the requests to one registry, for all imports.</remarks>
    public int MaxConcurrency { get; set; } = DefaultMaxConcurrency;

    /// <summary>The largest sum of the manifests and configurations of the images of one index that is kept under
    /// <see cref="ImportMode.PreserveOriginal"/>, in bytes; at least 1. A larger index fails.</summary>
    /// <remarks>An index of a hundred images has a few megabytes.</remarks>
    public int MaxIndexBytes { get; set; } = DefaultMaxIndexBytes;

    /// <summary>The largest sum of all manifests and configurations that one import reads, in bytes; at least 1. The tags that
    /// would exceed it fail.</summary>
    /// <remarks>What several tags of a repository have in common counts once. An import keeps about three times as much in
    /// memory.</remarks>
    public long MaxImportBytes { get; set; } = DefaultMaxImportBytes;

    /// <summary>The platform whose image a tag gets from an index under <see cref="ImportMode.Legacy"/>, such as
    /// <c>linux/arm64</c>.</summary>
    /// <remarks>
    /// When the index has no image of this platform, the first for <c>linux/amd64</c> counts, otherwise the first of all;
    /// an attestation never counts. The annotations <see cref="ImageStreamAnnotations.PreferredArchitecture"/> and
    /// <see cref="ImageStreamAnnotations.PreferredOs"/> of a spec tag come first.
    /// </remarks>
    public string PreferredPlatform { get; set; } = DefaultPreferredPlatform;

    /// <summary>
    /// Gets or sets a value indicating whether an index that has another index among its manifests is refused, as OpenShift
    /// does; <see langword="false"/>, the default, to follow it, up to 3 deep.
    /// </summary>
    /// <remarks>
    /// Build tools write an index of indexes for an image with attestations. Under <see cref="ImportMode.Legacy"/> the tag
    /// gets the image of the platform; under <see cref="ImportMode.PreserveOriginal"/> it keeps the outer index, whose
    /// <see cref="Image.DockerImageManifests"/> are then the images at any depth.
    /// </remarks>
    public bool RefuseNestedIndexes { get; set; }

    /// <summary>The selection among the tags of a repository that is imported as a whole; by default the first
    /// 50.</summary>
    public RepositoryTagSelection RepositoryTags { get; set; } = new();

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(MaxConcurrency, 1);
        errors.AtLeast(MaxIndexBytes, 1);
        errors.AtLeast(MaxImportBytes, 1);
        errors.Require(
            Platform.TryParse(PreferredPlatform, out _), nameof(PreferredPlatform), PreferredPlatform, "a platform such as linux/amd64");
        errors.Check(RepositoryTags);
    }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal ImageImporterOptions Copy()
    {
        OptionsErrors.ThrowIfAny(this, "options");
        var copy = (ImageImporterOptions)MemberwiseClone();
        copy.RepositoryTags = RepositoryTags.Copy();
        return copy;
    }
}
