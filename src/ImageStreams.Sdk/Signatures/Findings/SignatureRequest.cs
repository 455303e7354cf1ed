using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>An image whose signatures are looked at.</summary>
public sealed record SignatureRequest
{
    /// <summary>The repository that has the image and its signatures.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>The name by which the image is used, with a tag or a digest, for the rules about names.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>The digest of the manifest or index that must be signed.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The requirements, each of which needs an accepted signature. With none, nothing is accepted.</summary>
    public required ValueList<SignatureRequirement> Requirements { get; init; }
}
