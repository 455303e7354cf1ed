using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Testing;

/// <summary>Pushes synthetic images to any real registry over HTTP, for quick starts and integration tests.</summary>
/// <remarks>Blobs that the registry already has are not sent again. Safe for concurrent use.</remarks>
public sealed class RegistryPusher : IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Creates a pusher.</summary>
    /// <param name="registry">The registry's base address, such as <c>http://127.0.0.1:5000</c>.</param>
    /// <param name="login">The account to push with, or null for anonymous access.</param>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> is null.</exception>
    public RegistryPusher(Uri registry, RegistryCredential.Login? login = null)
    {
        ArgumentNullException.ThrowIfNull(registry);

        _client = new HttpClient { BaseAddress = registry };
        if (login is not null)
        {
            var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.UserName}:{login.Password}"));
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);
        }
    }

    /// <summary>Creates a pusher for registries that require more than a login, such as custom certificates, tokens or
    /// a proxy.</summary>
    /// <param name="client">Sends the requests; its <see cref="HttpClient.BaseAddress"/> is the registry's, and its default
    /// headers authorize them. Disposed of with the pusher.</param>
    /// <exception cref="ArgumentException">The client has no base address.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public RegistryPusher(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);

        _client = client.BaseAddress is not null
            ? client
            : throw new ArgumentException("The client's base address says which registry to push to.", nameof(client));
    }

    /// <summary>Pushes an image or index with everything that it refers to; an existing tag is moved.</summary>
    /// <param name="name">The repository with an optional tag: <c>library/python[:3.8]</c>.</param>
    /// <param name="artifact">The image or index to push.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The digest of the image or index.</returns>
    /// <exception cref="HttpRequestException">The registry refused a part of it, or could not be reached.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="artifact"/> is null.</exception>
    public async Task<Digest> PushAsync(
        string name, SyntheticArtifact artifact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        var (repository, tag) = Protocol.RepositoryName.Parse(name);
        foreach (var child in artifact.Children)
        {
            await PushAsync(repository.Path, child, cancellationToken).ConfigureAwait(false);
        }

        foreach (var blob in artifact.Blobs)
        {
            await PushBlobAsync(repository.Path, blob, cancellationToken).ConfigureAwait(false);
        }

        var reference = tag.Length == 0 ? artifact.Digest.ToString() : tag;
        await PutManifestAsync($"v2/{repository.Path}/manifests/{reference}", artifact, cancellationToken)
            .ConfigureAwait(false);
        return artifact.Digest;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();

    private async Task PushBlobAsync(string repository, SyntheticBlob blob, CancellationToken cancellationToken)
    {
        if (await HasBlobAsync(repository, blob.Digest, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var upload = await BeginUploadAsync(repository, cancellationToken).ConfigureAwait(false);
        var separator = upload.Query.Length == 0 ? '?' : '&';
        using var content = new ReadOnlyMemoryContent(blob.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await _client
            .PutAsync(new Uri($"{upload}{separator}digest={blob.Digest}"), content, cancellationToken)
            .ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<bool> HasBlobAsync(string repository, Digest digest, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"v2/{repository}/blobs/{digest}");
        using var answer = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<Uri> BeginUploadAsync(string repository, CancellationToken cancellationToken)
    {
        var address = new Uri($"v2/{repository}/blobs/uploads/", UriKind.Relative);
        using var answer = await _client.PostAsync(address, content: null, cancellationToken).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location is { } location
            ? Require(new Uri(_client.BaseAddress!, location))
            : throw new HttpRequestException("The registry began an upload without saying where it goes on.");
    }

    /// <summary>Requires that the upload goes to the registry, because no other host may get the login.</summary>
    private Uri Require(Uri upload) =>
        _client.DefaultRequestHeaders.Authorization is null
        || upload.GetLeftPart(UriPartial.Authority) == _client.BaseAddress!.GetLeftPart(UriPartial.Authority)
            ? upload
            : throw new HttpRequestException("The registry sends the upload elsewhere, where the login must not go.");

    private async Task PutManifestAsync(string path, SyntheticArtifact artifact, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(artifact.Manifest);
        content.Headers.ContentType = new MediaTypeHeaderValue(artifact.MediaType);
        using var answer = await _client
            .PutAsync(new Uri(path, UriKind.Relative), content, cancellationToken)
            .ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }
}
