using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Requests of an <see cref="IRegistryClient"/> by <see cref="Digest"/> and by
/// <see cref="ImageReference"/>.</summary>
#pragma warning disable RS0026 // The overloads differ in a required argument, so optional ones can be added to each.
public static class RegistryClientExtensions
{
    /// <summary>Fetches a manifest by its digest.</summary>
    /// <param name="client">The client.</param>
    /// <param name="repository">The repository to contact.</param>
    /// <param name="digest">The digest of the manifest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The manifest, verified against its digest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="digest"/> is null.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, sent content that does not match its digest
    /// or exceeds the size limit, or could not be contacted.</exception>
    public static Task<RegistryManifest> GetManifestAsync(
        this IRegistryClient client,
        RegistryRepository repository,
        Digest digest,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(digest);
        return client.GetManifestAsync(repository, digest.ToString(), cancellationToken);
    }

    /// <summary>Fetches the manifest of a reference by its digest if it has one, else by its tag, else by
    /// <c>latest</c>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The manifest, verified against its digest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="reference"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException">The reference has no name, or its parts are not valid for a
    /// registry.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, sent content that does not match its
    /// digest or exceeds the size limit, or could not be contacted.</exception>
    public static Task<RegistryManifest> GetManifestAsync(
        this IRegistryClient client, ImageReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetManifestAsync(RegistryRepository.From(reference), GetTagOrDigest(reference), cancellationToken);
    }

    /// <summary>Resolves a reference by its digest if it has one, else by its tag, else by <c>latest</c>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The manifest that the reference names.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="reference"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException">The reference has no name, or its parts are not valid for a
    /// registry.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, or could not be contacted.</exception>
    public static Task<ResolvedManifest> ResolveAsync(
        this IRegistryClient client, ImageReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ResolveAsync(RegistryRepository.From(reference), GetTagOrDigest(reference), cancellationToken);
    }

    private static string GetTagOrDigest(ImageReference reference) => reference switch
    {
        { Id.Length: > 0 } => reference.Id,
        { Tag.Length: > 0 } => reference.Tag,
        _ => "latest",
    };
}
#pragma warning restore RS0026 // end of the overloads
