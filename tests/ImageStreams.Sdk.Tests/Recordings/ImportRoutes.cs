using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary><c>imagestreamimports</c>.</summary>
internal sealed class ImportRoutes(IImageStreamImportsResource imports) : IRoutes
{
    public async Task<Answer?> AnswerAsync(ApiRequest request)
    {
        if (request is not { Method: "POST", Name: null })
        {
            return null;
        }

        var import = request.Read<ImageStreamImport>();
        import = import with { Metadata = import.Metadata.In(request) };
        return Answer.FromObject(201, ImageStreamImport.KindName, await imports.CreateAsync(import, request.WriteOptions()));
    }
}
