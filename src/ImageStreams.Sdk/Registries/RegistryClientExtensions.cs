using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Asks registries by <see cref="Digest"/> and by <see cref="ImageReference"/> instead of by text.</summary>
#pragma warning disable RS0026 // The overloads differ in a required argument, so optional ones can be added to each.
public static class RegistryClientExtensions
{
    /// <summary>Fetches a manifest by its digest.</summary>
    /// <inheritdoc cref="IRegistryClient.GetManifestAsync"/>
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

    /// <summary>Fetches the manifest that a reference names: by its digest if it has one, else by its tag, else
    /// <c>latest</c>.</summary>
    /// <inheritdoc cref="IRegistryClient.GetManifestAsync"/>
    public static Task<RegistryManifest> GetManifestAsync(
        this IRegistryClient client, ImageReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetManifestAsync(RegistryRepository.From(reference), GetTagOrDigest(reference), cancellationToken);
    }

    /// <summary>Finds out what a reference names: its digest if it has one, else its tag, else <c>latest</c>.</summary>
    /// <inheritdoc cref="IRegistryClient.ResolveAsync"/>
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
