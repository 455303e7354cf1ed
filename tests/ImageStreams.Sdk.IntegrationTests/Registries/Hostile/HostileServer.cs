using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A server that means no good, the request that meets it, and the failures that may be reported.</summary>
internal sealed record HostileServer(string Name, Func<HostileExchange, Task> Serve, params RegistryFailure[] Failures)
{
    private static readonly Digest AnyDigest = Digest.Sha256("any"u8);

    /// <summary>The request of the client; for the manifest of tag 1 by default.</summary>
    public Func<IRegistryClient, RegistryRepository, CancellationToken, Task> Ask { get; init; } =
        (client, repository, token) => client.GetManifestAsync(repository, "1", token);

    public static async Task ListTagsAsync(IRegistryClient client, RegistryRepository repository, CancellationToken token)
    {
        await foreach (var _ in client.ListTagsAsync(repository, token))
        {
        }
    }

    public static async Task ListReferrersAsync(IRegistryClient client, RegistryRepository repository, CancellationToken token)
    {
        await foreach (var _ in client.ListReferrersAsync(repository, AnyDigest, cancellationToken: token))
        {
        }
    }

    public static Task ResolveAsync(IRegistryClient client, RegistryRepository repository, CancellationToken token) =>
        client.ResolveAsync(repository, "1", token);

    public static Task GetBlobAsync(IRegistryClient client, RegistryRepository repository, CancellationToken token) =>
        client.GetBlobAsync(repository, AnyDigest, token);

    public static async Task StreamAsync(IRegistryClient client, RegistryRepository repository, CancellationToken token)
    {
        await using var stream = await client.OpenBlobAsync(repository, AnyDigest, token);
        await stream.CopyToAsync(Stream.Null, token);
    }

    public override string ToString() => Name;
}
