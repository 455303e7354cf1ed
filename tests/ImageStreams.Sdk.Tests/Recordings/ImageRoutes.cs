using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>images</c>.</summary>
internal sealed class ImageRoutes(IImagesResource images) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request) => (request.Method, request.Name) switch
    {
        ("GET", { } name) => One(await images.GetAsync(name)),
        ("GET", null) => Answer.FromObject(200, ImageList.KindName, await images.ListAsync(request.ListOptions())),
        ("PUT", not null) => One(await images.UpdateAsync(request.Read<Image>(), request.WriteOptions())),
        ("DELETE", { } name) => await DeleteAsync(request, name),
        _ => null,
    };

    /// <summary>The client does not return the deleted image, so it is read before.</summary>
    private async Task<Answer> DeleteAsync(ApiRequest request, string name)
    {
        var image = await images.GetAsync(name);
        await images.DeleteAsync(name, request.DeleteOptions());
        return Answer.Success(new StatusDetails
        {
            Name = name,
            Group = "image.openshift.io",
            Kind = "images",
            Uid = image.Metadata.Uid,
        });
    }

    private static Answer One(Image image) => Answer.FromObject(200, Image.KindName, image);
}
