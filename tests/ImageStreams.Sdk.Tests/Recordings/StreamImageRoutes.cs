using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>imagestreamimages</c>.</summary>
internal sealed class StreamImageRoutes(IImageStreamImagesResource images) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request) => (request.Method, request.Name) switch
    {
        ("GET", { } name) => Answer.FromObject(
            200, ImageStreamImage.KindName, await images.GetAsync(request.Namespace!, name)),
        _ => null,
    };
}
