using System.Net;
using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary><c>/v2/NAME/blobs/DIGEST</c></summary>
internal sealed class BlobEndpoint(RegistryStore store)
{
    public WireResponse Handle(WireRequest request)
    {
        if (!Digest.TryParse(request.Route.Reference, out var digest))
        {
            return ErrorResponses.DigestInvalid;
        }

        return request.Method switch
        {
            "GET" or "HEAD" => Get(request, digest),
            "DELETE" => Delete(request, digest),
            _ => ErrorResponses.MethodNotAllowed,
        };
    }

    private WireResponse Get(WireRequest request, Digest digest) =>
        store.FindBlob(request.Host, request.Route.Repository, digest) is { } blob
            ? WireResponse.Content("application/octet-stream", blob, digest)
            : ErrorResponses.BlobUnknown;

    private WireResponse Delete(WireRequest request, Digest digest) => store.Read(
        request.Host,
        request.Route.Repository,
        repository =>
            repository.Blobs.Remove(digest) ? WireResponse.Empty(HttpStatusCode.Accepted) : ErrorResponses.BlobUnknown,
        () => ErrorResponses.BlobUnknown);
}
