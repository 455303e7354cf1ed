using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>imagestreamtags</c>.</summary>
internal sealed class TagRoutes(IImageStreamTagsResource tags, IImageTagsResource imageTags) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request) => (request.Method, request.Name) switch
    {
        ("GET", { } name) => One(await tags.GetAsync(request.Namespace!, name)),
        ("GET", null) => Answer.FromObject(
            200, ImageStreamTagList.KindName, await tags.ListAsync(request.Namespace, request.ListOptions())),
        ("POST", null) => One(await tags.CreateAsync(Read(request), request.WriteOptions()), 201),
        ("PUT", { } name) => await PutAsync(request, name),
        ("PATCH", { } name) => await PatchAsync(request, name),
        ("DELETE", { } name) => await DeleteAsync(request, name),
        _ => null,
    };

    /// <summary>Returns 201 if there was no such tag. The client does not return that, so the tag is looked up before.</summary>
    private async Task<Answer> PutAsync(ApiRequest request, string name)
    {
        var status = await imageTags.ExistsAsync(request.Namespace!, name) ? 200 : 201;
        return One(await tags.UpdateAsync(Read(request), request.WriteOptions()), status);
    }

    private async Task<Answer> PatchAsync(ApiRequest request, string name)
    {
        var result = await tags.PatchAsync(request.Namespace!, name, request.ReadPatch(), request.WriteOptions());
        return One(result.Object, result.Created ? 201 : 200);
    }

    private async Task<Answer> DeleteAsync(ApiRequest request, string name)
    {
        await tags.DeleteAsync(request.Namespace!, name, request.DeleteOptions());
        return Answer.Success();
    }

    private static ImageStreamTag Read(ApiRequest request)
    {
        var tag = request.Read<ImageStreamTag>();
        return tag with { Metadata = tag.Metadata.In(request) };
    }

    private static Answer One(ImageStreamTag tag, int status = 200) => Answer.FromObject(status, ImageStreamTag.KindName, tag);
}
