using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreammappings</c>: pushes. As on the server, a dry run writes.</summary>
internal sealed class ServedMappings(IImageStreamMappingsResource mappings) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.Mappings;

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var mapping = BodyObjects.ReadInNamespace<ImageStreamMapping>(request);
        await mappings.CreateAsync(mapping, cancellationToken).ConfigureAwait(false);
        return Outcomes.SuccessfulCreation;
    }
}
