using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>A complete name of an image: with its registry, and Docker Hub's parts written out.</summary>
internal sealed record ImageName
{
    private const int MaxLength = 1024;

    /// <summary>The registry and the path, such as <c>docker.io/library/busybox</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The tag; empty for none.</summary>
    public required string Tag { get; init; }

    /// <summary>The digest; null for none.</summary>
    public Digest? Digest { get; init; }

    /// <summary>Gets a value indicating whether there is neither a tag nor a digest.</summary>
    public bool IsRepositoryOnly => Tag.Length == 0 && Digest is null;

    /// <summary>Completes a reference; false when its parts are not those of a registry.</summary>
    public static bool TryCreate(ImageReference reference, [NotNullWhen(true)] out ImageName? name)
    {
        var complete = reference.ToDockerClientDefaults();
        var path = complete.Namespace.Length == 0 ? complete.Name : $"{complete.Namespace}/{complete.Name}";
        var isValid = RegistryGrammar.IsRegistry(complete.Registry)
            && RegistryGrammar.IsRepositoryName(path)
            && (reference.Tag.Length == 0 || RegistryGrammar.IsTag(reference.Tag))
            && (reference.Id.Length == 0 || reference.Digest is not null);
        name = isValid ? Create(complete.Registry, path, reference) : null;
        return isValid;
    }

    /// <summary>Reads the name in a signature.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ImageName? name)
    {
        name = null;
        return text.Length is > 0 and <= MaxLength
            && ImageReference.TryParse(text, out var reference)
            && TryCreate(reference, out name);
    }

    /// <summary>Returns the complete name.</summary>
    public override string ToString() =>
        Repository + (Tag.Length == 0 ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    private static ImageName Create(string registry, string path, ImageReference reference) => new()
    {
        Repository = $"{RegistryScope.Canonical(registry)}/{path}",
        Tag = reference.Tag,
        Digest = reference.Digest,
    };
}
