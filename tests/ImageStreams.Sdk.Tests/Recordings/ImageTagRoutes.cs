using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>imagetags</c>.</summary>
internal sealed class ImageTagRoutes(IImageTagsResource tags) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request) => (request.Method, request.Name) switch
    {
        ("GET", { } name) => One(await tags.GetAsync(request.Namespace!, name)),
        ("GET", null) => Answer.FromObject(
            200, ImageTagList.KindName, await tags.ListAsync(request.Namespace, request.ListOptions())),
        ("POST", null) => One(await tags.CreateAsync(Read(request), request.WriteOptions()), 201),
        ("PUT", { } name) => await PutAsync(request, name),
        ("PATCH", { } name) => await PatchAsync(request, name),
        ("DELETE", { } name) => await DeleteAsync(request, name),
        _ => null,
    };

    private async Task<Answer> PutAsync(ApiRequest request, string name)
    {
        var status = await tags.ExistsAsync(request.Namespace!, name) ? 200 : 201;
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

    private static ImageTag Read(ApiRequest request)
    {
        var tag = request.Read<ImageTag>();
        return tag with { Metadata = tag.Metadata.In(request) };
    }

    private static Answer One(ImageTag tag, int status = 200) => Answer.FromObject(status, ImageTag.KindName, tag);
}
