using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>imagestreammappings</c>. The server ignores <c>dryRun</c> here.</summary>
internal sealed class MappingRoutes(IImageStreamMappingsResource mappings) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request)
    {
        if (request is not { Method: "POST", Name: null })
        {
            return null;
        }

        var mapping = request.Read<ImageStreamMapping>();
        await mappings.CreateAsync(mapping with { Metadata = mapping.Metadata.In(request) });
        return Answer.Success(code: 201);
    }
}
