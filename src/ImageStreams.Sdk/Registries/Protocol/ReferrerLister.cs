using System.Net;
using System.Runtime.CompilerServices;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Lists referrers by the referrers API, or by the referrers tag when a registry lacks the API.</summary>
internal sealed class ReferrerLister(IRegistryClient client, PageReader pages)
{
    private const int MaxAlgorithmLength = 32;
    private const int MaxHexLength = 64;

    public async IAsyncEnumerable<RegistryReferrer> ListAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = pages.ReadAsync(
            RegistryCall.ForReferrers(repository, subject.ToString(), artifactType),
            (index, response) => ReferrerPageParser.Parse(index, response.Line, response.Source, artifactType),
            cancellationToken);
        var enumerator = listed.GetAsyncEnumerator(cancellationToken);
        await using var _ = enumerator.ConfigureAwait(false);
        var (hasApi, any) = await TryMoveFirstAsync(enumerator).ConfigureAwait(false);
        while (any)
        {
            yield return enumerator.Current;
            any = await enumerator.MoveNextAsync().ConfigureAwait(false);
        }

        if (hasApi)
        {
            yield break;
        }

        foreach (var referrer in await ReadTagAsync(repository, subject, artifactType, cancellationToken).ConfigureAwait(false))
        {
            yield return referrer;
        }
    }

    private static async Task<(bool HasApi, bool Any)> TryMoveFirstAsync(IAsyncEnumerator<RegistryReferrer> enumerator)
    {
        try
        {
            return (true, await enumerator.MoveNextAsync().ConfigureAwait(false));
        }
        catch (RegistryException exception) when (IsApiUnknown(exception))
        {
            return (false, false);
        }
    }

    /// <summary>Determines whether a registry does not have the API: 404 by the specification, others from older
    /// registries and proxies.</summary>
    private static bool IsApiUnknown(RegistryException exception) =>
        exception.StatusCode == HttpStatusCode.NotFound
        || exception.StatusCode == HttpStatusCode.NotImplemented
        || exception.Reason is RegistryFailure.Rejected or RegistryFailure.Unsupported;

    private async Task<List<RegistryReferrer>> ReadTagAsync(
        RegistryRepository repository, Digest subject, string? artifactType, CancellationToken cancellationToken)
    {
        var indexes = repository with { Accept = ManifestKinds.OciIndex };
        try
        {
            var tag = GetReferrersTag(subject);
            var manifest = await client.GetManifestAsync(indexes, tag, cancellationToken).ConfigureAwait(false);
            var line = CreateLine(indexes, subject, manifest.Source);
            return RegistryJson.Read(
                manifest.Content, line, index => ReferrerPageParser.Parse(index, line, manifest.Source, artifactType));
        }
        catch (RegistryException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    /// <summary>Returns <c>sha256-HEX</c>, with both parts cut to the length that a tag may have ("Referrers Tag
    /// Schema").</summary>
    private static string GetReferrersTag(Digest subject) =>
        $"{Cut(subject.Algorithm, MaxAlgorithmLength)}-{Cut(subject.Hex, MaxHexLength)}";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static RequestLine CreateLine(RegistryRepository repository, Digest subject, ServingRegistry source)
    {
        var call = RegistryCall.ForManifest(HttpMethod.Get, repository, GetReferrersTag(subject));
        return new RequestLine(
            call, call.Method, RegistryEndpoint.FromRegistry(source.Registry, source.Transport).ToUri(call.Path));
    }
}
