using ImageStreams.Clients;
using ImageStreams.Patching;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the query and the body of a request to a resource.</summary>
/// <remarks>In the order of an API server: the type of the body, the body, the options, and only then what the body says.</remarks>
internal sealed class RequestReader(int maxBodyBytes)
{
    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">The request as far as its path says.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The request is malformed.</exception>
    public ValueTask<ResourceRequest> ReadAsync(HttpRequest request, ResourceRequest call, CancellationToken cancellationToken) =>
        call.Verb switch
        {
            ResourceVerbs.Get => new ValueTask<ResourceRequest>(ReadGet(request, call)),
            ResourceVerbs.List => new ValueTask<ResourceRequest>(call with { List = ListQueries.ReadList(request.Query) }),
            ResourceVerbs.Watch => new ValueTask<ResourceRequest>(call with { Watch = ListQueries.ReadWatch(request.Query, call.Name) }),
            ResourceVerbs.Create or ResourceVerbs.Update => ReadWriteAsync(request, call, cancellationToken),
            ResourceVerbs.Patch => ReadPatchAsync(request, call, cancellationToken),
            ResourceVerbs.Delete => ReadDeleteAsync(request, call, cancellationToken),
            _ => ReadDeleteAsync(request, call with { List = ListQueries.ReadList(request.Query) }, cancellationToken),
        };

    private static ResourceRequest ReadGet(HttpRequest request, ResourceRequest call) => request.QueryString.HasValue
        ? call with { ResourceVersion = new QueryValues(request.Query).NonEmpty("resourceVersion") }
        : call;

    private async ValueTask<ResourceRequest> ReadWriteAsync(
        HttpRequest request, ResourceRequest call, CancellationToken cancellationToken)
    {
        var type = MediaTypes.RequireObject(request.ContentType);
        var body = await RequestBody.ReadAsync(request, maxBodyBytes, cancellationToken).ConfigureAwait(false);
        var options = WriteQuery.Read(request, call.Verb, isApply: false, call.Warn);
        return call with { Write = options, Body = ToJson(body, type, options) };
    }

    private async ValueTask<ResourceRequest> ReadPatchAsync(
        HttpRequest request, ResourceRequest call, CancellationToken cancellationToken)
    {
        var type = MediaTypes.RequirePatch(request.ContentType);
        var body = await RequestBody.ReadAsync(request, maxBodyBytes, cancellationToken).ConfigureAwait(false);
        var isApply = type == PatchType.Apply;
        var options = WriteQuery.Read(request, call.Verb, isApply, call.Warn);
        var json = isApply ? YamlBody.ToJson(body, options) : body;
        return call with { Write = options, Body = json, Patch = new ObjectPatch { Type = type, Utf8Json = json } };
    }

    private async ValueTask<ResourceRequest> ReadDeleteAsync(
        HttpRequest request, ResourceRequest call, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, maxBodyBytes, cancellationToken).ConfigureAwait(false);
        var json = body.IsEmpty ? body : ToJson(body, MediaTypes.RequireObject(request.ContentType), call.Write);
        return call with { Body = json, Delete = DeleteBody.Read(request, json) };
    }

    private static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> body, string type, WriteOptions options) => type switch
    {
        MediaTypes.Yaml => YamlBody.ToJson(body, options),
        MediaTypes.Protobuf => ProtobufBody.ToJson(body.Span),
        _ => body,
    };
}
