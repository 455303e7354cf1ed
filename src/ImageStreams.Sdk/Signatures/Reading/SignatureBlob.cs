using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>Reads a payload, no byte beyond its announced size.</summary>
internal static class SignatureBlob
{
    /// <summary>Reads the verified content; null when it has another size.</summary>
    /// <exception cref="RegistryException">The content cannot be fetched, or does not have its digest.</exception>
    public static async Task<byte[]?> ReadAsync(
        IRegistryClient client, RegistryRepository repository, SignatureLayer layer, CancellationToken cancellationToken)
    {
        var blob = await client.OpenBlobAsync(repository, layer.Digest, cancellationToken).ConfigureAwait(false);
        await using var _ = blob.ConfigureAwait(false);
        var content = new byte[layer.Size];
        var length = await blob.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);

        // The stream is verified by the read that reports its end.
        var hasEnded = await blob.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) == 0;
        return hasEnded && length == content.Length ? content : null;
    }
}
