using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreamimports</c>. As on the server, a dry run writes: <c>import: false</c> in the body is the dry run.</summary>
internal sealed class ServedImports(IImageStreamImportsResource imports) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.Imports;

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var import = BodyObjects.ReadInNamespace<ImageStreamImport>(request);
        var result = await imports.CreateAsync(import, request.Write, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(EncodedObjects.Encode(result));
    }
}
