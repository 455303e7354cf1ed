using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>imagestreams</c>, <c>imagestreams/status</c> and <c>imagestreams/layers</c>.</summary>
internal sealed class StreamRoutes(IImageStreamsResource streams) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request) => (request.Method, request.Name, request.Subresource) switch
    {
        ("GET", { } name, "" or "status") => One(await streams.GetAsync(request.Namespace!, name)),
        ("GET", { } name, "layers") => Answer.FromObject(
            200, ImageStreamLayers.KindName, await streams.GetLayersAsync(request.Namespace!, name)),
        ("GET", null, "") when request.IsWatch => await RefuseAsync(request),
        ("GET", null, "") => List(await streams.ListAsync(request.Namespace, request.ListOptions())),
        ("POST", null, "") => One(await streams.CreateAsync(Read(request), request.WriteOptions()), 201),
        ("PUT", not null, "") => One(await streams.UpdateAsync(Read(request), request.WriteOptions())),
        ("PUT", not null, "status") => One(await streams.UpdateStatusAsync(Read(request), request.WriteOptions())),
        ("PATCH", { } name, "") => One(await streams.PatchAsync(
            request.Namespace!, name, request.ReadPatch(), request.WriteOptions())),
        ("PATCH", { } name, "status") => One(await streams.PatchStatusAsync(
            request.Namespace!, name, request.ReadPatch(), request.WriteOptions())),
        ("DELETE", { } name, "") => Outcome(
            await streams.DeleteAsync(request.Namespace!, name, request.DeleteOptions())),
        ("DELETE", null, "") => await DeleteAllAsync(request),
        _ => null,
    };

    /// <summary>A collection is deleted object by object, as by the server; the answer lists the deleted objects.</summary>
    private async Task<Answer> DeleteAllAsync(ApiRequest request)
    {
        var list = await streams.ListAsync(request.Namespace, request.ListOptions());
        foreach (var stream in list.Items)
        {
            await streams.DeleteAsync(request.Namespace!, stream.Metadata.Name!, request.DeleteOptions());
        }

        return List(list);
    }

    /// <summary>The rejection of a watch; null if ours starts.</summary>
    private async Task<Answer?> RefuseAsync(ApiRequest request)
    {
        await using var events = streams.WatchAsync(request.Namespace, request.WatchOptions()).GetAsyncEnumerator();
        await events.MoveNextAsync();
        return null;
    }

    private static ImageStream Read(ApiRequest request)
    {
        var stream = request.Read<ImageStream>();
        return stream with { Metadata = stream.Metadata.In(request) };
    }

    private static Answer One(PatchResult<ImageStream> result) => One(result.Object, result.Created ? 201 : 200);

    private static Answer One(ImageStream stream, int status = 200) => Answer.FromObject(status, ImageStream.KindName, stream);

    private static Answer List(ImageStreamList list) => Answer.FromObject(200, ImageStreamList.KindName, list);

    private static Answer Outcome(DeleteResult<ImageStream> outcome) => outcome switch
    {
        DeleteResult<ImageStream>.Finalizing finalizing => One(finalizing.Object),
        DeleteResult<ImageStream>.Deleted deleted => Answer.Success(CreateDetails(new ObjectMeta { Name = deleted.Name, Uid = deleted.Uid })),
        _ => throw new NotSupportedException(outcome.ToString()),
    };

    private static StatusDetails CreateDetails(ObjectMeta metadata) => new()
    {
        Name = metadata.Name,
        Group = "image.openshift.io",
        Kind = "imagestreams",
        Uid = metadata.Uid,
    };
}
