using System.Net;
using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary><c>/v2/NAME/manifests/REFERENCE</c></summary>
internal sealed class ManifestEndpoint(RegistryStore store)
{
    public WireResponse Handle(WireRequest request) => request.Method switch
    {
        "GET" or "HEAD" => Get(request),
        "PUT" => Put(request),
        "DELETE" => Delete(request),
        _ => ErrorResponses.MethodNotAllowed,
    };

    private WireResponse Get(WireRequest request) => store.Read(
        request.Host,
        request.Route.Repository,
        repository => repository.Find(request.Route.Reference) is { } manifest
            ? WireResponse.Content(manifest.MediaType, manifest.Content, manifest.Digest)
            : ErrorResponses.ManifestUnknown,
        () => ErrorResponses.NameUnknown);

    private WireResponse Put(WireRequest request)
    {
        var reference = request.Route.Reference;
        var digest = Digest.TryParse(reference, out var requested) ? requested : Digest.Sha256(request.Body);
        if (!digest.Matches(request.Body))
        {
            return ErrorResponses.DigestInvalid;
        }

        var manifest = new StoredManifest(digest, request.Header("Content-Type"), request.Body);
        var name = store.NameFor(request.Host, request.Route.Repository);
        return store.Change(
            name, repository => Keep(repository, manifest, tag: requested is null ? reference : "", request));
    }

    private static WireResponse Keep(
        StoredRepository repository, StoredManifest manifest, string tag, WireRequest request)
    {
        if (manifest.Summary.Blobs.Any(blob => !repository.Blobs.ContainsKey(blob)))
        {
            return ErrorResponses.ManifestBlobUnknown;
        }

        repository.Manifests[manifest.Digest] = manifest;
        if (tag.Length > 0)
        {
            repository.Tags[tag] = manifest.Digest;
        }

        var created = WireResponse.Empty(HttpStatusCode.Created)
            .With(WireHeaders.Location, $"/v2/{request.Route.Repository}/manifests/{manifest.Digest}")
            .With(WireHeaders.ContentDigest, manifest.Digest.ToString());
        return manifest.Summary.Subject is { } subject
            ? created.With(WireHeaders.Subject, subject.ToString())
            : created;
    }

    private WireResponse Delete(WireRequest request) => store.Read(
        request.Host,
        request.Route.Repository,
        repository => Remove(repository, request.Route.Reference)
            ? WireResponse.Empty(HttpStatusCode.Accepted)
            : ErrorResponses.ManifestUnknown,
        () => ErrorResponses.NameUnknown);

    private static bool Remove(StoredRepository repository, string reference)
    {
        if (!Digest.TryParse(reference, out var digest))
        {
            return repository.Tags.Remove(reference);
        }

        foreach (var (tag, _) in repository.Tags.Where(pair => pair.Value.Equals(digest)).ToList())
        {
            repository.Tags.Remove(tag);
        }

        return repository.Manifests.Remove(digest);
    }
}
