namespace ImageStreams.Signatures;

/// <summary>The rule for the name of the image in a signature (<c>signedIdentity</c> of OpenShift's policies).</summary>
/// <remarks>Names are compared in their complete form, such as <c>docker.io/library/busybox</c>.</remarks>
public abstract record SignedIdentity
{
    private SignedIdentity()
    {
    }

    /// <summary>
    /// An image with a tag needs a signature with the same repository and tag; one by digest needs the same repository. A signature
    /// without a tag and a digest, as cosign writes it by default, does not match. OpenShift's default.
    /// </summary>
    public sealed record MatchRepoDigestOrExact : SignedIdentity;

    /// <summary>The repository must be the same; tags do not count.</summary>
    public sealed record MatchRepository : SignedIdentity;

    /// <summary>The signature must have this repository, whichever one the image is in.</summary>
    public sealed record ExactRepository : SignedIdentity
    {
        /// <summary>The repository, such as <c>quay.io/acme/app</c>.</summary>
        public required string Repository { get; init; }
    }

    /// <summary>
    /// As <see cref="MatchRepoDigestOrExact"/>, with the beginning of the image's name exchanged first, as for a mirror.
    /// </summary>
    public sealed record RemapIdentity : SignedIdentity
    {
        /// <summary>The registry, namespace or repository to exchange; images elsewhere keep their name.</summary>
        public required string Prefix { get; init; }

        /// <summary>The registry, namespace or repository in its place.</summary>
        public required string SignedPrefix { get; init; }
    }

    /// <summary>
    /// The name does not count, only the digest: a signature is accepted in every repository to which somebody copies the image.
    /// Bundles need it, because they have no name.
    /// </summary>
    public sealed record AnyName : SignedIdentity;
}
