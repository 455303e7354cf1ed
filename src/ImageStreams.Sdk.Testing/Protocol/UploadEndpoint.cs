using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary><c>/v2/NAME/blobs/uploads/[ID]</c>: whole blobs, chunks, and mounts from another repository.</summary>
internal sealed class UploadEndpoint(RegistryStore store)
{
    private readonly ConcurrentDictionary<string, byte[]> _uploads = new(StringComparer.Ordinal);
    private int _lastId;

    public WireResponse Handle(WireRequest request) => (request.Method, request.Route.Reference) switch
    {
        ("POST", "") => Begin(request),
        ("POST", _) or (_, "") => ErrorResponses.MethodNotAllowed,
        (_, var id) =>
            _uploads.TryGetValue(id, out var received) ? Continue(request, id, received) : ErrorResponses.UploadUnknown,
    };

    private WireResponse Begin(WireRequest request)
    {
        if (Mounted(request) is { } mounted)
        {
            return mounted;
        }

        if (request.Parameter("digest").Length > 0)
        {
            return Finish(request, request.Body);
        }

        var id = Interlocked.Increment(ref _lastId).ToString("x8", CultureInfo.InvariantCulture);
        _uploads[id] = request.Body;
        return Progress(request, id, HttpStatusCode.Accepted);
    }

    /// <summary>Mounts a blob from another repository; null when it cannot be mounted, which starts an upload instead.</summary>
    private WireResponse? Mounted(WireRequest request) =>
        Digest.TryParse(request.Parameter("mount"), out var digest)
        && store.FindBlob(request.Host, request.Parameter("from"), digest) is { } blob
            ? Keep(request, digest, blob)
            : null;

    private WireResponse Continue(WireRequest request, string id, byte[] received)
    {
        switch (request.Method)
        {
            case "GET":
                return Progress(request, id, HttpStatusCode.NoContent);
            case "PATCH" when !Continues(request, received):
                return ErrorResponses.RangeInvalid;
            case "PATCH":
                _uploads[id] = [.. received, .. request.Body];
                return Progress(request, id, HttpStatusCode.Accepted);
            case "PUT":
                _uploads.TryRemove(id, out _);
                return Finish(request, [.. received, .. request.Body]);
            case "DELETE":
                _uploads.TryRemove(id, out _);
                return WireResponse.Empty(HttpStatusCode.NoContent);
            default:
                return ErrorResponses.MethodNotAllowed;
        }
    }

    private static bool Continues(WireRequest request, byte[] received)
    {
        var range = request.Header("Content-Range");
        return range.Length == 0
            || (range.Split('-') is [var start, _]
                && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                && offset == received.Length);
    }

    private WireResponse Progress(WireRequest request, string id, HttpStatusCode status) =>
        WireResponse.Empty(status)
            .With(WireHeaders.Location, $"/v2/{request.Route.Repository}/blobs/uploads/{id}")
            .With(WireHeaders.Range, $"0-{Math.Max(0, _uploads[id].Length - 1)}")
            .With(WireHeaders.UploadId, id);

    private WireResponse Finish(WireRequest request, byte[] content) =>
        Digest.TryParse(request.Parameter("digest"), out var digest) && digest.Matches(content)
            ? Keep(request, digest, content)
            : ErrorResponses.DigestInvalid;

    private WireResponse Keep(WireRequest request, Digest digest, ReadOnlyMemory<byte> content)
    {
        var name = store.NameFor(request.Host, request.Route.Repository);
        store.Change(name, repository => repository.Blobs[digest] = content);
        return WireResponse.Empty(HttpStatusCode.Created)
            .With(WireHeaders.Location, $"/v2/{request.Route.Repository}/blobs/{digest}")
            .With(WireHeaders.ContentDigest, digest.ToString());
    }
}
