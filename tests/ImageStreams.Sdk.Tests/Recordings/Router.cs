using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary>Turns requests of the image API into calls of a client, and results and exceptions into responses.</summary>
internal sealed class Router(IImageStreamClient client)
{
    private readonly Dictionary<string, IRoutes> _routes = new()
    {
        ["imagestreams"] = new StreamRoutes(client.Streams),
        ["imagestreamtags"] = new TagRoutes(client.Tags, client.ImageTags),
        ["imagetags"] = new ImageTagRoutes(client.ImageTags),
        ["imagestreamimages"] = new StreamImageRoutes(client.StreamImages),
        ["imagestreammappings"] = new MappingRoutes(client.Mappings),
        ["imagestreamimports"] = new ImportRoutes(client.Imports),
        ["images"] = new ImageRoutes(client.Images),
    };

    /// <summary>The answer; null if the client has no member for the request.</summary>
    public async Task<Answer?> AnswerAsync(ApiRequest request)
    {
        try
        {
            var answer = _routes.TryGetValue(request.Resource, out var routes) ? await routes.AnswerAsync(request) : null;
            return answer is null ? null : answer with { Warnings = request.Warnings };
        }
        catch (ApiException e)
        {
            return Answer.FromStatus(e.Status) with { Warnings = request.Warnings };
        }
#pragma warning disable CA1031 // a request that ends the engine is an answer that differs, and the others are still compared
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Answer.Unhandled(e);
        }
    }
}
